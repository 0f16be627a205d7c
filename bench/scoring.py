"""One way of scoring for every system: spans of a group against labels of that group."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.detect_captions import PERSONAL, PUPILS

NAMES, DETAILS = "names", "personal data"
GROUP_OF = dict.fromkeys(PUPILS, NAMES) | dict.fromkeys(PERSONAL, DETAILS)
NEITHER = {"staff", "public_name", "other_person"}
"""Labels of people who are not on the roll as pupils: a system without the roll is not blamed for them."""

Caption = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A span that a system found. One that is `forgiven` counts where it is right and not where it is wrong."""

    group: str
    start: int
    end: int
    forgiven: bool = False


def _shares(start: int, end: int, label: Caption) -> bool:
    """Whether a span shares more than half of the shorter of the two, which is kind to whoever finds a part."""
    shared = min(end, label["end"]) - max(start, label["start"])
    return bool(shared > 0.5 * min(end - start, label["end"] - label["start"]))


def _meets(found: Found, label: Caption) -> bool:
    return GROUP_OF.get(label["type"]) == found.group and _shares(found.start, found.end, label)


def recall(
    captions: Sequence[Caption], found: Sequence[Sequence[Found]], *, wanted: Callable[[Caption], bool]
) -> float:
    """Return the share of the wanted labels that some span of their group meets."""
    pairs = [(label, spans) for caption, spans in zip(captions, found, strict=True) for label in caption["labels"]]
    met = [any(_meets(span, label) for span in spans) for label, spans in pairs if wanted(label)]
    return sum(met) / len(met)


def precision(captions: Sequence[Caption], found: Sequence[Sequence[Found]], *, group: str) -> float:
    """Return the share of a group's spans that meet a label, the forgiven ones left out; 0 where there are none."""
    right = wrong = 0
    for caption, spans in zip(captions, found, strict=True):
        for span in spans:
            if span.group == group:
                hit = any(_meets(span, label) for label in caption["labels"])
                right += hit
                wrong += not hit and not span.forgiven
    return right / (right + wrong) if right + wrong else 0.0


def flagged(captions: Sequence[Caption], found: Sequence[Sequence[Found]]) -> float:
    """Return the share of the captions that name no pupil in which a name was found all the same."""
    clean = [spans for caption, spans in zip(captions, found, strict=True) if caption["clean"]]
    return sum(any(span.group == NAMES and not span.forgiven for span in spans) for spans in clean) / len(clean)


def beside_label(start: int, end: int, labels: Iterable[Caption]) -> bool:
    """Whether the span is of somebody whom the labels know, but not as a pupil on the roll."""
    return any(label["type"] in NEITHER and _shares(start, end, label) for label in labels)


def scores(captions: Sequence[Caption], found: Sequence[Sequence[Found]]) -> dict[str, float]:
    """Return what the issue asks about, for one system on one set."""

    def named(label: Caption) -> bool:
        return bool(label["type"] in ("pupil_full", "pupil_surname"))

    def cued(label: Caption) -> bool:
        return bool(label["type"] == "pupil_first" and label["cue"])

    figures = {
        "full names and surnames, recall": recall(captions, found, wanted=named),
        "first names with a cue, recall": recall(captions, found, wanted=cued),
        "names, recall": recall(captions, found, wanted=lambda label: label["type"] in PUPILS),
        "names, precision": precision(captions, found, group=NAMES),
        "captions naming nobody, flagged": flagged(captions, found),
        "personal data, recall": recall(captions, found, wanted=lambda label: label["type"] in PERSONAL),
        "personal data, precision": precision(captions, found, group=DETAILS),
    }
    return {name: round(value, 4) for name, value in figures.items()}
