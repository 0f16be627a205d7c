"""Incidents."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, cause
from gatepost.policy.facts.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentVoice(Control):
    """During an incident only official channels speak."""

    name = "incident_voice"
    family = "incident"
    kinds = ("personal-post", "question", "post")
    triggers = ("incident_active",)
    reads = ("account",)
    asks = ("may I post about an incident at school",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.true("incident_active"):
            yield Hit("block" if facts.own else "allow", cause(facts, "incident_active", "account"))

    def explain(self) -> str:
        return "While an incident is going on only official channels and accounts give news or comment."
