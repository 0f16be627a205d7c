"""Politics, adverts, private messages, links to staff, and what is not public."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, param
from gatepost.policy.controls.content import detected
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred
from gatepost.policy.verdict import Cause, Fix, Span


def removal(where: Span | None) -> tuple[Fix, ...]:
    """Return the fix that takes the words out, where it is known which they are."""
    return (Fix("remove", where),) if where else ()


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
        stated = [(Cause("political", value=True), None)] if facts.true("political") else None
        hits: list[tuple[Cause, Span | None]] = [*stated] if stated else [*detected(facts, categories)]
        for because, where in hits:
            if self.stance == "never":
                yield Hit(barred(setting.strength, own=False), (because,), where=where, fixes=removal(where))
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
        where = next((where for _, where in detected(facts, ("commercial",))), None)
        business = facts.has("business.relation") or facts.has("business.directly_related")
        if not (business or where or facts.true("commercial")):
            return
        if self.unless_related and facts.true("business.directly_related"):
            yield Hit("allow", because)
            return
        if not facts.has("business.directly_related"):
            yield Unknown("business.directly_related", "block")
        yield Hit(
            barred(setting.strength, own=False),
            because or (Cause("text", "commercial"),),
            where=where,
            fixes=removal(where),
        )

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
        if facts.get("account") == "personal":
            return
        if facts.get("addressed_to") == "individual":
            yield Hit(barred(setting.strength, own=False), cause(facts, "addressed_to"))
        elif not facts.has("addressed_to"):
            yield from self._salutation(setting, facts)

    def _salutation(self, setting: Setting, facts: Facts) -> Said:
        text = facts.get("text")
        others = [found for found in facts.found if found.type == "other_person" and found.fact == "text"]
        for found in others:
            if isinstance(text, str) and _addresses(text, found.start, found.end):
                where = Span("text", found.start, found.end)
                yield Hit(barred(setting.strength, own=False), (Cause("text", "addressed_to"),), where=where)

    def explain(self) -> str:
        return "Official accounts do not carry messages to particular people."


def _addresses(text: str, start: int, end: int) -> bool:
    """Tell whether the text opens by speaking to the person named in these characters."""
    return text[end : end + 1] == "," and text[:start].strip(" \"'“”") in ("", "Dear")


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
        where = next((where for _, where in detected(facts, ("staff_link",))), None)
        if where or facts.true("links_to_staff_account"):
            because = cause(facts, "links_to_staff_account") or (Cause("text", "personal_profile"),)
            yield Hit(barred(setting.strength, own=False), because, where=where, fixes=removal(where))

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
        ("embargoed", "confidential"),
        says="what is kept back",
        choices=("embargoed", "confidential"),
        stricter="superset",
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
        for kind in self.kinds_of:
            if facts.true(kind):
                yield Hit(barred(setting.strength, own=facts.own), cause(facts, kind))
            elif kind in facts.classes("topic") and not facts.has(kind) and not facts.has("enquirer.role"):
                yield Hit(barred(setting.strength, own=facts.own), cause(facts, "topic"), basis="inference")

    def explain(self) -> str:
        return "Sensitive matters and plans that are not public yet are kept back; a disclaimer changes nothing."
