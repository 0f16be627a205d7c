"""Pictures: which device took them, whose they are, and pupils on other people's accounts."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.facts.vocabulary import NOT_SOCIAL, OWN_CHILD
from gatepost.policy.outcomes import barred
from gatepost.policy.permission import PHOTO, holds, is_pupil, named
from gatepost.policy.verdict import Cause

_PERSONAL = ("personal_device", "personal")
_OURS = ("school", "trust", "organisation", "own")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureDevice(Control):
    """Pictures are taken with the organisation's devices."""

    name = "capture_device"
    family = "devices"
    kinds = ("post", "access", "question")
    triggers = ("media",)
    reads = ("media[].capture_device", "manager_permission", "device")
    asks = ("may I take photos on my own phone", "can I use my phone on the trip")

    route: str | None = param(None, says="who may permit a personal device; nobody when empty")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal":
            return
        for item in facts.items("media"):
            device = item.get("capture_device")
            if device in _PERSONAL:
                yield self._personal(facts, item)
            elif device is not None:
                yield Hit("allow", (Cause(item.at("capture_device"), device),))
            elif item.get("type") in (None, "photo", "video") and item.get("source") in (None, *_OURS):
                yield Unknown(item.at("capture_device"), "needs_approval")

    def _personal(self, facts: Facts, item: Item) -> Hit:
        because = (Cause(item.at("capture_device"), item.get("capture_device")), *cause(facts, "manager_permission"))
        if self.route and facts.true("manager_permission"):
            return Hit("allow", because)
        if self.route is None or facts.false("manager_permission"):
            return Hit("block", because)
        return Hit("needs_approval", because, route=self.route)

    def explain(self) -> str:
        unless = f" unless {route_words(self.route)} has expressly agreed" if self.route else ""
        return f"Pictures are taken with school or trust devices only{unless}."


@dataclass(frozen=True, slots=True, kw_only=True)
class TidyDevice(Control):
    """Pictures do not stay on a personal device after they were used."""

    name = "tidy_device"
    family = "devices"
    kinds = ("access", "post", "question")
    triggers = ("deleted_from_device", "uploaded_to_school_device", "used_on")
    reads = ("media[].capture_device", "today")
    asks = ("when must I delete photos from my phone",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        paths = ("deleted_from_device", "uploaded_to_school_device")
        if any(facts.true(path) for path in paths):
            yield Hit("allow", cause(facts, *paths))
        elif any(facts.has(path) for path in paths):
            yield Hit("required", cause(facts, *paths, "used_on"))
        elif any(item.get("capture_device") in _PERSONAL for item in facts.items("media")):
            yield Unknown("deleted_from_device", "required")

    def explain(self) -> str:
        return "Pictures on a personal device are deleted straight after use, or moved to a school device."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDevice(Control):
    """Work use of social media runs on the organisation's devices and network."""

    name = "work_device"
    family = "devices"
    kinds = ("post", "question", "access")
    triggers = ("device", "posted_from.device", "posted_from.network")
    reads = ("purpose", "manager_permission", "account")
    asks = ("may I post for the school from my own phone", "may I use my own phone for work messages")

    of: str = param(says="what has to be the organisation's", choices=("device", "network"))
    route: str | None = param(None, says="who may permit something else; nobody when empty")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        fact = f"posted_from.{self.of}" if facts.kind == "post" else self.of
        value = facts.get(fact)
        if value is None or facts.platform in NOT_SOCIAL or not self._for_work(facts):
            return
        because = cause(facts, fact, "manager_permission", "purpose")
        if value not in ("personal", "home", "public"):
            yield Hit("allow", because, supports=facts.kind != "post")
        elif self.route and facts.true("manager_permission"):
            yield Hit("allow", because)
        elif self.route is None or facts.false("manager_permission"):
            yield Hit("block", because)
        else:
            yield Hit("needs_approval", because, route=self.route)

    def _for_work(self, facts: Facts) -> bool:
        if facts.kind == "post":
            return facts.get("account") != "personal"
        return "work_matters" in facts.classes("purpose") and not facts.has("contact_with.role")

    def explain(self) -> str:
        unless = f" unless {route_words(self.route)} has expressly agreed" if self.route else ""
        return f"Work use of social media runs on the organisation's own {self.of}{unless}."


@dataclass(frozen=True, slots=True, kw_only=True)
class OthersMaterial(Control):
    """Pictures and content that belong to somebody else."""

    name = "others_material"
    family = "rights"
    kinds = ("post", "personal-post")
    triggers = ("media",)
    reads = ("media[].source", "media[].permission", "media[].credited")
    asks = ("may I use a picture from another school's page", "do I have to credit a photo")

    needs: str = param(says="what is needed", choices=("permission", "credit", "permission_or_credit"))

    def decide(self, setting: Setting, facts: Facts) -> Said:
        for item in facts.items("media"):
            if item.get("source") == "third_party":
                yield from self._item(setting, facts, item)

    def _item(self, setting: Setting, facts: Facts, item: Item) -> Said:
        permitted, credited = item.get("permission") is True, item.get("credited") is True
        because = tuple(Cause(item.at(key), item.get(key)) for key in ("source", "permission", "credited"))
        if self.needs == "credit":
            if permitted or setting.strength in ("should", "should_not"):
                if item.get("credited") is None:
                    yield Unknown(item.at("credited"), "required")
                yield Hit("allow" if credited else "required", because)
            return
        met = permitted or (self.needs == "permission_or_credit" and credited)
        if not met and item.get("permission") is None:
            yield Unknown(item.at("permission"), "block")
        yield Hit("allow" if met else barred(setting.strength, own=facts.own), because)

    def explain(self) -> str:
        return {
            "permission": "Somebody else's pictures or content need their permission first; a credit alone will not do.",
            "credit": "Where somebody else's material is used with permission, its source is credited.",
            "permission_or_credit": "Other people's rights are respected: ask first, and cite the source.",
        }[self.needs]


@dataclass(frozen=True, slots=True, kw_only=True)
class OursForOneself(Control):
    """What belongs to the organisation is not taken for one's own account."""

    name = "ours_for_oneself"
    family = "rights"
    kinds = ("personal-post",)
    triggers = ("share_of.owner", "media")
    reads = ("share_of.channel", "media[].source")
    asks = ("may I share the school's post on my own page", "may I use the trust's photos myself")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("share_of.owner") in _OURS:
            yield Hit(barred(setting.strength, own=True), cause(facts, "share_of.owner", "share_of.channel"))
        for item in facts.items("media"):
            if item.get("source") in _OURS[:3]:
                yield Hit(barred(setting.strength, own=True), (Cause(item.at("source"), item.get("source")),))

    def explain(self) -> str:
        return "Photos and posts that belong to the organisation are not taken for personal use."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalAccountContent(Control):
    """What about school stays off a person's own account."""

    name = "personal_account_content"
    family = "images"
    kinds = ("personal-post",)
    triggers = ("people", "share_of.owner", "about.role", "purpose", "topic")
    reads = ("people[].in_photo", "people[].named_in_text", "people[].consents.written", "media[].source")
    asks = ("may I post a class photo on my own account", "may I name a pupil on my own page")

    keeps_off: Words = param(
        says="what stays off",
        choices=("pupil_picture", "pupil_name", "pupil_mention", "colleague_mention", "parent_mention", "school_news"),
        stricter="superset",
    )
    released_by: str = param(
        "nothing", says="what releases it", choices=("nothing", "written_consent", "own_consent")
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
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
            yield Hit(barred(setting.strength, own=True), cause(facts, "share_of.owner", "people", "topic", "purpose"))

    def _kinds(self, person: Item) -> set[str]:
        seen: set[str] = set()
        if is_pupil(person):
            seen.add("pupil_mention")
            if person.get("in_photo") is True:
                seen.add("pupil_picture")
            if named(person):
                seen.add("pupil_name")
        else:
            seen.add("parent_mention" if person.get("role") in ("parent", "carer") else "colleague_mention")
        return seen & set(self.keeps_off)

    def _released(self, person: Item, facts: Facts) -> bool:
        if self.released_by == "written_consent":
            permitted = holds(person, PHOTO, facts) or person.get("consents.identified") is True
            return person.get("consents.written") is True and (permitted or person.get("in_photo") is not True)
        return self.released_by == "own_consent" and person.get("consents.identified") is True

    def _news(self, facts: Facts) -> bool:
        pupils = any(is_pupil(person) for person in facts.items("people"))
        ours = any(item.get("source") in _OURS[:3] for item in facts.items("media"))
        told = "news" in str(facts.get("topic") or "") or "work_matters" in facts.classes("purpose")
        return facts.get("share_of.owner") in _OURS or pupils or ours or told

    def explain(self) -> str:
        unless = {
            "nothing": "",
            "written_consent": " without written consent",
            "own_consent": " without the person's agreement",
        }[self.released_by]
        return f"Staff keep this off their own accounts{unless}: {listed(self.keeps_off, last='and')}."


_MENTIONS = {"staff": "colleague_mention", "pupil": "pupil_mention", "parent": "parent_mention"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingException(Control):
    """Passing on a post from a named platform is excepted from named bars."""

    name = "sharing_exception"
    family = "images"
    kinds = ("personal-post",)
    triggers = ("share_of.channel",)
    reads = ("share_of.owner",)
    asks = ("may I share a post from LinkedIn",)

    platforms: Words = param(says="the platforms whose posts may be passed on", stricter="subset", vocabulary="platform")
    lifts: Words = param(says="the bars it releases, as `ref` or `ref:control`", stricter="subset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("share_of.channel") in self.platforms:
            yield Hit("allow", cause(facts, "share_of.channel", "share_of.owner"), lifts=self.lifts)

    def explain(self) -> str:
        return f"Passing on a post from {listed(self.platforms)} is allowed."


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesByFamilies(Control):
    """Pictures of children that pupils and parents post."""

    name = "pictures_by_families"
    family = "images"
    kinds = ("question", "personal-post")
    triggers = ("people",)
    reads = ("people[].relationship", "people[].in_photo", "author.role", "people[].consents.photo_social")
    asks = ("may a parent post pictures of other children", "may pupils post photos of each other")

    released_by: str = param(says="what makes it right", choices=("own_child", "permission"))

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.actor not in ("parent", "pupil"):
            return
        for person in facts.items("people"):
            if is_pupil(person) and person.get("in_photo") is not False:
                yield self._person(setting, facts, person)

    def _person(self, setting: Setting, facts: Facts, person: Item) -> Hit:
        key = "relationship" if self.released_by == "own_child" else "consents.photo_social"
        if self.released_by == "own_child":
            fine = person.get("relationship") in OWN_CHILD
        else:
            agreed = any(person.get(f"consents.{name}") is True for name in ("photo_social", "identified"))
            fine = agreed and person.get("consents.given_by") in (None, "pupil", "both", "parent_and_pupil", "self")
        outcome = "allow" if fine else barred(setting.strength, own=True)
        return Hit(outcome, (Cause(person.at(key), person.get(key)),))

    def explain(self) -> str:
        if self.released_by == "own_child":
            return "Parents and carers picture their own children only."
        return "Pupils do not post a picture of another pupil who has not agreed."
