"""E-mail addresses, plain or disguised (`office [at] example dot com`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage

_PLAIN = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-zA-Z]{2,24}(?![\w-])")
_SPACED = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?@ ?(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|live|btinternet|sky|aol)"
    r"(?: ?\. ?|\s+dot\s+)(?:com|co\.uk|net)\b",
    re.IGNORECASE,
)
# Spaces around the sign: an address where the text calls it one, or where only an address has such a first half.
_APART = re.compile(
    r"(?:(\be-?mail\b[^\n@]{0,24}|\b(?:contact|write|reply|mail)\b[^\n@]{0,16})?)"
    r"(?<![\w.+-])([\w+-]{1,40}(?:[.+_][\w+-]{1,40}){0,3}) ?@ ?"
    r"((?:[\w-]{1,63}\.){1,3}(?:com|uk|org|net|info|me|example))\b",
    re.IGNORECASE,
)
_DOT = r"(?:\.|\s?[\[({<]\s?(?:dot|\.)\s?[\])}>]\s?|\s+dot\s+)"
_BRACKETED = re.compile(
    rf"(?<![\w.+-])[\w+-]{{1,40}}(?:{_DOT}[\w+-]{{1,40}}){{0,3}}\s?[\[({{<]\s?(?:at|@)\s?[\])}}>]\s?"
    rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{2,63}}){{1,4}}",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"(?<![\w.+-])[\w+-]{1,40}(?:(?:\s+dot\s+|\.)[\w+-]{1,40}){0,3}\s+at\s+(?!the\b|a\b|our\b)[\w-]{1,63}(?:\s+dot\s+[\w-]{2,63}){0,3}"
    r"\s+dot\s+(?:com|uk|org|net|sch|co|example|info|me)\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?<![\w.+-])[\w+-]{1,40}(?:(?: underscore | dot |\.)[\w+-]{1,40}){0,3}\s+at\s+(?:gmail|googlemail|hotmail"
    r"|outlook|yahoo"
    r"|icloud|live|btinternet|sky|aol|proton\w*)(?:\s+dot\s+|\.)(?:com|co(?:\s+dot\s+|\.)uk|net|me)\b"
    r"|(?<![\w.+-])[\w+]{1,40}-at-[\w]{1,40}-dot-(?:com|co-dot-uk|org|net)\b",
    re.IGNORECASE,
)
# The dot left out after a name that everybody knows (`jo at gmail com`), or signs in capitals (`joATgmailDOTcom`).
_RUN_ON = re.compile(
    r"(?<![\w.+-])[\w+-]{1,40}(?:\.[\w+-]{1,40}){0,3} at (?:gmail|googlemail|hotmail|outlook|yahoo|icloud) com\b"
    r"|(?<![\w.+-])(?:[a-z0-9_.+-]{2,40}(?-i:AT)[a-z0-9-]{2,40}(?-i:DOT)(?:com|org|net|co)(?:(?-i:DOT)uk)?)\b"
)
_SIGNS = frozenset({"at", "dot"})


def find(passage: Passage) -> Iterator[Finding]:
    """Addresses with a domain; `look at school.uk` is a sentence, so a bare `at` needs a `dot` in words too."""
    if "@" in passage.plain:
        for pattern in (_PLAIN, _SPACED):
            for m in pattern.finditer(passage.plain):
                yield Finding("email", m.start(), m.end(), 0.98, "an e-mail address")
        if "@ " in passage.plain or " @" in passage.plain:
            yield from _apart(passage.plain)
    if not passage.has_any(_SIGNS) and "DOT" not in passage.plain:
        return
    run_on = (_RUN_ON,) if "com" in passage.words or "DOT" in passage.plain else ()
    for pattern in (_BRACKETED, _KNOWN, _SPOKEN, *run_on):
        for m in pattern.finditer(passage.plain):
            yield Finding("email", m.start(), m.end(), 0.9, "an e-mail address with its signs in words")


def _apart(text: str) -> Iterator[Finding]:
    for m in _APART.finditer(text):
        local = m.group(2)
        if " " in m.group()[m.start(2) - m.start() :] and (m.group(1) or not local.isalpha()) and not local.isdigit():
            yield Finding("email", m.start(2), m.end(), 0.85, "an e-mail address, its sign set apart")


DETECTOR = Detector(
    name="email",
    types=frozenset({"email"}),
    find=find,
    source="RFC 5322 addresses as people write them (dot-atom), and common disguises",
    budget_ms=0.1,
)
