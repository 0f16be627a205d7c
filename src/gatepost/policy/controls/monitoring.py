"""Use of the organisation's own systems."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Words, cause, param
from gatepost.policy.facts.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemMonitoring(Control):
    """The organisation may look at use of its own systems."""

    name = "system_monitoring"
    family = "monitoring"
    kinds = ("question",)
    triggers = ("network", "notice_given", "purpose")
    reads = ("subject.role", "device")
    asks = ("may the trust look at what I do on its network",)

    purposes: Words = param((), says="the ends named in the text", stricter="subset")
    acts: Words = param(("monitor",), says="what may be done", stricter="subset", vocabulary="action")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.group("subject.role") not in (None, "staff", "governor", "trustee", "volunteer", "agency"):
            return
        purpose = str(facts.get("purpose") or "").casefold()
        if purpose and self.purposes and not any(word in purpose for word in self.purposes):
            return
        if facts.get("network") not in ("trust", "school", "organisation") or facts.has("contact_with.role"):
            return
        if facts.get("action") not in (None, *self.acts) or (not facts.has("action") and "monitor" not in self.acts):
            return
        if facts.has("notice_given") or facts.has("monitoring.covert") or "check" in purpose:
            yield Hit("allow", cause(facts, "network", "purpose", "notice_given"))

    def explain(self) -> str:
        return "Use of the organisation's own systems may be looked at, for legitimate business ends."
