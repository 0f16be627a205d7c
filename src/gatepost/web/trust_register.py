"""Every account of every school of a trust, what is worst first, in as many queries for sixty schools as for one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from gatepost.channels.headcount import Headcount, headcount
from gatepost.channels.listing import official_in_trust
from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.channels.owed import OVERDUE
from gatepost.channels.standing import Standing
from gatepost.channels.standings import standings
from gatepost.channels.stops import Stop, stop
from gatepost.duties.models import Duty
from gatepost.duties.on_accounts import Asked, asked, by_account
from gatepost.duties.queries import open_on_accounts
from gatepost.handbook.queries import policies_in_force
from gatepost.schools.models import School, Trust

SHOWN: Final[Mapping[str, str]] = {
    "": "Every account", "overdue": "With something overdue", "stopped": "Where nothing can be posted",
    "against": "Not official by the policy",
}  # fmt: skip
"""What the page can be narrowed to → its words."""


@dataclass(frozen=True, slots=True)
class Row:
    """One account with how it stands and what is asked of it.

    `school` is whose it is, `stop` what stops posting on it, `against` whether a clause keeps it from being official;
    `next_due` is the day on which the next check falls due.
    """

    standing: Standing
    school: School
    asked: Asked
    stop: Stop | None
    against: bool
    next_due: date | None

    @property
    def channel(self) -> Channel:
        """The account."""
        return self.standing.channel

    @property
    def headcount(self) -> Headcount | None:
        """How many administer it, and how many are to."""
        return headcount(self.standing)

    @property
    def overdue(self) -> bool:
        """Return whether something is overdue: a check, or a task."""
        return self.asked.overdue

    @property
    def word(self) -> str:
        """How it stands, in a word; empty where nothing is asked of it."""
        pressing = self.asked.pressing
        if self.asked.late or any(one.word == OVERDUE for one in pressing):
            return OVERDUE
        return pressing[0].word if pressing else "In order" if self.asked.owed else ""

    @property
    def rank(self) -> tuple[int, bool, int, date, str, str]:
        """What sorts it: locked, stopped, not official, the most overdue, the soonest due; then by school and name."""
        # What is only advised puts no account before one of which a clause asks for something.
        count = sum(one.binding for one in self.asked.pressing) + len(self.asked.late)
        channel = self.channel
        worst = 0 if self.stop and self.stop.by == "locked" else 1 if self.stop and not self.stop.is_meant else 2
        return (worst, not self.against, -count, self.next_due or date.max, self.school.name, channel.name)

    def is_shown(self, what: str) -> bool:
        """Return whether it is among what the page is narrowed to, a key of SHOWN."""
        match what:
            case "overdue":
                return self.overdue
            case "stopped":
                return self.stop is not None
            case "against":
                return self.against
        return True


@dataclass(frozen=True, slots=True)
class TrustRegister:
    """The page: what it is narrowed to, its rows, figures of the whole trust, and what can be chosen."""

    rows: tuple[Row, ...]
    accounts: int
    overdue: int
    stopped: int
    schools: Sequence[School]
    platforms: Sequence[tuple[str, str]]


def trust_register(
    trust: Trust, *, at: datetime, reach: frozenset[int] | None = None, school: str = "", platform: str = "",
    what: str = "",
) -> TrustRegister:  # fmt: skip
    """Return the open accounts of a trust's schools, what is worst first. Seven queries.

    `reach` are the ids of the schools to which whoever asks is kept, None for all. `school` is a slug, `platform` one
    too, `what` a key of SHOWN; empty ones narrow nothing. The figures are of all.
    """
    day = timezone.localdate(at)
    schools = {one.pk: one for one in School.objects.filter(trust=trust) if reach is None or one.pk in reach}
    channels = list(official_in_trust(trust, on=day).filter(school__in=schools))
    policies = {pk: policy.all for pk, policy in policies_in_force(trust, on=day).items()}
    # All that are open at these schools are here, which is what an account stands beside.
    found = standings(channels, of=trust, policies=policies, on=day, brief=True, every=channels)
    rows = sorted(_rows(found, schools, open_on_accounts(trust), at=at), key=lambda row: row.rank)
    shown = (row for row in rows if school in ("", row.school.slug) and platform in ("", row.channel.platform))
    return TrustRegister(
        tuple(row for row in shown if row.is_shown(what)), len(rows), sum(row.is_shown("overdue") for row in rows),
        sum(row.is_shown("stopped") for row in rows), list(schools.values()),
        sorted({(one.platform, platform_name(one.platform)) for one in channels}),
    )  # fmt: skip


def _rows(
    found: Iterable[Standing], schools: Mapping[int, School], tasks: Iterable[Duty], *, at: datetime
) -> Iterator[Row]:
    on_account, day = by_account(tasks), timezone.localdate(at)
    for one in found:
        here = asked(one, on_account.get(str(one.channel.pk), ()), at=at)
        days = [check.due_on for check in here.owed if check.due_on and not check.pressing]
        yield Row(
            one, schools[one.channel.school_id], here, stop(one, on=day), against=bool(one.against),
            next_due=min(days, default=None),
        )  # fmt: skip
