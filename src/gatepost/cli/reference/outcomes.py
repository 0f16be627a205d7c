"""docs/reference/outcomes.md: what a verdict can say, how strong clauses are, and whom a matter goes to."""

from typing import Final

from gatepost.cli.reference.markdown import code, page, table
from gatepost.cli.verdicts.headlines import HEADLINES
from gatepost.policy.outcomes import EASY, ORDER, OUTCOMES, STRENGTHS

MEANINGS: Final = {
    "allow": "the policy deals with this, and nothing stands in the way",
    "current": "the review is not yet due, or what had to be accepted has been",
    "no_action": "the policy deals with this, and asks for nothing on these facts",
    "no_rule": "the policy is silent; the nearest clauses are cited to show where it stops",
    "acknowledge_required": "reading or attesting is outstanding",
    "advise_against": "a should-not, or strong advice, about a person's own use",
    "required": "the text puts a duty on somebody that the facts show undone or asked about",
    "needs_approval": "permitted once the person it goes to agrees",
    "not_official": "the account does not meet what makes an account official",
    "report": "must be passed to the person it goes to",
    "escalate": "goes to somebody who decides what happens",
    "delete": "the comment is deleted",
    "block_user": "the user is blocked",
    "overdue": "the review is overdue",
    "block": "a must-not, or a should-not about what the organisation itself publishes or runs",
}
BASES: Final = {
    "express": "the words of the policy decide it",
    "inference": "it is a reading of the words",
    "silent": "the policy says nothing",
    "conflict": "two clauses disagree: both are cited, and the stricter stands",
}


def outcomes_page() -> str:
    """Return the page."""
    status = [(code(name), MEANINGS[name], "0" if name in EASY else "1") for name in OUTCOMES]
    orders = [(kind, " < ".join(map(code, order))) for kind, order in ORDER.items()]
    lines = [(kind, code(name), said) for kind, table_ in HEADLINES.items() for name, said in _used(kind, table_)]
    return page(
        "Outcomes",
        "What a verdict can say. The strictest reason decides; `no_rule` gives way to any reason that decides.",
        table(("outcome", "meaning", "exit status"), status),
        "## From mildest to strictest",
        table(("kind", "order"), orders),
        "## What people read",
        table(("kind", "outcome", "headline"), lines),
        "## Basis",
        table(("basis", "meaning"), [(code(name), meaning) for name, meaning in BASES.items()]),
        "## Strength of a clause",
        "From the strongest to the weakest. Between clauses that demand the same, the stronger is cited first.",
        table(("slug", "words"), [(code(slug), words) for slug, words in STRENGTHS.items()]),
        "## Routes",
        "A route is a role or a named process. `a|b`: either will do. `a+b`: both.",
    )


def _used(kind: str, headlines: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, headlines[name]) for name in ORDER[kind] if name in headlines]
