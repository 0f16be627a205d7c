"""National Insurance numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage

_PATTERN = re.compile(r"(?<![\w-])([A-Za-z]{2})[ -]?\d\d[ -]?\d\d[ -]?\d\d(?:[ -]?([A-Da-d]))?(?![\w-])")
_NEVER = frozenset("BG GB KN NK NT TN ZZ".split())
_CUE = re.compile(r"\bni\b|national insurance|\bnino\b|\bn\.i\.")


def find(passage: Passage) -> Iterator[Finding]:
    """Numbers with a prefix that HMRC gives out, or its example prefix QQ; one without its last letter needs a
    cue."""
    if passage.digits < 6:
        return
    for m in _PATTERN.finditer(passage.plain):
        prefix, suffix = m.group(1).upper(), m.group(2)
        cued = _CUE.search(passage.lower) is not None
        if not (cued or (suffix and m.group(1).isupper() == suffix.isupper())):
            continue
        if prefix == "QQ" or (prefix[0] not in "DFIQUV" and prefix[1] not in "DFIOQUV" and prefix not in _NEVER):
            yield Finding("ni_number", m.start(), m.end(), 0.95 if suffix else 0.8, "a National Insurance number")


DETECTOR = Detector(
    name="ni_number",
    types=frozenset({"ni_number"}),
    find=find,
    source="HMRC National Insurance Manual NIM39110: two letters, six figures, a letter A to D",
    budget_ms=0.05,
)
