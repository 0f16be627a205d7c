"""Classifying a few words of prose into named topics. Pure; a miss is no class, never an error."""

import re
from functools import lru_cache

from gatepost.detectors.topics.table import TOPICS

_NEGATED = re.compile(r"\b(?:not|no|never|without|nothing|isn't|wasn't|rather than)\s+(?:\w+\s+){0,1}$")
_LONGEST = 4000
"""Characters read; prose in a fact is a line or two."""


def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    stems = "|".join(f"(?:{word.removesuffix('$')})" + (r"\b" if word.endswith("$") else "") for word in words)
    return re.compile(rf"\b(?:{stems})")


_PATTERNS = tuple((name, _compiled(words)) for name, words in TOPICS.items())


@lru_cache(maxsize=4096)
def classify(prose: str) -> frozenset[str]:
    """Return the names of the topics that the prose is about.

    `prose` is free text such as "flirtatious messages" or a slug such as `behaviour_incident`. A topic that the
    prose denies ("not abusive") is left out. Source: the visible table of topics.
    """
    text = prose[:_LONGEST].casefold().replace("_", " ").replace("’", "'")
    return frozenset(name for name, pattern in _PATTERNS if _said(pattern, text))


def _said(pattern: re.Pattern[str], text: str) -> bool:
    return any(
        not _NEGATED.search(text[max(0, match.start() - 30) : match.start()]) for match in pattern.finditer(text)
    )
