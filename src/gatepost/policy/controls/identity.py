"""Showing where one works, and whose opinion it is."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause, param
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerShown(Control):
    """Showing on a profile or in a post where one works."""

    name = "employer_shown"
    family = "identity"
    kinds = ("personal-post", "question")
    triggers = ("discloses_employer",)
    reads = ("tone", "text")
    asks = ("may I say on my profile where I work",)

    stance: str = param(says="whether it may be shown", choices=("barred", "if_harmless", "open"))

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.true("discloses_employer"):
            return
        because = cause(facts, "discloses_employer", "tone")
        if self.stance == "barred" or (self.stance == "if_harmless" and self._harmful(facts)):
            yield Hit(barred(setting.strength, own=True), because)
        else:
            yield Hit("allow", because)

    def _harmful(self, facts: Facts) -> bool:
        harm = {"disrepute", "abusive", "offensive", "racist", "sexist", "homophobic", "extremist", "mocking"}
        found = any(item.type in ("abuse", "disparaging") for item in facts.found)
        return found or bool(harm & {*(facts.get("tone") or ())}) or bool(facts.classes("text", "topic") & harm)

    def explain(self) -> str:
        return {
            "barred": "You are asked not to associate yourself with the school or trust on a profile or in posts.",
            "if_harmless": "You may show where you work, but not in a way that could bring the school into disrepute.",
            "open": "Be open about your role, above all when you speak officially.",
        }[self.stance]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclaimer(Control):
    """A line that the views are one's own."""

    name = "disclaimer"
    family = "identity"
    kinds = ("personal-post", "question")
    triggers = ("disclaimer", "discloses_employer")
    asks = ("do I need a views-are-my-own line",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.true("discloses_employer"):
            return
        because = cause(facts, "discloses_employer", "disclaimer")
        if facts.true("disclaimer"):
            yield Hit("allow", because)
            return
        if not facts.has("disclaimer"):
            yield Unknown("disclaimer", "advise_against")
        yield Hit(barred(setting.strength, own=True), because)

    def explain(self) -> str:
        return "If it shows where you work, say that the views are your own and not your employer's."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionTakenForOurs(Control):
    """Personal opinions that could pass for the organisation's."""

    name = "opinion_taken_for_ours"
    family = "identity"
    kinds = ("personal-post",)
    triggers = ("opinion_on_behalf", "discloses_employer")
    reads = ("disclaimer", "text")
    asks = ("may I give my own opinion when people know where I work",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        because = cause(facts, "opinion_on_behalf", "discloses_employer", "disclaimer")
        if facts.true("opinion_on_behalf"):
            yield Hit(barred(setting.strength, own=True), because)
        elif facts.true("discloses_employer") and facts.true("disclaimer"):
            yield Hit("allow", because)
        elif facts.false("opinion_on_behalf"):
            return
        elif facts.true("discloses_employer") and "school_matters" in facts.classes("text"):
            yield Hit(barred(setting.strength, own=True), because, basis="inference")
        elif facts.true("discloses_employer") and not facts.has("opinion_on_behalf"):
            yield Unknown("opinion_on_behalf", "block")

    def explain(self) -> str:
        return "Do not post a personal opinion that people could take for the school's."
