"""What official accounts carry, and kinds of content that nobody posts."""

from collections.abc import Iterator
from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Words, cause, listed, param
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred
from gatepost.policy.verdict import Cause, Fix, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose(Control):
    """What official accounts are for."""

    name = "purpose"
    family = "content"
    kinds = ("post", "account", "question")
    triggers = ("objective",)
    reads = ("account",)
    asks = ("what may the school use its accounts for",)

    objectives: Words = param(says="the objectives allowed", stricter="subset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        objective = facts.get("objective")
        if facts.get("account") == "personal":
            return
        if objective is None:
            if facts.kind == "post" and facts.classes("text"):
                yield Hit("allow", cause(facts, "text"), supports=True)
            return
        fits = objective in self.objectives
        yield Hit("allow" if fits else barred(setting.strength, own=False), cause(facts, "objective"))

    def explain(self) -> str:
        return f"Official accounts serve these ends: {listed(self.objectives, last='and')}."


@dataclass(frozen=True, slots=True, kw_only=True)
class PermittedKind(Control):
    """A kind of post that the official account carries."""

    name = "permitted_kind"
    family = "content"
    kinds = ("post",)
    triggers = ("post_type",)
    asks = ("what may we post about",)

    types: Words = param(says="the kinds of post", stricter="subset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("post_type") in self.types:
            yield Hit("allow", cause(facts, "post_type"))
        elif not facts.has("post_type") and facts.classes("text") & frozenset(self.types):
            yield Hit("allow", cause(facts, "text"), basis="inference")

    def explain(self) -> str:
        return f"The official account may carry this kind of post: {listed(self.types)}."


_FOUND_AS = {
    "abuse": ("abusive", "offensive"),
    "disparaging": ("disparaging", "mocking", "disrespectful"),
    "inflammatory": ("inflammatory",),
    "political": ("political",),
    "commercial": ("commercial",),
    "commercial_link": ("commercial",),
    "donation_link": ("donation",),
    "personal_profile": ("staff_link",),
    "claim": ("claim",),
}


_TONE_AS = {
    "abusive": ("abusive", "offensive", "disrespectful"),
    "mocking": ("mocking", "disrespectful", "disparaging"),
    "disparaging": ("disparaging", "disrespectful"),
    "false": ("falsehood",),
    "harmful": ("abusive", "offensive", "disrespectful"),
    "racist": ("racist", "discriminatory", "offensive", "abusive"),
    "sexist": ("sexist", "discriminatory", "offensive", "abusive"),
    "homophobic": ("homophobic", "discriminatory", "offensive", "abusive"),
    "hateful": ("racist", "discriminatory", "offensive", "abusive"),
    "harassing": ("harassing", "disrespectful", "abusive"),
    "bullying": ("harassing", "mocking", "abusive"),
    "threatening": ("threatening", "abusive", "disrespectful"),
    "offensive": ("offensive", "disrespectful"),
    "inappropriate": ("inappropriate", "disrespectful"),
    "defamatory": ("defamatory", "disparaging"),
    "gossip_false": ("gossip", "falsehood", "negative"),
    "criminal_illegal": ("illegal",),
    "extremist": ("extremist", "illegal"),
    "radicalisation": ("extremist", "illegal"),
    "sexual_approach": ("inappropriate", "offensive"),
    "nude_imagery": ("inappropriate", "illegal", "offensive"),
}


_PLAIN = ("impersonation", "complaint", "disrepute", "discriminatory", "falsehood", "negative")
CATEGORIES = tuple(dict.fromkeys(name for names in (*_FOUND_AS.values(), *_TONE_AS.values(), _PLAIN) for name in names))
"""Every category of content that a control can bar."""


def flagged(facts: Facts, categories: Words) -> Iterator[tuple[Cause, Span | None]]:
    """Yield what in the facts falls under the categories: a person's judgement first, then the detectors'."""
    tones = facts.get("tone")
    if tones is None:
        yield from detected(facts, categories)
    for tone in tones or ():
        if _meets(tone, categories):
            yield Cause("tone", tone), None
    for path in _own_words(facts):
        if any(_meets(name, categories) for name in facts.classes(path)):
            yield Cause(path, facts.get(path)), None
    if "mocking" in categories and (facts.true("about.identifiable") or facts.has("about.role")):
        memes = (item for item in facts.items("media") if item.get("type") == "meme")
        yield from ((Cause(item.at("type"), "meme"), None) for item in memes)


_OF_OTHERS = ("concern", "posted_by.role", "proposed_action", "evidence.screenshot", "evidence.link", "enquirer.role")


def _own_words(facts: Facts) -> tuple[str, ...]:
    """Return the prose that describes what the person would post, not what somebody else did."""
    if facts.kind != "question":
        return ("topic", "content", "nature")
    others = any(facts.has(path) for path in (*_OF_OTHERS, "parties", "names", "contact_with.role"))
    return () if others else ("topic",)


def detected(facts: Facts, categories: Words) -> Iterator[tuple[Cause, Span | None]]:
    """Yield what the detectors found in the text that falls under the categories, with its place."""
    for found in facts.found:
        if found.goes_out and any(name in categories for name in _FOUND_AS.get(found.type, ())):
            yield Cause(found.fact, found.type), Span(found.fact, found.start, found.end)
    if facts.own:
        for name in sorted(facts.classes("text")):
            if _meets(name, categories):
                yield Cause("text", name), None


def _meets(name: str, categories: Words) -> bool:
    return name in categories or any(wider in categories for wider in _TONE_AS.get(name, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prohibited(Control):
    """Kinds of content that are not posted."""

    name = "prohibited"
    family = "content"
    kinds = ("post", "personal-post", "question")
    triggers = ("tone", "text", "topic", "about.role")
    reads = ("media[].type", "about.identifiable", "content")
    asks = ("may I post a joke about somebody", "what must a post not say", "may I complain about the school online")

    categories: Words = param(says="the kinds of content", choices=CATEGORIES, stricter="superset")
    about: Words = param((), says="whom it must be about to count; anybody when empty", stricter="superset")
    on: str = param("any", says="which accounts it concerns", choices=("any", "official", "personal"))
    standard: bool = param(False, says="the clause sets a standard, and is cited where a text meets it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        role = facts.get("about.role")
        if self.on != "any" and facts.own != (self.on == "personal"):
            return
        if self.about and role is not None and role not in self.about:
            return
        hits = tuple(flagged(facts, self.categories))
        for because, where in hits:
            fixes = (Fix("remove", where),) if where else ()
            outcome = barred(setting.strength, own=facts.own)
            yield Hit(outcome, (because, *cause(facts, "about.role")), where=where, fixes=fixes)
        if not hits and self.standard and facts.has("text"):
            yield Hit("allow", cause(facts, "text"), supports=True)

    def explain(self) -> str:
        return f"Nothing of this kind is posted: {listed(self.categories)}."
