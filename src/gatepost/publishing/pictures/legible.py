"""Names on the roll that can be read in the pictures of a content."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gatepost.consents.roster import id_of
from gatepost.detectors import Roster
from gatepost.publishing.pictures.boxes import Spot, spots

STYLES: Final = ("full", "surname", "first")
"""How much of a name can be read, the most first: values of the fact `names_visible`."""
_STYLE: Final = {"pupil_full": "full", "pupil_surname": "surname", "pupil_first": "first"}


@dataclass(frozen=True, slots=True)
class Legible:
    """A name that can be read in a picture, by the picture's id, in the box `key`. `pupils` are whom it could mean."""

    picture: int
    key: str
    text: str
    style: str
    pupils: tuple[int, ...]


def legible_in(pictures: Iterable[Mapping[str, Any]], roster: Roster) -> tuple[Legible, ...]:
    """Return the names on the roll that can be read in pictures of a content, but for what was said to be none."""
    return tuple(one for picture in pictures for one in _in(picture, roster))


def style_in(found: Iterable[Legible], picture: int) -> str:
    """Return the most of a name that can be read in a picture: a word of STYLES, or nothing."""
    there = {one.style for one in found if one.picture == picture}
    return next((style for style in STYLES if style in there), "")


def named_by(found: Iterable[Legible], meant: Iterable[int]) -> dict[int, str]:
    """Return whom legible names mean without doubt, with the most of the name: `meant` settles who of several it is."""
    known, styles = frozenset(meant), dict[int, str]()
    for one in found:
        sure = tuple(pupil for pupil in one.pupils if pupil in known) or one.pupils
        if len(sure) == 1 and STYLES.index(one.style) < STYLES.index(styles.get(sure[0], "first")) + 1:
            styles[sure[0]] = one.style
    return styles


def _in(picture: Mapping[str, Any], roster: Roster) -> Iterable[Legible]:
    every = spots(picture.get("seen", {}), picture.get("marks", {}))
    for spot in every:
        if not spot.is_face and not spot.said:
            yield from _names(spot, picture["id"], roster)


def _names(spot: Spot, picture: int, roster: Roster) -> Iterable[Legible]:
    for found in roster.find(spot.text):
        pupils = tuple(one for one in map(id_of, found.who) if one is not None)
        if pupils and found.type in _STYLE:
            text = spot.text[found.start : found.end]
            yield Legible(picture, spot.key, text, _STYLE[found.type], pupils)
