"""What a look through earlier posts came to, in figures: for governors, and so without anybody's name."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from statistics import median
from typing import Any, Final

from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.handbook.queries import InForce
from gatepost.publishing.back_catalogue import Overview, Progress, overview
from gatepost.publishing.models import Campaign, PastPost
from gatepost.publishing.states import PAST
from gatepost.schools.roles import role_name
from gatepost.tables.sheets import csv_of

AGAIN: Final = "again"
COLUMNS: Final = {**PAST, AGAIN: "Kept, to look at again"}
"""What a post counts under. One that was kept and has to be looked at again does not count as kept."""
UNDATED: Final = "No date is known"
_Key = Callable[[PastPost], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what it is about, and how many posts stand where."""

    name: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many posts it counts."""
        return sum(self.counts.values())

    @property
    def cells(self) -> list[tuple[str, int]]:
        """The counts with what each is of, in the order of COLUMNS."""
        return [(name, self.counts.get(slug, 0)) for slug, name in COLUMNS.items()]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figures of one campaign at a moment. `roles` maps a role to how many posts its holders decided about.

    `days` are those from each decision until the post was gone, in order: none for a post that is still there.
    """

    campaign: Campaign
    progress: Progress
    whole: Line
    accounts: tuple[Line, ...]
    months: tuple[Line, ...]
    roles: Mapping[str, int]
    first_decided: datetime | None
    last_settled: datetime | None
    days: tuple[float, ...]
    at: datetime

    @property
    def days_to_go(self) -> float | None:
        """The median of days from the decision until a post was gone; None where none is gone."""
        return round(median(self.days), 1) if self.days else None

    @property
    def speed(self) -> str:
        """How soon posts were gone, as a sentence that is true of as many as there are; empty where none is gone."""
        if not self.days:
            return ""
        many = len(self.days)
        said = {1: "The one post that went was", 2: "Both posts that went were"}
        whose = said.get(many, f"Half of the {many} posts that went were")
        return f"{whose} gone within {_within(max(self.days) if many in said else median(self.days))} of the decision."


def evidence(campaign: Campaign, *, policy: InForce | None, at: datetime) -> Evidence:
    """Return the figures of a campaign at a moment. Without a policy nothing that was kept is looked at again."""
    seen = overview(campaign, policy=policy, at=at)
    again = frozenset(one.post.pk for one in seen.rows if one.again)
    posts = [one.post for one in seen.rows]
    gone = [(post.settled_at - post.decided_at).total_seconds() / 86_400 for post in posts
            if post.state in {"removed", "replaced"} and post.settled_at and post.decided_at]  # fmt: skip
    return Evidence(
        campaign, seen.progress, _line("All", posts, again), _lines(posts, _account, again),
        _lines(posts, _month, again), _roles(posts), _first(post.decided_at for post in posts), _last(seen),
        tuple(sorted(gone)), at,
    )  # fmt: skip


def as_csv(found: Evidence) -> bytes:
    """Return the figures as a CSV file: a row for each account, month and role."""
    tables = (("All posts", (found.whole,)), ("Account", found.accounts), ("Month posted", found.months))
    rows: list[list[Any]] = [
        [name, line.name, line.total, *(n for _, n in line.cells)] for name, lines in tables for line in lines
    ]
    blank = [""] * len(COLUMNS)
    rows += [["Decided by", name, number, *blank] for name, number in found.roles.items()]
    return csv_of(["Table", "Row", "Posts", *COLUMNS.values()], rows)


def _lines(posts: Iterable[PastPost], key: _Key, again: frozenset[int]) -> tuple[Line, ...]:
    """Return a line for each key, a pair of what sorts it and its name."""
    grouped: dict[tuple[str, str], list[PastPost]] = {}
    for post in posts:
        grouped.setdefault(key(post), []).append(post)
    return tuple(_line(name, some, again) for (_, name), some in sorted(grouped.items(), key=itemgetter(0)))


def _line(name: str, posts: Iterable[PastPost], again: frozenset[int]) -> Line:
    return Line(name, Counter(AGAIN if post.pk in again else post.state for post in posts))


def _account(post: PastPost) -> tuple[str, str]:
    """Return the account. What somebody typed as the name of one that is not on the register may be anybody's name."""
    channel: Channel | None = post.channel
    name = str(channel) if channel is not None else f"{_capital(platform_name(post.platform))}, not on the register"
    return name, name


def _month(post: PastPost) -> tuple[str, str]:
    return (f"{post.posted_on:%Y-%m}", f"{post.posted_on:%B %Y}") if post.posted_on else ("~", UNDATED)


def _roles(posts: Iterable[PastPost]) -> dict[str, int]:
    counted = Counter(post.decided_as for post in posts if post.decided_as)
    return {role_name(slug): number for slug, number in counted.most_common()}


def _first(moments: Iterable[datetime | None]) -> datetime | None:
    return min((one for one in moments if one), default=None)


def _last(seen: Overview) -> datetime | None:
    return max((one.post.settled_at for one in seen.rows if one.post.settled_at), default=None)


def _within(days: float) -> str:
    return "a day" if days <= 1 else f"{round(days, 1):g} days"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
