"""Take in a table of accounts: all of it, or nothing."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.channels.actions import register
from gatepost.channels.doubles import TELLING, check_single, hold
from gatepost.channels.exchange.comparing import Change, Difference, Row
from gatepost.channels.exchange.register import difference
from gatepost.channels.models import Administrator, Channel, Poster, PosterRole
from gatepost.channels.said import NAMING, TOLD, check_kind
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School

_SHOWN: Final = 5


class NotTakenIn(UnableTo):
    """A table with something wrong in it, of which nothing was taken in; `difference` names every fault by its row."""

    def __init__(self, found: Difference) -> None:
        """`found` is what was compared."""
        first = [f"Row {one.row}: {one.says}" if one.row else one.says for one in found.errors[:_SHOWN]]
        more = len(found.errors) - _SHOWN
        rest = [f"There are {more} more."] if more > 0 else []
        super().__init__(" ".join(("Nothing was taken in.", *first, *rest)))
        self.difference = found


@dataclass(frozen=True, slots=True)
class _Taking:
    school: School
    by: Actor
    at: datetime
    close: Callable[[Channel, date], object]


@transaction.atomic
def take_in(
    data: bytes, *, school: School, by: Actor, at: datetime, close: Callable[[Channel, date], object], seen: str = ""
) -> Difference:
    """Take in a file and return what it changed.

    New accounts are opened, those that a table knows as closed too, what is said of others is written, and people and
    roles are added to their lists. Nothing is ended or emptied: an account that is open is closed by its steps, which
    `close` begins for one of which a row says from which day on. With `seen`, the digest of a difference that somebody
    looked at, raises UnableTo where the register has changed since. Raises Unreadable where the file is no table,
    NotTakenIn where a row is wrong; nothing has changed then.
    """
    hold(school)  # two tables one after the other, never both at once
    found = difference(data, school=school, at=at)
    if found.errors:
        raise NotTakenIn(found)
    if seen and seen != found.digest:
        raise UnableTo("The register has changed since you looked. Look at the difference again, and then take it in.")
    taking = _Taking(school, by, at, close)
    for row in found.rows:
        _take_row(row, taking)
    counts = {state: found.count(state) for state in ("new", "changed", "same")}
    _record("register.taken_in", taking, f"school:{school.pk}", **counts)
    return found


def _take_row(row: Row, taking: _Taking) -> None:
    if row.state == "same":
        return
    _check(row)
    closing_on, values = row.begins_closing, dict(row.values)
    if closing_on is not None:
        del values["closing_on"]
    channel = _written(row, values, taking)
    _add(channel, row, taking)
    if closing_on is not None:
        taking.close(channel, closing_on)  # the last: whoever owns the account now owes the steps


def _written(row: Row, values: Mapping[str, Any], taking: _Taking) -> Channel:
    channel = row.channel
    if channel is None:
        channel = Channel(school=taking.school, **values)
        _check_single(channel, taking)
        channel.save()
        _tell("channel.opened", channel, taking, platform=channel.platform_name)
    elif values:
        was = copy(channel)
        for name, value in values.items():
            setattr(channel, name, value)
        if TELLING & values.keys():
            _check_single(channel, taking, was=was)
        if NAMING & values.keys():
            channel.named_since = taking.at
        channel.save(update_fields=[*values, "named_since"])
        said = (_said(change) for change in row.changes if change.field in values)
        _tell("channel.amended", channel, taking, what=", ".join(said))
    return channel


def _check_single(channel: Channel, taking: _Taking, *, was: Channel | None = None) -> None:
    if channel.closed_on is None:  # what is closed stands beside whatever took its place
        check_single(channel, on=timezone.localdate(taking.at), was=was)


def _said(change: Change) -> str:
    """Return what the record says that changed: of words of ours what it was and is, of all others the name alone."""
    told = f" (from {change.before} to {change.after})" if change.field in TOLD else ""
    return f"{change.label}{told}"


def _check(row: Row) -> None:
    """Raise UnableTo where a row would turn an account into something of which less is asked, as its page does."""
    now = row.channel
    kind, platform = (row.values.get(name, getattr(now, name, "")) for name in ("kind", "platform"))
    check_kind(kind, platform=platform)
    if now is None:
        return
    if (kind, platform) != (now.kind, now.platform):
        register.check_is_new(now)
    if now.closing_on is not None and row.values.get("closing_on", now.closing_on) != now.closing_on:
        raise UnableTo(f"{now} is being closed step by step. Change the day on the page of its closing.")


def _add(channel: Channel, row: Row, taking: _Taking) -> None:
    """Put on the lists of an account whoever the row names and is not on them; each has a line on the record."""
    for who in row.admins:
        Administrator.objects.create(channel=channel, person_id=who.person, role=who.role, since=taking.at)
        _tell("admin.added", channel, taking, person=who.name)
    for who in row.posters:
        if who.person is None:
            PosterRole.objects.create(channel=channel, role=who.role, since=taking.at)
            _tell(
                "member.role_named" if channel.kind == "group" else "poster.role_named", channel, taking, role=who.name
            )
        else:
            Poster.objects.create(channel=channel, person_id=who.person, since=taking.at)
            _tell("member.named" if channel.kind == "group" else "poster.named", channel, taking, person=who.name)


def _tell(kind: str, channel: Channel, taking: _Taking, **facts: Any) -> None:
    _record(kind, taking, f"channel:{channel.pk}", channel=channel.name, from_table=True, **facts)


def _record(kind: str, taking: _Taking, subject: str, **facts: Any) -> None:
    school = taking.school
    record(kind, by=taking.by, at=taking.at, trust=school.trust.slug, school=school.slug, subject=subject,
           facts=facts)  # fmt: skip
