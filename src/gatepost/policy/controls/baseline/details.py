"""Private details of people."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Words, listed, param
from gatepost.policy.controls.names import DETAILS
from gatepost.policy.facts.facts import Facts
from gatepost.policy.verdict import Cause, Fix, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedDetails(Control):
    """Private details of people are not published, whoever's they are."""

    name = "protected_details"
    family = "baseline"
    kinds = ("post",)
    triggers = ("text", "personal_data")
    asks = ("may a post hold somebody's phone number",)

    details: Words = param(DETAILS, says="the kinds of detail", choices=DETAILS, stricter="superset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        given = facts.get("personal_data")
        if given is not None:
            if any(kind in self.details for kind in given):
                yield Hit("block", (Cause("personal_data", given),), fixes=(Fix("remove", fact="personal_data"),))
            return
        for found in facts.found:
            if found.goes_out and found.type in self.details:
                where = Span(found.fact, found.start, found.end)
                yield Hit("block", (Cause(found.fact, found.type),), where=where, fixes=(Fix("remove", where),))

    def explain(self) -> str:
        return f"These stay out of public posts: {listed(self.details, last='and')}."
