"""First names of listed people where the words around them give no cue.

A detector that knows only the roll must ask for a cue: `Oliver!` may be the musical. Where the author lists an Oliver
among the people of this very post, a capital inside a sentence is cue enough.
"""

import re
from collections.abc import Iterator

from gatepost.detectors import Finding, Roster
from gatepost.detectors.names.fold import fold_name
from gatepost.detectors.names.lexicon import categories

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_START = re.compile(r"(?:^|[.!?\n:])[^\w]*$")
_OTHERWISE = ("date", "place", "town")
"""What a name may be besides: `the Summer Fair`, `a trip to Paris`. There a capital says nothing."""


def expected_names(text: str, listed: Roster) -> Iterator[Finding]:
    """Yield the listed people's first names that stand with a capital inside a sentence."""
    if text.isupper():
        return
    bearers: dict[str, tuple[str, ...]] = {}
    for person in listed.people:
        name = fold_name(person.legal_first)
        bearers[name] = (*bearers.get(name, ()), person.key)
    for match in _WORD.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        name = fold_name(word)
        doubtful = categories("first").get(name) in _OTHERWISE or not word[0].isupper()
        if name in bearers and not doubtful and not _START.search(text[max(0, match.start() - 8) : match.start()]):
            end = match.start() + len(word)
            yield Finding("pupil_first", match.start(), end, 0.8, "first name of somebody listed", bearers[name])
