"""How a pupil may be named, and which personal details stay out."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, listed, param
from gatepost.policy.controls.permissions import place_of
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.outcomes import barred
from gatepost.policy.permission import NAME, holds, is_pupil
from gatepost.policy.verdict import Cause, Fix, Span

_STYLES = {"first": "first", "initials": "first", "surname": "surname", "full": "full"}


DETAILS = ("phone", "email", "address", "postcode", "upn", "ni_number", "dob", "car_reg")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameStyle(Control):
    """Which form of a pupil's name may be used."""

    name = "name_style"
    family = "names"
    kinds = ("post",)
    triggers = ("people",)
    reads = ("people[].named_in_text", "people[].in_photo", "media[].names_visible")
    asks = ("may I use a pupil's surname", "first name or full name with a photo")

    barred_styles: Words = param(
        says="forms of the name that are barred", choices=("first", "surname", "full"), stricter="superset"
    )
    only_with_photo: bool = param(False, says="the bar concerns names beside the pupil's picture", stricter="false")
    in_picture: bool = param(True, says="it reaches names legible in the picture", stricter="true")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal":
            return
        for person in facts.items("people"):
            if is_pupil(person) and (person.get("in_photo") is True or not self.only_with_photo):
                yield from self._person(setting, facts, person)
        if self.in_picture and not any(person.get("in_photo") is True for person in facts.items("people")):
            yield from self._pictures(setting, facts)

    def _person(self, setting: Setting, facts: Facts, person: Item) -> Said:
        style = _STYLES.get(person.get("named_in_text") or "")
        if style is None and person.get("named_in_text") is None:
            yield Unknown(person.at("named_in_text"), "block")
        if style in self.barred_styles:
            where = place_of(person, facts)
            first = (person.get("name") or "").partition(" ")[0] or None
            fixes = (Fix("replace", where, first, fact=person.at("named_in_text")),)
            because = (Cause(person.at("named_in_text"), person.get("named_in_text")),)
            yield Hit(barred(setting.strength, own=False), because, where=where, fixes=fixes)
        elif style is not None:
            yield Hit("allow", (Cause(person.at("named_in_text"), style),))
        if self.in_picture and person.get("in_photo") is True:
            yield from self._pictures(setting, facts)

    def _pictures(self, setting: Setting, facts: Facts) -> Said:
        for item in facts.items("media"):
            if _STYLES.get(item.get("names_visible") or "") in self.barred_styles:
                because = (Cause(item.at("names_visible"), item.get("names_visible")),)
                yield Hit(barred(setting.strength, own=False), because, fixes=(Fix("blur", fact=item.path),))
            elif item.get("names_visible") in _STYLES:
                yield Hit("allow", (Cause(item.at("names_visible"), item.get("names_visible")),))

    def explain(self) -> str:
        if not self.barred_styles:
            return "A pupil's first name may stand beside the picture."
        beside = " beside the pupil's picture" if self.only_with_photo else ""
        return f"These forms of a pupil's name are never used{beside}: {listed(self.barred_styles, last='and')}."


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesInPicture(Control):
    """Names on certificates, badges and work in a picture."""

    name = "names_in_picture"
    family = "names"
    kinds = ("post",)
    triggers = ("media",)
    reads = ("media[].names_visible", "people[].consents.name_social")
    asks = ("may a certificate with a name be in the picture",)

    released_by_consent: bool = param(True, says="permission for the name releases it", stricter="false")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal":
            return
        for item in facts.items("media"):
            seen = item.get("names_visible")
            if seen is None:
                yield Unknown(item.at("names_visible"), "block")
            elif seen != "none":
                because = (Cause(item.at("names_visible"), seen),)
                outcome = "allow" if self._released(facts) else barred(setting.strength, own=False)
                yield Hit(outcome, because, fixes=() if outcome == "allow" else (Fix("blur", fact=item.path),))
            else:
                yield Hit("allow", (Cause(item.at("names_visible"), seen),))

    def _released(self, facts: Facts) -> bool:
        pupils = [
            person for person in facts.items("people") if is_pupil(person) and person.get("in_photo") is not False
        ]
        return self.released_by_consent and bool(pupils) and all(holds(person, NAME, facts) for person in pupils)

    def explain(self) -> str:
        unless = " unless permission for the name is held" if self.released_by_consent else ""
        return f"Names on certificates or work in a picture are left out or covered{unless}."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDetails(Control):
    """Private details of people stay out of what is published."""

    name = "personal_details"
    family = "names"
    kinds = ("post", "personal-post")
    triggers = ("personal_data", "text")
    asks = ("may I put a phone number in a post", "may I give somebody's address")

    details: Words = param(DETAILS, says="the kinds of detail", stricter="superset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        outcome = barred(setting.strength, own=facts.own)
        given = facts.get("personal_data")
        if given is not None:
            if any(kind in self.details for kind in given):
                yield Hit(outcome, (Cause("personal_data", given),))
            return
        for found in facts.found:
            if found.type in self.details and found.goes_out:
                where = Span(found.fact, found.start, found.end)
                yield Hit(outcome, (Cause(found.fact, found.type),), where=where, fixes=(Fix("remove", where),))

    def explain(self) -> str:
        return f"Private details are not shared: {listed(self.details, last='and')}."
