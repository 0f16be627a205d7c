"""Discussions and messaging groups."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param
from gatepost.policy.facts.facts import Facts
from gatepost.policy.facts.vocabulary import MESSAGING, NOT_SOCIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionBar(Control):
    """No discussions with these people in social media forums."""

    name = "discussion_bar"
    family = "contact"
    kinds = ("question",)
    triggers = ("members", "enquirer.role", "contact_with.role")
    reads = ("channel", "purpose", "account", "action", "proposed_action", "posted_by.role")
    asks = ("may we have a staff WhatsApp group", "may I discuss school with parents online")

    people: Words = param(says="with whom", choices=("parents", "colleagues"), stricter="superset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.platform in NOT_SOCIAL or facts.get("account") == "official":
            return
        members = facts.get("members")
        members = "colleagues" if members == "staff" else members
        if members in self.people:
            basis = "inference" if facts.platform in MESSAGING else None
            yield Hit("block", cause(facts, "members", "channel"), basis=basis)
        elif "colleagues" in self.people and self._discusses(facts):
            yield Hit("block", cause(facts, "contact_with.role", "channel"))

    def _discusses(self, facts: Facts) -> bool:
        about_work = "work_matters" in facts.classes("purpose", "topic")
        return facts.group("contact_with.role") == "staff" and about_work

    def explain(self) -> str:
        return f"No discussions in social media forums with {listed(self.people)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkMessaging(Control):
    """Messaging groups for work among colleagues."""

    name = "work_messaging"
    family = "contact"
    kinds = ("question",)
    triggers = ("members", "channel")
    reads = ("device", "purpose")
    asks = ("may we use WhatsApp for work", "may we have a staff WhatsApp group")

    on_personal_devices: str = param(says="on a personal device", choices=("barred", "allowed"))

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("members") not in ("colleagues", "staff") or facts.platform not in MESSAGING:
            return
        because = cause(facts, "members", "channel", "device", "purpose")
        if self.on_personal_devices == "allowed":
            yield Hit("allow", because)
        elif facts.get("device") == "personal" and self._about_work(facts):
            yield Hit("block", because)
        elif not facts.has("device"):
            yield Unknown("device", "block")
        else:
            yield Hit("allow", because)

    def _about_work(self, facts: Facts) -> bool:
        return "work_matters" in facts.classes("purpose", "topic") or not facts.has("purpose")

    def explain(self) -> str:
        if self.on_personal_devices == "allowed":
            return "Messaging groups such as WhatsApp may be used; the conduct rules apply there too."
        return "WhatsApp on a personal device is not used for work among colleagues."
