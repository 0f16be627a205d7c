"""Staff members' own use: when, on what, and with which address."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param
from gatepost.policy.facts.facts import Facts
from gatepost.policy.facts.vocabulary import NOT_SOCIAL
from gatepost.policy.outcomes import barred

_OUTSIDE = ("weekend", "evening", "holiday", "before_work", "after_work")


WORK_DEVICES = ("work", "organisation", "school")


def _private(facts: Facts) -> bool:
    """Tell whether the use is private, which it is unless it is said or shown to be for work."""
    if facts.has("action") or facts.get("account") == "official":
        return False
    return not for_work(facts)


def for_work(facts: Facts) -> bool:
    """Tell whether the use is for work: in a professional capacity, or for a purpose that belongs to the job."""
    if facts.get("capacity") == "professional" or facts.true("business.use"):
        return True
    return facts.get("purpose") != "personal" and "work_matters" in facts.classes("purpose")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalTime(Control):
    """When private use is allowed in the working day."""

    name = "personal_time"
    family = "personal_use"
    kinds = ("access", "question")
    triggers = ("period", "working_hours", "own_time", "timetabled_teaching")
    reads = ("purpose", "capacity", "device")
    asks = ("may I look at Instagram at lunch", "may I use my phone in a free period")

    barred_time: str = param(says="when it is barred", choices=("working_time", "working_hours", "timetabled_teaching"))
    allowed_periods: Words = param(
        (), says="parts of the working day in which it is allowed", stricter="subset", vocabulary="period"
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not any(facts.has(path) for path in self.triggers) or facts.has("action"):
            return
        because = cause(facts, "period", "working_hours", "own_time", "timetabled_teaching", "purpose")
        if not _private(facts):
            if self.barred_time == "timetabled_teaching" and facts.kind == "access" and for_work(facts):
                yield Hit("allow", because)
            return
        allowed = self._allowed(facts)
        if allowed is None:
            yield Unknown("period", "block")
            return
        asks = self.barred_time == "working_time" and not facts.has("own_time")
        if facts.get("period") == "break" and not allowed and asks:
            yield Unknown("own_time", "block")
        yield Hit("allow" if allowed else "block", because)

    def _allowed(self, facts: Facts) -> bool | None:
        period = facts.get("period")
        if self.barred_time == "timetabled_teaching":
            teaching = facts.get("timetabled_teaching")
            return not teaching if teaching is not None else (None if period is None else period != "lesson")
        if period in self.allowed_periods or period in _OUTSIDE:
            return True
        if self.barred_time == "working_time" and facts.has("own_time"):
            return facts.true("own_time")
        if period is not None:
            return False
        hours = facts.get("working_hours")
        return None if hours is None else not hours

    def explain(self) -> str:
        if self.barred_time == "timetabled_teaching":
            return "Private use is barred in timetabled teaching time; the policy has no rule for other times."
        return f"Private use belongs to one's own time: before or after work and at {listed(self.allowed_periods)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkEquipment(Control):
    """Private use of social media on work equipment."""

    name = "work_equipment"
    family = "personal_use"
    kinds = ("access", "question")
    triggers = ("device",)
    reads = ("purpose", "period")
    asks = ("may I use a work laptop for my own social media",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.has("action") or facts.items("media") or (facts.kind == "question" and not facts.has("period")):
            return
        if not _private(facts):
            if facts.has("device") and for_work(facts) and facts.kind == "access":
                yield Hit("allow", cause(facts, "device", "purpose"))
            return
        if facts.platform in NOT_SOCIAL:
            return
        device = facts.get("device")
        if device is None:
            yield Unknown("device", "block")
        else:
            yield Hit("block" if device in WORK_DEVICES else "allow", cause(facts, "device", "purpose"))

    def explain(self) -> str:
        return "Private use never happens on work equipment; your own phone is not barred at any time of day."


@dataclass(frozen=True, slots=True, kw_only=True)
class Background(Control):
    """A private site left running at work."""

    name = "background"
    family = "personal_use"
    kinds = ("access",)
    triggers = ("in_background",)
    asks = ("may I leave Facebook open in the background",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.has("in_background"):
            at_work = facts.get("period") not in _OUTSIDE and not facts.true("own_time")
            running = facts.true("in_background") and at_work
            yield Hit("block" if running else "allow", cause(facts, "in_background", "period", "own_time"))

    def explain(self) -> str:
        return "A private site is not left running in the background at work."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkEmail(Control):
    """Signing up to social media with the work address."""

    name = "work_email"
    family = "personal_use"
    kinds = ("question", "access")
    triggers = ("signup_email",)
    asks = ("may I use my work email to sign up", "may I link LinkedIn to my school address")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        address = facts.get("signup_email")
        if address is None or facts.get("account") == "official":
            return
        because = cause(facts, "signup_email")
        yield Hit(barred(setting.strength, own=True) if address in ("work", "school") else "allow", because)

    def explain(self) -> str:
        return "A work e-mail address is not used for a personal social media account."


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessOnOwnAccount(Control):
    """School business on a personal account."""

    name = "business_on_own_account"
    family = "personal_use"
    kinds = ("question", "personal-post", "access")
    triggers = ("business.use", "purpose")
    reads = ("account", "members")
    asks = ("may I run school business from my own account",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if (
            facts.get("account") != "personal"
            or facts.get("members") in ("colleagues", "staff")
            or facts.platform in NOT_SOCIAL
        ):
            return
        about_work = facts.true("business.use") or "work_matters" in facts.classes("purpose")
        about_work |= "school_news" in facts.classes("text")
        if about_work and facts.get("capacity") != "professional":
            yield Hit(barred(setting.strength, own=True), cause(facts, "business.use", "purpose", "account", "text"))

    def explain(self) -> str:
        return "School business is not done from a personal account."
