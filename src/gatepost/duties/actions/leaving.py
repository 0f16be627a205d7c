"""Somebody leaves or changes jobs: list what they can reach, close it, and end it by itself once the day is over."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.channels.secrets import check_no_secret
from gatepost.duties import emails
from gatepost.duties.access import access_of, things
from gatepost.duties.actions import duties
from gatepost.duties.actions.ending import Ending, end_item
from gatepost.duties.leaving_checks import (
    check_can_begin,
    check_can_close,
    check_can_take_back,
    check_not_own,
    check_somebody_else,
)
from gatepost.duties.leaving_kinds import MAY_STAY, WHYS
from gatepost.duties.leavings import due
from gatepost.duties.models import Duty, Leaving, LeavingItem
from gatepost.duties.queries import calendar
from gatepost.duties.school_days import school_days_between
from gatepost.duties.taking_over import check_can_take_over, heirs
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School, Trust
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat

KIND: Final = "leaving"
LATE: Final = "leaving.late"


@transaction.atomic
def begin(
    person: Person, *, last_day: date, why: str, seat: Seat, at: datetime, stays: Collection[str] = ()
) -> Leaving:
    """Record that somebody leaves or changes jobs, with an item for all that they can reach or owe, and a task.

    `stays` names what whoever changes jobs keeps, such as `role:7`. Where the day is over already, whatever Gatepost
    can end ends now. Raises NotAllowed and UnableTo.
    """
    _one_at_a_time(seat.school)
    check_can_begin(person, last_day=last_day, why=why, seat=seat, at=at)
    row = Leaving.objects.create(
        person=person, school=seat.school, last_day=last_day, why=why, begun_by=seat.person, begun_at=at
    )
    kept = {one for one in stays if one.partition(":")[0] in MAY_STAY} if why == "moves" else ()
    _list(row, stays=kept)
    _record("leaving.begun", row, seat.actor, at=at, why=WHYS[why], day=f"{last_day:%-d %B %Y}")
    _task(row, by=seat.actor, at=at)
    if last_day < timezone.localdate(at):
        end(row, by=seat.actor, at=at)
    return row


@transaction.atomic
def finish(
    leaving: Leaving, *, items: Collection[int], seat: Seat, at: datetime, proof: str = "", to: Person | None = None
) -> Leaving:
    """Close these items, by id. What Gatepost can end it ends; of the rest `proof` says how one can tell.

    `to` is who takes over accounts and tasks. Raises UnableTo where either is missing, or nothing was chosen.
    """
    seat.check_may(Permission.MANAGE_PEOPLE)
    row = _locked(leaving)
    chosen = list(row.items.filter(pk__in=items, done_at__isnull=True, stays=False))
    check_can_close(chosen, proof=proof)
    check_no_secret(proof)
    if any(item.what in {"role", "sign_in"} for item in chosen):
        check_not_own(row.person, seat, at=at)
    if any(not item.kind.by_itself for item in chosen):
        check_somebody_else(row, seat=seat, at=at)
    if any(item.kind.hands_over for item in chosen):
        check_can_take_over(to, leaving=row, items=chosen, at=at)
    for item in chosen:
        end_item(item, Ending(row.person, to, seat.actor, at))
        item.done_at, item.done_by = at, seat.person
        item.proof = "" if item.kind.by_itself else proof.strip()[:300]
        item.save(update_fields=["done_at", "done_by", "proof"])
    _record("leaving.listed", row, seat.actor, at=at, count=len(chosen))
    return _settled(row, person=seat.person, by=seat.actor, at=at)


@transaction.atomic
def end(leaving: Leaving, *, by: Actor, at: datetime) -> Leaving:
    """End whatever of somebody's access Gatepost can end, since their last day is over. What a person does stays open.

    What they were given since it was listed ends too, unless they left early and came back since. Accounts and tasks
    go to whoever keeps the accounts, and what they may not do to somebody who may. A task that nobody may do stays on
    the list until somebody may; an account then has no owner.
    """
    row = _locked(leaving)
    if not _came_back(row):
        _list(row)
    left = [item for item in row.items.filter(done_at__isnull=True, stays=False) if item.kind.by_itself]
    to = heirs(row, left, first=_keeper(row, at=at), gone=_gone(row, at=at), at=at)
    left = [item for item in left if item.what != "duty" or to.get(item, row.person) is not None]
    if row.ended_at is not None and not left:
        return row
    for item in left:
        end_item(item, Ending(row.person, to.get(item), by, at))
        item.done_at = at
        item.save(update_fields=["done_at"])
    row.ended_at, row.done_at = at, None
    row.save(update_fields=["ended_at", "done_at"])
    _record("leaving.ended", row, by, at=at, count=len(left))
    if row.items.filter(done_at__isnull=True, stays=False).exists():
        emails.remind(_task(row, by=by, at=at), at=at)
        return row
    return _settled(row, person=row.begun_by, by=by, at=at)


@transaction.atomic
def take_back(leaving: Leaving, *, seat: Seat, at: datetime) -> Leaving:
    """Say that somebody does not leave after all. Raises UnableTo once anything of theirs has ended."""
    row = _locked(leaving)
    check_can_take_back(row, seat=seat, at=at)
    row.withdrawn_at, row.withdrawn_by = at, seat.person
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _record("leaving.withdrawn", row, seat.actor, at=at, why=WHYS[row.why])
    _finish_tasks(row, person=seat.person, by=seat.actor, at=at, proof="Taken back.")
    return row


@transaction.atomic
def escalate(leaving: Leaving, *, by: Actor, at: datetime) -> bool:
    """Give the DPO a task where items are open on the next school day after the last. Returns whether it is new."""
    row = _locked(leaving)
    over = school_days_between(due(row.last_day), at, calendar=calendar(row.school)) >= 1
    asked = Duty.objects.of(row.school).filter(kind=LATE, about=about(row)).exists()
    if row.done_at is not None or row.withdrawn_at is not None or not over or asked:
        return False
    dpo = next((one.person for one in seats(row.school, at=at, roles=["dpo"])), None) or _keeper(row, at=at)
    if dpo is None:
        return False
    what = f"Overdue: see that what {row.person} could reach is closed"
    duty = duties.open_duty(row.school, owner=dpo, kind=LATE, what=what[:200], about=about(row),
                            due_at=due(timezone.localdate(at)), by=by, at=at)  # fmt: skip
    emails.remind(duty, at=at)
    return True


def about(leaving: Leaving) -> str:
    """Return what a task about a leaving names it by."""
    return f"leaving:{leaving.pk}"


def _list(row: Leaving, *, stays: Collection[str] = ()) -> None:
    """Put on the list whatever is not on it yet. What has come to stand again after it was closed is open again."""
    there = {item.about: item for item in row.items.all()}
    kept = {key for key, item in there.items() if item.stays} | set(stays)
    where = None if row.why == "leaves" else row.school
    for thing in things(access_of(row.person, school=where), school=where, stays=kept):
        item = there.get(thing.about)
        if item is None:
            LeavingItem.objects.create(leaving=row, what=thing.what, about=thing.about, says=thing.says,
                                       stays=thing.about in kept)  # fmt: skip
        elif item.done_at is not None and item.kind.by_itself and item.what != "sign_in":
            item.done_at = item.done_by = None
            item.save(update_fields=["done_at", "done_by"])


def _came_back(row: Leaving) -> bool:
    """Return whether somebody whose sign-in was closed before their last day was added anew since."""
    return row.person.is_active and row.items.filter(what="sign_in", done_at__isnull=False).exists()


def _task(row: Leaving, *, by: Actor, at: datetime) -> Duty:
    owner = _keeper(row, at=at) or row.begun_by
    what = f"Close what {row.person} can reach: {WHYS[row.why]} on {row.last_day:%-d %B}"
    return duties.open_duty(row.school, owner=owner, kind=KIND, what=what[:200], about=about(row),
                            due_at=due(row.last_day), by=by, at=at)  # fmt: skip


def _keeper(row: Leaving, *, at: datetime) -> Person | None:
    """Return whoever keeps the accounts of the school and does not leave: the head first."""
    gone = _gone(row, at=at)
    keep = [one for one in seats(row.school, at=at) if one.may(Permission.MANAGE_CHANNELS)]
    keep.sort(key=lambda one: "headteacher" not in one.roles)
    rest = [row.begun_by] if row.begun_by.is_active else []
    return next((one for one in (*(seat.person for seat in keep), *rest) if one.pk not in gone), None)


def _gone(row: Leaving, *, at: datetime) -> set[int]:
    """Return who leaves, and whoever else of the trust does whose last day is over too, by id."""
    going = Leaving.objects.of_trust(row.person.trust_id).filter(
        why="leaves", withdrawn_at__isnull=True, ended_at__isnull=True, done_at__isnull=True
    )
    return {row.person_id, *going.filter(last_day__lt=timezone.localdate(at)).values_list("person", flat=True)}


def _settled(row: Leaving, *, person: Person, by: Actor, at: datetime) -> Leaving:
    if not row.items.filter(done_at__isnull=True, stays=False).exists():
        row.done_at = at
        row.save(update_fields=["done_at"])
        _finish_tasks(row, person=person, by=by, at=at, proof="Everything on the list is closed.")
    return row


def _finish_tasks(row: Leaving, *, person: Person, by: Actor, at: datetime, proof: str) -> None:
    rows = Duty.objects.of(row.school).filter(about=about(row), kind__in=[KIND, LATE], done_at__isnull=True)
    for duty in rows.select_related("school__trust"):
        duties.finish(duty, person=person, by=by, at=at, proof=proof)


def _one_at_a_time(school: School) -> None:
    # Two heads who let each other go at once would both find the other still there.
    Trust.objects.select_for_update().get(pk=school.trust_id)


def _locked(leaving: Leaving) -> Leaving:
    _one_at_a_time(leaving.school)
    row = Leaving.objects.of(leaving.school_id).select_related("person__trust", "school__trust", "begun_by")
    found = row.get(pk=leaving.pk)
    if found.withdrawn_at is not None:
        raise UnableTo("This was taken back.")
    return found


def _record(kind: str, row: Leaving, by: Actor, *, at: datetime, **facts: str | int) -> None:
    school = row.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=f"person:{row.person_id}",
           facts={"person": row.person.name, **facts})  # fmt: skip
