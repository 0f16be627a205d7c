"""The school's own numbers and addresses: found like any other, and no problem."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from gatepost.detectors.finding import Finding

_OWN = frozenset({"phone", "email", "address", "postcode", "personal_profile", "other_person"})


def school_contacts(found: list[Finding], text: str, contacts: Collection[str]) -> list[Finding]:
    """The findings, with those that are one of the school's own contacts turned into `school_contact`.

    Numbers are compared by their figures, whatever their grouping or country code; everything else by its letters and
    figures, whatever its capitals and punctuation. A part of an address that the school gave counts as the address.
    """
    own = [(_number(c), _letters(c)) for c in contacts]
    return [_renamed(f) if f.type in _OWN and _is_own(f, text, own) else f for f in found]


def _renamed(finding: Finding) -> Finding:
    return replace(finding, type="school_contact", why="one of the school's own numbers or addresses", who=())


def _is_own(finding: Finding, text: str, own: list[tuple[str, str]]) -> bool:
    span = text[finding.start : finding.end]
    if finding.type == "phone":
        number = _number(span)
        return any(number and number == n for n, _ in own)
    letters = _letters(span)
    if finding.type == "address":
        return any(letters == c or (len(letters) > 5 and c and (letters in c or c in letters)) for _, c in own)
    if finding.type == "postcode":
        return any(c.endswith(letters) for _, c in own)
    return any(letters == c for _, c in own)


def _number(text: str) -> str:
    digits = "".join("0" if c in "oO" else c for c in text if c.isdigit() or (c in "oO" and not text.isalpha()))
    digits = re.sub(r"^(?:0044|44)0?", "0", digits)
    return digits if len(digits) >= 6 else ""


def _letters(text: str) -> str:
    return re.sub(r"^(?:https?|www)+", "", "".join(c for c in text.casefold() if c.isalnum()))
