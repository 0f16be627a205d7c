"""Decide about an account that somebody came across, with all that follows: the register, and a task."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from gatepost.channels.actions import register
from gatepost.channels.actions import sightings as kept
from gatepost.channels.decisions import DECISIONS, disclaimer
from gatepost.channels.doubles import double_of, hold
from gatepost.channels.models import Channel, Sighting
from gatepost.channels.models.channel import platform_name
from gatepost.consents.roster import known
from gatepost.detectors.unseen import is_blank
from gatepost.duties.actions import duties
from gatepost.duties.naming import bears_name
from gatepost.duties.queries import open_about
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

KIND = "sighting"


@transaction.atomic
def decide(
    sighting: Sighting, *, decision: str, reason: str, seat: Seat, at: datetime, by_day: date | None = None
) -> Sighting:
    """Decide about a reported account. `by_day` is by when what follows is to be done; else as `decisions` says.

    Ours, and those close to us, go on the register; whoever decides owes what comes next. Raises UnableTo.
    """
    seat.check_may(Permission.MANAGE_CHANNELS)
    row = kept.locked(sighting)
    if by_day is not None and by_day < timezone.localdate(at):
        raise UnableTo("Choose a day from today on.")
    channel = None if row.decision else _registered(row, decision=decision, seat=seat, at=at)
    decided = kept.decide(row, decision=decision, reason=reason, seat=seat, at=at, channel=channel)
    chosen = DECISIONS[decision]
    if chosen.days is not None:
        due = by_day or timezone.localdate(at) + timedelta(days=chosen.days)
        what = f"{chosen.task}, on {platform_name(row.platform)}"
        duties.open_duty(
            row.school, owner=seat.person, kind=KIND, what=what, about=about(row),
            due_at=timezone.make_aware(datetime.combine(due, time(17))), by=seat.actor, at=at,
        )  # fmt: skip
    return decided


@transaction.atomic
def finish(sighting: Sighting, *, proof: str, seat: Seat, at: datetime) -> None:
    """Say that the next step is done, and how one can tell."""
    seat.check_may(Permission.MANAGE_CHANNELS)
    duty = open_about(seat.school, [about(sighting)], kind=KIND).get(about(sighting))
    if duty is None:
        raise UnableTo("Nothing is still to be done about this account.")
    if is_blank(proof):
        raise UnableTo("Say how one can tell that it is done.")
    duties.finish(duty, person=seat.person, by=seat.actor, at=at, proof=proof.strip())


@transaction.atomic
def show(sighting: Sighting, *, shown: bool, seat: Seat, at: datetime) -> Sighting:
    """List a fake on the public page as not the school's, or no more. Raises UnableTo where it names somebody."""
    if shown and _names_somebody(sighting):
        raise UnableTo("Its name or address names a person, and the public page names nobody. It stays off the list.")
    return kept.show(sighting, shown=shown, seat=seat, at=at)


def about(sighting: Sighting) -> str:
    """Return what a task about a reported account names it by."""
    return f"sighting:{sighting.pk}"


def _registered(row: Sighting, *, decision: str, seat: Seat, at: datetime) -> Channel | None:
    """Put an account on the register where the decision says that it belongs there. What is not known stays empty.

    Where it is there already as what was decided, that entry is the one.
    """
    if decision not in {"ours", "associated"}:
        return None
    known = {name: row.said[name] for name in ("master_rights", "editorial_oversight", "authorised")
             if name in row.said}  # fmt: skip
    said: dict[str, Any] = known if decision == "ours" else {"kind": "associated", "disclaimer": disclaimer(row.school)}
    hold(row.school)
    kind = "account" if decision == "ours" else "associated"
    new = Channel(school=row.school, kind=kind, platform=row.platform, name=row.name, address=row.address)
    there = double_of(new, on=timezone.localdate(at))
    if there is not None and there.kind == kind:
        return there
    return register.open_channel(row.school, platform=row.platform, name=row.name, by=seat.actor, at=at,
                                 address=row.address, **said)  # fmt: skip


def _names_somebody(sighting: Sighting) -> bool:
    """Tell whether a reported account bears the name of a pupil or of one of the staff, those who left among them."""
    return bears_name(f"{sighting.name} {sighting.address}", known(sighting.school).people)
