"""What may not be said: categories of content, politics, adverts, plans not yet public."""

from collections.abc import Iterator
from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred
from gatepost.policy.verdict import Cause, Fix, Span

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
CATEGORIES = tuple(
    dict.fromkeys(
        name for table in (_FOUND_AS, _TONE_AS) for names in table.values() for name in names
    )
) + ("complaint", "disrepute", "discriminatory", "falsehood", "negative")


def flagged(facts: Facts, categories: Words) -> Iterator[tuple[Cause, Span | None]]:
    """Yield what in the facts falls under the categories: a person's judgement first, then the detectors'."""
    tones = facts.get("tone")
    for tone in tones or ():
        if _meets(tone, _TONE_AS.get(tone, ()), categories):
            yield Cause("tone", tone), None
    if tones is None:
        yield from _detected(facts, categories)
    for path in ("topic", "content", "concern", "nature"):
        for name in sorted(facts.classes(path)):
            if _meets(name, _TONE_AS.get(name, ()), categories):
                yield Cause(path, facts.get(path)), None
    if "mocking" in categories and facts.true("about.identifiable"):
        for item in facts.items("media"):
            if item.get("type") == "meme":
                yield Cause(item.at("type"), "meme"), None


def _detected(facts: Facts, categories: Words) -> Iterator[tuple[Cause, Span | None]]:
    for found in facts.found:
        if found.fact == "text" and any(name in categories for name in _FOUND_AS.get(found.type, ())):
            yield Cause("text", found.type), Span("text", found.start, found.end)
    if facts.own:
        for name in sorted(facts.classes("text")):
            if _meets(name, _TONE_AS.get(name, ()), categories):
                yield Cause("text", name), None


def _meets(name: str, wider: Words, categories: Words) -> bool:
    return name in categories or any(category in categories for category in wider)


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
    standard: bool = param(False, says="the clause sets a standard, and is cited where a text meets it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        role = facts.get("about.role")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Political(Control):
    """Political statements on official accounts."""

    name = "political"
    family = "content"
    kinds = ("post",)
    triggers = ("political", "text")
    asks = ("may the school post something political", "may we back a campaign")

    stance: str = param("never", says="whether they are barred or need care", choices=("never", "care"))

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or facts.false("political"):
            return
        categories = ("political",) if self.stance == "never" else ("political", "inflammatory")
        hits = [(Cause("political", True), None)] if facts.true("political") else list(_detected(facts, categories))
        for because, where in hits:
            if self.stance == "never":
                yield Hit(barred(setting.strength, own=False), (because,), where=where)
            else:
                yield Hit("allow", (because,), where=where, basis="inference")

    def explain(self) -> str:
        if self.stance == "never":
            return "No political statements on official accounts."
        return "Take special care with subjects that may inflame."


@dataclass(frozen=True, slots=True, kw_only=True)
class Adverts(Control):
    """Adverts for businesses on official accounts."""

    name = "adverts"
    family = "content"
    kinds = ("post",)
    triggers = ("business.relation", "business.directly_related", "commercial", "text")
    reads = ("post_type",)
    asks = ("may we advertise a business", "may we post about the uniform shop")

    unless_related: bool = param(True, says="a business with a direct tie is excepted", stricter="false")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or facts.false("commercial"):
            return
        because = cause(facts, "business.relation", "business.directly_related", "commercial")
        where = next((where for _, where in _detected(facts, ("commercial",))), None)
        business = facts.has("business.relation") or facts.has("business.directly_related")
        if not (business or where or facts.true("commercial")):
            return
        if self.unless_related and facts.true("business.directly_related"):
            yield Hit("allow", because)
            return
        if not facts.has("business.directly_related"):
            yield Unknown("business.directly_related", "block")
        yield Hit(barred(setting.strength, own=False), because or (Cause("text", "commercial"),), where=where)

    def explain(self) -> str:
        unless = ", unless the business has a direct tie to the school or trust" if self.unless_related else ""
        return f"No adverts for businesses{unless}."


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateMessages(Control):
    """Messages to particular people do not go on official accounts."""

    name = "private_messages"
    family = "content"
    kinds = ("post",)
    triggers = ("addressed_to",)
    asks = ("may we post a message to one family",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("addressed_to") == "individual" and facts.get("account") != "personal":
            yield Hit(barred(setting.strength, own=False), cause(facts, "addressed_to"))

    def explain(self) -> str:
        return "Official accounts do not carry messages to particular people."


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLinks(Control):
    """Links to staff members' own accounts."""

    name = "staff_links"
    family = "content"
    kinds = ("post",)
    triggers = ("links_to_staff_account", "text")
    asks = ("may we link to a teacher's own account",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or facts.false("links_to_staff_account"):
            return
        where = next((where for _, where in _detected(facts, ("staff_link",))), None)
        if where or facts.true("links_to_staff_account"):
            because = cause(facts, "links_to_staff_account") or (Cause("text", "personal_profile"),)
            yield Hit(barred(setting.strength, own=False), because, where=where)

    def explain(self) -> str:
        return "Official accounts do not link to a member of staff's own account."


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPublic(Control):
    """Confidential or sensitive matters, and plans that are not public yet."""

    name = "not_public"
    family = "content"
    kinds = ("post", "personal-post", "question")
    triggers = ("embargoed", "confidential")
    reads = ("topic", "disclaimer")
    asks = ("may I mention plans that are not announced", "may I post about a restructuring")

    kinds_of: Words = param(
        ("embargoed", "confidential"), says="what is kept back", choices=("embargoed", "confidential"), stricter="superset"
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
        for kind in self.kinds_of:
            if facts.true(kind):
                yield Hit(barred(setting.strength, own=facts.own), cause(facts, kind))
            elif kind in facts.classes("topic") and not facts.false(kind):
                yield Hit(barred(setting.strength, own=facts.own), cause(facts, "topic"), basis="inference")

    def explain(self) -> str:
        return "Sensitive matters and plans that are not public yet are kept back; a disclaimer changes nothing."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionOnBehalf(Control):
    """Opinions in the organisation's name need authority."""

    name = "opinion_on_behalf"
    family = "media"
    kinds = ("post", "personal-post", "question")
    triggers = ("opinion_on_behalf",)
    reads = ("author.spokesperson_authority",)
    asks = ("may I give the school's opinion", "may I speak for the trust")

    route: str = param(says="who can authorise it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.true("opinion_on_behalf"):
            return
        because = cause(facts, "opinion_on_behalf", "author.spokesperson_authority")
        if facts.get("author.spokesperson_authority") in self.route.split("|"):
            yield Hit("allow", because)
        else:
            yield Hit("needs_approval", because, route=self.route)

    def explain(self) -> str:
        return f"Nobody gives an opinion on the organisation's behalf without authority from {route_words(self.route)}."


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
        elif facts.true("discloses_employer"):
            yield Hit(barred(setting.strength, own=True), because, basis="inference")

    def explain(self) -> str:
        return "Do not post a personal opinion that people could take for the school's."
