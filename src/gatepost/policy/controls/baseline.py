"""Controls of the statutory baseline: what law and guidance ask whatever a school's own policy says."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, param
from gatepost.policy.controls.names import DETAILS
from gatepost.policy.controls.permissions import place_of
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.permission import FACT, NOT_HELD, holds, is_pupil, name_in_picture, named, needed
from gatepost.policy.verdict import Cause, Fix, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectivePermission(Control):
    """One answer for each person and element: can be shown, or cannot, and never why."""

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
                if holds(person, element, facts):
                    yield Hit("allow", (Cause(person.at(FACT[element]), True),), also=self.rests_on)
                    continue
                if person.get(FACT[element]) is None:
                    yield Unknown(person.at(FACT[element]), "block")
                because = (Cause(person.at(FACT[element]), NOT_HELD),)
                where = place_of(person, facts) if element == "name" else None
                kind = "blur" if element == "photo" else "remove"
                yield Hit(
                    "block", because, where=where, fixes=(Fix(kind, where, fact=person.path),), also=self.rests_on
                )

    def explain(self) -> str:
        return "Nobody is shown, named or quoted without permission that holds today. The reason is never given."


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyShown(Control):
    """A post that shows and names nobody needs no permission."""

    name = "nobody_shown"
    family = "baseline"
    kinds = ("post",)
    triggers = ("people", "media")
    asks = ("does a post without people need permission",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.items("people"):
            return
        pictured = any(item.get("face_shown") != "no_people" for item in facts.items("media"))
        if not facts.has("people") and (pictured or not facts.has("media")):
            yield Unknown("people", "block")
        elif not any(item.type.startswith("pupil_") or item.type in DETAILS for item in facts.found):
            yield Hit("allow", cause(facts, "people") or (Cause("people", "nobody"),))

    def explain(self) -> str:
        return "A post that shows, names and quotes nobody needs nobody's permission."


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectiveAnswer(Control):
    """Private details of people are not published."""

    name = "protected_details"
    family = "baseline"
    kinds = ("post",)
    triggers = ("text", "personal_data")
    asks = ("may a post hold somebody's phone number",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        given = facts.get("personal_data")
        if given is not None:
            if any(kind in DETAILS for kind in given):
                yield Hit("block", (Cause("personal_data", given),))
            return
        for found in facts.found:
            if found.fact == "text" and found.type in DETAILS:
                where = Span("text", found.start, found.end)
                yield Hit("block", (Cause("text", found.type),), where=where, fixes=(Fix("remove", where),))

    def explain(self) -> str:
        return "Telephone numbers, addresses, dates of birth and the like stay out of public posts."


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceShown(Control):
    """A recognisable face on a public channel needs a written reason and a second look."""

    name = "face_shown"
    family = "baseline"
    kinds = ("post",)
    triggers = ("media",)
    reads = ("media[].face_shown", "media[].reason", "approved_by", "people[].in_photo")
    asks = ("may we show a pupil's face",)

    approvers: int = param(2, says="people who must have agreed", stricter="higher")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        for item in facts.items("media"):
            yield from self._item(facts, item)

    def _item(self, facts: Facts, item: Item) -> Said:
        shown = item.get("face_shown")
        pupils = any(is_pupil(person) and person.get("in_photo") is True for person in facts.items("people"))
        if shown is None and pupils:
            yield Unknown(item.at("face_shown"), "needs_approval")
            return
        if shown is None:
            return
        because = (Cause(item.at("face_shown"), shown), *cause(facts, "approved_by"))
        if shown != "recognisable":
            yield Hit("allow", because)
            return
        agreed = len(set(facts.get("approved_by") or ())) >= self.approvers
        if agreed and item.get("reason"):
            yield Hit("allow", because)
        else:
            missing = (
                Fix("ask", role="approver") if item.get("reason") else Fix("ask", role="author", fact=item.at("reason"))
            )
            yield Hit("needs_approval", because, fixes=(missing, Fix("blur", fact=item.path)))

    def explain(self) -> str:
        return f"A recognisable face in public needs a written reason and {self.approvers} people who agree."


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePictureSchool(Control):
    """A full name beside a recognisable picture of a pupil, on the school's page."""

    name = "name_picture_school"
    family = "baseline"
    kinds = ("post",)
    triggers = ("people",)
    reads = ("people[].named_in_text", "people[].in_photo", "media[].face_shown", "media[].names_visible")
    asks = ("may a full name stand beside a picture",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        hidden = ("no_people", "hands_or_work", "back_or_distance", "blurred")
        faceless = all(item.get("face_shown") in hidden for item in facts.items("media"))
        for person in facts.items("people"):
            if not is_pupil(person) or person.get("in_photo") is not True or faceless:
                continue
            full = person.get("named_in_text") in ("full", "surname")
            if full or name_in_picture(facts):
                because = (Cause(person.at("named_in_text"), person.get("named_in_text")),)
                first = (person.get("name") or "").partition(" ")[0] or None
                fix = Fix("replace", place_of(person, facts), first, fact=person.at("named_in_text"))
                yield Hit("needs_approval", because, where=place_of(person, facts), fixes=(fix,))
            elif named(person):
                yield Hit("allow", (Cause(person.at("named_in_text"), person.get("named_in_text")),))

    def explain(self) -> str:
        return "Name, face and school together are what misuse needs: use a first name, or a picture without a face."


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationData(Control):
    """Where a picture was taken, inside its file."""

    name = "location_data"
    family = "baseline"
    kinds = ("post",)
    triggers = ("media",)
    reads = ("media[].location",)
    asks = ("does a photo give away where it was taken",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        for item in facts.items("media"):
            if item.get("location") is True:
                because = (Cause(item.at("location"), True),)
                yield Hit("block", because, fixes=(Fix("remove", fact=item.at("location")),))
            elif item.get("location") is False:
                yield Hit("allow", (Cause(item.at("location"), False),))

    def explain(self) -> str:
        return "Location and other metadata are taken out of a picture before it goes anywhere."


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageryRefusal(Control):
    """Imagery that could be sexual and of somebody under 18 is never viewed, copied or sent."""

    name = "imagery_refusal"
    family = "baseline"
    kinds = ("report", "question", "comment")
    triggers = ("imagery_of_child", "content")
    asks = ("a pupil has sent a nude", "what do I do about a nude image of a pupil")

    route: str = param("dsl", says="who is told at once")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        told = facts.classes("content", "topic", "concern", "nature")
        if facts.true("imagery_of_child") or (told & {"nude_imagery"} and not facts.false("imagery_of_child")):
            outcome = "needs_approval" if facts.kind == "question" else "report"
            yield Hit(outcome, cause(facts, "imagery_of_child", "content", "topic"), route=self.route)

    def explain(self) -> str:
        return "Stop: do not look, copy, screenshot, send or delete. Tell the DSL now; children can use Report Remove."


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateTold(Control):
    """Candidates are told before an online search."""

    name = "candidate_told"
    family = "baseline"
    kinds = ("question", "access")
    triggers = ("action", "subject.role")
    reads = ("candidate_told", "notice_given", "subject.shortlisted")
    asks = ("must candidates know about an online search",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("action") != "online_search" or facts.get("subject.role") not in ("candidate", "applicant"):
            return
        because = cause(facts, "action", "subject.role", "candidate_told", "notice_given", "subject.shortlisted")
        told = facts.true("candidate_told") or facts.true("notice_given")
        if not told:
            yield Unknown("candidate_told", "required")
        yield Hit("allow" if told and not facts.false("subject.shortlisted") else "required", because)

    def explain(self) -> str:
        return "Search only shortlisted candidates, tell them first, and look at public content alone."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCovertMonitoring(Control):
    """Staff are not watched in secret."""

    name = "no_covert_monitoring"
    family = "baseline"
    kinds = ("question",)
    triggers = ("notice_given", "monitoring.covert", "network")
    asks = ("may we watch what staff post without telling them",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.true("monitoring.covert") or (facts.false("notice_given") and facts.has("network")):
            yield Hit("block", cause(facts, "monitoring.covert", "notice_given", "network"))

    def explain(self) -> str:
        return "Monitoring has a purpose, an assessment and notice to those watched; it is not done in secret."


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSource(Control):
    """Superlative and inspection claims carry a source and a date."""

    name = "claim_source"
    family = "baseline"
    kinds = ("post",)
    triggers = ("claims", "text")
    asks = ("may we say we are the best school",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or facts.false("claims"):
            return
        found = next((item for item in facts.found if item.type == "claim" and item.fact == "text"), None)
        if found or facts.true("claims"):
            where = Span("text", found.start, found.end) if found else None
            because = cause(facts, "claims") or (Cause("text", "claim"),)
            yield Hit("required", because, where=where, fixes=(Fix("ask", where, role="author"),))

    def explain(self) -> str:
        return "A claim such as best, leading or outstanding needs its source and date."


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveLocation(Control):
    """School, place and time of something still to come."""

    name = "live_location"
    family = "baseline"
    kinds = ("post",)
    triggers = ("text",)
    reads = ("people",)
    asks = ("may we post where pupils will be",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        pupils = any(is_pupil(person) for person in facts.items("people"))
        for found in facts.found:
            if found.type == "future_place_time" and found.fact == "text" and pupils:
                where = Span("text", found.start, found.end)
                yield Hit("needs_approval", (Cause("text", found.type),), where=where, fixes=(Fix("remove", where),))

    def explain(self) -> str:
        return "Do not say where particular pupils will be and when; post after the event."


@dataclass(frozen=True, slots=True, kw_only=True)
class AltText(Control):
    """Pictures have a description for people who cannot see them."""

    name = "alt_text"
    family = "baseline"
    kinds = ("post",)
    triggers = ("media",)
    reads = ("media[].alt_text",)
    asks = ("do pictures need alt text",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        for item in facts.items("media"):
            if item.get("alt_text"):
                yield Hit("allow", (Cause(item.at("alt_text"), "given"),))
            elif item.get("alt_text") == "":
                fix = Fix("ask", role="author", fact=item.at("alt_text"))
                yield Hit("required", (Cause(item.at("alt_text"), ""),), fixes=(fix,))

    def explain(self) -> str:
        return "Every picture has a short description for people who cannot see it."
