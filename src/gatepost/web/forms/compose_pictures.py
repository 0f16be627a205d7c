"""The fields of a draft's pictures, filled in: what is stored of them, or what was sent and could not be saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from gatepost.consents import queries as roll
from gatepost.consents.models import Pupil
from gatepost.publishing.desk import Desk
from gatepost.publishing.models import Picture
from gatepost.publishing.states import FACES
from gatepost.schools.models import School
from gatepost.web.forms.compose import Search
from gatepost.web.forms.picture_boxes import Look, look_of

NAMES: Final = {
    "none": "No name can be read",
    "first": "A first name",
    "surname": "A surname",
    "full": "A full name",
}
DEVICES: Final = {"school_device": "A school device", "personal_device": "Somebody’s own phone or camera"}
CHOICES: Final = {"face_shown": FACES, "names_visible": NAMES, "capture_device": DEVICES}
"""Field → value → the words of the choice."""
MOST: Final = 40
"""Pupils of one search. A class has fewer."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A pupil who is said to be in a picture. `kind` is clear, stop, or none while it has not been looked up."""

    pupil: Pupil
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A picture with its fields. `found` are the pupils of a search, `more` how many there are beyond them."""

    picture: Picture
    number: int
    of: int
    values: Mapping[str, str]
    chosen: tuple[Chosen, ...]
    nobody: bool
    look: Look
    search: Search | None = None
    found: tuple[Pupil, ...] = ()
    more: int = 0

    @property
    def called(self) -> str:
        """What to call it."""
        return "The picture" if self.of == 1 else f"Picture {self.number}"


def parts(
    pictures: Sequence[Picture], desk: Desk, *, sent: Mapping[int, Mapping[str, Any]], search: Search | None,
    school: School, at: datetime,
) -> tuple[Part, ...]:  # fmt: skip
    """Return the pictures with their fields. `sent` holds what was sent and could not be saved, by picture."""
    return tuple(
        _part(picture, number, len(pictures), desk, sent.get(picture.pk), search, school, at)
        for number, picture in enumerate(pictures, start=1)
    )


def _part(
    picture: Picture, number: int, of: int, desk: Desk, sent: Mapping[str, Any] | None, search: Search | None,
    school: School, at: datetime,
) -> Part:  # fmt: skip
    values = {name: str((sent or {}).get(name, getattr(picture, name))) for name in (*CHOICES, "alt_text", "reason")}
    stored = next(one for one in desk.assessment.content["pictures"] if one["id"] == picture.pk)
    look = look_of(stored, desk, at=at)
    pupils = [desk.assessment.pupils[pk] for pk in stored["pupils"] if pk in desk.assessment.pupils]
    if sent and "pupils" in sent:
        pupils = roll.chosen(school, sent["pupils"])
    pupils.sort(key=lambda pupil: (pupil.last, pupil.first))
    nobody = (not pupils and (picture.people_said or bool(sent and "pupils" in sent))) or bool(
        sent and sent.get("nobody")
    )
    chosen = tuple(_chosen(pupil, picture, desk) for pupil in pupils)
    if search is None or search.picture != picture.pk:
        return Part(picture, number, of, values, chosen, nobody, look)
    found, more = found_pupils(search, school, at=at, but={pupil.pk for pupil in pupils})
    return Part(picture, number, of, values, chosen, nobody, look, search, found, more)


def _chosen(pupil: Pupil, picture: Picture, desk: Desk) -> Chosen:
    saved = next((one for one in desk.assessment.content["pictures"] if one["id"] == picture.pk), None)
    if saved is None or pupil.pk not in saved["pupils"]:
        return Chosen(pupil, "none", "Not checked yet")
    stopped = {one.finding.matter.pupil for one in desk.shown if one.finding.matter.element == "photo"}
    return Chosen(pupil, "stop", "Can’t be shown") if pupil.pk in stopped else Chosen(pupil, "clear", "Can be shown")


def found_pupils(search: Search, school: School, *, at: datetime, but: set[int]) -> tuple[tuple[Pupil, ...], int]:
    """Return the pupils of a class, or those whose names begin so, but for those who are chosen already."""
    today = timezone.localdate(at)
    if not search.words and not search.class_name:
        return (), 0
    rows = roll.search(school, search.words, on=today)
    if search.class_name:
        rows = rows.filter(class_name=search.class_name)
    found = list(rows.exclude(pk__in=but)[: MOST + 1])
    more = rows.exclude(pk__in=but).count() - MOST if len(found) > MOST else 0
    return tuple(found[:MOST]), more
