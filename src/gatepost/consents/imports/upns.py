"""Unique Pupil Numbers as lists have them."""

import re
from typing import Final

from gatepost.detectors.upn import check_letter

_SHAPE: Final = re.compile(r"[A-HJ-NP-RT-WX-Z]\d{11}[\dA-HJ-NP-RT-WX-Z]")


def plain_upn(text: str) -> str:
    """Return a UPN in capitals without spaces and hyphens."""
    return re.sub(r"[\s-]", "", text).upper()


def fault_in(upn: str) -> str:
    """Return what is wrong with a UPN, as a sentence; an empty one where nothing is."""
    if not _SHAPE.fullmatch(upn):
        return "The UPN is not one: it has a letter and twelve figures, the last of which may be a letter."
    if check_letter(upn[1:]) != upn[0]:
        return "The UPN’s first letter does not fit its figures, so at least one of them is wrong."
    return ""


def is_temporary(upn: str) -> bool:
    """Return whether a UPN is one that a school made up until the right one is known: it ends in a letter."""
    return upn[-1:].isalpha()
