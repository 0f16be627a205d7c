"""A verdict in one line of plain words."""

from typing import Final

from gatepost.policy.controls.base import route_words
from gatepost.policy.verdict import Verdict

_ACTS: Final = {
    "allow": "Fine",
    "no_action": "Nothing to do",
    "no_rule": "The policy says nothing about this",
    "acknowledge_required": "The policy has to be read and accepted first",
    "advise_against": "Better not",
    "required": "Something has to be done",
    "needs_approval": "Not yet",
    "block": "No",
}
HEADLINES: Final[dict[str, dict[str, str]]] = {
    "post": {
        **_ACTS,
        "allow": "Can go out",
        "no_action": "Can go out: nothing is asked for",
        "no_rule": "Nothing stands in the way: the policy says nothing about this",
        "advise_against": "Better not post this as it is",
        "required": "Something has to be done about this post",
        "needs_approval": "Can't go out yet",
        "block": "Can't go out as it is",
    },
    "personal-post": {
        **_ACTS,
        "allow": "Fine to post",
        "advise_against": "Better not post this as it is",
        "needs_approval": "Don't post this yet",
        "block": "Don't post this as it is",
    },
    "question": {**_ACTS, "allow": "Yes", "needs_approval": "Not without agreement"},
    "access": {**_ACTS, "allow": "Yes"},
    "account": {
        **_ACTS,
        "allow": "The account is in order",
        "not_official": "Not an official account as it stands",
        "block": "Not allowed as it stands",
    },
    "comment": {
        **_ACTS,
        "allow": "Leave the comment up",
        "no_action": "Leave the comment up: nothing is asked for",
        "required": "The comment needs an answer",
        "report": "Report this comment",
        "escalate": "Take this comment further",
        "delete": "Delete this comment",
        "block_user": "Block this user",
    },
    "report": {
        **_ACTS,
        "report": "Report this",
        "escalate": "Take this further",
        "delete": "Delete it",
        "block_user": "Block this user",
    },
    "lifecycle": {
        **_ACTS,
        "current": "Up to date",
        "acknowledge_required": "Somebody still has to read and accept the policy",
        "overdue": "Overdue",
    },
}
"""Kind → outcome → what a person reads. A route is added behind a colon."""

_WITH_ROUTE: Final = {
    "report": ": tell {who}",
    "escalate": ": {who} decides what happens",
    "needs_approval": ": {who} {has} to agree",
    "required": ": it goes to {who}",
    "overdue": ": it is with {who}",
}

SHORT: Final = {
    "allow": "yes",
    "current": "yes",
    "no_action": "yes, nothing is asked for",
    "no_rule": "nothing is said",
    "acknowledge_required": "read and accept first",
    "advise_against": "better not",
    "required": "something has to be done",
    "needs_approval": "not yet",
    "not_official": "not official",
    "report": "report it",
    "escalate": "take it further",
    "delete": "delete it",
    "block_user": "block the user",
    "overdue": "overdue",
    "block": "no",
}
"""Outcome → what one of the three answers reads."""

_MARKS: Final = {
    "✓": ("green", "ok", ("allow", "current", "no_action")),
    "·": ("faint", "-", ("no_rule",)),
    "✗": ("red", "x", ("block", "delete", "block_user", "overdue")),
}


def headline(verdict: Verdict) -> str:
    """Return the verdict in one line, with the person it goes to."""
    line = HEADLINES[verdict.kind].get(verdict.outcome, SHORT[verdict.outcome])
    if not verdict.route:
        return f"{line}: somebody has to agree" if verdict.outcome == "needs_approval" else line
    has = "have" if "+" in verdict.route or verdict.route.endswith("managers") else "has"
    return line + _WITH_ROUTE.get(verdict.outcome, " ({who})").format(who=route_words(verdict.route), has=has)


def mark(outcome: str, *, rich: bool) -> tuple[str, str]:
    """Return the mark of an outcome and its colour: ✓ goes, ! needs somebody, ✗ stops."""
    for symbol, (colour, plain, outcomes) in _MARKS.items():
        if outcome in outcomes:
            return (symbol if rich else plain), colour
    return "!", "amber"
