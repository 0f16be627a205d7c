"""Whether anybody in a post can be shown: one answer a person, and never why."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, param
from gatepost.policy.controls.baseline.pictures import may_show_ours
from gatepost.policy.controls.names import DETAILS
from gatepost.policy.controls.permissions import fixes_for, place_of
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.permission import FACT, NAME, NOT_HELD, agreed_by_all, needed
from gatepost.policy.verdict import Cause, Fix

HELD = True
"""What stands for a permission that holds, whoever gave it and however."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectivePermission(Control):
    """One answer for each person and element: can be shown, or can't, and never why."""

    name = "effective_permission"
    family = "baseline"
    kinds = ("post",)
    triggers = ("people",)
    reads = ("people[].in_photo", "people[].named_in_text", "people[].quoted")
    asks = ("can this child be shown",)

    rests_on: Words = param((), says="the other clauses on which the one answer rests", stricter="superset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        for person in facts.items("people"):
            for element in needed(person, facts):
                yield from self._element(facts, person, element)

    def _element(self, facts: Facts, person: Item, element: str) -> Said:
        path = person.at(FACT[element])
        if agreed_by_all(person, element, facts):
            yield Hit("allow", (Cause(path, HELD),), also=self.rests_on)
            return
        # Every cause looks the same from here on, what is asked about next included (domain D-05).
        yield Unknown(path, "block")
        where = place_of(person, facts) if element == NAME else None
        fixes = fixes_for(person, element, facts)
        yield Hit("block", (Cause(path, NOT_HELD),), where=where, fixes=fixes, also=self.rests_on)

    def explain(self) -> str:
        return "Nobody is shown, named or quoted without permission that holds today. The reason is never given."


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSaid(Control):
    """Somebody says who is in a picture before it goes out: permission cannot be looked up for nobody."""

    name = "people_said"
    family = "baseline"
    kinds = ("post",)
    triggers = ("media",)
    reads = ("people", "people[].in_photo", "media[].face_shown", "media[].type", "media[].source")
    asks = ("do I have to say who is in a picture",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not any(may_show_ours(item) for item in facts.items("media")):
            return
        if not facts.has("people"):
            yield from _asked("people")
        for person in facts.items("people"):
            if person.get("in_photo") is None:
                yield from _asked(person.at("in_photo"))

    def explain(self) -> str:
        return "Say who is in each picture before it goes out, so that their permission can be looked up."


def _asked(path: str) -> Said:
    yield Unknown(path, "block")
    yield Hit("required", (Cause(path, None),), fixes=(Fix("ask", role="author", fact=path),))


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyShown(Control):
    """A post that shows, names and quotes nobody needs nobody's permission."""

    name = "nobody_shown"
    family = "baseline"
    kinds = ("post",)
    triggers = ("people", "media", "text")
    asks = ("does a post without people need permission",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if any(needed(person, facts) for person in facts.items("people")):
            return
        if not facts.has("people"):
            yield Unknown("people", "block")
        if not any(item.type.startswith("pupil_") or item.type in DETAILS for item in facts.found):
            yield Hit("allow", cause(facts, "people") or (Cause("people", "nobody"),))

    def explain(self) -> str:
        return "A post that shows, names and quotes nobody needs nobody's permission."
