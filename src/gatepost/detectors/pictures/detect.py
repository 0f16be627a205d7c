"""All picture detectors over one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from gatepost.detectors.pictures.look import LIMITS, look
from gatepost.detectors.pictures.models import Finder
from gatepost.detectors.pictures.names import names_on
from gatepost.detectors.pictures.opened import opened
from gatepost.detectors.pictures.refused import CannotLook
from gatepost.detectors.pictures.seen import Box, Seen

if TYPE_CHECKING:
    from gatepost.detectors.names.roster import Roster

TYPES: Final = ("location", "face", "text", "name")
"""What can be found in a picture, in the order in which it is told (contract, `gatepost detect`)."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One thing found in a picture: `type` is of TYPES, and there is no box for what the file says beside its pixels.

    `text` holds the words, `who` the keys of those on the roll whom a name may mean, `form` how much of it there is.
    """

    type: str
    confidence: float
    why: str
    box: Box | None = None
    text: str = ""
    who: tuple[str, ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True)
class Detected:
    """What was found in a picture. `seen` is None where nothing has looked into it, and `problem` says why."""

    sightings: tuple[Sighting, ...]
    seen: Seen | None = None
    problem: str | None = None


def detect_picture(data: bytes, *, roster: Roster | None = None, find: Finder = find_spec) -> Detected:
    """Return what is found in a file. Where the models are not installed, that is the place that it carries alone.

    Raises Unreadable, with the sentence that the user reads, where the file is no picture.
    """
    place = tuple(_place(data))
    try:
        seen = look(data, find=find)
    except CannotLook as problem:
        return Detected(place, problem=str(problem))
    return Detected((*place, *_in(seen, roster)), seen)


def _place(data: bytes) -> Iterator[Sighting]:
    from gatepost.detectors.pictures.carried import carries_place

    with opened(data, limits=LIMITS) as file:
        if carries_place(file):
            yield Sighting("location", 1.0, "the file says where the picture was taken")


def _in(seen: Seen, roster: Roster | None) -> Iterator[Sighting]:
    for face in seen.faces:
        way = "towards the camera" if face.frontal else "turned away or tilted"
        yield Sighting("face", face.confidence, f"a face, {way}", face.box)
    for words in (one for one in seen.words if not one.is_scrap):
        yield Sighting("text", words.confidence, "words that can be read", words.box, words.text)
    for named in names_on(seen, roster) if roster else ():
        why = named.why if named.kind == "pupil" else f"{named.why}; a member of staff"
        form = named.form if named.kind == "pupil" else ""
        yield Sighting("name", named.confidence, why, named.box, named.text, named.who, form)
