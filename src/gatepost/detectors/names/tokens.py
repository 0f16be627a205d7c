"""The words of a text as the name detectors see them: folded, each with its place and whether it has a capital."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from gatepost.detectors.names.fold import fold_text
from gatepost.detectors.names.reports import is_match
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.passage import Passage

_RUN = re.compile(r"\S+")
_SOFT = re.compile(r"[ \t]{0,3}\Z")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the roll over the words `first` to `last` (half-open)."""

    name: int
    first: int
    last: int


class Words:
    """The words of a passage, and the names of the roll among them."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.plain
        self.folded, self._offsets = fold_text(passage.text)
        spans = [m.span() for m in _RUN.finditer(self.folded)]
        self._at = {start: i for i, (start, _) in enumerate(spans)}
        self.word = [self.folded[a:b] for a, b in spans]
        offsets = self._offsets
        self.start = [offsets[a] for a, _ in spans]
        self.end = [offsets[b] for _, b in spans]
        self.reports: dict[Hit, str] = {}  # what a report of sport says around a name, asked more than once

    def __len__(self) -> int:
        return len(self.word)

    def hits(self, roster: Roster) -> list[Hit]:
        """Every name of the roll that stands in the text as whole words."""
        if not roster.ids:
            return []
        found = []
        for end, value in roster.automaton.iter(self.folded):
            first = self._at[end - (value & 255)]
            last = first + 1
            while last < len(self.word) and self.start[last] < self._offsets[end]:
                last += 1
            found.append(Hit(value >> 8, first, last))
        return found

    def capital(self, i: int) -> bool:
        """Whether the word begins with a capital."""
        return 0 <= i < len(self.word) and self.text[self.start[i]].isupper()

    def gap(self, i: int) -> str:
        """What stands between word i-1 and word i; before the first and after the last word, the rest of the text."""
        if i < 0:
            return ""
        before = self.end[min(i, len(self.word)) - 1] if i > 0 else 0
        after = self.start[i] if i < len(self.word) else len(self.text)
        return self.text[before:after]

    def touches(self, i: int) -> bool:
        """Whether only spaces, or a hashtag's or file name's join, stand between word i-1 and word i."""
        if not 0 < i < len(self.word):
            return False
        gap = self.gap(i)
        return _SOFT.match(gap) is not None or gap == "_"

    def opens(self, i: int) -> bool:
        """Whether a sentence, a line, a quotation or a list item begins with word i."""
        if i <= 0:
            return True
        gap = self.gap(i)
        return (gap != "'" and any(not (c.isspace() and c != "\n") and c not in ",&/()'+#@." for c in gap)) or (
            "." in gap and len(self.word[i - 1]) > 1
        )

    def get(self, i: int) -> str:
        """The folded word, or nothing outside the text."""
        return self.word[i] if 0 <= i < len(self.word) else ""

    @cached_property
    def match(self) -> bool:
        """Whether the text reports a match, a meet or a race."""
        return is_match(self.passage.lower)

    @cached_property
    def title_case(self) -> bool:
        """Whether the text writes its long words in capitals, as a headline does, so that a capital says little."""
        long_words = [i for i, w in enumerate(self.word) if len(w) > 3]
        return len(long_words) >= 4 and sum(map(self.capital, long_words)) >= 0.8 * len(long_words)
