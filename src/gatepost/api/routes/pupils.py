"""Pupils: who is on the roll, what can be shown of each, and recording what a family answered."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router

from gatepost.api.caller import caller, pupil_in
from gatepost.api.pupil_shapes import (
    AnswererIn,
    AnswerIn,
    AnswerOut,
    CannotOut,
    FlagIn,
    LeaveIn,
    PlaceOut,
    PupilOut,
    RecordOut,
)
from gatepost.api.shapes import Id, Why
from gatepost.consents.actions import flags, looks
from gatepost.consents.checks import check_given_on
from gatepost.consents.effective import looked_up
from gatepost.consents.elements import SPLIT, TIERS
from gatepost.consents.listing import Held, cannot_be_shown, how_many, places, pupils_of
from gatepost.consents.models import Answer, Pupil
from gatepost.consents.records import answers_of, contacts_ever, contacts_of
from gatepost.publishing.actions import withdrawals
from gatepost.publishing.outlets import platforms_named
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from gatepost.schools.permissions import Permission

router = Router(tags=["pupils"])
_REFUSED = {403: Why, 404: Why, 409: Why}
PAGE = 100
"""Pupils in one answer."""


@router.get("", response={200: list[PupilOut], **_REFUSED})
def pupils(
    request: HttpRequest, school: Path[str], words: str = "", class_name: str = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> list[PupilOut]:  # fmt: skip
    """Return the roll by name, a hundred at a time, with what can and can’t be shown of each: never why.

    That somebody looked, and at how many, is kept in the record.
    """
    seat, now = caller(request, school, Permission.SEE_PUPILS), timezone.now()
    rows = pupils_of(seat.school, words=words[:80], class_name=class_name[:40], at=now)
    some = list(rows[(page - 1) * PAGE : page * PAGE])
    _, held = looked_up(seat.school, [one.pk for one in some], at=now)
    looks.look_over(pupils=len(some), seat=seat, at=now)
    platforms = platforms_named(seat.school, on=timezone.localdate(now))
    return [_pupil(one, held, platforms) for one in some]


@router.get("/cannot", response={200: list[CannotOut], **_REFUSED})
def cannot(
    request: HttpRequest, school: Path[str], class_name: str = "", tier: str = "social", platform: str = ""
) -> list[CannotOut]:
    """Return who can’t be shown in a picture of a class: names alone. That somebody looked is kept in the record."""
    seat, now, group = caller(request, school, Permission.SEE_PUPILS), timezone.now(), class_name[:40]
    found = cannot_be_shown(seat.school, group, tier=tier, platform=platform, at=now)
    looks.look_over(pupils=how_many(seat.school, group, at=now), seat=seat, at=now)
    return [CannotOut(id=one.pk, name=one.full_name) for one in found]


@router.get("/{pupil}", response={200: PupilOut, **_REFUSED})
def pupil(request: HttpRequest, school: Path[str], pupil: Path[Id]) -> PupilOut:
    """Return what can and can’t be shown of one pupil. That somebody looked is kept in the record."""
    seat, now = caller(request, school, Permission.SEE_PUPILS), timezone.now()
    found = pupil_in(seat, pupil)
    looks.look(found, seat=seat, at=now)
    return _now(seat.school, found)


@router.get("/{pupil}/answers", response={200: list[AnswerOut], **_REFUSED})
def answers(request: HttpRequest, school: Path[str], pupil: Path[Id]) -> list[AnswerOut]:
    """Return everything that was answered about a pupil, the newest first: to the DSL and the DPO."""
    seat = caller(request, school, Permission.SEE_ANSWERS)
    found = pupil_in(seat, pupil)
    looks.look(found, seat=seat, at=timezone.now())
    return [_answer(one) for one in answers_of(found)]


@router.post("/{pupil}/answers", response={200: RecordOut, **_REFUSED})
def record(request: HttpRequest, school: Path[str], pupil: Path[Id], body: AnswerIn) -> RecordOut:
    """Record what a form says, or what somebody said. What may not stay because of it is stopped at once."""
    seat, now = caller(request, school, Permission.RECORD_ANSWERS), timezone.now()
    found, said = pupil_in(seat, pupil), body.dict(exclude={"about", "contact"})
    if body.contact is not None:
        reads = seat.may(Permission.SEE_ANSWERS)  # who may set aside what somebody said who is asked no more
        asked = contacts_ever(found) if reads else contacts_of(found, on=timezone.localdate(now))
        said["contact"] = asked.filter(pk=body.contact).first()
        if said["contact"] is None:
            raise UnableTo("Nobody of this number is asked about this pupil.")
    said["given_on"] = _day(body, today=timezone.localdate(now))
    about: dict[str, str] = {element: state for element, state in body.about.items()}  # noqa: C416 - widened
    made = withdrawals.record_answers(found, said=about, by=seat.actor, at=now, **said)
    return RecordOut(recorded=len(made))


def _day(body: AnswerIn, *, today: date) -> date:
    """Return the day of an answer. Raises UnableTo for a day that cannot be, and for a platform that has none."""
    if body.platform and body.tier != SPLIT:
        raise UnableTo(f"Only {TIERS[SPLIT]} has platforms. Leave the platform out.")
    given_on = body.given_on or today
    check_given_on(given_on, today=today)
    return given_on


@router.post("/{pupil}/flag", response={200: RecordOut, **_REFUSED})
def flag(request: HttpRequest, school: Path[str], pupil: Path[Id], body: FlagIn) -> RecordOut:
    """Say that a pupil is not to be shown: the DSL alone."""
    seat = caller(request, school, Permission.PROTECT_PUPILS)
    withdrawals.set_flag(pupil_in(seat, pupil), reason=body.reason, seat=seat, at=timezone.now())
    return RecordOut(recorded=1)


@router.post("/{pupil}/flag/end", response={200: RecordOut, **_REFUSED})
def end_flag(request: HttpRequest, school: Path[str], pupil: Path[Id]) -> RecordOut:
    """Let what the family answered hold again: the DSL alone."""
    seat = caller(request, school, Permission.PROTECT_PUPILS)
    flags.end_flag(pupil_in(seat, pupil), seat=seat, at=timezone.now())
    return RecordOut(recorded=1)


@router.post("/{pupil}/who-answers", response={200: RecordOut, **_REFUSED})
def decide_answerer(request: HttpRequest, school: Path[str], pupil: Path[Id], body: AnswererIn) -> RecordOut:
    """Decide who answers about one pupil: the DSL and the DPO."""
    seat = caller(request, school, Permission.SEE_ANSWERS)
    said = body.dict()
    withdrawals.decide_answerer(pupil_in(seat, pupil), seat=seat, at=timezone.now(), **said)
    return RecordOut(recorded=1)


@router.post("/{pupil}/leave", response={200: RecordOut, **_REFUSED})
def leave(request: HttpRequest, school: Path[str], pupil: Path[Id], body: LeaveIn) -> RecordOut:
    """Set the last day on the roll; with a day that is past, what may not stay is stopped at once."""
    seat = caller(request, school, Permission.RECORD_ANSWERS)
    withdrawals.leave(pupil_in(seat, pupil), on=body.on, by=seat.actor, at=timezone.now())
    return RecordOut(recorded=1)


@router.post("/{pupil}/stay", response={200: RecordOut, **_REFUSED})
def stay(request: HttpRequest, school: Path[str], pupil: Path[Id]) -> RecordOut:
    """Take back that a pupil leaves or has left."""
    seat = caller(request, school, Permission.RECORD_ANSWERS)
    withdrawals.stay(pupil_in(seat, pupil), by=seat.actor, at=timezone.now())
    return RecordOut(recorded=1)


def _now(school: School, found: Pupil) -> PupilOut:
    _, held = looked_up(school, [found.pk], at=timezone.now())
    return _pupil(found, held, platforms_named(school, on=timezone.localdate()))


def _pupil(found: Pupil, held: Held, platforms: tuple[str, ...]) -> PupilOut:
    shown = [PlaceOut(tier=one.tier, platform=one.platform, can=list(one.can), cannot=list(one.cannot))
             for one in places(held, found.pk, platforms=platforms)]  # fmt: skip
    return PupilOut(id=found.pk, name=found.full_name, year=found.year, class_name=found.class_name, places=shown)


def _answer(one: Answer) -> AnswerOut:
    names = ("tier", "platform", "element", "state", "given_by", "relationship", "method", "in_writing", "evidence",
             "given_at", "expires_on", "recorded_at")  # fmt: skip
    return AnswerOut(contact=one.contact_id, wording=one.wording_id, **{name: getattr(one, name) for name in names})
