"""Name, picture and school together."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause, param
from gatepost.policy.controls.baseline.pictures import HIDDEN, agreed
from gatepost.policy.controls.permissions import place_of
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.permission import is_pupil, named
from gatepost.policy.verdict import Cause, Fix

_FULL = ("full", "surname")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePictureSchool(Control):
    """A pupil's surname beside a picture that is not known to hide the face, on the school's own page."""

    name = "name_picture_school"
    family = "baseline"
    kinds = ("post",)
    triggers = ("people",)
    reads = ("people[].named_in_text", "people[].in_photo", "media[].face_shown", "media[].names_visible")
    asks = ("may a full name stand beside a picture",)

    approvers: int = param(2, says="people other than the author who must have agreed", stricter="higher")
    route: str = param("headteacher", says="who decides on a full name beside a picture")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        media = facts.items("media")
        if media and all(item.get("face_shown") in HIDDEN for item in media):
            return
        reasoned = any(item.get("reason") for item in media)
        outcome = "allow" if reasoned and agreed(facts, approvers=self.approvers) else "needs_approval"
        for person in facts.items("people"):
            if is_pupil(person) and person.get("in_photo") is True:
                yield from self._text(facts, person, outcome)
                yield from self._pictures(facts, outcome)

    def _text(self, facts: Facts, person: Item, outcome: str) -> Said:
        if not named(person):
            if person.get("named_in_text") is None:
                yield Unknown(person.at("named_in_text"), "needs_approval")
            return
        style, where = person.get("named_in_text"), place_of(person, facts)
        because = (Cause(person.at("named_in_text"), style), *cause(facts, "approved_by"))
        if style not in _FULL:
            yield Hit("allow", because[:1])
        elif outcome == "allow":
            yield Hit(outcome, because)
        else:
            first = (person.get("name") or "").partition(" ")[0] if style == "full" else ""
            fix = (
                Fix("replace", where, first, fact=person.at("named_in_text"))
                if first
                else Fix("remove", where, fact=person.at("named_in_text"))
            )
            yield Hit(outcome, because, where=where, route=self.route, fixes=(fix,))

    def _pictures(self, facts: Facts, outcome: str) -> Said:
        for item in facts.items("media"):
            if item.get("names_visible") in _FULL and item.get("face_shown") not in HIDDEN:
                because = (Cause(item.at("names_visible"), item.get("names_visible")),)
                blurred = () if outcome == "allow" else (Fix("blur", fact=item.path),)
                yield Hit(outcome, because, route=None if outcome == "allow" else self.route, fixes=blurred)

    def explain(self) -> str:
        return "Name, face and school together are what misuse needs: use a first name, or a picture without a face."
