"""Name, picture and school together."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause, param
from gatepost.policy.controls.baseline.pictures import HIDDEN, agreed, ways_to_agree
from gatepost.policy.controls.permissions import place_of
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.permission import is_pupil, named
from gatepost.policy.verdict import Cause, Fix, Span

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
        pictured = [person for person in facts.items("people") if is_pupil(person) and person.get("in_photo") is True]
        for person in pictured:
            yield from self._text(facts, person)
        for item in media:
            if pictured and item.get("names_visible") in _FULL and item.get("face_shown") not in HIDDEN:
                because = (Cause(item.at("names_visible"), item.get("names_visible")),)
                yield self._judged(facts, because, None, Fix("blur", fact=item.path))

    def _text(self, facts: Facts, person: Item) -> Said:
        path, style = person.at("named_in_text"), person.get("named_in_text")
        where = place_of(person, facts)
        if style in _FULL:
            first = (person.get("name") or "").partition(" ")[0] if style == "full" else ""
            fix = Fix("replace", where, first, fact=path) if first else Fix("remove", where, fact=path)
            yield self._judged(facts, (Cause(path, style),), where, fix)
        elif named(person):
            yield Hit("allow", (Cause(path, style),))
        elif style is None:
            yield Unknown(path, "needs_approval")

    def _judged(self, facts: Facts, because: tuple[Cause, ...], where: Span | None, fix: Fix) -> Hit:
        """Allow what two people have agreed to in the light of a written reason; ask for that otherwise."""
        media = facts.items("media")
        because = (*because, *cause(facts, "approved_by"))
        reasoned = any(item.get("reason") for item in media)
        if reasoned and agreed(facts, approvers=self.approvers):
            return Hit("allow", because, where=where)
        missing = "" if reasoned else (media[0].at("reason") if media else "media[0].reason")
        asks = ways_to_agree(facts, reason_at=missing, approvers=self.approvers, route=self.route)
        return Hit("needs_approval", because, where=where, route=self.route, fixes=(fix, *asks))

    def explain(self) -> str:
        return "Name, face and school together are what misuse needs: use a first name, or a picture without a face."
