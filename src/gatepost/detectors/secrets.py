"""Whether a note gives away a secret: a password, a PIN, a key or a code that lets somebody in.

The register says where a login is kept and never what it is. No detector of the table: a caption is not asked this.
Shapes and their sources are in `secret_shapes`, what people write around a secret in `secret_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage
from gatepost.detectors.secret_shapes import (
    ALIKE,
    ALONE,
    LETTERS,
    LOOKALIKE,
    REFERENCE,
    REFERRED,
    SHAPES,
    SPACED,
    WIDE,
)
from gatepost.detectors.secret_words import (
    BEFORE_CUE,
    CODE_CUE,
    EMAIL_CUE,
    LOGIN_CUE,
    NEAR_CUE,
    NUMBER_CUE,
    ORDINARY,
    PAIR_CUE,
    PASS_CUE,
    PASSED_ON,
    PHRASE_CUE,
    PLACED,
    QUESTION_CUE,
    SHORT_CUE,
    SMALL_WORDS,
    TOKEN_CUE,
)
from gatepost.detectors.unseen import read_closed_up

_TOKEN: Final = re.compile(r"[^\s,;“”\"()<>]{6,}")
_CHANGE: Final = re.compile(r"(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])(?=\d)|(?<=\d)(?=[A-Za-z])|(?<=\w)(?=[!$%^&*+=~#?@]\w)")
_CLASS: Final = ((str.islower, "a"), (str.isupper, "A"), (str.isdigit, "1"))


def find_secrets(text: str) -> tuple[Finding, ...]:
    """Return where a note seems to hold a secret, and why. Any string is accepted; nothing of it is in the reasons."""
    found = [*_seen(text), *([] if text.isascii() else read_closed_up(text, _seen))]
    return tuple(_apart(sorted(found, key=lambda one: (one.start, -one.confidence, -one.end))))


def _seen(text: str) -> list[Finding]:
    plain = Passage(_folded(text.translate(WIDE))).plain
    return [*_written_apart(plain), *_alone(plain), *_found(plain)]


def _folded(text: str) -> str:
    """The text with words that only look Latin written in Latin letters."""
    return text if text.isascii() else LETTERS.sub(lambda m: _latin(m.group()), text)


def _latin(word: str) -> str:
    folded = word.translate(LOOKALIKE)
    return folded if folded.isascii() else word


def _found(plain: str) -> list[Finding]:
    found = [Finding("secret", m.start(), m.end(), 0.95, f"This looks like {why}.")
             for pattern, why in SHAPES for m in pattern.finditer(plain)]  # fmt: skip
    found += [_value(m, 0.8, "This looks like a password after its e-mail address.") for m in EMAIL_CUE.finditer(plain)]
    covered = _blanked(plain)
    for finder in (_after_cue, _phrases, _numbers, _answers, _before_cue, _near_cue, _jumbled):
        found += finder(covered)
    return found


def _alone(plain: str) -> Iterator[Finding]:
    """A password that is the whole note, with nothing around it that says so."""
    bare = plain.strip(" \t\r\n.,;:\"'“”‘’()")
    if ALONE.fullmatch(bare) and not ALIKE.fullmatch(bare.rstrip("!?")) and not REFERENCE.fullmatch(bare.rstrip("!?")):
        start = plain.index(bare)
        yield Finding("secret", start, start + len(bare), 0.8, "This looks like a password, and nothing else.")


def _written_apart(plain: str) -> Iterator[Finding]:
    """A secret whose letters stand apart."""
    for m in SPACED.finditer(plain):
        if _found(m.group().replace(" ", "")):
            yield Finding("secret", m.start(), m.end(), 0.8, "This looks like a password, written letter by letter.")


def _apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """Without those that share characters with one before them."""
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _value(m: re.Match[str], confidence: float, why: str) -> Finding:
    """The finding of what a pattern calls `value`, without the stop after it."""
    start = m.start("value")
    return Finding("secret", start, start + max(1, len(m["value"].rstrip(".,;:!?'\""))), confidence, why)


def _blanked(plain: str) -> str:
    """The text with full stops for what looks alike and is harmless: addresses, days, classes, names of products."""
    return ALIKE.sub(lambda m: "." * len(m.group()), plain)


def _after_cue(covered: str) -> Iterator[Finding]:
    cues = ((PASS_CUE, "a password"), (LOGIN_CUE, "a password"), (TOKEN_CUE, "a key"), (CODE_CUE, "a recovery code"))
    for cue, why in cues:
        for m in cue.finditer(covered):
            value = m["value"].strip(" .")
            if value and _is_value(value, said=m["says"], rest=covered[m.end() : m.end() + 60]):
                yield _value(m, 0.9, f"What follows looks like {why}.")


def _is_value(value: str, *, said: str, rest: str) -> bool:
    """Whether what follows "password is" is the password itself rather than where it is or what becomes of it."""
    first = re.split(r"[^\w'’]", value.lower())[0]
    if re.search(r"\d|[!$%^&*_+=~?]\w|\w[!$%^&*_+=~@#]", value):
        return not REFERRED.search(value) and not re.fullmatch(r"[.\d]{1,3}", value)
    if re.search(r"[a-z][A-Z]", value) and value.lower() not in ORDINARY:
        return True
    if first in PLACED or first in SMALL_WORDS or (first.endswith(("ed", "ing", "ly")) and value[0].islower()):
        return False
    following = re.match(r"[\s-]*([A-Za-z'’]+)?", rest)
    after = (following[1] or "").lower() if following else ""
    if said in ("", "-") and value.islower() and first in ORDINARY:
        return False
    return not (after in PASSED_ON or after in SMALL_WORDS - {"and", "or", "for", "on", "but", "so", "if"})


def _phrases(covered: str) -> Iterator[Finding]:
    """Several words of no grammar after "passphrase is"."""
    for m in PHRASE_CUE.finditer(covered):
        words = re.split(r"[ -]", m["value"].lower())
        if not SMALL_WORDS.intersection(words) and len(PLACED.intersection(words)) * 2 < len(words):
            yield _value(m, 0.85, "What follows looks like a passphrase.")


def _numbers(covered: str) -> Iterator[Finding]:
    for m in NUMBER_CUE.finditer(covered):
        yield _value(m, 0.9, "What follows looks like a PIN or a code.")


def _answers(covered: str) -> Iterator[Finding]:
    cues = ((QUESTION_CUE, "the answer to a security question"), (PAIR_CUE, "a password"), (SHORT_CUE, "a password"))
    for cue, why in cues:
        for m in cue.finditer(covered):
            if m["value"].lower().strip(".") not in {"", *ORDINARY}:
                yield _value(m, 0.85, f"What follows looks like {why}.")


def _before_cue(covered: str) -> Iterator[Finding]:
    for m in BEFORE_CUE.finditer(covered):
        value = m["value"].strip(".")
        if value and value.lower() not in ORDINARY | PLACED | SMALL_WORDS:
            yield _value(m, 0.85, "This looks like a password.")


def _near_cue(covered: str) -> Iterator[Finding]:
    """A word with figures or signs inside, in a note that speaks of signing in."""
    cues = [m.span() for m in NEAR_CUE.finditer(covered)]
    for m in _TOKEN.finditer(covered) if cues else ():
        value = m.group().strip("'.:-")
        near = any(start - 60 < m.start() < end + 60 for start, end in cues)
        if near and _kinds(value) >= 2 and not _harmless(covered, m.start(), value):
            yield Finding("secret", m.start(), m.end(), 0.8, "This looks like a password.")


def _jumbled(covered: str) -> Iterator[Finding]:
    """A word that nobody would write but as a password or a key, whatever is said around it."""
    for m in _TOKEN.finditer(covered):
        value = m.group().strip("'.:-")
        if (
            len(value) >= 8
            and len(_CHANGE.findall(value)) >= 3
            and _kinds(value) >= 3
            and not _harmless(covered, m.start(), value)
        ):
            yield Finding("secret", m.start(), m.end(), 0.75, "This looks like a password or a key.")


def _kinds(value: str) -> int:
    """How many kinds of character: small, capital, figure, sign. A first capital alone is no kind of its own."""
    kinds = {name for is_kind, name in _CLASS for c in value[1:] if is_kind(c)}
    kinds |= {"!"} if re.search(r"[!$%^&*_+=~?#@|£](?=\w)|\w[!$%^&*+=~#|£]", value) else set()
    return len(kinds)


def _harmless(covered: str, start: int, value: str) -> bool:
    if not re.search(r"\d", value) and not re.search(r"[!$%^&*+=~#|£]", value):
        return True
    if re.fullmatch(r"[.\W]*", value) or REFERENCE.fullmatch(value):
        return True
    return bool(REFERRED.search(covered[max(0, start - 30) : start]))
