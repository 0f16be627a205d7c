"""What was found in a picture, as its page shows it: boxes over it, a list of them, and what is on offer for all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any, Final

from django.utils.dateparse import parse_datetime

from gatepost.detectors.pictures.seen import is_scrap
from gatepost.publishing.desk import Desk
from gatepost.publishing.models.declined import WHYS
from gatepost.publishing.pictures.boxes import BLURRED, FACE_IS, WORDS_ARE, Area, Spot, faces_left, spots
from gatepost.publishing.pictures.counting import counted
from gatepost.publishing.pictures.pointing import boxes_of
from gatepost.publishing.pictures.risk import proposed
from gatepost.publishing.pictures.unsettled import is_looking
from gatepost.publishing.states import FACES

TAPPED: Final = 8
"""Percent of the picture's width from which on a box in it can be tapped on a phone. Others are tapped in the list."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a picture. `kind` and `words` are its state, `pin` the number of a finding about it, 0 for none.

    `place` are the classes that put it over the picture, nothing where it is not drawn.
    """

    spot: Spot
    kind: str
    words: str
    pin: int
    place: str
    taps: bool

    @property
    def css(self) -> str:
        """The classes by which it is drawn: round for a face, dashed where all is well."""
        numbered = "stop" if self.kind == "stop" else "fix"
        state = numbered if self.pin else {"decide": "ask"}.get(self.kind, "clear")
        return f"gp-box{' gp-box--face' if self.spot.is_face else ''} gp-box--{state} {self.place}"


@dataclass(frozen=True, slots=True)
class Like:
    """A post in which a picture like this one was, and what became of it when."""

    post: int
    words: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of a picture from looking into it. `kind` is looking, unseen or seen.

    `blur_faces` are the faces without permission and `blur_names` the names on the roll, as a form sends them;
    `proposal` is how it seems to show its people, slug and words.
    """

    picture: int
    kind: str
    says: str
    faces: tuple[Box, ...]
    names: tuple[Box, ...]
    writing: tuple[Box, ...]
    blur_faces: tuple[str, ...]
    blur_names: tuple[str, ...]
    proposal: tuple[str, str]
    like: tuple[Like, ...]

    @property
    def drawn(self) -> tuple[Box, ...]:
        """Every box that stands over the picture."""
        return tuple(one for one in (*self.faces, *self.names) if one.place)


def look_of(picture: Mapping[str, Any], desk: Desk, *, at: datetime) -> Look:
    """Return what was found in a picture of the content that a desk is about."""
    every = spots(picture.get("seen", {}), picture.get("marks", {}))
    made = _Making(picture, desk, _pins(picture, desk), _stopped(desk))
    named = {one.key for one in desk.assessment.legible if one.picture == picture["id"]}
    boxes = {one.key: made.box(one, drawn=one.is_face or one.key in named) for one in every}
    without = tuple(one.key for one in faces_left(every) if made.without_permission(one))
    slug = proposed(picture.get("seen", {}), picture.get("marks", {}), size=(picture["width"], picture["height"]))
    words = [one for one in boxes.values() if not one.spot.is_face]
    kind = _kind(picture, at=at)
    return Look(
        picture["id"], kind, _says(picture, kind, every, len(named)),
        tuple(one for one in boxes.values() if one.spot.is_face),
        tuple(one for one in words if one.spot.key in named or one.spot.blurred),
        tuple(one for one in words if not (one.spot.key in named or one.spot.blurred or is_scrap(one.spot.text))),
        without, tuple(key for key in boxes if key in named), (slug, FACES.get(slug, "")), _likes(picture),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Making:
    picture: Mapping[str, Any]
    desk: Desk
    pins: Mapping[str, int]
    stopped: frozenset[int | None]

    def box(self, spot: Spot, *, drawn: bool) -> Box:
        kind, words = self._state(spot)
        drawn = drawn and spot.said not in {BLURRED, "no_face", "no_name"}
        return Box(
            spot,
            kind,
            words,
            self.pins.get(spot.key, 0),
            place_of(spot.area, self.picture["width"], self.picture["height"]) if drawn else "",
            self._taps(spot),
        )

    def without_permission(self, face: Spot) -> bool:
        return not face.said or (face.said == "pupil" and face.pupil in self.stopped)

    def _state(self, spot: Spot) -> tuple[str, str]:
        if spot.blurred:
            return "clear", "Blurred"
        if spot.said == "pupil":
            pupil = self.desk.assessment.pupils.get(spot.pupil or 0)
            name = pupil.full_name if pupil else "A pupil who has left"
            return ("stop", f"{name} can’t be shown") if spot.pupil in self.stopped else ("clear", name)
        if spot.said:
            return "clear", {**FACE_IS, **WORDS_ARE}[spot.said]
        return ("decide", "Not said yet") if spot.is_face else ("fix" if spot.key in self.pins else "none", "")

    def _taps(self, spot: Spot) -> bool:
        return min(spot.area.width, spot.area.height) * 100 >= TAPPED * int(self.picture["width"])


def place_of(area: Area, width: int, height: int) -> str:
    """Return the classes (see boxes.css) that put an area over a picture of a size: whole percents that enclose it."""
    left, top = min(area.x * 100 // width, 99), min(area.y * 100 // height, 99)
    wide = min(max(ceil(area.right * 100 / width) - left, 1), 100 - left)
    tall = min(max(ceil(area.bottom * 100 / height) - top, 1), 100 - top)
    return f"bx-{left} by-{top} bw-{wide} bh-{tall}"


def _kind(picture: Mapping[str, Any], *, at: datetime) -> str:
    if is_looking(picture, at=at):
        return "looking"
    return "seen" if picture.get("look") in {"done", "faces"} else "unseen"


def _says(picture: Mapping[str, Any], kind: str, every: tuple[Spot, ...], names: int) -> str:
    if kind == "unseen":
        return "Nothing has looked into this picture. Look yourself for faces, and for names on badges and work."
    if picture.get("look") == "waiting":
        return "Looking at the picture…"
    faces = counted(every, picture["pupils"])
    if picture.get("look") == "faces":
        return f"{faces}. {'Looking for words…' if kind == 'looking' else 'Words were not looked for.'}"
    read = "No name on the roll was read" if not names else "A name on the roll can be read"
    return f"{faces}. {read}. Look yourself too: it may miss some."


def _pins(picture: Mapping[str, Any], desk: Desk) -> dict[str, int]:
    pins: dict[str, int] = {}
    for shown in desk.shown:
        for spot in boxes_of(shown.finding, picture, desk.assessment):
            pins.setdefault(spot.key, shown.finding.number)
    return pins


def _stopped(desk: Desk) -> frozenset[int | None]:
    return frozenset(one.finding.matter.pupil for one in desk.shown if one.finding.matter.element == "photo")


def _likes(picture: Mapping[str, Any]) -> tuple[Like, ...]:
    found = picture.get("seen", {}).get("like", ())
    return tuple(Like(one["post"], WHYS[one["why"]], parse_datetime(one["at"])) for one in found[:3])
