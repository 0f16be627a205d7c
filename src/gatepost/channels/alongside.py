"""How an account stands alongside the school's others: which were there before it, and whether the policy names it.

A few policies say how many accounts there are, or which. Only where one in force does is anything found out here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from gatepost.channels.models import Channel
from gatepost.channels.parity import same
from gatepost.policy import CompiledPolicy
from gatepost.policy.controls.accounts import ListedChannel
from gatepost.policy.document import Channel as Row
from gatepost.schools.models import School, Trust

Facts = Mapping[int | None, Mapping[str, Any]]
"""Facts of facts.md about accounts, by their id; None is that of an account that is not on the register."""

_NEEDED: Final = ("id", "school", "kind", "platform", "name", "handle", "address", "opened_on", "closed_on")


def names_accounts(policies: Iterable[CompiledPolicy]) -> bool:
    """Return whether any of these policies says how many accounts there are on a platform, or which."""
    return any(control.one_each or control.tabled for _, control in _lists(policies))


def alongside(
    of: School | Trust, *, policies: Mapping[int, Sequence[CompiledPolicy]], on: date, new: Channel | None = None,
    every: Iterable[Channel] | None = None,
) -> Facts:  # fmt: skip
    """Return what is to be said of every open account of a school or a trust, by id. One query, or none.

    `policies` are those in force, by school id. `new` is an account that is not on the register, whose key is None.
    `every` are all accounts, where the caller has them.
    """
    asking = {school: judges for school, judges in policies.items() if names_accounts(judges)}
    if not asking:
        return {}
    if every is None:
        found = Channel.objects.of_trust(of) if isinstance(of, Trust) else Channel.objects.of(of)
        every = found.filter(school__in=asking).only(*_NEEDED)
    rows: dict[int, list[Channel]] = defaultdict(list)
    for one in (*(one for one in every if one.kind == "account"), *filter(None, [new])):
        rows[one.school_id].append(one)
    return {key: facts for school, judges in asking.items() for key, facts in _within(rows[school], judges, on)}


def _within(
    channels: Iterable[Channel], policies: Sequence[CompiledPolicy], on: date
) -> Iterator[tuple[int | None, dict[str, Any]]]:  # fmt: skip
    still = (one for one in channels if one.closed_on is None or one.closed_on > on)
    here = sorted(still, key=lambda one: (one.pk is None, one.opened_on, one.pk or 0))
    tables = [_Table(policy.document.head.channels, here, on) for policy, control in _lists(policies) if control.tabled]
    older: dict[str, int] = {}
    for channel in here:
        before = older.get(channel.platform, 0)
        older[channel.platform] = before + 1
        facts: dict[str, Any] = {"older_accounts": before}
        known = {table.lists(channel, before) for table in tables if table.rows}
        if known - {None}:
            facts["in_policy_table"] = False not in known
        yield channel.pk, facts


class _Table:
    """A policy's own table of accounts, against the accounts of a school that are open on a day.

    A table that calls one of them by its name or address is the school's own: what it does not call is not in it. One
    that came with the policy of others calls none. Then its rows count: as many as it has of a platform, those that
    are there for longest.
    """

    __slots__ = ("is_own", "open_rows", "rows")

    def __init__(self, rows: Sequence[Row], here: Sequence[Channel], on: date) -> None:
        self.rows = rows
        self.open_rows = [row for row in rows if row.closed is None or row.closed.first_day() > on]
        self.is_own = any(same(row, one) for row in rows for one in here)

    def lists(self, channel: Channel, before: int) -> bool | None:
        """Tell whether it lists an account with so many `before` it on its platform.

        None where it could be one that the table calls something else.
        """
        if any(same(row, channel) for row in self.open_rows):
            return True
        slots = sum(row.platform == channel.platform for row in self.open_rows)
        return False if self.is_own or before >= slots else None


def _lists(policies: Iterable[CompiledPolicy]) -> Iterator[tuple[CompiledPolicy, ListedChannel]]:
    for policy in policies:
        for instance in policy.by_kind["account"]:
            if isinstance(instance.control, ListedChannel):
                yield policy, instance.control
