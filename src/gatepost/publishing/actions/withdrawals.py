"""What follows for posts when less of a pupil may be shown. Every door, import and nightly task calls this."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actor import SYSTEM, Actor
from gatepost.consents.actions import answerers, answers, bases, contacts, flags, pupils
from gatepost.consents.checks import check_giver_is_told
from gatepost.consents.models import Answer, Answerer, Asking, Basis, Contact, Flag, Pupil
from gatepost.policy import PolicyError
from gatepost.publishing.actions import takedowns
from gatepost.publishing.actions.signoff import void
from gatepost.publishing.gate import NoLonger, check_holds
from gatepost.publishing.models import Version
from gatepost.publishing.uses import live_that_may_not_stay, not_out_with, used_live, used_now
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from gatepost.schools.seat import Seat

REASON: Final = "Somebody in this post can’t be shown any more."
"""Why a post comes down. It never says who, or which of the reasons it is."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What followed: how many signed-off posts were stopped, and how many live ones are to come down."""

    stopped: int = 0
    asked: int = 0


@transaction.atomic
def record_answer(pupil: Pupil, *, by: Actor, at: datetime, **answer: Any) -> Answer:
    """Record an answer, and in the same transaction void what may not go out any more because of it.

    What is out already and may not stay is asked to be taken down. `answer` has the arguments of `answers.record`.
    """
    recorded = answers.record(pupil, by=by, at=at, **answer)
    if recorded.state != "granted" or recorded.expires_on is not None:
        _recheck_one(pupil, at=at)
    return recorded


@transaction.atomic
def record_answers(
    pupil: Pupil, *, said: Mapping[str, str], given_by: str, given_on: date, by: Actor, at: datetime,
    contact: Contact | None = None, relationship: str = "", expires_on: date | None = None, **answer: Any,
) -> list[Answer]:  # fmt: skip
    """Record all that one form of a day says, element → state, with what follows.

    A yes of it holds until `expires_on`. `answer` is what else its answers have in common. Raises UnableTo where who
    gave it is told in two ways.
    """
    check_giver_is_told(given_by=given_by, contact=contact, relationship=relationship)
    recorded = [
        answers.record(
            pupil, element=element, state=state, expires_on=expires_on if state == "granted" else None,
            given_by=given_by, contact=contact, relationship=relationship,
            given_at=answers.moment_of(given_on, state=state, at=at), by=by, at=at, **answer,
        )
        for element, state in said.items()
    ]  # fmt: skip
    _recheck_one(pupil, at=at)
    return recorded


@transaction.atomic
def set_flag(pupil: Pupil, *, reason: str, seat: Seat, at: datetime) -> Flag:
    """Raise the DSL's flag over a pupil, with what follows as for any answer."""
    flag = flags.set_flag(pupil, reason=reason, seat=seat, at=at)
    _recheck_one(pupil, at=at)
    return flag


@transaction.atomic
def end_contact(contact: Contact, *, by: Actor, at: datetime) -> Contact:
    """Ask somebody no more from today on: what rested on their yes rests on nothing now."""
    yesterday = timezone.localdate(at) - timedelta(days=1)
    ended = contacts.end(contact, on=yesterday, by=by, at=at)
    _recheck_one(contact.pupil, at=at)
    return ended


@transaction.atomic
def change_contact(contact: Contact, *, by: Actor, at: datetime, **fields: Any) -> Contact:
    """Change what is kept of somebody who is asked: the yes of one without parental responsibility holds nothing.

    `fields` are those of `contacts.change`.
    """
    changed = contacts.change(contact, by=by, at=at, **fields)
    _recheck_one(contact.pupil, at=at)
    return changed


@transaction.atomic
def ask_again(contact: Contact, *, by: Actor, at: datetime) -> Contact:
    """Ask somebody again who was asked no more: a yes of theirs counts again, and is looked for."""
    asked = contacts.ask_again(contact, by=by, at=at)
    _recheck_one(contact.pupil, at=at)
    return asked


@transaction.atomic
def decide_answerer(pupil: Pupil, *, who: str, reason: str, seat: Seat, at: datetime) -> Answerer:
    """Decide who answers about one pupil: what rested on somebody else's yes rests on nothing now."""
    made = answerers.decide(pupil, who=who, reason=reason, seat=seat, at=at)
    _recheck_one(pupil, at=at)
    return made


@transaction.atomic
def leave(pupil: Pupil, *, on: date, by: Actor, at: datetime) -> Pupil:
    """Set a pupil's last day on the roll. Where it is past, what follows does so at once, else in the night after."""
    left = pupils.leave(pupil, on=on, by=by, at=at)
    _recheck_one(left, at=at)
    return left


@transaction.atomic
def stay(pupil: Pupil, *, by: Actor, at: datetime) -> Pupil:
    """Take back that a pupil leaves or has left. What was stopped or taken down stays so."""
    return pupils.stay(pupil, by=by, at=at)


@transaction.atomic
def set_basis(*, tier: str, element: str, basis: str, seat: Seat, at: datetime, **more: str) -> Basis:
    """Set a lawful basis, and look again at everybody who is out: back on consent, the unasked may not stay."""
    made = bases.set_basis(tier=tier, element=element, basis=basis, seat=seat, at=at, **more)
    _recheck_all(seat.school, at=at)
    return made


@transaction.atomic
def set_asking(
    *, from_year: int | None, from_age: int | None, with_parent: bool, seat: Seat, at: datetime
) -> Asking:  # fmt: skip
    """Say who is asked, and look again at everybody who is out: whoever is asked now may not have answered yet."""
    made = bases.set_asking(from_year=from_year, from_age=from_age, with_parent=with_parent, seat=seat, at=at)
    _recheck_all(seat.school, at=at)
    return made


@transaction.atomic
def recheck(school: School, *, pupils: Iterable[int], at: datetime, by: Actor = SYSTEM) -> Followed:
    """Void what is signed off and may not go out any more, and ask for what is live and may not stay to come down.

    `pupils` are the ids of those of whom less may be shown than before. One pass however many there are: what is
    looked at is what uses them. On record it is Gatepost that does it, whoever set it off: that it was the DSL, a
    family or the calendar would tell everybody who reads a post's history why somebody can't be shown (domain D-05).
    """
    used = used_now(school, pupils)
    if not used:
        return Followed()
    stopped = sum(_stopped(version, by=by, at=at) for version in not_out_with(school, used))
    return Followed(stopped, _asked(school, used, by=by, at=at))


@transaction.atomic
def look_at_live(school: School, *, by: Actor, at: datetime) -> int:
    """Ask for everything live that may not stay any more to come down. Returns how many were asked for.

    For the night: what is signed off and not out is looked at by the sweep and by the gate.
    """
    return _asked(school, used_live(school), by=by, at=at)


def _asked(school: School, pupils: Iterable[int], *, by: Actor, at: datetime) -> int:
    down = live_that_may_not_stay(school, pupils, at=at)
    return takedowns.open_each(school, deliveries=down, reason=REASON, by=by, at=at)


def _recheck_one(pupil: Pupil, *, at: datetime) -> None:
    recheck(pupil.school, pupils=[pupil.pk], at=at)


def _recheck_all(school: School, *, at: datetime) -> None:
    everybody = Pupil.objects.of(school).order_by().values_list("pk", flat=True)
    recheck(school, pupils=everybody, at=at)


def _stopped(version: Version, *, by: Actor, at: datetime) -> bool:
    """Void a version that may not go out any more, and return whether it was. What cannot be judged may not either."""
    try:
        check_holds(version, at=at)
    except NoLonger as why:
        because = str(why)
    except (PolicyError, UnableTo):
        because = "It could not be looked at again when somebody’s answer changed. It goes back to its author."
    else:
        return False
    void(version, because=because, by=by, at=at)
    return True
