"""Reviews on time, and channels given up."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause, param
from gatepost.policy.facts.facts import Facts

if TYPE_CHECKING:
    from gatepost.policy.document import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedChannel(Control):
    """A platform is given up from a day on."""

    name = "closed_channel"
    family = "lifecycle"
    kinds = ("post", "account")
    triggers = ("channel",)
    reads = ("today", "account")
    asks = ("may we still post on X", "is our Twitter account closed")

    platform: str = param(says="the platform given up", vocabulary="platform")
    closed: str = param(says="the day from which it is closed", stricter="earlier")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.platform != self.platform or facts.get("account") == "personal":
            return
        today = facts.today
        if today is None:
            yield Unknown("today", "block")
        if today is None or today.isoformat() >= self.closed:
            yield Hit("block", cause(facts, "channel", "today"))
        else:
            yield Hit("allow", cause(facts, "channel", "today"))

    def explain(self) -> str:
        return f"{self.platform.capitalize()} is closed as an official channel from {self.closed}."


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountClosure(Control):
    """The organisation may remove one of its accounts whenever it chooses."""

    name = "account_closure"
    family = "lifecycle"
    kinds = ("account", "question")
    triggers = ("action",)
    reads = ("authorised", "objection_from.role", "reason_recorded")
    asks = ("may the school close an account", "who owns the account")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("action") in ("close", "delete") and not facts.false("authorised"):
            yield Hit("allow", cause(facts, "action", "objection_from.role"))

    def explain(self) -> str:
        return "Official accounts belong to the organisation, which may close one at any time."


def _review(facts: Facts, due: "Month", route: str | None, because: tuple[str, ...]) -> Said:
    today: date | None = facts.today
    if today is None:
        yield Unknown("today", "overdue")
        return
    overdue = today > due.last_day()
    yield Hit("overdue" if overdue else "current", cause(facts, *because), route=route if overdue else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDue(Control):
    """The printed date of the next review. A month runs to its last day."""

    name = "review_due"
    family = "lifecycle"
    kinds = ("lifecycle",)
    triggers = ("today",)
    asks = ("is our policy overdue for review", "when is the next review")

    due: str = param(says="the printed month or day", stricter="earlier")
    route: str | None = param(None, says="who reviews it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.items("staff"):
            yield from _review(facts, month(self.due), self.route, ("today",))

    def explain(self) -> str:
        return f"The next review is due by the end of {self.due}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewInterval(Control):
    """A stated interval, counted from a printed date."""

    name = "review_interval"
    family = "lifecycle"
    kinds = ("lifecycle",)
    triggers = ("today",)
    asks = ("how often is the policy reviewed",)

    months: int = param(says="months between reviews", stricter="lower")
    since: str = param(says="the printed month from which it counts", stricter="earlier")
    route: str | None = param(None, says="who reviews it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.items("staff"):
            yield from _review(facts, month(self.since).plus_months(self.months), self.route, ("today",))

    def explain(self) -> str:
        return f"The policy is reviewed every {self.months} months, counted from {self.since}."


def month(text: str) -> "Month":
    """Return a printed month such as `2026-06`, or a day, as a Month."""
    from gatepost.policy.document import Month  # the document holds controls, so it cannot be imported above

    year, number, *day = (int(part) for part in text.split("-"))
    return Month(year, number, day[0] if day else None)
