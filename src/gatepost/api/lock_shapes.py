"""What goes in and out about the lock of an account."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Field, Schema

from gatepost.api.channel_shapes import Slug
from gatepost.api.shapes import Line, Words
from gatepost.channels.actions.locks import STATEMENT
from gatepost.channels.locks import SEEN_FIRST, log_of, seen_since
from gatepost.channels.models import Lock
from gatepost.channels.playbook import playbook
from gatepost.schools.models import Person


class LockIn(Schema):
    """Why an account is locked: nobody has to think of words first. Words that hold a secret are left out."""

    reason: Line = ""


class TickIn(Schema):
    """A step that is done."""

    step: Slug = ""


class NoteIn(Schema):
    """A line of the log."""

    says: Line = ""


class StatementIn(Schema):
    """What families are told another way."""

    words: Annotated[Words, Field(max_length=STATEMENT)] = ""


class LookIn(Schema):
    """A check that is made before an account is unlocked, found in order."""

    kind: Slug = ""


class UnlockIn(Schema):
    """How it ended. `anyway` unlocks without the checks, and then `says` says why."""

    says: Line = ""
    anyway: bool = False


class LogLine(Schema):
    """A line of the log; with `step`, a step that was done."""

    at: datetime
    by: str | None
    step: str
    says: str


class LockStep(Schema):
    """A step of the list of this platform."""

    step: str
    name: str
    does: str
    done: bool


class LockedOut(Schema):
    """The lock of an account, None where it is not locked.

    `reason`, `steps`, `log` and `seen` are for those who may lock, and empty for others. `seen` has the checks that are
    made before it ends: kind → whether a good one was recorded since the lock.
    """

    account: int
    locked: bool
    locked_at: datetime | None = None
    locked_by: str | None = None
    statement: str = ""
    reason: str = ""
    steps: list[LockStep] = Field(default_factory=list)
    log: list[LogLine] = Field(default_factory=list)
    seen: dict[str, bool] = Field(default_factory=dict)


def lock_out(account: int, lock: Lock | None, *, whole: bool) -> LockedOut:
    """Return the lock of an account as it goes out; `whole` for those who may lock."""
    if lock is None:
        return LockedOut(account=account, locked=False)
    out = LockedOut(
        account=account, locked=True, locked_at=lock.locked_at, locked_by=_name(lock.locked_by),
        statement=lock.statement,
    )  # fmt: skip
    return out.model_copy(update=_held(lock)) if whole else out


def _held(lock: Lock) -> dict[str, Any]:
    log, checks = log_of(lock), seen_since(lock)
    steps = [LockStep(step=slug, name=step.name, does=step.does, done=slug in log.ticked)
             for slug, step in playbook(lock.channel.platform).steps.items()]  # fmt: skip
    lines = [LogLine(at=note.at, by=_name(note.by), step=note.step, says=note.says) for note in log.notes]
    seen = {kind: checks[kind] is not None for kind in SEEN_FIRST}
    return {"reason": lock.reason, "steps": steps, "log": lines, "seen": seen}


def _name(person: Person | None) -> str | None:
    return person.name if person is not None else None
