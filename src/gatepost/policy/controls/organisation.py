"""Incidents, the media, monitoring, online searches, training and review."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.facts.facts import Facts
from gatepost.policy.facts.vocabulary import group_of

if TYPE_CHECKING:
    from gatepost.policy.document import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentVoice(Control):
    """During an incident only official channels speak."""

    name = "incident_voice"
    family = "incident"
    kinds = ("personal-post", "question", "post")
    triggers = ("incident_active",)
    reads = ("account",)
    asks = ("may I post about an incident at school",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.true("incident_active"):
            yield Hit("block" if facts.own else "allow", cause(facts, "incident_active", "account"))

    def explain(self) -> str:
        return "While an incident is going on only official channels and accounts give news or comment."


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaEnquiry(Control):
    """A request for a comment for publication."""

    name = "media_enquiry"
    family = "media"
    kinds = ("question",)
    triggers = ("enquirer.role", "for_publication")
    reads = ("written_approval",)
    asks = ("a journalist has asked me for a comment",)

    route: str = param(says="to whom the enquiry goes")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not (facts.get("enquirer.role") == "journalist" or facts.true("for_publication")):
            return
        because = cause(facts, "enquirer.role", "for_publication", "written_approval")
        if facts.true("written_approval"):
            yield Hit("allow", because)
        elif facts.false("written_approval"):
            yield Hit("block", because, route=self.route)
        else:
            yield Hit("needs_approval", because, route=self.route)

    def explain(self) -> str:
        return f"No answer without written approval; pass the enquiry to {route_words(self.route)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemMonitoring(Control):
    """The organisation may look at use of its own systems."""

    name = "system_monitoring"
    family = "monitoring"
    kinds = ("question",)
    triggers = ("network", "notice_given", "purpose")
    reads = ("subject.role", "device")
    asks = ("may the trust look at what I do on its network",)

    purposes: Words = param((), says="the ends named in the text", stricter="subset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("network") not in ("trust", "school", "organisation") or facts.has("contact_with.role"):
            return
        if facts.has("notice_given") or facts.has("monitoring.covert") or "check" in str(facts.get("purpose")):
            yield Hit("allow", cause(facts, "network", "purpose", "notice_given"))

    def explain(self) -> str:
        return "Use of the organisation's own systems may be looked at, for legitimate business ends."


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineSearch(Control):
    """Online searches on people."""

    name = "online_search"
    family = "candidate_checks"
    kinds = ("question", "access")
    triggers = ("action", "subject.role")
    reads = ("subject.shortlisted", "candidate_told")
    asks = ("may we search for a candidate online", "may we check a member of staff's social media")

    subjects: Words = param(says="on whom", stricter="superset", vocabulary="role")
    recorded: bool = param(False, says="outcomes may be recorded")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        act = facts.get("action")
        subject = facts.get("subject.role")
        group = facts.group("subject.role")
        named = subject in self.subjects or (group in self.subjects and subject not in ("candidate", "applicant"))
        if act == ("record_check_outcome" if self.recorded else "online_search") and (named or subject is None):
            yield Hit("allow", cause(facts, "action", "subject.role"))

    def explain(self) -> str:
        what = "What a search found may be recorded for" if self.recorded else "Online searches may be made on"
        return f"{what} {listed(self.subjects, last='and')}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Control):
    """Staff have read and accepted the policy."""

    name = "acknowledged"
    family = "training"
    kinds = ("lifecycle",)
    triggers = ("staff",)
    reads = ("staff[].acknowledged", "team")
    asks = ("who has not read the policy",)

    route: str | None = param(None, says="who sees to it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        scope = setting.head.people
        for person in facts.items("staff"):
            if scope and (group_of(person.get("role") or "") or "staff") not in scope:
                continue
            value = person.get("acknowledged")
            because = cause(facts, "team")
            if value is True:
                yield Hit("no_action", because)
            else:
                if value is None:
                    yield Unknown(person.at("acknowledged"), "acknowledge_required")
                yield Hit("acknowledge_required", because, route=self.route)

    def explain(self) -> str:
        return f"Everybody reads and accepts the policy; {route_words(self.route)} sees to it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained(Control):
    """Training that can be required before posting."""

    name = "trained"
    family = "training"
    kinds = ("post",)
    triggers = ("author.training_done",)
    asks = ("do I need training before I post for the school",)

    required: bool = param(False, says="nobody posts without it", stricter="true")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or not facts.has("author.training_done"):
            return
        if facts.true("author.training_done"):
            yield Hit("allow", cause(facts, "author.training_done"))
        elif self.required:
            yield Hit("required", cause(facts, "author.training_done"))
        else:
            yield Hit("no_action", cause(facts, "author.training_done"))

    def explain(self) -> str:
        return "Training is required before posting." if self.required else "Training may be required before posting."


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


_SANCTIONS = ("disciplinary_action", "dismissal", "gross_misconduct")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction(Control):
    """How far a sanction for a breach may go."""

    name = "sanction"
    family = "reporting"
    kinds = ("question",)
    triggers = ("proposed_action",)
    reads = ("topic", "contact_with.role")
    asks = ("can I be dismissed for a post", "what happens if somebody breaks the policy")

    most: str = param(says="the heaviest sanction the text names", choices=_SANCTIONS)
    about: str = param("", says="a word of the topic without which the clause is not the subject")
    route: str = param("disciplinary_process", says="the process that decides")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        action = facts.get("proposed_action")
        topic = str(facts.get("topic") or "").casefold()
        if action not in _SANCTIONS or (self.about and self.about not in topic):
            return
        if _SANCTIONS.index(action) <= _SANCTIONS.index(self.most):
            yield Hit("required", cause(facts, "proposed_action", "topic"), route=self.route)

    def explain(self) -> str:
        return f"A breach can bring {self.most.replace('_', ' ')} at most, decided by the {self.route.replace('_', ' ')}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Control):
    """A subject that the clause speaks to, by its words, when somebody asks about it."""

    name = "topic"
    family = "scope"
    kinds = ("question", "report", "lifecycle", "access", "account")
    triggers = ("topic",)
    asks = ()

    words: Words = param(says="words of the subject", stricter="superset")
    outcome: str = param(
        "allow", says="what it comes to", choices=("allow", "no_action", "required", "advise_against", "block", "report", "escalate")
    )
    route: str | None = param(None, says="who answers")
    explains: str = param("", says="the answer in a sentence")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        topic = str(facts.get("topic") or "").casefold().replace("_", " ")
        if topic and any(word in topic for word in self.words):
            yield Hit(self.outcome, cause(facts, "topic"), route=self.route)

    def explain(self) -> str:
        return self.explains or f"The policy speaks to this: {listed(self.words)}."
