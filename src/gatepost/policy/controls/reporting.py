"""Who hears of a concern, what is kept, and what nobody does alone."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.controls.concerns import CONCERNS, HEADS, concerns
from gatepost.policy.facts.facts import Facts
from gatepost.policy.verdict import Cause

_BECAUSE = (
    "direction",
    "content",
    "nature",
    "harmful",
    "comment.categories",
    "posted_by.role",
    "about",
    "subject",
)


def _causes(facts: Facts) -> tuple[Cause, ...]:
    return cause(facts, *_BECAUSE)


_AS_WORDS = {
    "pupil_contact": "a message from a pupil to a member of staff",
    "pupil_contact_improper": "an improper message from a pupil",
    "pupil_conduct": "a pupil's conduct towards staff online",
    "former_pupil_contact": "a message from a former pupil",
    "online_safety": "bullying online or a way round the filter",
    "staff_target": "abuse of staff",
    "complaint_naming": "a complaint that names somebody",
    "organisation_reference": "an improper mention of the school or trust",
    "person_reference": "an improper mention of staff or pupils",
    "friend_about_me": "a friend's post about you",
    "repercussions": "a post that may affect the school",
    "colleague_activity": "a colleague's own social media",
    "colleague_conduct": "a colleague's own social media",
    "pupil_activity": "a pupil's own social media",
    "head_activity": "the head's own social media",
    "illegal": "anything unlawful, explicit or extremist",
    "safeguarding": "any safeguarding worry",
    "misuse": "any other misuse of social media",
    "disparagement": "a post that runs the school or its people down",
    "disparagement_by_staff": "a colleague's post that does harm",
    "offensive": "any offensive or defamatory post",
    "explicit_by_staff": "explicit images among staff",
}
"""A kind of concern, as people say it."""

_MILDER = (("pupil_contact_improper", "pupil_contact"), ("disparagement", "complaint_naming"))
"""A concern, and its milder form, of which a clause about the concern asks nothing."""


def without_conflicted(route: str | None, facts: Facts) -> str | None:
    """Return the route without roles that the matter is about; unchanged when nobody else would be left."""
    about = {facts.get("posted_by.role"), facts.get("about.role"), *(facts.get("conflict_of_interest") or ())}
    if facts.get("subject") == "headteacher":
        about.add("headteacher")
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
    asks = (
        "who do I tell about abuse online",
        "a pupil has messaged me",
        "a parent is complaining about me on Facebook",
    )

    concerns: Words = param(says="which kinds of concern", choices=CONCERNS, stricter="superset")
    route: str | None = param(None, says="who is told; the platform's own tools or nobody named when empty")
    outcome: str = param("report", says="told, or told so that they take a decision", choices=("report", "escalate"))
    personal_only: bool = param(False, says="it concerns personal accounts alone", stricter="false")
    current_only: bool = param(False, says="it concerns pupils who are on the roll", stricter="false")
    family_exempt: bool = param(False, says="messages from relatives need no report", stricter="false")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if self.personal_only and facts.get("account") == "official":
            return
        if self.current_only and facts.get("pupil.status") in ("former", "left"):
            return
        kinds = concerns(facts)
        met = [kind for kind in self.concerns if kind in kinds]
        because = _causes(facts)
        if met and self.family_exempt and facts.true("pupil.family"):
            yield Hit("no_action", (*because, *cause(facts, "pupil.family")))
        elif met:
            if self.family_exempt and not facts.has("pupil.family"):
                yield Unknown("pupil.family", self.outcome)
            yield Hit(self.outcome, because, route=without_conflicted(self.route, facts))
        elif any(mild in kinds for concern, mild in _MILDER if concern in self.concerns):
            yield Hit("no_action", because)

    def explain(self) -> str:
        who = route_words(self.route) if self.route else "somebody in charge, as the text names nobody,"
        matters = tuple(_AS_WORDS.get(concern, concern) for concern in self.concerns)
        return f"Tell {who} about {listed(matters)}."


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
        possible = " where possible" if self.where_possible else ""
        return f"Keep {kept}{possible}. Never of a nude or sexual image of a child."
