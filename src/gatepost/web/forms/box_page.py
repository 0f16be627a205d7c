"""What the page of one box of a picture shows, and what is sent from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.http import QueryDict
from django.utils import timezone

from gatepost.consents import queries as roll
from gatepost.publishing.models import Picture
from gatepost.publishing.pictures.boxes import FACE_IS, WORDS_ARE, Area, Spot, cut, faces_left, spots
from gatepost.publishing.pictures.crops import SIDES, Way, ways_without
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.compose import Search
from gatepost.web.forms.compose_pictures import found_pupils
from gatepost.web.forms.picture_boxes import place_of

CROP: Final = "crop"
"""Stands in place of a box's key in the address of the page where a picture is cut by hand."""
PUPIL: Final = "pupil-"
_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Cut:
    """A way to cut a box off, and how many other faces go with it."""

    way: Way
    lost: int


def said(data: QueryDict) -> tuple[str, int | None]:
    """Return what was chosen about a box, and which pupil it is; nothing where nothing was chosen."""
    chosen = data.get("is", "")
    number = chosen.removeprefix(PUPIL)
    if chosen.startswith(PUPIL):
        return ("pupil", int(number)) if number.isdecimal() and len(number) < _DIGITS else ("", None)
    return chosen, None


def box_page(picture: Picture, key: str, seat: Seat, data: QueryDict, *, at: datetime) -> dict[str, Any] | None:
    """Return what the page of a box is given; None where the picture has no such box, or it is blurred."""
    every = spots(picture.seen, picture.marks)
    spot = next((one for one in every if one.key == key and not one.blurred), None)
    if spot is None:
        return None
    may = seat.may(Permission.SEE_PUPILS)
    ticked = sorted(picture.pupils.all(), key=lambda pupil: (pupil.last, pupil.first)) if may and spot.is_face else []
    search = Search(picture.pk, data.get("class", ""), data.get("find", "").strip()[:80])
    found, more = found_pupils(search, seat.school, at=at, but={one.pk for one in ticked}) if may else ((), 0)
    return {
        "post": picture.post,
        "picture": picture,
        "spot": spot,
        "place": place_of(spot.area, picture.width, picture.height),
        "others": [
            (slug, words) for slug, words in (FACE_IS if spot.is_face else WORDS_ARE).items() if slug != "pupil"
        ],
        "ticked": ticked,
        "tied": _tied(every),
        "found": found,
        "more": more,
        "search": search,
        "searched": bool(search.words or search.class_name),
        "classes": roll.classes(seat.school, on=timezone.localdate(at)) if may and spot.is_face else [],
        "may_see_pupils": may,
        "cuts": _cuts(picture, spot, every),
    }


def crop_page(picture: Picture, data: QueryDict, *, problem: str) -> dict[str, Any]:
    """Return what the page for cutting by hand is given, with what was written where it could not be done."""
    sides = [(side, f"From the {words}", data.get(side, "")) for side, words in SIDES.items()]
    return {"post": picture.post, "picture": picture, "sides": sides, "problem": problem}


def _cuts(picture: Picture, spot: Spot, every: Sequence[Spot]) -> list[Cut]:
    """Return up to two ways to cut a box off, those that lose the fewest other faces first."""
    others = len(faces_left(every)) - (spot in faces_left(every))
    size = (picture.width, picture.height)
    made = [Cut(way, max(others - _left(picture.seen, way.area, spot), 0)) for way in ways_without(spot.area, size)]
    return sorted(made, key=lambda one: (one.lost, -one.way.share))[:2]


def _left(seen: Mapping[str, Any], area: Area, spot: Spot) -> int:
    return sum(one["key"] != spot.key for one in cut(seen, area)["faces"])


def _tied(every: Sequence[Spot]) -> dict[int, str]:
    """Return by pupil which face is theirs already."""
    return {one.pupil: one.name for one in every if one.pupil is not None}
