"""Record what was looked at on an account, and who holds administrator rights there."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.channels.check_kinds import CHECK_KINDS, FOUND, can_be_impossible
from gatepost.channels.demands import demands, strictest
from gatepost.channels.looks import expiry
from gatepost.channels.models import Administrator, Channel, Check
from gatepost.channels.said import check_not_closed
from gatepost.channels.secrets import check_no_secret
from gatepost.detectors.unseen import is_blank
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import POSITIONS, ROLES, role_name
from gatepost.schools.seat import Seat


@transaction.atomic
def record_check(
    channel: Channel, *, kind: str, found: str, seat: Seat, at: datetime, how: str = "", evidence: str = ""
) -> Check:
    """Say what somebody found when they looked at one thing on an account just now.

    It holds for as long as the policy in force says, else for as long as `check_kinds` does. `how` and `evidence` say
    how it was looked at and where one can see it.
    """
    check_may_look(seat)
    channel = _held(channel, seat)
    if kind not in CHECK_KINDS or found not in FOUND:
        raise UnableTo("Choose what you looked at, and what you found.")
    check_no_secret(how, evidence)
    if found == "not_possible":
        _check_may_be_impossible(channel, kind, how)
    return keep_check(channel, kind=kind, found=found, seat=seat, at=at, how=how, evidence=evidence)


@transaction.atomic
def keep_check(
    channel: Channel, *, kind: str, found: str, seat: Seat, at: datetime, how: str, evidence: str
) -> Check:  # fmt: skip
    """Keep a look that somebody may take: as `record_check` asks, or because they answered a wish for the account."""
    row = Check.objects.create(
        channel=channel, kind=kind, found=found, how=how.strip()[:200], evidence=evidence.strip()[:300],
        checked_by=seat.person, checked_at=at, expires_on=expiry(_months(channel, kind, at=at), at=at),
    )  # fmt: skip
    _record("channel.checked", channel, seat.actor, at=at, check=CHECK_KINDS[kind].name, found=FOUND[found])
    return row


def _check_may_be_impossible(channel: Channel, kind: str, how: str) -> None:
    if not can_be_impossible(kind, platform=channel.platform):
        name = CHECK_KINDS[kind].name
        raise UnableTo(f"{name} is possible on {channel.platform_name}. Say whether it is in order, or not.")
    if is_blank(how):
        raise UnableTo("Say why it is not possible there, and where one can see that.")


def check_may_look(seat: Seat) -> None:
    """Raise NotAllowed unless this person keeps the accounts, or holds the login of one."""
    if not (seat.may(Permission.MANAGE_CHANNELS) or "account_holder" in seat.roles):
        raise NotAllowed("Only whoever keeps the accounts, or holds the login of one, records a check.")


def _months(channel: Channel, kind: str, *, at: datetime) -> int | None:
    policy = policy_in_force(channel.school, on=timezone.localdate(at))
    asked = strictest(demands(policy.all)).get(kind) if policy else None
    return asked.months if asked else CHECK_KINDS[kind].months


@transaction.atomic
def add_admin(
    channel: Channel, *, seat: Seat, at: datetime, person: Person | None = None, role: str = "", reason: str = ""
) -> Administrator:
    """Put a person, or whoever holds a role, among the administrators of an account. Twice changes nothing."""
    seat.check_may(Permission.MANAGE_CHANNELS)
    channel = _held(channel, seat)
    if (person is None) == (not role):
        raise UnableTo("Choose a person, or a role, who administers the account.")
    if role and role not in ROLES and role not in POSITIONS:
        raise UnableTo("Choose a role of the list.")
    if person is not None and person.trust_id != channel.school.trust_id:
        raise UnableTo(f"{person} does not belong to the trust of {channel.school}.")
    check_not_closed(channel)
    check_no_secret(reason)
    row, new = Administrator.objects.of(seat.school).get_or_create(
        channel=channel, person=person, role=role, until=None, defaults={"since": at, "reason": reason.strip()[:200]}
    )
    if new:
        _record("admin.added", channel, seat.actor, at=at, person=called(row))
    return row


@transaction.atomic
def remove_admin(administrator: Administrator, *, left: bool, seat: Seat, at: datetime) -> None:
    """Take somebody off the administrators. `left` says that they left or changed job, so the password is to change."""
    seat.check_may(Permission.MANAGE_CHANNELS)
    end_admin(Administrator.objects.of(seat.school).get(pk=administrator.pk), left=left, by=seat.actor, at=at)


@transaction.atomic
def end_admin(administrator: Administrator, *, left: bool, by: Actor, at: datetime) -> Administrator:
    """Take somebody off the administrators, as `remove_admin` does for a person and the nightly task by itself."""
    rows = Administrator.objects.of(administrator.channel.school_id).select_for_update(of=("self",))
    row = rows.select_related("channel__school__trust", "person").get(pk=administrator.pk)
    if row.until is not None:
        raise UnableTo("They were taken off the administrators already.")
    row.until, row.left = at, left
    row.save(update_fields=["until", "left"])
    _record("admin.removed", row.channel, by, at=at, person=called(row))
    return row


@transaction.atomic
def change_holder(administrator: Administrator, *, by: Actor, at: datetime) -> Administrator:
    """Begin the rights of a role anew once a holder of it left, so that the password is to change."""
    row = end_admin(administrator, left=True, by=by, at=at)
    new = Administrator.objects.create(channel=row.channel, role=row.role, reason=row.reason, since=at)
    _record("admin.added", row.channel, by, at=at, person=called(new))
    return new


def called(row: Administrator) -> str:
    """Return an administrator as the record names them: a person by name, or the role."""
    return row.person.name if row.person else role_name(row.role)


def _held(channel: Channel, seat: Seat) -> Channel:
    return Channel.objects.of(seat.school).select_for_update().select_related("school__trust").get(pk=channel.pk)


def _record(kind: str, channel: Channel, by: Actor, *, at: datetime, **facts: str) -> None:
    school = channel.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=f"channel:{channel.pk}",
           facts={"channel": channel.name, **facts})  # fmt: skip
