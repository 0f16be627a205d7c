"""Names that are somebody or something else: part of another name, a street, a show, an animal, a member of staff."""

from __future__ import annotations

import re

from gatepost.detectors.names.fold import fold_name
from gatepost.detectors.names.lexicon import (
    ANIMALS,
    PERSON_VERBS,
    PRAISE,
    ROLE,
    SHOWS,
    STYLES,
    THINGS,
    TITLES,
    WORK_NOUNS,
    beside,
    word_list,
)
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.names.tokens import Hit, Words

PHRASES_AFTER = re.compile(
    r"before meals|before (?:lunch|dinner)|half.term|bank holiday|and (?:justice|order|proper|about|white|blue|gold)"
    r"|in wonderland|the musical|the movie|and the\b|the tank engine|of the (?:day|week|month)|s (?:web|dictionary)\b"
    r"|(?:up|down|out) (?:the|your|a)\b|your|we\b|you\b|they\b|there\b|the (?:date|best|most"
    r"|first)\b|be\b|it\b|i\b|not\b"
)


def belongs_to_another(words: Words, h: Hit, roster: Roster) -> bool:
    """Whether a title before, or a capital beside, makes this part of somebody else's name."""
    if words.get(h.first - 1) in STYLES and words.gap(h.first) in {" ", ". "}:
        return words.get(h.first - 1) in TITLES or words.capital(h.first - 1)
    if words.gap(h.first) == "-" and words.capital(h.first - 1):
        return True
    if words.gap(h.last) == "-" and words.capital(h.last):
        return True
    if words.passage.shouting:
        return False
    titled = words.title_case
    return _other_name(words, h.last, h.last, roster, titled=titled) or _other_name(
        words, h.first - 1, h.first, roster, titled=titled or words.opens(h.first - 1)
    )


def _other_name(words: Words, at: int, join: int, roster: Roster, *, titled: bool) -> bool:
    """Whether word `at` is a capitalised part of a name: beside the name, and no word that a caption would shout."""
    word = words.get(at)
    if not words.touches(join) or not words.capital(at) or len(word) < 2 or any(map(str.isdigit, word)):
        return False
    if word in beside() or word in PERSON_VERBS or word in ROLE or word in PRAISE or word in WORK_NOUNS:
        return at >= join and word in THINGS and word not in PERSON_VERBS
    if at < join and word in word_list("given"):
        return True
    if titled:
        number = roster.ids.get(word)
        return number is not None and number in roster.lasts and at >= join
    return True


def is_firm_or_place(words: Words, h: Hit) -> bool:
    """`Rigby & Sons`, `Prescott's Plumbing`, `Clayton-le-Moors`."""
    gap, after = words.gap(h.last), words.get(h.last)
    if gap.strip(" ") in {"&", "+"} or (gap == " " and after == "and"):
        at = h.last + (after == "and")
        return words.get(at) in {"sons", "son", "daughters", "co", "partners", "bros"}
    if gap == "-":
        return after in {"le", "on", "upon", "in", "under", "by", "super", "next", "cum", "la", "based"}
    if gap == "'" and after == "s" and not words.passage.shouting and not words.title_case:
        owned = words.get(h.last + 1)
        return words.gap(h.last + 1) == " " and words.capital(h.last + 1) and owned not in beside() | WORK_NOUNS
    return False


def is_thing(words: Words, h: Hit, doubt: str) -> bool:
    """Whether what stands beside the name makes it a street, a show, a festival or a place."""
    follower = words.get(h.last)
    if words.touches(h.last) and follower in THINGS and (words.capital(h.last) or doubt):
        return follower not in WORK_NOUNS or bool(doubt)
    before = words.get(h.first - 1)
    if before in {"of", "the", "a", "an"} and words.get(h.first - 2) in SHOWS:
        return True
    if before in SHOWS and before not in {"story", "poem", "song", "text"} and words.gap(h.first) == " ":
        return True
    quoted = words.gap(h.first)[-1:] in {'"', "'"} and words.gap(h.last)[:1] in {'"', "'"}
    return bool(quoted and follower != "s") or (
        PHRASES_AFTER.match(rest(words, h)) is not None
        and (
            rest(words, h).startswith(
                ("the musical", "the movie", "in wonderland", "the tank", "s web", "and the ", "half")
            )
        )
    )


def rest(words: Words, h: Hit) -> str:
    """The three words that follow a name."""
    return " ".join(words.word[h.last : h.last + 3])


def is_animal(words: Words, h: Hit) -> bool:
    """`Archie the school dog`, `our therapy dog Archie`."""
    if words.get(h.first - 1) in ANIMALS:
        return True
    return words.get(h.last) in {"the", "our"} and not ANIMALS.isdisjoint(words.word[h.last + 1 : h.last + 4])


def staff_named(words: Words, roster: Roster) -> set[int]:
    """First names of the staff on the roll whom the text names by title and surname."""
    found: set[int] = set()
    for i, word in enumerate(words.word):
        if word in TITLES and (number := roster.ids.get(words.get(i + 1))) is not None:
            staff = (roster.people[p] for p in roster.lasts.get(number, ()) if roster.people[p].kind == "staff")
            found.update(n for p in staff if (n := roster.ids.get(fold_name(p.legal_first))) is not None)
    return found
