"""Warnings to families about something online."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Words, cause, param
from gatepost.policy.facts.facts import Facts
from gatepost.policy.verdict import Fix


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineWarning(Control):
    """A warning about a hoax, a challenge or another online danger goes by the safeguarding lead."""

    name = "online_warning"
    family = "baseline"
    kinds = ("post",)
    triggers = ("post_type",)
    reads = ("approved_by",)
    asks = ("may we warn parents about an online challenge",)

    route: str = param("dsl", says="who decides")
    agreed_by: Words = param(("dsl", "deputy_dsl"), says="whose agreement counts", vocabulary="role", stricter="subset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("post_type") != "warning":
            return
        because = cause(facts, "post_type", "approved_by")
        if set(self.agreed_by) & set(facts.get("approved_by") or ()):
            yield Hit("allow", because)
        else:
            fixes = (Fix("ask", role=self.route, fact="approved_by"),)
            yield Hit("needs_approval", because, route=self.route, fixes=fixes)

    def explain(self) -> str:
        return "A warning about something online goes by the DSL: is it true, whom does it concern, must it be named?"
