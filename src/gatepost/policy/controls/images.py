"""Pupils and school news on personal accounts."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Words, cause, listed, param
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.facts.roles import group_of
from gatepost.policy.facts.vocabulary import OWN_CHILD
from gatepost.policy.outcomes import barred
from gatepost.policy.permission import holds, identifiable, is_pupil, named, needed, stopped
from gatepost.policy.verdict import Cause

OURS = ("school", "trust", "organisation", "own")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalAccountContent(Control):
    """What about school stays off a person's own account."""

    name = "personal_account_content"
    family = "images"
    kinds = ("personal-post", "question")
    triggers = ("people", "share_of.owner", "about.role", "purpose", "topic")
    reads = ("people[].in_photo", "people[].named_in_text", "people[].consents.written", "media[].source")
    asks = ("may I post a class photo on my own account", "may I name a pupil on my own page")

    keeps_off: Words = param(
        says="what stays off",
        choices=("pupil_picture", "pupil_name", "pupil_mention", "colleague_mention", "parent_mention", "school_news"),
        stricter="superset",
    )
    own_child: bool = param(True, says="it reaches one's own child who is a pupil", stricter="true")
    released_by: str = param("nothing", says="what releases it", choices=("nothing", "written_consent", "own_consent"))

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.own:
            return
        for person in facts.items("people"):
            kinds = self._kinds(person)
            if not kinds:
                continue
            because = tuple(Cause(person.at(key), person.get(key)) for key in ("role", "in_photo", "named_in_text"))
            yield Hit("allow" if self._released(person, facts) else barred(setting.strength, own=True), because)
        about = _MENTIONS.get(facts.group("about.role") or "")
        if about in self.keeps_off and facts.get("about.identifiable") is not False:
            yield Hit(barred(setting.strength, own=True), cause(facts, "about.role", "about.identifiable"))
        if "school_news" in self.keeps_off and self._news(facts):
            yield Hit(barred(setting.strength, own=True), cause(facts, "share_of.owner", "topic", "purpose", "text"))

    def _kinds(self, person: Item) -> set[str]:
        seen: set[str] = set()
        if is_pupil(person):
            if not self._reached(person):
                return seen
            seen.add("pupil_mention")
            if person.get("in_photo") is True:
                seen.add("pupil_picture")
            if named(person):
                seen.add("pupil_name")
        else:
            seen.add(_MENTIONS.get(group_of(person.get("role") or "") or "", ""))
        return seen & set(self.keeps_off)

    def _reached(self, person: Item) -> bool:
        own = person.get("relationship") in OWN_CHILD
        return is_pupil(person) and (self.own_child or not own)

    def _released(self, person: Item, facts: Facts) -> bool:
        if self.released_by == "written_consent":
            return person.get("consents.written") is True and self._permitted(person, facts)
        return self.released_by == "own_consent" and identifiable(person, facts)

    def _permitted(self, person: Item, facts: Facts) -> bool:
        if identifiable(person, facts):
            return True
        refused = any(person.get(f"consents.{name}") is False for name in ("photo_social", "name_social"))
        used = needed(person, facts)
        return not stopped(person, facts) and not refused and all(holds(person, one, facts) for one in used)

    def _news(self, facts: Facts) -> bool:
        pupils = any(self._reached(person) for person in facts.items("people"))
        ours = any(item.get("source") in OURS[:3] for item in facts.items("media"))
        return facts.get("share_of.owner") in OURS or pupils or ours or _told(facts)

    def explain(self) -> str:
        unless = {
            "nothing": "",
            "written_consent": " without written consent",
            "own_consent": " without the person's agreement",
        }[self.released_by]
        return f"Staff keep this off their own accounts{unless}: {listed(self.keeps_off, last='and')}."


def _told(facts: Facts) -> bool:
    """Tell whether the words of a post give out the school's news; a question has no words to publish."""
    told = "school_news" in facts.classes("text") or "news" in str(facts.get("topic") or "")
    return facts.kind == "personal-post" and (told or "work_matters" in facts.classes("purpose"))


_MENTIONS = {
    **dict.fromkeys(("staff", "governor", "trustee", "volunteer", "agency", "contractor"), "colleague_mention"),
    "pupil": "pupil_mention",
    "parent": "parent_mention",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingException(Control):
    """Passing on a post from a named platform is excepted from named bars."""

    name = "sharing_exception"
    family = "images"
    kinds = ("personal-post",)
    triggers = ("share_of.channel",)
    reads = ("share_of.owner",)
    asks = ("may I share a post from LinkedIn",)

    platforms: Words = param(
        says="the platforms whose posts may be passed on", stricter="subset", vocabulary="platform"
    )
    lifts: Words = param(says="the bars it releases, as `ref` or `ref:control`", stricter="subset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("share_of.channel") in self.platforms:
            yield Hit("allow", cause(facts, "share_of.channel", "share_of.owner"), lifts=self.lifts)

    def explain(self) -> str:
        return f"Passing on a post from {listed(self.platforms)} is allowed."
