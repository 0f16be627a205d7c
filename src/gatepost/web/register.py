"""The register of accounts as its pages show it: how each stands by the policy, and what is to be done first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.alongside import names_accounts
from gatepost.channels.check_kinds import CHECK_KINDS
from gatepost.channels.counting import counted, tests, unsaid
from gatepost.channels.demands import Demand
from gatepost.channels.headcount import Headcount, headcount
from gatepost.channels.listing import register_of
from gatepost.channels.looks import Look
from gatepost.channels.messaging import on_groups
from gatepost.channels.models import Channel, Check
from gatepost.channels.owed import AGAIN, Owed
from gatepost.channels.standing import Lapse, Standing
from gatepost.channels.standings import standings
from gatepost.channels.stops import Stop, stop
from gatepost.duties.models import Duty
from gatepost.duties.on_accounts import Asked, asked, by_account
from gatepost.duties.queries import open_on_accounts
from gatepost.handbook.cited import Cited, each_cited, of_point
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.policy import CompiledPolicy
from gatepost.schools.models import School

STANDS: Final = {
    "official": ("clear", "Official by our policy"),
    "against": ("fix", "Not official by our policy"),
    "unsettled": ("decide", "Not settled yet"),
    "silent": ("none", "Our policy does not say"),
    "allowed": ("clear", "Allowed by our policy"),
    "own_phone": ("fix", "Not on anybody’s own phone"),
}
"""How an account stands → the shape of its status, and its words."""


@dataclass(frozen=True, slots=True)
class Official:
    """Whether the policy counts an account as official: a slug of STANDS, the clauses, and what nobody has said."""

    state: str
    clauses: tuple[Cited, ...]
    missing: tuple[str, ...]

    @property
    def status(self) -> tuple[str, str]:
        """The shape and the words of the status."""
        return STANDS[self.state]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of check as the page shows it. `clauses` are those that demand it: none where the policy is silent.

    `late` is true of one that holds, and that somebody should have looked at again by now; `unseen` of one that stops
    nothing while it is not made, and that somebody has to make.
    """

    look: Look
    says: str
    clauses: tuple[Cited, ...]
    demand: Demand | None
    lapse: Lapse | None
    late: bool = False
    unseen: bool = False

    @property
    def words(self) -> str:
        """How it stands, in words."""
        if self.late:
            return AGAIN
        if self.look.kind == "password_changed" and self.look.check is None and self.look.holds:
            return "nobody with access has left"
        return self.look.words

    @property
    def shape(self) -> str:
        """The shape of its status."""
        if self.lapse is not None:
            return "stop" if self.lapse.stops else "fix"
        if self.late or self.unseen:
            return "fix"
        return "clear" if self.look.holds else "none"


@dataclass(frozen=True, slots=True)
class Row:
    """An account with how it stands, in the list or on its page."""

    standing: Standing
    official: Official
    on_day: Any
    asked: Asked

    @property
    def channel(self) -> Channel:
        """The account."""
        return self.standing.channel

    @property
    def is_closed(self) -> bool:
        """Return whether it is closed on the day."""
        return self.channel.closed_on is not None and self.channel.closed_on <= self.on_day

    @property
    def lapsed(self) -> tuple[Owed, ...]:
        """What is asked of it and does not hold, or should have been looked at again; the most urgent first."""
        return tuple(one for one in self.asked.owed if one.word)

    @property
    def headcount(self) -> Headcount | None:
        """How many administer it, and how many are to."""
        return headcount(self.standing)

    @property
    def stop(self) -> Stop | None:
        """What stops posting on it."""
        return stop(self.standing, on=self.on_day)

    @property
    def late(self) -> tuple[Duty, ...]:
        """The other tasks about it that should have been done by now."""
        return () if self.is_closed else self.asked.late

    @property
    def rank(self) -> int:
        """What comes first in the list: what stops posting, then what is pressing, then what is advised."""
        lapsed = self.lapsed
        if self.standing.stops:
            return 0
        if self.late or any(one.pressing for one in lapsed) or self.official.state == "against":
            return 1
        return 2 if lapsed or self.official.state == "unsettled" else 3


@dataclass(frozen=True, slots=True)
class Register:
    """Every account of a school, in the parts of its page."""

    policy: InForce | None
    ours: tuple[Row, ...]
    groups: tuple[Row, ...]
    associated: tuple[Row, ...]
    closed: tuple[Row, ...]

    @property
    def due(self) -> tuple[Row, ...]:
        """The accounts of the school where the policy demands something that is not there."""
        return tuple(row for row in self.ours if row.rank < 2)


def register(school: School, *, at: datetime) -> Register:
    """Return the register of a school at a moment, what is to be done first at the top. Seven queries."""
    policy, rows = _rows(school, register_of(school, at=at), at=at)
    ranked = sorted(rows, key=lambda row: row.rank)

    def part(kind: str) -> tuple[Row, ...]:
        return tuple(row for row in ranked if row.channel.kind == kind and not row.is_closed)

    closed = tuple(row for row in rows if row.is_closed)
    return Register(policy, part("account"), part("group"), part("associated"), closed)


def row_of(school: School, pk: int, *, checks: Iterable[Check], at: datetime) -> tuple[InForce | None, Row]:
    """Return one account with how it stands, and the policy by which it does. Raises Channel.DoesNotExist.

    `checks` are all of that account, the latest first.
    """
    policy, rows = _rows(school, register_of(school, at=at), at=at, checks=checks, pk=pk)
    if not rows:
        raise Channel.DoesNotExist
    return policy, rows[0]


def _rows(
    school: School, channels: Any, *, at: datetime, checks: Iterable[Check] | None = None, pk: int | None = None
) -> tuple[InForce | None, list[Row]]:  # fmt: skip
    today = timezone.localdate(at)
    policy = policy_in_force(school, on=today)
    judges = policy.all if policy else ()
    # Where the policy says how many accounts there are, or which, one of them is judged alongside the others.
    every = list(channels if pk is None or names_accounts(judges) else channels.filter(pk=pk))
    wanted = every if pk is None else [one for one in every if one.pk == pk]
    found = standings(wanted, of=school, policies={school.pk: judges}, on=today, checks=checks, every=every)
    tasks = by_account(open_on_accounts(school))
    return policy, [
        Row(one, official(one, policies=judges), today, asked(one, tasks.get(str(one.channel.pk), ()), at=at))
        for one in found
    ]


def official(standing: Standing, *, policies: Sequence[CompiledPolicy]) -> Official:
    """Return whether the policies count an account as official, or allow a group, with the clauses that say so."""
    if standing.channel.kind == "group":
        state, reasons = on_groups(standing.channel, policies=policies)
        return Official(state, each_cited(reasons, policies=policies), ())
    state, missing = counted(standing), unsaid(standing)
    reasons = standing.against if state == "against" else tuple(tests(standing))
    return Official(state, each_cited(reasons, policies=policies), missing)


def kinds_of(row: Row, *, policies: Sequence[CompiledPolicy]) -> list[Kind]:
    """Return every kind of check of an account: first what is demanded and lapsed, last what nobody asks for."""
    standing, late = row.standing, {one.kind for one in row.lapsed if not one.lapsed}
    by_kind = {lapse.look.kind: lapse for lapse in standing.lapses}
    unseen = {one.kind for one in row.lapsed if one.lapsed}.difference(by_kind)
    kinds = [
        replace(_kind(look, standing.demands, by_kind.get(kind), policies), late=kind in late, unseen=kind in unseen)
        for kind, look in standing.looks.items()
    ]
    return sorted(kinds, key=_first)


def _first(one: Kind) -> tuple[bool, bool, bool, bool]:
    return (one.lapse is None or not one.lapse.stops, one.lapse is None, not (one.late or one.unseen),
            not one.clauses)  # fmt: skip


def _kind(look: Look, asked: Iterable[Demand], lapse: Lapse | None, policies: Sequence[CompiledPolicy]) -> Kind:
    here = [one for one in asked if one.kind == look.kind]
    clauses = tuple(dict.fromkeys(_cited(one, policies) for one in here))
    return Kind(look, CHECK_KINDS[look.kind].says, clauses, here[0] if here else None, lapse)


def _cited(demand: Demand, policies: Sequence[CompiledPolicy]) -> Cited:
    policy = next(one for one in policies if one.id == demand.source)
    points = (one for one in policy.document.points if one.ref == demand.ref)
    return of_point(next(one for one in points if demand.says in {one.wording, one.says}), policy=policy)
