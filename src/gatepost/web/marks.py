"""Words with the places of findings marked, ready for a template, which escapes them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

Place = tuple[int, int, int]
"""Start and end (code points, the end not included), and the number of the finding."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text. `pins` are the numbers of the findings that end where it ends."""

    text: str
    marked: bool
    pins: tuple[int, ...]


def marked(text: str, places: Iterable[Place]) -> tuple[Part, ...]:
    """Return the text in parts, all of which together are the text; places may overlap, and bad ones are cut to fit."""
    fitted = [(max(start, 0), min(end, len(text)), number) for start, end, number in places]
    kept = [place for place in fitted if place[0] < place[1]]
    cuts = sorted({0, len(text), *(place[0] for place in kept), *(place[1] for place in kept)})
    return tuple(_joined(_part(text, start, end, kept) for start, end in pairwise(cuts)))


def _part(text: str, start: int, end: int, places: list[Place]) -> Part:
    covered = any(first <= start and end <= last for first, last, _ in places)
    pins = sorted({number for _, last, number in places if last == end})
    return Part(text[start:end], covered, tuple(pins))


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Join neighbours that look the same, so that a place that begins inside another does not split the words."""
    held: Part | None = None
    for part in parts:
        if held is not None and held.marked == part.marked and not held.pins:
            held = Part(held.text + part.text, part.marked, part.pins)
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held
