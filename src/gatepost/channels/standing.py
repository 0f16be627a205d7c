"""How an account stands: whether the policy counts it as official, and what is in order, due or stops posting there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from gatepost import library
from gatepost.channels.check_kinds import CHECK_KINDS, can_be_impossible
from gatepost.channels.demands import Demand, strictest
from gatepost.channels.looks import Look, Looked, looks
from gatepost.channels.models import Administrator, Channel
from gatepost.channels.particulars import MESSAGING
from gatepost.policy import CompiledPolicy, Reason, Verdict, evaluate, parse_situation

_NOT_OURS: Final = frozenset({"not_official", "block"})


@dataclass(frozen=True, slots=True)
class Lapse:
    """Something that a clause demands of an account and that does not hold. `stops` says whether posting stops."""

    look: Look
    demand: Demand
    stops: bool

    @property
    def says(self) -> str:
        """What is wrong, as a sentence."""
        return f"{self.look.name}: {self.look.words}."


@dataclass(frozen=True, slots=True)
class Standing:
    """How one account stands on a day under the policies in force.

    `verdict` is the policy's, on the facts of the register; `looks` has every kind of check by slug, `demands` what
    the policies ask for, `lapses` what of that does not hold. `left_at` is when somebody with access last left,
    `beside` the facts of `alongside`, where a policy asks for them.
    """

    channel: Channel
    verdict: Verdict
    looks: Mapping[str, Look]
    demands: tuple[Demand, ...]
    lapses: tuple[Lapse, ...]
    admins: tuple[Administrator, ...]
    left_at: datetime | None = None
    beside: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_official(self) -> bool:
        """Return whether no clause keeps the account from being official. What is unknown is in `missing`."""
        return self.channel.kind == "account" and not self.against

    @property
    def against(self) -> tuple[Reason, ...]:
        """The reasons why the policy does not count it as official."""
        return tuple(reason for reason in self.verdict.reasons if reason.outcome in _NOT_OURS)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that the tests ask for and that the register does not hold."""
        return self.verdict.unknown

    @property
    def stops(self) -> tuple[Lapse, ...]:
        """What stops posting on the account."""
        return tuple(lapse for lapse in self.lapses if lapse.stops)


def standing(
    channel: Channel, *, policies: Sequence[CompiledPolicy], asked: tuple[Demand, ...],
    admins: Iterable[Administrator], latest: Iterable[Looked], left_at: datetime | None, on: date,
    beside: Mapping[str, Any] | None = None,
) -> Standing:  # fmt: skip
    """Return how an account stands on a day. No query: `standings` reads what this is given.

    `asked` is what the policies demand of accounts, `admins` are those of now, `latest` the latest check of each kind,
    `left_at` when somebody with access last left, `beside` the facts of `alongside`, where a policy asks for them.
    """
    held = looks(latest, left_at=left_at, on=on, named_since=channel.named_since)
    now = tuple(admins)
    # Without a policy the baseline alone is asked, which says nothing of accounts: the verdict is that of silence.
    judges = policies or (library.compiled(library.BASELINE),)
    facts = {**situation(channel, looks=held, admins=len(now), on=on)["facts"], **(beside or {})}
    verdict = _verdict(_Judges(judges), tuple(facts.items()))
    lapses = tuple(_lapses(held, asked, len(now), channel.platform)) if is_watched(channel) else ()
    return Standing(channel, verdict, held, asked, lapses, now, left_at, beside or {})


class _Judges:
    """Policies that are the same only as the very same objects: two that were compiled apart are two."""

    __slots__ = ("policies",)

    def __init__(self, policies: Sequence[CompiledPolicy]) -> None:
        self.policies = tuple(policies)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Judges) and [*map(id, self.policies)] == [*map(id, other.policies)]

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.policies)))


@lru_cache(maxsize=4096)
def _verdict(judges: _Judges, facts: tuple[tuple[str, Any], ...]) -> Verdict:
    """Return the verdict on an account. The same facts under the same policies always have the same one.

    It is kept for as long as both are: a trust’s page asks of every account of every school each time it is opened.
    """
    return evaluate(judges.policies, parse_situation({"kind": "account", "facts": dict(facts)}))


def is_watched(channel: Channel) -> bool:
    """Return whether what policies demand of accounts is demanded here: of no website, and of no messaging group.

    What is called a group on a platform that has none is an account like any other.
    """
    if channel.kind == "group" and channel.platform in MESSAGING:
        return False
    return channel.kind != "associated" and channel.platform != "website"


def _lapses(held: Mapping[str, Look], asked: Sequence[Demand], admins: int, platform: str) -> Iterable[Lapse]:
    demanded = strictest(asked)
    for kind, look in held.items():
        demand = demanded.get(kind)
        if demand is not None and not _met(look, demand, admins, platform):
            yield Lapse(look, demand, stops=demand.binding and CHECK_KINDS[kind].stops)


def _met(look: Look, demand: Demand, admins: int, platform: str) -> bool:
    # A clause that asks for few administrators is about their number: how often the list is read again is ours.
    if demand.most is not None:
        # While the register names nobody, the policy's test is open, and the page asks who administers the account.
        few = 0 < admins < demand.least
        return admins <= demand.most and not few and look.state != "not_in_order"
    return look.holds or (look.state == "not_possible" and can_be_impossible(look.kind, platform=platform))


def situation(channel: Channel, *, looks: Mapping[str, Look], admins: int, on: date) -> dict[str, Any]:
    """Return an account as a situation for the policy. A check that lapsed or was never made counts as undone."""
    facts: dict[str, Any] = {
        "channel": channel.platform,
        "account_name": channel.name,
        "on_register": True,
        "today": on,
        **_particulars(channel, admins),
        **{CHECK_KINDS[kind].fact: look.holds for kind, look in looks.items() if _is_told(kind)},
        "mfa_supported": looks["mfa"].state != "not_possible",
    }
    return {"kind": "account", "facts": {key: value for key, value in facts.items() if value not in (None, "")}}


def _is_told(kind: str) -> bool:
    return bool(CHECK_KINDS[kind].fact) and not CHECK_KINDS[kind].measured


def _particulars(channel: Channel, admins: int) -> dict[str, Any]:
    """What the register holds of an account, by the names of facts.md. What nobody has said stays out."""
    central = {"central_record": True} if channel.login_place == "central" else {"custody": channel.login_place}
    return {
        "master_rights": channel.master_rights,
        "editorial_oversight": channel.editorial_oversight,
        "authorised": channel.authorised,
        "admins": admins or None,
        **central,
    }
