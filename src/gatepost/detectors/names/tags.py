"""Names run together in small letters, as in #welldoneoliverhartley, where no capital shows the joins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.names.fold import fold_name
from gatepost.detectors.names.full import Match
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.passage import Passage

_TAG = re.compile(r"#([^\W\d_]{6,60})")
_LEAD = re.compile(r"(?:welldone|congratulations|congrats|goodluck|happybirthday|thankyou|bravo|proudof|team|go)")


def joined_tags(passage: Passage, roster: Roster) -> Iterator[Match]:
    """Whole names in hashtags of one case; `first` and `last` are offsets into the text here."""
    if "#" not in passage.plain:
        return
    for m in _TAG.finditer(passage.text):
        tag = m.group(1)
        if not (tag.islower() or tag.isupper() or tag[1:].islower()) or len(fold_name(tag)) != len(tag):
            continue
        lead = _LEAD.match(fold_name(tag))
        for skip in {0, lead.end() if lead else 0}:
            found = _split(fold_name(tag)[skip:], roster)
            if found:
                why = "first name and surname on the roll, run together in a hashtag"
                start = m.start(1) + skip
                yield Match(start, start + found[1], found[0], "full", 0.9, why)
                break


def _split(run: str, roster: Roster) -> tuple[tuple[int, ...], int] | None:
    for cut in range(2, len(run) - 1):
        first = roster.ids.get(run[:cut])
        if first is None or first not in roster.firsts:
            continue
        for end in range(len(run), cut + 1, -1):
            last = roster.ids.get(run[cut:end])
            if last is not None and (people := roster.pair(first, last)):
                return people, end
    return None
