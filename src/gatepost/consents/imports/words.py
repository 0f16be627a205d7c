"""The words by which systems say yes and no."""

import re
from collections.abc import Mapping
from typing import Final

GRANTED, REFUSED, WITHDRAWN, UNKNOWN = "granted", "refused", "withdrawn", "unknown"
STATES: Final[dict[str, str]] = {
    GRANTED: "yes, they agree",
    REFUSED: "no, they do not agree",
    WITHDRAWN: "they agreed and took it back",
    UNKNOWN: "no answer yet",
}
"""Slug → what it means, as somebody chooses it."""

_WORDS: Final[dict[str, str]] = {
    GRANTED: "yes|y|true|1|consented|given|granted|agreed|consent given|approved|accepted|permission given|"
    "permission granted|consent granted|opted in|opt in|i consent|i agree|allowed|✓|✔",
    REFUSED: "no|n|false|0|declined|rejected|refused|denied|not granted|consent not given|not given|not consented|"
    "consent refused|consent denied|permission refused|permission denied|opted out|opt out|not agreed|disagreed|"
    "i do not consent|objected|not approved|not allowed|✗|✘",
    WITHDRAWN: "withdrawn|revoked|consent withdrawn|permission withdrawn|cancelled",
    UNKNOWN: "requested|pending|no response|awaiting|awaiting response|not requested|no reply|unanswered|not answered|"
    "unknown|not recorded|not known|not responded|outstanding|-|–|—",
}
_BY_WORD: Final = {word: state for state, words in _WORDS.items() for word in words.split("|")}
_OTHER_WAY: Final = {GRANTED: REFUSED, REFUSED: GRANTED}


def folded(word: str) -> str:
    """Return a word as it is compared: without case, double spaces, and marks at its end."""
    return " ".join(word.casefold().split()).rstrip(".!")


def state_of(word: str, *, chosen: Mapping[str, str]) -> str | None:
    """Return which of STATES a cell says. `chosen` are folded words that somebody gave a meaning. None where unknown.

    Empty is unknown: it is never a yes.
    """
    said = folded(word)
    return UNKNOWN if not said else chosen.get(said) or _BY_WORD.get(said)


def turned(state: str) -> str:
    """Return what a word means in a column that asks the other way round."""
    return _OTHER_WAY.get(state, state)


def is_word(cell: str) -> bool:
    """Return whether a cell says yes, no or nothing yet in words that we know."""
    return bool(re.search(r"\S", cell)) and folded(cell) in _BY_WORD
