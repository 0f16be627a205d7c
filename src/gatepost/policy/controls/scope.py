"""Definitions and subjects: what a policy reaches."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Words, cause, listed, param
from gatepost.policy.facts.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class InScope(Control):
    """A definition that brings a platform into the policy; cited with what it lets decide."""

    name = "in_scope"
    family = "scope"
    kinds = ("question", "personal-post", "access")
    triggers = ("channel",)
    reads = ("audience",)
    asks = ("does WhatsApp count as social media", "do online games count", "are private groups covered")

    platforms: Words = param((), says="the platforms it brings in", stricter="superset", vocabulary="platform")
    audiences: Words = param((), says="the audiences it brings in", stricter="superset", vocabulary="audience")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.platform in self.platforms:
            yield Hit("allow", cause(facts, "channel"), supports=True)
        elif facts.get("audience") in self.audiences:
            yield Hit("allow", cause(facts, "audience"), supports=True)

    def explain(self) -> str:
        things = (*self.platforms, *self.audiences)
        return f"These count as social media here: {listed(things, last='and')}."


_LONGEST = 6
"""Words: a longer topic tells a story, and one word of it is not its subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Control):
    """A subject that the clause speaks to, by its words, when somebody asks about it."""

    name = "topic"
    family = "scope"
    kinds = ("question", "report", "lifecycle", "access", "account")
    triggers = ("topic",)
    reads = ("concern",)
    asks = ()

    words: Words = param(says="words of the subject", stricter="superset")
    outcome: str = param(
        "allow",
        says="what it comes to",
        choices=("allow", "no_action", "required", "advise_against", "block", "report", "escalate"),
    )
    route: str | None = param(None, says="who answers")
    explains: str = param("", says="the answer in a sentence")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        said = (str(facts.get(path) or "") for path in ("topic", "concern"))
        topic = " ".join(said).casefold().replace("_", " ")
        if len(topic.split()) <= _LONGEST and any(word in topic for word in self.words):
            yield Hit(self.outcome, cause(facts, "topic", "concern"), route=self.route)

    def explain(self) -> str:
        return self.explains or f"The policy speaks to this: {listed(self.words)}."
