"""Lock an account that somebody else may have got into, keep its log, and unlock it."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller, channel_in
from gatepost.api.lock_shapes import LockedOut, LockIn, LookIn, NoteIn, StatementIn, TickIn, UnlockIn, lock_out
from gatepost.api.shapes import Id, Why
from gatepost.channels.actions import locks as log
from gatepost.channels.locks import lock_now
from gatepost.channels.models import Channel
from gatepost.duties.actions import lock_looks, locks
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

router = Router(tags=["locks"])
_REFUSED = {403: Why, 404: Why, 409: Why}


@router.get("", response={200: LockedOut, **_REFUSED})
def lock(request: HttpRequest, school: Path[str], account: Path[Id]) -> LockedOut:
    """Return whether an account is locked, and what is done about it."""
    seat = caller(request, school, Permission.SEE_CHANNELS)
    return _out(seat, channel_in(seat, account))


@router.post("", response={200: LockedOut, **_REFUSED})
def begin(request: HttpRequest, school: Path[str], account: Path[Id], body: LockIn) -> LockedOut:
    """Lock it: nothing goes out on it from now on."""
    seat, channel = _held(request, school, account, Permission.LOCK_CHANNELS)
    locks.lock(channel, reason=body.reason, seat=seat, at=timezone.now())
    return _out(seat, channel)


@router.post("/step", response={200: LockedOut, **_REFUSED})
def step(request: HttpRequest, school: Path[str], account: Path[Id], body: TickIn) -> LockedOut:
    """Say that a step is done. Once each."""
    seat, channel = _held(request, school, account, Permission.LOCK_CHANNELS)
    log.tick(channel, step=body.step, seat=seat, at=timezone.now())
    return _out(seat, channel)


@router.post("/note", response={200: LockedOut, **_REFUSED})
def note(request: HttpRequest, school: Path[str], account: Path[Id], body: NoteIn) -> LockedOut:
    """Write a line into the log."""
    seat, channel = _held(request, school, account, Permission.LOCK_CHANNELS)
    log.note(channel, says=body.says, seat=seat, at=timezone.now())
    return _out(seat, channel)


@router.post("/statement", response={200: LockedOut, **_REFUSED})
def statement(request: HttpRequest, school: Path[str], account: Path[Id], body: StatementIn) -> LockedOut:
    """Keep what families are told another way. Nothing is sent from here."""
    seat, channel = _held(request, school, account, Permission.LOCK_CHANNELS)
    log.state(channel, words=body.words, seat=seat, at=timezone.now())
    return _out(seat, channel)


@router.post("/look", response={200: LockedOut, **_REFUSED})
def look(request: HttpRequest, school: Path[str], account: Path[Id], body: LookIn) -> LockedOut:
    """Record a check that is made before it is unlocked."""
    seat, channel = _held(request, school, account, Permission.CHECK_CHANNELS)
    lock_looks.look(channel, kind=body.kind, seat=seat, at=timezone.now())
    return _out(seat, channel)


@router.post("/end", response={200: LockedOut, **_REFUSED})
def end(request: HttpRequest, school: Path[str], account: Path[Id], body: UnlockIn) -> LockedOut:
    """Unlock it, with how it ended."""
    seat, channel = _held(request, school, account, Permission.MANAGE_CHANNELS)
    locks.unlock(channel, seat=seat, at=timezone.now(), **body.dict())
    return _out(seat, channel)


def _held(request: HttpRequest, school: str, account: int, permission: Permission) -> tuple[Seat, Channel]:
    seat = caller(request, school, permission)
    return seat, channel_in(seat, account)


def _out(seat: Seat, channel: Channel) -> LockedOut:
    held = lock_now(channel) if channel.kind != "associated" else None
    return lock_out(channel.pk, held, whole=seat.may(Permission.LOCK_CHANNELS))
