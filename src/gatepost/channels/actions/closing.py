"""Close an account in good order: choose the day, do the steps, write down that it is closed, or keep it after all.

The task that goes with it is opened and finished by `duties.actions.closing`, which calls these.
"""

from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.channels.actions import looking
from gatepost.channels.closing import LAST, STEPS, check_day
from gatepost.channels.closings import leaving, progress
from gatepost.channels.models import Channel, ClosingStep
from gatepost.channels.secrets import check_no_secret
from gatepost.detectors.unseen import is_blank
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

LONGEST: Final = 300
"""How many letters a proof has."""


@transaction.atomic
def choose_day(channel: Channel, *, closing_on: date, by: Actor, at: datetime) -> Channel:
    """Choose the day from which nothing is posted on an account, or another one. It may be past, as policies print it.

    Raises UnableTo for an account that is closed, for one that is not ours, and for a day before it was opened or years
    ahead.
    """
    row = _open(channel)
    check_day(closing_on, kind=row.kind, opened_on=row.opened_on, on=timezone.localdate(at))
    row.closing_on = closing_on
    row.save(update_fields=["closing_on"])
    _record("channel.closing", row, by, at=at, day=f"{closing_on:%-d %B %Y}")
    return row


@transaction.atomic
def settle(
    channel: Channel, *, step: str, proof: str, seat: Seat, at: datetime, skipped: bool = False
) -> ClosingStep:  # fmt: skip
    """Say that a step is done and how one can tell; or, `skipped`, why it is left out. Saying it again corrects it."""
    row = _closing(channel, seat)
    if step not in STEPS or step == LAST:
        raise UnableTo("Choose one of the steps.")
    if skipped and not STEPS[step].optional:
        raise UnableTo(
            f"“{STEPS[step].name}” can’t be left out. If there was nothing to do, say so and that it is done."
        )
    if is_blank(proof):
        raise UnableTo("Say why it is left out." if skipped else "Say how one can tell that it is done.")
    kept = _keep(row, step, proof=proof, skipped=skipped, seat=seat, at=at)
    if skipped:
        _record("closing.skipped", row, seat.actor, at=at, step=STEPS[step].name)
    else:
        _record("closing.done", row, seat.actor, at=at, step=STEPS[step].name)
    return kept


@transaction.atomic
def close(channel: Channel, *, closed_on: date, seat: Seat, at: datetime) -> Channel:
    """Write down the day on which an account was closed, once every step is done, or left out with a reason.

    The day is not before the one from which nothing was posted, and not after today. The administrators whom a step
    took off on the platform end here too; whoever keeps the name stays one of them.
    """
    row = _closing(channel, seat)
    today = timezone.localdate(at)
    missing = progress(row).missing
    if missing:
        raise UnableTo(f"Still to be done: {'; '.join(STEPS[slug].name.lower() for slug in missing)}.")
    if not min(row.closing_on or today, today) <= closed_on <= today:
        raise UnableTo(f"Choose a day from {min(row.closing_on or today, today):%-d %B %Y} to today.")
    _keep(row, LAST, proof=f"{closed_on:%-d %B %Y}", skipped=False, seat=seat, at=at)
    row.closed_on = closed_on
    row.save(update_fields=["closed_on"])
    _record("channel.closed", row, seat.actor, at=at, platform=row.platform_name)
    for admin in leaving(row):
        looking.end_admin(admin, left=False, by=seat.actor, at=at)
    return row


@transaction.atomic
def keep_open(channel: Channel, *, seat: Seat, at: datetime) -> Channel:
    """Stop closing an account: no post is held back any more for that. The steps are begun anew another time.

    What was done is kept, with its proofs, among what was given up.
    """
    row = _closing(channel, seat)
    ClosingStep.objects.of(seat.school).filter(channel=row, given_up_at__isnull=True).update(given_up_at=at)
    row.closing_on = None
    row.save(update_fields=["closing_on"])
    _record("channel.kept", row, seat.actor, at=at)
    return row


def _keep(channel: Channel, step: str, *, proof: str, skipped: bool, seat: Seat, at: datetime) -> ClosingStep:
    check_no_secret(proof)
    said = {"skipped": skipped, "proof": proof.strip()[:LONGEST], "done_by": seat.person, "done_at": at}
    row, _ = ClosingStep.objects.of(seat.school).update_or_create(
        channel=channel, step=step, given_up_at=None, defaults=said
    )
    return row


def _closing(channel: Channel, seat: Seat) -> Channel:
    row = _held(channel, seat)
    if row.closing_on is None:
        raise UnableTo(f"{row} is not being closed. Choose the day first.")
    return row


def _held(channel: Channel, seat: Seat) -> Channel:
    seat.check_may(Permission.MANAGE_CHANNELS)
    return _open(Channel.objects.of(seat.school).get(pk=channel.pk))


def _open(channel: Channel) -> Channel:
    rows = Channel.objects.of(channel.school_id).select_for_update(of=("self",))
    row = rows.select_related("school__trust", "owner").get(pk=channel.pk)
    if row.closed_on is not None:
        raise UnableTo(f"{row} is closed already.")
    return row


def _record(kind: str, channel: Channel, by: Actor, *, at: datetime, **facts: str) -> None:
    school = channel.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=f"channel:{channel.pk}",
           facts={"channel": channel.name, **facts})  # fmt: skip
