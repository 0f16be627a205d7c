"""What taking in a table would change of the register. Nothing that is missing in a table is ever ended by it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final

from gatepost.channels.addresses import find
from gatepost.channels.closing import check_day
from gatepost.channels.exchange.cells import CHOICES
from gatepost.channels.exchange.columns import COLUMNS
from gatepost.channels.exchange.days import Span
from gatepost.channels.exchange.people import Who
from gatepost.channels.exchange.reading import Read, Remark, Said
from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.channels.said import KEPT_UP
from gatepost.channels.standing import is_watched
from gatepost.schools.errors import UnableTo
from gatepost.schools.roles import role_name

_ROLES: Final = frozenset({"owner_role", "master_holder"})
_STILL: Final = KEPT_UP | {"owner_id", "opened_on", "closed_on"}
"""What a table may say anew of an account that is closed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One particular of an account: the field, what it is called, and what it is before and after, in words."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """What one row would do. `channel` is None for an account that is new; `values` are what to write.

    `admins` and `posters` are to be added; `stays` names those on the register whom the row leaves out.
    """

    row: int
    name: str
    platform: str
    channel: Channel | None
    changes: tuple[Change, ...]
    values: Mapping[str, Any]
    admins: tuple[Who, ...]
    posters: tuple[Who, ...]
    stays: tuple[str, ...]

    @property
    def state(self) -> str:
        """`new`, `changed` or `same`."""
        return "new" if self.channel is None else "changed" if self.changes else "same"

    @property
    def begins_closing(self) -> date | None:
        """From when nothing is posted on it, where the row is the first to say so of an account that is open."""
        now = self.channel.closed_on if self.channel else None
        return None if self.values.get("closed_on", now) else self.values.get("closing_on")

    @property
    def platform_name(self) -> str:
        """The platform as people write it."""
        return platform_name(self.platform)


@dataclass(frozen=True, slots=True)
class Difference:
    """A table beside the register: its rows, the accounts that it leaves out, and what is wrong or to know."""

    rows: tuple[Row, ...]
    missing: tuple[Channel, ...]
    errors: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    ignored: tuple[str, ...]

    @property
    def digest(self) -> str:
        """What names it: the same table beside the same register has the same one, however its rows are numbered."""
        told = [(row.name, row.state, row.channel and row.channel.pk, [astuple(one) for one in row.changes])
                for row in self.rows]  # fmt: skip
        return sha256(repr(told).encode()).hexdigest()

    def count(self, state: str) -> int:
        """Return how many rows are `new`, `changed` or `same`."""
        return sum(row.state == state for row in self.rows)


@dataclass(frozen=True, slots=True)
class Listed:
    """Who stands on the register's lists, by account: (person id, role) → what they are called."""

    admins: Mapping[int, Mapping[tuple[int | None, str], str]]
    posters: Mapping[int, Mapping[tuple[int | None, str], str]]
    owners: Mapping[int, str]


def compared(read: Read, channels: Sequence[Channel], *, listed: Listed, on: date) -> Difference:
    """Return what a table would change. `channels` are all accounts of the school; `on` is the day of taking in."""
    rows: list[Row] = []
    errors, remarks, met = list(read.errors), list(read.remarks), dict[int, int]()
    wrong = {one.row for one in read.errors}
    for said in read.rows:
        channel, why = _meant(said, channels)
        if channel is not None and channel.pk in met:
            why = f"This is the same account as row {met[channel.pk]}. Leave one of the two rows out."
        if channel is not None:
            met.setdefault(channel.pk, said.row)
        why = why or _wrong(said, channel, on=on)
        errors += [Remark(said.row, why)] if why else []
        if why or said.row in wrong:
            continue
        if channel is None and "opened_on" not in said.values:
            remarks.append(Remark(said.row, f"It does not say when the account was opened: {on:%-d %B %Y} is written."))
        row = _row(said, channel, listed, on=on)
        errors += [Remark(said.row, f"{who.name} does not work here any more. Leave them out.")
                   for who in (*row.admins, *row.posters) if not who.works]  # fmt: skip
        errors += [Remark(said.row, why) for why in _rewritten(row)]
        rows.append(row)
    errors += _twice(rows)
    missing = tuple(one for one in channels if one.pk not in met and one.closed_on is None)
    order = sorted(errors, key=lambda one: one.row)
    return Difference(tuple(rows), missing, tuple(order), tuple(remarks), read.ignored)


def _meant(said: Said, channels: Sequence[Channel]) -> tuple[Channel | None, str]:
    """Return the account that a row is about, None for a new one, and why it cannot be told."""
    if said.number is not None:
        found = next((one for one in channels if one.pk == said.number), None)
        if found is None:
            return None, f"The register has no account with the number {said.number}. For a new one leave it empty."
        return found, ""
    platform = said.values.get("platform", "")
    name = said.values.get("name") or said.derived.get("name", "")
    # Of an account that was closed and one that took its place, the one that is open is meant.
    order = sorted(channels, key=lambda one: (one.closed_on is not None, one.pk))
    return find(order, platform=platform, name=name, address=said.values.get("address", "")), ""


def _wrong(said: Said, channel: Channel | None, *, on: date) -> str:
    opened = said.values.get("opened_on") or (channel.opened_on if channel else on)
    closed = said.values.get("closed_on") or (channel.closed_on if channel else None)
    trial = said.values.get("trial_until") or (channel.trial_until if channel else None)
    if channel is not None and "closed_on" in said.values and _is_closed_by_steps(channel):
        return (
            f"Date closed: {channel} stands open on the register. Close it step by step, on its page, and leave this "
            "cell empty."
        )
    if "closed_on" in said.spans and said.spans["closed_on"].first > on:
        return "Date closed: it is still to come. Write it under “Closing from”, and close the account on the day."
    if closed and closed < opened:
        return f"Date closed: it is before {opened:%-d %B %Y}, when the account was opened. Correct one of the two."
    if trial and trial < opened:
        return f"Trial until: it is before {opened:%-d %B %Y}, when the account was opened. Correct one of the two."
    return "" if closed else _closing_wrong(said, channel, opened, on=on)


def _closing_wrong(said: Said, channel: Channel | None, opened: date, *, on: date) -> str:
    """Return why closing cannot begin as a row says, as the page of the closing would."""
    day = said.values.get("closing_on")
    kind = said.values.get("kind") or (channel.kind if channel else "account")
    if day is None or (channel is not None and channel.closing_on is not None):
        return ""
    try:
        check_day(day, kind=kind, opened_on=opened, on=on)
    except UnableTo as refusal:
        return f"Closing from: {refusal}"
    return ""


def _rewritten(row: Row) -> Iterator[str]:
    """Yield why a row may not stand that would change what a closed account was. What nobody had said may be filled in.

    Its dates can be corrected, and who keeps it may change: its name is still somebody’s to keep.
    """
    channel = row.channel
    if channel is None or channel.closed_on is None:
        return
    labels = [one.label for one in row.changes if one.before and one.field not in _STILL]
    if labels:
        yield (
            f"{', '.join(labels)}: {channel} was closed on {channel.closed_on:%-d %B %Y}, and what it was stays on the "
            "register. Leave these cells as they were, or empty."
        )


def _is_closed_by_steps(channel: Channel) -> bool:
    """Return whether an account is open, and its page closes it by the steps alone: others’ pages are only gone."""
    if channel.closed_on is not None or channel.kind == "associated":
        return False
    return channel.kind == "account" or channel.closing_on is not None or is_watched(channel)


def _twice(rows: Iterable[Row]) -> Iterator[Remark]:
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        if row.channel is None:
            key = (row.platform, row.name.casefold(), str(row.values.get("address", "")))
            if key in seen:
                yield Remark(row.row, f"This is the same account as row {seen[key]}. Leave one of the two rows out.")
            seen.setdefault(key, row.row)


def _row(said: Said, channel: Channel | None, listed: Listed, *, on: date) -> Row:
    values = dict(said.values)
    if said.spans.get("closed_on") and values["closed_on"] > on:
        values["closed_on"] = on  # of a month that has begun, what is over of it
    if channel is None:
        values = {"opened_on": on, **said.derived, **values}
    else:
        values |= {field: value for field, value in said.derived.items() if not getattr(channel, field)}
        values = {field: value for field, value in values.items() if not _same(channel, field, value, said.spans)}
    held = (listed.admins, listed.posters)
    here = [lists.get(channel.pk, {}) if channel else {} for lists in held]
    shut = channel is not None and channel.closed_on is not None  # a policy prints who had it; nobody has it any more
    more = [tuple(who for who in found if not shut and (who.person, who.role) not in now)
            for found, now in zip((said.admins, said.posters), here, strict=True)]  # fmt: skip
    stays = [name for found, now in zip((said.admins, said.posters), here, strict=True) if found
             for name in _left_out(found, now)]  # fmt: skip
    names = values.get("name") or (channel.name if channel else "")
    platform = values.get("platform") or (channel.platform if channel else "")
    changes = (*_changes(channel, values, listed), *_added("admins", more[0]), *_added("posters", more[1]))
    return Row(said.row, names, platform, channel, changes, values, more[0], more[1], tuple(stays))


def _same(channel: Channel, field: str, value: Any, spans: Mapping[str, Span]) -> bool:
    now = getattr(channel, field)
    if field in spans and isinstance(now, date):
        return now in spans[field]
    return now.split() == value.split() if isinstance(now, str) and isinstance(value, str) else bool(now == value)


def _left_out(found: Iterable[Who], now: Mapping[tuple[int | None, str], str]) -> Iterator[str]:
    said = {(who.person, who.role) for who in found}
    return (name for key, name in now.items() if key not in said)


def _changes(channel: Channel | None, values: Mapping[str, Any], listed: Listed) -> Iterator[Change]:
    for field, value in values.items():
        before = in_words(field, getattr(channel, field), listed) if channel else ""
        label = COLUMNS["owner" if field == "owner_id" else field].heading
        yield Change(field, label, before, in_words(field, value, listed))


def _added(field: str, found: Sequence[Who]) -> Iterator[Change]:
    if found:
        yield Change(field, COLUMNS[field].heading, "", ", ".join(who.name for who in found))


def in_words(field: str, value: Any, listed: Listed) -> str:
    """Return what the register holds in a field, as people read it."""
    if value in (None, ""):
        return ""
    if field == "owner_id":
        return listed.owners.get(value, "")
    if field in CHOICES:
        return CHOICES[field].get(value, str(value))
    if field == "platform":
        return platform_name(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    return role_name(value) if field in _ROLES else str(value)
