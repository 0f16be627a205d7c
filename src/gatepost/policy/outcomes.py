"""What a policy can answer, how strongly it speaks, and which answer is stricter.

Words and order: the check contract. The order is per kind of situation, because "no rule" is milder than a
deletion but says nothing about one.
"""

from typing import Final

KINDS: Final = ("post", "personal-post", "comment", "report", "question", "access", "account", "lifecycle")

_ACTS: Final = (
    "allow",
    "no_action",
    "no_rule",
    "acknowledge_required",
    "advise_against",
    "required",
    "needs_approval",
    "block",
)
_REPORTS: Final = ("allow", "no_action", "no_rule", "required", "report", "escalate", "delete", "block_user")
_ACCOUNTS: Final = (
    "allow",
    "no_action",
    "no_rule",
    "advise_against",
    "required",
    "needs_approval",
    "not_official",
    "block",
)
_LIFECYCLE: Final = ("no_action", "no_rule", "current", "acknowledge_required", "overdue")

ORDER: Final[dict[str, tuple[str, ...]]] = {
    "post": _ACTS,
    "personal-post": _ACTS,
    "question": _ACTS,
    "access": _ACTS,
    "account": _ACCOUNTS,
    "comment": _REPORTS,
    "report": _REPORTS,
    "lifecycle": _LIFECYCLE,
}
"""From mildest to strictest, for each kind of situation."""

RANK: Final = {kind: {outcome: rank for rank, outcome in enumerate(order)} for kind, order in ORDER.items()}

OUTCOMES: Final = tuple(dict.fromkeys(outcome for order in ORDER.values() for outcome in order))
EASY: Final = frozenset({"allow", "current", "no_action", "no_rule"})
"""Outcomes for which the command's exit status is 0."""

ANSWERS: Final = ("lawful", "safe", "allowed")
BASES: Final = ("express", "inference", "silent", "conflict")

STRENGTHS: Final = {
    "must_not": "must not",
    "will_not": "will not",
    "must": "must",
    "will": "will",
    "should_not": "should not",
    "strongly_advised": "strongly advised",
    "should": "should",
    "may": "may",
    "definition": "definition",
    "information": "information",
}
"""Slug → the words a screen shows. From the strongest to the weakest: between clauses that demand the same
outcome the stronger one is cited first."""

STRENGTH_RANK: Final = {strength: rank for rank, strength in enumerate(STRENGTHS)}
_FIRM: Final = frozenset({"must_not", "will_not", "must", "will", "definition"})


def barred(strength: str, *, own: bool) -> str:
    """Return the outcome of doing what a clause of this strength speaks against.

    `own` says that the act is a person's own use of social media and not something the organisation itself
    publishes or runs; there a "should not" advises, elsewhere it stops (requirements, "outcome").
    """
    return "block" if strength in _FIRM or not own else "advise_against"


_ACT_FOR: Final = {"report": "required", "escalate": "required", "delete": "block", "block_user": "block"}


def fitted(outcome: str, kind: str) -> str:
    """Return the outcome as this kind of situation knows it: passing something on is a duty when one asks."""
    known = (one for one in (outcome, _ACT_FOR.get(outcome)) if one in RANK[kind])
    return next(known, "no_action")
