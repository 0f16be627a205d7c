"""Who hears of a concern, what is kept, and what nobody does alone."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.controls.concerns import CONCERNS, HEADS, concerns
from gatepost.policy.facts.facts import Facts

_BECAUSE = (
    "direction",
    "content",
    "nature",
    "harmful",
    "comment.categories",
    "posted_by.role",
    "about",
    "subject",
    "names",
)


def _causes(facts: Facts) -> tuple:  # type: ignore[type-arg]
    return cause(facts, *(path for path in _BECAUSE if path not in ("names",)))


def without_conflicted(route: str | None, facts: Facts) -> str | None:
    """Return the route without roles that the matter is about; unchanged when nobody else would be left."""
    about = {facts.get("posted_by.role"), facts.get("about.role"), *(facts.get("conflict_of_interest") or ())}
    about &= {*HEADS, "ceo", "slt_member"}
    about |= HEADS if about & HEADS else set()
    if route is None or not about:
        return route
    left = [role for role in route.split("|") if role not in about]
    return "|".join(left) or route


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTo(Control):
    """Kinds of concern that go to a person or a process."""

    name = "report_to"
    family = "reporting"
    kinds = ("report", "comment")
    triggers = ("direction", "content", "nature", "posted_by.role", "comment.categories", "about", "subject", "harmful")
    reads = ("names", "parties", "repercussions_likely", "pupil.family", "found_by.role", "account")
    asks = ("who do I tell about abuse online", "a pupil has messaged me", "a parent is complaining about me on Facebook")

    concerns: Words = param(says="which kinds of concern", choices=CONCERNS, stricter="superset")
    route: str | None = param(None, says="who is told; the platform's own tools or nobody named when empty")
    outcome: str = param("report", says="told, or told so that they take a decision", choices=("report", "escalate"))
    family_exempt: bool = param(False, says="messages from relatives need no report", stricter="false")
    unless_severe: bool = param(False, says="deals only with contact that is proper when false", stricter="false")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        kinds = concerns(facts)
        met = [kind for kind in self.concerns if kind in kinds]
        because = _causes(facts)
        if met and self.family_exempt and facts.true("pupil.family"):
            yield Hit("no_action", (*because, *cause(facts, "pupil.family")))
        elif met:
            if self.family_exempt and not facts.has("pupil.family"):
                yield Unknown("pupil.family", self.outcome)
            yield Hit(self.outcome, because, route=without_conflicted(self.route, facts))
        elif "pupil_contact_improper" in self.concerns and "pupil_contact" in kinds:
            yield Hit("no_action", because)
        elif "disparagement" in self.concerns and "complaint_naming" in kinds:
            yield Hit("no_action", because)

    def explain(self) -> str:
        return f"Tell {route_words(self.route)} about: {listed(self.concerns)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReport(Control):
    """The platform's own reporting is used."""

    name = "site_report"
    family = "reporting"
    kinds = ("report", "comment")
    triggers = ("harmful", "nature", "comment.categories", "names")
    reads = ("content", "posted_by.role", "evidence.screenshot")
    asks = ("do I report it to Facebook",)

    concerns: Words = param(("staff_target",), says="which kinds of concern", choices=CONCERNS, stricter="superset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if concerns(facts) & frozenset(self.concerns):
            yield Hit("report", _causes(facts))

    def explain(self) -> str:
        return "Abuse of staff is reported through the site itself."


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceKept(Control):
    """What is kept of what was found."""

    name = "evidence_kept"
    family = "reporting"
    kinds = ("report", "question")
    triggers = ("evidence.screenshot", "evidence.link", "evidence.description")
    reads = ("deleted", "minutes_up", "imagery_of_child")
    asks = ("do I take a screenshot",)

    any_of: Words = param(
        says="what will do", choices=("evidence.screenshot", "evidence.link", "evidence.description"), stricter="subset"
    )
    where_possible: bool = param(False, says="only where it is possible", stricter="false")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        given = [path for path in self.any_of if facts.has(path)]
        if not given:
            return
        because = cause(facts, *given, "deleted")
        if any(facts.true(path) for path in given) or not (facts.true("harmful") or concerns(facts)):
            yield Hit("allow", because, supports=facts.kind == "report")
        elif self.where_possible and facts.true("deleted"):
            yield Hit("no_action", because)
        else:
            yield Hit("required", because)

    def explain(self) -> str:
        kept = listed(tuple(path.partition(".")[2] for path in self.any_of))
        return f"Keep {kept}{' where possible' if self.where_possible else ''}. Never of a nude or sexual image of a child."


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPoster(Control):
    """A friend's post about oneself: ask for it to come down."""

    name = "ask_poster"
    family = "reporting"
    kinds = ("report",)
    triggers = ("about", "asked_to_remove")
    reads = ("posted_by.role", "removed")
    asks = ("a friend has posted something about me",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if "friend_about_me" not in concerns(facts):
            return
        because = cause(facts, "about", "posted_by.role", "asked_to_remove", "removed")
        if facts.true("removed") or facts.true("asked_to_remove"):
            yield Hit("no_action", because)
        else:
            yield Hit("required", because)

    def explain(self) -> str:
        return "Ask the friend to take it down, and report it to the site if need be."


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAlone(Control):
    """Nobody answers an abusive post by themselves."""

    name = "not_alone"
    family = "reporting"
    kinds = ("question", "report")
    triggers = ("proposed_action",)
    reads = ("posted_by.role", "names")
    asks = ("may I reply to a parent who is abusing me online", "can I message them myself")

    route: str | None = param(None, says="who deals with it instead")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("proposed_action") in ("reply_directly", "message", "confront"):
            yield Hit("block", cause(facts, "proposed_action", "posted_by.role"), route=self.route)

    def explain(self) -> str:
        return f"Do not deal with it yourself; it goes to {route_words(self.route)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeOpinion(Control):
    """Criticism that names and harms nobody is nobody's breach."""

    name = "free_opinion"
    family = "reporting"
    kinds = ("report",)
    triggers = ("nature", "harmful", "names")
    reads = ("posted_by.role", "content")
    asks = ("may a parent criticise the school online",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        unnamed = facts.has("names") and not facts.items("names")
        if unnamed and not facts.true("harmful") and not concerns(facts) & {"illegal", "safeguarding", "colleague_activity"}:
            if facts.false("harmful") or facts.classes("nature", "content") & {"criticism", "complaint"}:
                yield Hit("no_action", cause(facts, "nature", "harmful", "posted_by.role"))

    def explain(self) -> str:
        return "People may hold and post an opinion; a report is due when it names somebody or does harm."


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDown(Control):
    """A post in breach comes down, and what that changes."""

    name = "take_down"
    family = "reporting"
    kinds = ("report", "question")
    triggers = ("deleted", "removed")
    reads = ("posted_by.role", "minutes_up")
    asks = ("do I have to delete my post", "does deleting it end the matter")

    route: str | None = param(None, says="who deals with what is left after deletion")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.group("posted_by.role") not in ("staff", "governor", "trustee", "volunteer"):
            return
        because = cause(facts, "deleted", "removed", "posted_by.role")
        if facts.true("deleted") or facts.true("removed"):
            if self.route:
                yield Hit("escalate", because, route=self.route)
        elif facts.false("deleted") or facts.false("removed"):
            yield Hit("required", because)

    def explain(self) -> str:
        after = f" Deleting it does not end the matter: {route_words(self.route)} may still follow." if self.route else ""
        return f"A post in breach is taken down when asked.{after}"
