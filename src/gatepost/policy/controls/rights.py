"""Marks, pictures and content that belong to somebody."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.controls.images import OURS
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.outcomes import barred
from gatepost.policy.verdict import Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand(Control):
    """The organisation's name, logo and marks: with permission, or not at all."""

    name = "brand"
    family = "rights"
    kinds = ("question", "account", "personal-post")
    triggers = ("uses_logo", "uses_org_name")
    reads = ("logo_permission", "written_approval", "authorised", "account", "media[].type")
    asks = ("may I use the school logo", "may I put the logo on my profile", "may I use the school's name")

    marks: Words = param(("logo",), says="what is protected", choices=("logo", "name"), stricter="superset")
    route: str | None = param(None, says="who can permit it; nobody when empty")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        used = [
            fact for fact, mark in (("uses_logo", "logo"), ("uses_org_name", "name")) if self._used(facts, fact, mark)
        ]
        if not used or (facts.get("account") == "official" and facts.kind != "account"):
            return
        because = cause(facts, *used, "logo_permission", "written_approval")
        if self.route is None:
            yield Hit("block", because)
        elif any(facts.true(path) for path in ("logo_permission", "written_approval", "authorised")):
            yield Hit("allow", because)
        elif facts.false("logo_permission") or facts.false("written_approval"):
            yield Hit("block", because)
        else:
            yield Hit("needs_approval", because, route=self.route)

    def _used(self, facts: Facts, fact: str, mark: str) -> bool:
        pictured = mark == "logo" and any(item.get("type") == "logo" for item in facts.items("media"))
        return mark in self.marks and (facts.true(fact) or pictured)

    def explain(self) -> str:
        marks = listed(self.marks, last="and")
        if self.route is None:
            return f"The {marks} may not be used in posts or profiles; there is nobody who can permit it."
        return f"The {marks} may be used only with written permission from {route_words(self.route)}."


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
            "permission": "Other people's pictures or content need permission first; a credit alone will not do.",
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
        if facts.get("share_of.owner") in OURS:
            yield Hit(barred(setting.strength, own=True), cause(facts, "share_of.owner", "share_of.channel"))
        for item in facts.items("media"):
            if item.get("source") in OURS[:3]:
                yield Hit(barred(setting.strength, own=True), (Cause(item.at("source"), item.get("source")),))

    def explain(self) -> str:
        return "Photos and posts that belong to the organisation are not taken for personal use."
