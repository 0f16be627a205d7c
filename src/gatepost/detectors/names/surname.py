"""Surnames that stand alone: a pupil only where the words around say that a person is meant."""

from __future__ import annotations

from gatepost.detectors.names.full import Match
from gatepost.detectors.names.lexicon import categories
from gatepost.detectors.names.lists import free
from gatepost.detectors.names.others import belongs_to_another, is_firm_or_place
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.names.small import in_small_letters
from gatepost.detectors.names.surname_cues import called, has_cue, is_common, stands_alone
from gatepost.detectors.names.teams import again, team_mates
from gatepost.detectors.names.tokens import Hit, Words


def surnames(words: Words, hits: list[Hit], roster: Roster, taken: set[int]) -> list[Match]:
    """Surnames of pupils that stand alone with a cue: `Hartley wins`, `the Hartley twins`, a list of a team."""
    alone = free(hits, roster.lasts, taken)
    open_hits = [h for h in alone if _nameable(words, h, roster)]
    sure = {h for h in open_hits if has_cue(words, h) or stands_alone(words, h)}
    sure.update(in_small_letters(words, alone))
    sure.update(h for h in _halves(words, hits, roster, taken) if has_cue(words, h))
    weak = [h for h in open_hits if h not in sure]
    sure |= team_mates(words, weak, sure)
    sure |= again(words, [h for h in weak if h not in sure], sure)
    return [_match(h, roster) for h in sorted(sure, key=lambda h: h.first)]


def _match(h: Hit, roster: Roster) -> Match:
    people = tuple(roster.lasts.get(h.name) or roster.surname_bearers(h.name))
    return Match(h.first, h.last, people, "surname", 0.85, "surname on the roll, with words that mean a person")


def _nameable(words: Words, h: Hit, roster: Roster) -> bool:
    if len(words.get(h.last - 1)) < 2 or not (words.capital(h.first) or words.capital(h.last - 1)):
        return False
    if words.passage.shouting:
        return not is_common(words, h) and words.get(h.first) not in categories("first") and called(words, h)
    return not belongs_to_another(words, h, roster) and not is_firm_or_place(words, h)


def _halves(words: Words, hits: list[Hit], roster: Roster, taken: set[int]) -> list[Hit]:
    """`Boateng` for a Boateng-Reid: only in the report of a match, and only halves that are no word or first name."""
    return [
        h
        for h in hits
        if roster.is_surname_part(h.name)
        and h.name not in roster.lasts
        and not roster.is_first(h.name)
        and h.first not in taken
        and words.match
        and not is_common(words, h)
        and len(words.get(h.first)) > 3
        and _nameable(words, h, roster)
    ]
