"""Devices and networks for work."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause, param, route_words
from gatepost.policy.controls.images import OURS
from gatepost.policy.facts.facts import Facts, Item
from gatepost.policy.facts.vocabulary import NOT_SOCIAL
from gatepost.policy.verdict import Cause

_PERSONAL = ("personal_device", "personal")


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
                if self.route and not facts.has("manager_permission"):
                    yield Unknown("manager_permission", "needs_approval")
                yield self._personal(facts, item)
            elif device is not None:
                yield Hit("allow", (Cause(item.at("capture_device"), device),))
            elif item.get("type") in (None, "photo", "video") and item.get("source") in (None, *OURS):
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
            return bool(facts.get("account") != "personal")
        return "work_matters" in facts.classes("purpose") and not facts.has("contact_with.role")

    def explain(self) -> str:
        unless = f" unless {route_words(self.route)} has expressly agreed" if self.route else ""
        return f"Work use of social media runs on the organisation's own {self.of}{unless}."
