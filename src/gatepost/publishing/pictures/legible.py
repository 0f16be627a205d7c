"""Names on the roll that can be read in the pictures of a content."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from gatepost.consents.roster import id_of
from gatepost.detectors import Roster
from gatepost.publishing.pictures.boxes import Area, Spot, spots

if TYPE_CHECKING:
    from gatepost.detectors.pictures import Box, Named, Words

STYLES: Final = ("full", "surname", "first")
"""How much of a name can be read, the most first: values of the fact `names_visible`."""


@dataclass(frozen=True, slots=True)
class Legible:
    """A name that can be read in a picture, by the picture's id, in the box `key`; one name may stand in two boxes.

    `pupils` are whom it could mean: nobody where more bear it than a roll can tell apart.
    """

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
    words = tuple(one for one in every if not one.is_face and not one.said)
    if not words:
        return
    for named in _named(tuple(_as_read(one) for one in words), picture["width"], picture["height"], roster):
        pupils = tuple(one for one in map(id_of, named.who) if one is not None)
        for spot in words if named.kind == "pupil" else ():
            if _stands_in(spot.area, named.box):
                yield Legible(picture["id"], spot.key, named.text, named.form, pupils)


@lru_cache(maxsize=64)
def _named(words: tuple["Words", ...], width: int, height: int, roster: Roster) -> tuple["Named", ...]:
    """Return the names among words. Kept, since a draft is checked as one types and its pictures stay as they are."""
    from gatepost.detectors.pictures import Seen, names_on

    return names_on(Seen(width, height, (), words, 0), roster)


def _as_read(spot: Spot) -> "Words":
    from gatepost.detectors.pictures import Box, Words

    area = spot.area
    return Words(Box(area.x, area.y, area.width, area.height), spot.text, spot.sure / 100)


def _stands_in(area: Area, box: "Box") -> bool:
    across, down = area.x + area.width / 2, area.y + area.height / 2
    return box.x <= across <= box.x + box.width and box.y <= down <= box.y + box.height
