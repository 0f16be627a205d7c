"""The names of a text, weighed together: whole names first, then initials, then first names and surnames alone."""

from __future__ import annotations

from collections.abc import Iterator

from gatepost.detectors.finding import Finding
from gatepost.detectors.names.first import first_names
from gatepost.detectors.names.full import Match, full_names, initialled
from gatepost.detectors.names.joined import joined_names
from gatepost.detectors.names.lexicon import TITLES
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.names.surname import surnames
from gatepost.detectors.names.tags import joined_tags
from gatepost.detectors.names.tokens import Words
from gatepost.detectors.passage import Passage

_TYPES = {"full": "pupil_full", "first": "pupil_first", "surname": "pupil_surname"}
_MOST = 20  # more bearers of one name than this say nothing about who is meant


def find_names(passage: Passage) -> Iterator[Finding]:
    """Pupils of the roll named in the passage, and staff of the roll as other people."""
    roster = passage.roster
    if roster is None or not roster.people:
        return
    words = Words(passage)
    hits = words.hits(roster)
    whole = (*joined_tags(passage, roster), *joined_names(passage, roster))
    for joined in whole:
        yield _finding(joined, roster, start=joined.first, end=joined.last)
    if not hits:
        return
    taken: set[int] = set()
    matches: list[Match] = []
    for group in (full_names, initialled, first_names, surnames):
        new = group(words, hits, roster, taken)
        matches.extend(new)
        taken.update(i for m in new for i in range(m.first, m.last))
    for m in matches:
        start, end = words.start[m.first], words.end[m.last - 1]
        if not _titled(words, m.first) and not any(one.first <= start and end <= one.last for one in whole):
            yield _finding(m, roster, start=start, end=end)


def _titled(words: Words, i: int) -> bool:
    return words.get(i - 1) in TITLES and words.gap(i) in {" ", ". "}


def _finding(match: Match, roster: Roster, *, start: int, end: int) -> Finding:
    people = [roster.people[i] for i in match.people]
    pupils = [p for p in people if p.kind != "staff"]
    if not pupils:
        who = tuple(p.key for p in people[:_MOST])
        return Finding("other_person", start, end, 0.9, "a member of staff on the roll", who)
    keys = tuple(dict.fromkeys(p.key for p in pupils))
    who = keys if len(keys) <= _MOST else ()
    confidence = match.confidence if len(pupils) == len(people) else match.confidence - 0.2
    return Finding(_TYPES[match.form], start, end, confidence, match.why, who)
