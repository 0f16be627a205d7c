"""Chase the checks that accounts need: a task in time for whoever keeps the account, and the DPO where it is late."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from gatepost.audit.actor import Actor
from gatepost.channels.actions import looking
from gatepost.channels.closings import signed_in_to
from gatepost.channels.models import Administrator, Channel, Check
from gatepost.channels.standings import standings
from gatepost.duties import emails
from gatepost.duties.actions import duties
from gatepost.duties.chasing import Chase, chases
from gatepost.duties.models import Duty
from gatepost.duties.queries import calendar, open_about
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat

KIND: Final = "check"
LATE: Final = "check.late"
_KEEPERS: Final = ("account_holder", "headteacher", "central_team")
"""Who is asked where nobody owns an account, the first who is there."""


@transaction.atomic
def look_round(school: School, *, by: Actor, at: datetime) -> int:
    """Open a task for every check of a school's accounts that is due soon or overdue. Returns how many are new.

    One that has been overdue for a school week opens a task for the DPO too, or, where there is none, for somebody else
    who keeps the accounts. Doing it again changes nothing.
    """
    found = _found(school, signed_in_to(school, on=timezone.localdate(at)), at=at)
    days, staff = calendar(school), seats(school, at=at)
    _drop_the_rest(school, [chase.about for _, chase in found], by=by, at=at)
    late = [(channel, chase) for channel, chase in found if chase.is_late(at=at, calendar=days)]
    new = _opened(school, ((chase, keeper(channel, staff)) for channel, chase in found), KIND, by=by, at=at)
    return new + _opened(school, ((chase, _escalated(channel, staff)) for channel, chase in late), LATE, by=by, at=at)


@transaction.atomic
def look_at(channel: Channel, *, by: Actor, at: datetime, but: Person | None = None) -> int:
    """Open the tasks that one account needs now, as the hourly task would. Returns how many are new.

    `but` is who gets none: somebody who leaves changes no password that they are no longer to know.
    """
    school = channel.school
    found = _found(school, signed_in_to(school, on=timezone.localdate(at)).filter(pk=channel.pk), at=at)
    staff = [one for one in seats(school, at=at) if one.person != but] if found else []
    return _opened(school, ((chase, keeper(row, staff)) for row, chase in found), KIND, by=by, at=at)


def _found(school: School, channels: QuerySet[Channel], *, at: datetime) -> list[tuple[Channel, Chase]]:
    """Return what is to be chased on these accounts. Without a policy that is what no policy has to ask for."""
    on = timezone.localdate(at)
    policy = policy_in_force(school, on=on)
    rows, days = list(channels.select_related("owner", "school__trust")), calendar(school)
    held = standings(rows, of=school, policies={school.pk: policy.all} if policy else {}, on=on)
    return [(one.channel, chase) for one in held for chase in chases(one, on=on, calendar=days)]


def _opened(
    school: School, wanted: Iterable[tuple[Chase, Person | None]], kind: str, *, by: Actor, at: datetime
) -> int:  # fmt: skip
    asked = [(chase, owner) for chase, owner in wanted if owner is not None]
    there = open_about(school, [chase.about for chase, _ in asked], kind=kind)
    new = [(chase, owner) for chase, owner in asked if chase.about not in there]
    for chase, owner in new:
        what = chase.what if kind == KIND else f"Overdue: {chase.what}"[:200]
        duty = duties.open_duty(school, owner=owner, kind=kind, what=what, about=chase.about, due_at=chase.due_at,
                                by=by, at=at)  # fmt: skip
        emails.remind(duty, at=at)
    return len(new)


def _drop_the_rest(school: School, wanted: list[str], *, by: Actor, at: datetime) -> None:
    """Take back what was asked for and is needed no more: the clause or the trial is gone, or somebody looked."""
    rows = Duty.objects.of(school).filter(kind__in=[KIND, LATE], about__startswith="channel:", done_at__isnull=True)
    # That an account fell silent is asked by publishing, which knows what went out.
    for duty in rows.exclude(about__in=wanted).exclude(about__endswith=":still_wanted").select_related("school__trust"):
        duties.drop(duty, by=by, at=at)


def keeper(channel: Channel, staff: Iterable[Seat]) -> Person | None:
    """Return whoever is to look at an account: its owner, whoever holds the role that owns it, else one of the rest."""
    here = {one.person.pk: one for one in staff}
    if channel.owner_id in here:
        return here[channel.owner_id].person
    for role in (channel.owner_role, *_KEEPERS):
        for one in here.values():
            if role and role in one.roles:
                return one.person
    return None


def _escalated(channel: Channel, staff: Sequence[Seat]) -> Person | None:
    """Return whoever is told of what is late: the DPO, else the head or the central team, before who was asked."""
    asked = keeper(channel, staff)
    able = [one for one in staff if "dpo" in one.roles or one.may(Permission.MANAGE_CHANNELS)]
    able.sort(key=lambda one: ("dpo" not in one.roles, one.person == asked, "headteacher" not in one.roles))
    return able[0].person if able else None


@transaction.atomic
def remove_admin(administrator: Administrator, *, left: bool, seat: Seat, at: datetime) -> None:
    """Take somebody off the administrators; where they `left`, whoever keeps the account changes its password."""
    looking.remove_admin(administrator, left=left, seat=seat, at=at)
    if left:
        look_at(administrator.channel, by=seat.actor, at=at, but=administrator.person)


@transaction.atomic
def record_check(
    channel: Channel, *, kind: str, found: str, seat: Seat, at: datetime, how: str = "", evidence: str = ""
) -> Check:
    """Say what somebody found when they looked at one thing on an account, and finish the tasks that asked for it."""
    check = looking.record_check(channel, kind=kind, found=found, seat=seat, at=at, how=how, evidence=evidence)
    about = f"channel:{channel.pk}:{kind}"
    waiting = Duty.objects.of(seat.school).filter(about=about, kind__in=[KIND, LATE], done_at__isnull=True)
    for duty in waiting.select_related("school__trust") if found != "not_in_order" else ():
        duties.finish(duty, person=seat.person, by=seat.actor, at=at, proof=check.evidence or check.how)
    return check
