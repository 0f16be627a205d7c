"""How each check of an account stands on a day: in order, not in order, lapsed, or never made. No database."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final, NamedTuple, Protocol

from django.utils import timezone

from gatepost.channels.check_kinds import CHECK_KINDS, FOUND

STATES: Final[Mapping[str, str]] = {
    **FOUND,
    "lapsed": "out of date",
    "outstanding": "to do, since somebody left",
    "renamed": "to do, since its name or address changed",
    "never": "nobody has looked yet",
}
"""Slug → how a check stands, in words."""


class Looked(Protocol):
    """What counts of one look: a Check, or as much of one as a long list reads."""

    @property
    def kind(self) -> str:
        """What was looked at, a slug of CHECK_KINDS."""

    @property
    def found(self) -> str:
        """What was found, a slug of FOUND."""

    @property
    def checked_at(self) -> datetime:
        """When."""

    @property
    def expires_on(self) -> date | None:
        """Its last good day; None where it counts for good."""


class Look(NamedTuple):
    """How one kind of check stands. `check` is the latest look, None where there was none."""

    kind: str
    state: str
    check: Looked | None

    @property
    def name(self) -> str:
        """What is looked at, in words."""
        return CHECK_KINDS[self.kind].name

    @property
    def words(self) -> str:
        """How it stands, in words."""
        return STATES[self.state]

    @property
    def holds(self) -> bool:
        """Return whether somebody looked, found it in order, and the look still counts."""
        return self.state == "in_order"


def looks(
    latest: Iterable[Looked], *, left_at: datetime | None, on: date, named_since: datetime | None = None
) -> dict[str, Look]:
    """Return every kind of check as it stands on a day, by slug.

    `latest` holds the latest check of each kind that there is; `left_at` is when the last person with access left,
    `named_since` when the account’s name or address last changed.
    """
    by_kind = {check.kind: check for check in latest}
    states = {kind: _state(kind, by_kind.get(kind), left_at, on) for kind in CHECK_KINDS}
    return {kind: Look(kind, _since_named(state, by_kind.get(kind), named_since), by_kind.get(kind))
            for kind, state in states.items()}  # fmt: skip


def _state(kind: str, check: Looked | None, left_at: datetime | None, on: date) -> str:
    if kind == "password_changed":
        return _since_leaver(check, left_at)
    if check is None:
        return "never"
    if check.found == "in_order" and check.expires_on is not None and check.expires_on < on:
        return "lapsed"
    return check.found


def _since_leaver(check: Looked | None, left_at: datetime | None) -> str:
    """A password is in order until somebody leaves who knew it, and again once it is changed after that."""
    if left_at is None or (check is not None and check.found == "in_order" and check.checked_at >= left_at):
        return "in_order"
    return "outstanding"


def _since_named(state: str, check: Looked | None, named_since: datetime | None) -> str:
    """What names an account counts until it bears another name, and again once somebody has looked after that."""
    if check is None or named_since is None or state != "in_order" or not CHECK_KINDS[check.kind].by_name:
        return state
    return state if check.checked_at >= named_since else "renamed"


def expiry(months: int | None, *, at: datetime) -> date | None:
    """Return the last good day of a look made at a moment: so many months later, or the last day of that month."""
    if months is None:
        return None
    day = timezone.localdate(at)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("Every month has a 28th.")
