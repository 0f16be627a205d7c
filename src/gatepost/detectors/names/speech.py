"""Whose words a quotation gives, where that is said after it: `“…,” said Grace`, `“…” - Grace`."""

from __future__ import annotations

import re

from gatepost.detectors.names.lexicon import FILLER
from gatepost.detectors.names.tokens import Words

_SAYS = frozenset(
    """said says say added adds explained explains asked asks replied replies answered answers agreed agrees admitted
    admits announced announces beamed beams boasted boasts called calls cheered cheers commented comments concluded
    concludes continued continues cried cries declared declares enthused enthuses exclaimed exclaims giggled giggles
    grinned grins insisted insists joked jokes laughed laughs noted notes observed observes quipped quips recalled
    recalls reflected reflects remarked remarks reported reports responded responds revealed reveals shouted shouts
    smiled smiles stated states suggested suggests thought thinks told tells whispered whispers wrote writes""".split()
)
_FEELS = frozenset(
    "delighted excited happy thrilled beaming smiling grinning overjoyed ecstatic tired muddy years old aged".split()
)
_FARTHEST = 5  # words between the verb and the name: `said a very proud Grace`
_BEFORE_VERB = re.compile(r"[\"'][^\w\n\"']{0,4}\Z")
_BEFORE_NAME = re.compile(r"[\"'][\s,.]{0,3}[-~(] ?\Z")
_ENDS = re.compile(r"[ .,!)]*(?:\Z|\n|\(|, )")
_OPENS = re.compile(r"(?:\A|[\s(])'(?=\w)")
_FEWEST = 3  # words in a quotation that somebody signs: the title of a book is often shorter


def says(words: Words, i: int) -> bool:
    """Whether a verb of saying between a closing quotation mark and word i makes it the name of the speaker."""
    for at in range(i - 1, max(0, i - 1 - _FARTHEST), -1):
        word = words.get(at)
        if not words.touches(at + 1):
            return False
        if word in _SAYS:
            return _opened(words, at, _BEFORE_VERB) >= 0
        if word not in FILLER | _FEELS and not word.isdigit():
            return False
    return False


def signs(words: Words, i: int) -> bool:
    """Whether a quotation of some words and a dash before word i, and nothing after it, make it the speaker's name."""
    if words.gap(i).strip(" \n") in {"", "'"} or _ENDS.match(words.text, words.end[i]) is None:
        return False
    opened = _opened(words, i, _BEFORE_NAME)
    return opened >= 0 and sum(start > opened for start in words.start[max(0, i - _FEWEST) : i]) == _FEWEST


def _opened(words: Words, at: int, closes: re.Pattern[str]) -> int:
    """Where the quotation opens that closes in the gap before word `at`; -1 where none closes there."""
    found = closes.search(words.gap(at)) if at else None
    if found is None:
        return -1
    mark, closing = found[0][0], words.end[at - 1] + found.start()
    before = words.text[:closing]
    if mark == '"':
        typed = words.passage.text[closing] == '"'  # the same mark opens and closes: then only counting tells
        return before.rfind('"') if not typed or before.count('"') % 2 else -1
    return max((one.start() for one in _OPENS.finditer(before)), default=-1)
