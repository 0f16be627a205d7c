"""Locks of accounts: the one that holds, its log, and what has to be seen before it ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gatepost.channels.models import Channel, Check, Lock, LockNote

SEEN_FIRST: Final[Mapping[str, str]] = {
    "password_changed": "The password was changed",
    "mfa": "Two-step sign-in is on for everybody",
}
"""The checks that are made after somebody got in, before an account is unlocked → what somebody found by them."""


def lock_now(channel: Channel) -> Lock | None:
    """Return the lock of an account that has not ended; None where it is not locked."""
    rows = Lock.objects.of(channel.school_id).filter(channel=channel, ended_at__isnull=True)
    return rows.select_related("locked_by", "channel__school__trust").first()


def earlier_locks(channel: Channel) -> list[Lock]:
    """Return the locks of an account that have ended, the latest first."""
    rows = Lock.objects.of(channel.school_id).filter(channel=channel, ended_at__isnull=False)
    return list(rows.select_related("locked_by", "ended_by"))


@dataclass(frozen=True, slots=True)
class Log:
    """What was written while an account is locked: every line, and the steps that were ticked, by slug."""

    notes: tuple[LockNote, ...]

    @property
    def ticked(self) -> dict[str, LockNote]:
        """The steps that were done: slug → the line that says so."""
        return {note.step: note for note in self.notes if note.step}


def log_of(lock: Lock) -> Log:
    """Return the log of a lock, the first line first. One query."""
    rows = LockNote.objects.of(lock.channel.school_id).filter(lock=lock)
    return Log(tuple(rows.select_related("by")))


def seen_since(lock: Lock) -> dict[str, Check | None]:
    """Return the checks that are made before a lock ends: kind → the good one made since it began, or None."""
    rows = Check.objects.of(lock.channel.school_id).filter(
        channel=lock.channel_id, kind__in=list(SEEN_FIRST), checked_at__gt=lock.locked_at
    )
    latest: dict[str, Check] = {}
    for check in rows.select_related("checked_by"):
        latest.setdefault(check.kind, check)
    good = {kind: check for kind, check in latest.items() if check.found == "in_order"}
    return {kind: good.get(kind) for kind in SEEN_FIRST}
