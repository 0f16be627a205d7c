"""First names that stand alone: a pupil only where the words around say that a person is meant."""

from __future__ import annotations

from gatepost.detectors.names.following import following
from gatepost.detectors.names.full import Match
from gatepost.detectors.names.leading import leading
from gatepost.detectors.names.lexicon import GROUPS, OFFICES, PLACE_BEFORE, PRAISE, beside, categories
from gatepost.detectors.names.lists import free, is_listed
from gatepost.detectors.names.others import PHRASES_AFTER, belongs_to_another, is_animal, is_thing, rest, staff_named
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.names.speech import says, signs
from gatepost.detectors.names.tokens import Hit, Words

_STRONG, _SOME, _NONE, _AGAINST = 3, 1, 0, -1


def first_names(words: Words, hits: list[Hit], roster: Roster, taken: set[int]) -> list[Match]:
    """First names of pupils that stand alone, the sure ones first: a name in a list with a sure one is sure too."""
    open_hits = free(hits, roster.firsts, taken)
    staff = staff_named(words, roster) if open_hits else set()
    sure: dict[Hit, Match] = {}
    weak: list[Hit] = []
    for h in open_hits:
        score = _first_score(words, h, roster, staff)
        if score >= _STRONG:
            sure[h] = _first_match(h, roster, 0.9, "first name on the roll, with words that mean a person")
        elif score > _AGAINST:
            weak.append(h)
    for h in weak:
        if _plain_first(words, h):
            sure[h] = _first_match(h, roster, 0.6, "first name on the roll")
    _spread(words, weak, sure, roster, taken)
    return list(sure.values())


def _first_match(h: Hit, roster: Roster, confidence: float, why: str) -> Match:
    return Match(h.first, h.last, tuple(roster.firsts[h.name]), "first", confidence, why)


def _first_score(words: Words, h: Hit, roster: Roster, staff: set[int]) -> int:
    word = words.get(h.first)
    if h.name in staff or is_animal(words, h):
        return _AGAINST
    doubt = categories("first").get(word, "")
    if h.last - h.first > 1:
        doubt = ""
    if not words.capital(h.first):
        praised = not doubt and word not in beside() and leading(words, h.first) == "praise" and len(word) > 2
        proud = words.get(h.first - 1) == "of" and words.get(h.first - 2) == "proud"
        return _STRONG if praised and (proud or words.get(h.first - 1) in PRAISE | {"to"}) else _AGAINST
    if belongs_to_another(words, h, roster) or is_thing(words, h, doubt):
        return _AGAINST
    return _weigh(words, h, doubt)


def _weigh(words: Words, h: Hit, doubt: str) -> int:
    before, after = leading(words, h.first), following(words, h)
    if _speaks(words, h, doubt) and after != "possessive":
        return _STRONG
    if doubt in {"date", "place", "town"}:
        strong = before in {"praise", "role"} or after in {"work", "class"} or (after == "verb" and doubt != "town")
        strong = strong or (after == "weak" and doubt != "town" and _pronoun(words, h.last))
        strong = strong or (words.get(h.first - 1) == "to" and words.get(h.last) == "for")
    elif doubt == "word" and words.opens(h.first) and PHRASES_AFTER.match(rest(words, h)):
        return _AGAINST
    else:
        strong = before in {"praise", "role"} or after in {"verb", "work", "class"}
        strong = strong or (before == "maker" and (not doubt or not words.opens(h.first)))
        strong = strong or (not doubt and after in {"weak", "possessive"})
        strong = strong or (after == "weak" and _pronoun(words, h.last))
        strong = strong or (after == "possessive" and words.get(h.first) not in OFFICES and not _article(words, h))
        if strong and doubt and before != "praise" and after not in {"class", "verb"}:
            strong = GROUPS.isdisjoint(words.word[h.last : h.last + 8])
    return _STRONG if strong else _NONE


def _speaks(words: Words, h: Hit, doubt: str) -> bool:
    """Whether a quotation is said to be this person's: signed with a date or a town it may be from there and then."""
    return says(words, h.first) or (doubt not in {"date", "place", "town"} and signs(words, h.first))


def _pronoun(words: Words, at: int) -> bool:
    """Whether the words that follow speak of a person: `has been practising his reading`."""
    return not {"his", "her", "he", "she", "himself", "herself", "their"}.isdisjoint(words.word[at : at + 12])


def _article(words: Words, h: Hit) -> bool:
    return words.get(h.first - 1) in {"the", "a", "an"} or words.capital(h.last + 1)


def _plain_first(words: Words, h: Hit) -> bool:
    """A name that is no word, with a capital that says something, and nothing around it against a pupil."""
    word = words.get(h.first)
    if h.last - h.first == 1 and (word in categories("first") or word in beside() or len(word) < 3):
        return False
    after = words.gap(h.last).lstrip()
    if after.startswith(":") and not after.endswith('"'):  # a part in a play, with who plays it
        return False
    return not words.passage.shouting and words.get(h.first - 1) not in PLACE_BEFORE - {"at", "to", "around", "of"}


def _spread(words: Words, weak: list[Hit], sure: dict[Hit, Match], roster: Roster, taken: set[int]) -> None:
    """Let certainty pass along a list: in `Amelia, Grace and Will` one sure name makes the others sure."""
    known = {i for h in sure for i in range(h.first, h.last)} | taken
    in_order = sorted(weak, key=lambda h: h.first)
    for h, back in [(h, True) for h in in_order] + [(h, False) for h in reversed(in_order)]:
        if h not in sure and is_listed(words, h.first if back else h.last, known, back=back):
            sure[h] = _first_match(h, roster, 0.85, "first name on the roll, in a list with other pupils")
            known.update(range(h.first, h.last))
