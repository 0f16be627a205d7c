"""Watching staff."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause
from gatepost.policy.facts.facts import Facts

_WATCHING = frozenset({"monitor", "keystroke_capture"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCovertMonitoring(Control):
    """Staff are told before they are watched, and are not watched in secret."""

    name = "no_covert_monitoring"
    family = "baseline"
    kinds = ("question",)
    triggers = ("notice_given", "monitoring.covert", "network", "action")
    asks = ("may we watch what staff post without telling them",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        because = cause(facts, "action", "monitoring.covert", "notice_given", "network")
        watching = facts.get("action") in _WATCHING
        if facts.true("monitoring.covert") or (facts.false("notice_given") and (watching or facts.has("network"))):
            yield Hit("block", because)
        elif watching and facts.true("notice_given"):
            yield Hit("allow", because)
        elif watching:
            yield Unknown("notice_given", "block")
            yield Hit("required", because)

    def explain(self) -> str:
        return "Monitoring has a purpose, an assessment and notice to those watched; it is not done in secret."
