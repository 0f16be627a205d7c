"""Claims about the school."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, cause
from gatepost.policy.facts.facts import Facts
from gatepost.policy.verdict import Cause, Fix, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSource(Control):
    """Superlative and inspection claims carry a source and a date."""

    name = "claim_source"
    family = "baseline"
    kinds = ("post",)
    triggers = ("claims", "text")
    asks = ("may we say we are the best school", "may we quote our Ofsted grade")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or facts.false("claims"):
            return
        claims = [item for item in facts.found if item.type == "claim" and item.goes_out]
        places: list[Span | None] = [Span(item.fact, item.start, item.end) for item in claims]
        for where in places or ([None] if facts.true("claims") else []):
            because = cause(facts, "claims") or (Cause(where.fact if where else "text", "claim"),)
            fixes = (Fix("ask", where, role="author", fact="claims"),)
            yield Hit("required", because, where=where, fixes=fixes)

    def explain(self) -> str:
        return "A claim such as best, leading or outstanding needs its source and date."
