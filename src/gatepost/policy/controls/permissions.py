"""Whose permission a post needs, for what, and given by whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, listed, param
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.outcomes import barred
from gatepost.policy.permission import FACT, NAME, NOT_HELD, holds, is_pupil, named, needed
from gatepost.policy.verdict import Cause, Fix, Span

_READS = (
    "people[].role",
    "people[].in_photo",
    "people[].named_in_text",
    "people[].quoted",
    "people[].consents.photo_social",
    "people[].consents.name_social",
    "people[].consents.quote_social",
    "people[].consents.given_by",
    "people[].parent_consent",
    "people[].on_arbor_list",
    "media[].names_visible",
)


_GIVERS = {"carer": "parent", "both": "parent", "parent_and_pupil": "parent", "individual": "pupil", "self": "pupil"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementPermission(Control):
    """Permission for a picture, a name or a quotation, each asked for by itself."""

    name = "element_permission"
    family = "permissions"
    kinds = ("post",)
    triggers = ("people",)
    reads = _READS
    asks = ("may I post a photo of a pupil", "do I need consent for a name", "can I quote a pupil")

    elements: Words = param(says="what needs permission", choices=("photo", "name", "quote"), stricter="superset")
    people: Words = param(("pupil", "adult"), says="whose", choices=("pupil", "adult"), stricter="superset")
    given_by: Words = param(
        (), says="who must have given it for a pupil; anybody with a say when empty", choices=("parent", "pupil")
    )
    pupil_from_age: int | None = param(
        None, says="the age in years from which a pupil's own answer counts", stricter="higher"
    )
    list_decides: bool = param(
        False, says="somebody missing from the list in the MIS has no permission", stricter="true"
    )
    visible_names: bool = param(True, says="a name legible in the picture counts as a name", stricter="true")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal":
            return
        if not facts.has("people"):
            yield Unknown("people", barred(setting.strength, own=False))
        for person in facts.items("people"):
            if ("pupil" if is_pupil(person) else "adult") in self.people:
                yield from self._person(setting, facts, person)

        shown = any(person.get("in_photo") is True or named(person) for person in facts.items("people"))
        if self.visible_names and "name" in self.elements and not shown and "pupil" in self.people:
            for item in facts.items("media"):
                if item.get("names_visible") in ("first", "full", "surname"):
                    because = (Cause(item.at("names_visible"), item.get("names_visible")),)
                    yield Hit(barred(setting.strength, own=False), because, fixes=(Fix("blur", fact=item.path),))

    def _person(self, setting: Setting, facts: Facts, person: Item) -> Said:
        if person.get("in_photo") is None and "photo" in self.elements and facts.items("media"):
            yield Unknown(person.at("in_photo"), "block")
        for element in needed(person, facts, visible_names=self.visible_names):
            if element in self.elements:
                yield from self._element(setting, facts, person, element)

    def _element(self, setting: Setting, facts: Facts, person: Item, element: str) -> Iterator[Hit | Unknown]:
        path = person.at(FACT[element])
        missing = self.list_decides and person.get("on_arbor_list") is False
        if missing or not holds(person, element, facts):
            # Asked for whatever the cause: a refusal that is not asked about would show which the others are (D-05).
            yield Unknown(path, "block")
            yield Hit(
                barred(setting.strength, own=False),
                (Cause(path, NOT_HELD),),
                where=place_of(person, facts) if element == NAME else None,
                fixes=fixes_for(person, element, facts),
            )
        elif (why := self._wrong_giver(person)) is not None:
            yield Unknown(person.at("consents.given_by"), "block")
            yield Hit("block", (Cause(person.at(why), person.get(why)),), fixes=(Fix("ask", role="parent"),))
        else:
            settled = person.get("consents.given_by") is not None or person.get("parent_consent") is True
            if self.given_by and is_pupil(person) and not settled:
                yield Unknown(person.at("consents.given_by"), "block")
            yield Hit("allow", (Cause(path, value=True),))

    def _wrong_giver(self, person: Item) -> str | None:
        """Return the fact that shows that somebody without a say gave the permission, or None."""
        giver = person.get("consents.given_by")
        if not self.given_by or giver is None or not is_pupil(person) or person.get("parent_consent") is True:
            return None
        giver = _GIVERS.get(giver, giver)
        if giver in self.given_by and (giver != "pupil" or self._old_enough(person)):
            return None
        return "consents.given_by"

    def _old_enough(self, person: Item) -> bool:
        if self.pupil_from_age is None:
            return True
        age, year = person.get("age"), person.get("year")
        if isinstance(age, int | float):
            return age >= self.pupil_from_age
        # Year 7 begins at eleven: a pupil in year Y is at least Y + 4 years old.
        return isinstance(year, int | float) and year + 4 >= self.pupil_from_age

    def explain(self) -> str:
        who = {"parent": "a parent or carer", "pupil": "the pupil where old enough"}
        givers = " or ".join(who[giver] for giver in self.given_by) or "the person or whoever answers for them"
        return f"Permission for each of these is needed first, from {givers}: {listed(self.elements, last='and')}."


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPermission(Control):
    """Permission has to be in writing."""

    name = "written_permission"
    family = "permissions"
    kinds = ("post",)
    triggers = ("people",)
    reads = ("people[].consents.written", "people[].role")
    asks = ("does permission have to be in writing",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal":
            return
        for person in facts.items("people"):
            elements = needed(person, facts)
            if elements:
                held = any(holds(person, element, facts) for element in elements)
                yield from self._person(setting, person, held=held)

    def _person(self, setting: Setting, person: Item, *, held: bool) -> Said:
        """Judge the writing of a permission that is held; of one that is not, say only that (D-05)."""
        path, written = person.at("consents.written"), person.get("consents.written")
        if not held or written is None:
            yield Unknown(path, "block")
        if not held:
            yield Hit(barred(setting.strength, own=False), (Cause(path, NOT_HELD),))
        elif "consents.written" in person.values:
            yield Hit("allow" if written else barred(setting.strength, own=False), (Cause(path, written),))

    def explain(self) -> str:
        return "Permission to post about somebody is in writing."


def place_of(person: Item, facts: Facts) -> Span | None:
    """Return where the text names the person, if a detector found it."""
    upn, name = person.get("upn"), person.get("name")
    for found in facts.found:
        if found.type.startswith("pupil_") and (
            upn in found.who or (not upn and person.get("found_at") == found.start)
        ):
            return Span(found.fact, found.start, found.end)
    text = facts.get("text")
    if isinstance(name, str) and isinstance(text, str) and (start := text.find(name)) >= 0:
        return Span("text", start, start + len(name))
    return None


def fixes_for(person: Item, element: str, facts: Facts) -> tuple[Fix, ...]:
    """Return what would make the post usable: leave the name out, crop the person out, or ask."""
    where = place_of(person, facts)
    if element == NAME and named(person):
        return (Fix("remove", where, fact=person.path), Fix("ask", role="parent"))
    if element == "photo":
        return (Fix("blur", fact=person.path), Fix("ask", role="parent"))
    return (Fix("remove", where, fact=person.path), Fix("ask", role="parent"))
