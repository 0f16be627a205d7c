"""The type of consent that stands only in the name of a file, or above its list."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from gatepost.consents.imports.types import meaning

_NOISE = re.compile(
    r"(?i)\b(?:export|download|report|list|arbor|sims|bromcom|consents? for|parental consents?|copy|final|"
    r"\d{1,4}[-_. ]\d{1,2}[-_. ]\d{1,4}|20\d\d)\b|\(\d+\)"
)


def type_in(file_name: str, titles: Iterable[str] = ()) -> str:
    """Return the name of a type that a file's name or a title says, as a person would write it; empty where none."""
    for said in (PurePath(file_name).stem, *titles):
        words = _NOISE.sub(" ", re.sub(r"[_\-]+", " ", said) if said not in titles else said)
        name = " ".join(words.split()).strip(" -:–")
        told = meaning(name)
        if told.elements or told.tiers:
            return name
    return ""
