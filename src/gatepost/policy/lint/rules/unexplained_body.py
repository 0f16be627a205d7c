"""The body that answers for the policy is given only as letters that the text never spells out: "Approved by: QRT"."""

import re
from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.reading import Reading

NAME = "unexplained-body"
_SIGNED = re.compile(
    r"\b(?i:approved|adopted|ratified|agreed|reviewed|authorised|owned|written|owner|author|approver)"
    r"(?:(?i: by(?: the)?)[ \t]*[:|]?|[ \t]*[:|\t])[ \t]*(?P<letters>[A-Z]{2,6})\b(?! +[A-Z][a-z]| *\([A-Z]?[a-z])"
)
# Everybody in a school knows these.
_WELL_KNOWN = frozenset(("CEO", "DPO", "DSL", "HR", "ICT", "IT", "MAT", "PA", "SENCO", "TBC", "TBA"))
_NAME = re.compile(r"[A-Z][a-z]+(?:\s+(?:(?:of|and|the|for|&)\s+)?[A-Z][a-z]+){1,6}")


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report initials after "approved by" and the like, where no name in the text has those initials."""
    spelled = {_initials(found.group()) for found in _NAME.finditer(reading.page.plain)}
    told: set[str] = set()
    for found in _SIGNED.finditer(reading.page.plain):
        letters = found["letters"]
        if letters in _WELL_KNOWN or letters in told or any(letters in initials for initials in spelled):
            continue
        told.add(letters)
        message = f"“{letters}” answers for the policy here, and the text never says what it stands for."
        hint = "Spell the body out once, with its letters in brackets."
        yield reading.page.finding(NAME, "warning", span=found.span(), message=message, hint=hint)
