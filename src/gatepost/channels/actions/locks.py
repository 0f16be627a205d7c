"""Lock an account that somebody else may have got into, keep the log of what was done, and unlock it.

While a lock has not ended, `publishing.gate` lets nothing out on the account. The task that goes with it is opened and
finished by `duties.actions.locks`, which calls `lock` and `unlock`.
"""

from datetime import datetime
from typing import Final

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.channels.locks import SEEN_FIRST, lock_now, log_of, seen_since
from gatepost.channels.models import Channel, Lock, LockNote
from gatepost.channels.playbook import holding_statement, playbook
from gatepost.channels.secrets import check_no_secret, without_secret
from gatepost.detectors.unseen import is_blank
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

LONGEST: Final = 500
"""How many letters a reason or a note has."""
STATEMENT: Final = 2_000
"""How many letters the words to families have."""


@transaction.atomic
def lock(channel: Channel, *, reason: str, seat: Seat, at: datetime) -> Lock:
    """Let nothing out on an account from now on. `reason` may be empty: nobody has to think of words first.

    Its words never keep an account open: a reason that holds a secret is left out, and `Lock.reason` then says so.
    Raises NotAllowed; and UnableTo where it is locked already, or where it is not ours.
    """
    row = _held(channel, seat)
    if row.kind == "associated":
        raise UnableTo(f"{row} is run by others, and nothing of ours goes out there.")
    if lock_now(row) is not None:
        raise UnableTo(f"{row} is locked already.")
    words = holding_statement(school=row.school.name, account=str(row))
    # A database keeps no NUL; a pasted one must not stop a lock either.
    said = without_secret(reason.replace("\x00", "").strip())[:LONGEST] or "No reason was given."
    made = Lock.objects.create(channel=row, reason=said, statement=words, locked_by=seat.person, locked_at=at)
    _record("lock.begun", row, seat, at=at)
    return made


@transaction.atomic
def note(channel: Channel, *, says: str, seat: Seat, at: datetime) -> LockNote:
    """Write a line into the log: what somebody saw, was told, or whom they rang."""
    row, held = _locked(channel, seat)
    if is_blank(says):
        raise UnableTo("Write what you saw, or whom you rang.")
    check_no_secret(says)
    line = LockNote.objects.create(lock=held, says=says.strip()[:LONGEST], by=seat.person, at=at)
    _record("lock.noted", row, seat, at=at)
    return line


@transaction.atomic
def tick(channel: Channel, *, step: str, seat: Seat, at: datetime, says: str = "") -> LockNote:
    """Say that a step of the list is done, with a few words if there is something to say. Once each."""
    row, held = _locked(channel, seat)
    steps = playbook(row.platform).steps
    if step not in steps:
        raise UnableTo("Choose one of the steps.")
    if step in log_of(held).ticked:
        raise UnableTo("This was done already. Who did it, and when, stands beside it.")
    check_no_secret(says)
    words = says.strip()[:LONGEST] or steps[step].name
    line = LockNote.objects.create(lock=held, step=step, says=words, by=seat.person, at=at)
    _record("lock.stepped", row, seat, at=at, step=steps[step].name)
    return line


@transaction.atomic
def state(channel: Channel, *, words: str, seat: Seat, at: datetime) -> Lock:
    """Keep what families are told by another way. Gatepost sends it to nobody."""
    row, held = _locked(channel, seat)
    if is_blank(words):
        raise UnableTo("Write what families are told.")
    check_no_secret(words)
    if held.statement != words.strip()[:STATEMENT]:
        held.statement = words.strip()[:STATEMENT]
        held.save(update_fields=["statement"])
        _record("lock.told", row, seat, at=at)
    return held


@transaction.atomic
def unlock(channel: Channel, *, says: str, anyway: bool, seat: Seat, at: datetime) -> Lock:
    """Let posts go out on an account again, with a note of how it ended.

    The password is changed first, and two-step sign-in looked at, since the lock began; `anyway` unlocks without, and
    then the note has to say why. Raises NotAllowed or UnableTo.
    """
    seat.check_may(Permission.MANAGE_CHANNELS)
    row, held = _locked(channel, seat)
    missing = [SEEN_FIRST[kind] for kind, check in seen_since(held).items() if check is None]
    if missing and not anyway:
        raise UnableTo(f"Nobody has recorded since the lock: {'; '.join(missing).lower()}. Record it, or say why not.")
    if is_blank(says):
        raise UnableTo("Say how it ended, and why it is safe to post again.")
    check_no_secret(says)
    held.ended_by, held.ended_at, held.ending = seat.person, at, says.strip()[:LONGEST]
    held.save(update_fields=["ended_by", "ended_at", "ending"])
    _record("lock.ended", row, seat, at=at)
    return held


def _locked(channel: Channel, seat: Seat) -> tuple[Channel, Lock]:
    row = _held(channel, seat)
    held = lock_now(row)
    if held is None:
        raise UnableTo(f"{row} is not locked.")
    return row, held


def _held(channel: Channel, seat: Seat) -> Channel:
    seat.check_may(Permission.LOCK_CHANNELS)
    rows = Channel.objects.of(seat.school).select_for_update(of=("self",)).select_related("school__trust", "owner")
    return rows.get(pk=channel.pk)


def _record(kind: str, channel: Channel, seat: Seat, *, at: datetime, **facts: str) -> None:
    # What was written stays out of the record, which is never changed: it may name a pupil.
    school = channel.school
    record(kind, by=seat.actor, at=at, trust=school.trust.slug, school=school.slug, subject=f"channel:{channel.pk}",
           facts={"channel": channel.name, **facts})  # fmt: skip
