"""Whom a content uses, and how: the pictures, and the names in its words, descriptions and quotations. No database."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from gatepost.consents.roster import id_of
from gatepost.detectors import Roster, begins_sentences
from gatepost.publishing.content import Content, by_work, shown
from gatepost.publishing.pictures.legible import legible_in
from gatepost.publishing.quoting import has_quotation, is_quoted


@dataclass(frozen=True, slots=True)
class Appearance:
    """One way in which a content uses a pupil. `how` is a slug of HOWS; `full` and `maybe` are as in Use."""

    pupil: int
    how: str
    full: bool = False
    maybe: bool = False


def appearing_in(content: Content, roster: Roster) -> tuple[Appearance, ...]:
    """Return whom a content uses, each way once; a name that several share is a `maybe` of each of them.

    A first name that more than twenty bear is nobody's: the detector does not say whose it could be.
    """
    found: dict[tuple[int, str], Appearance] = {}
    for one in _all(content, roster):
        held = found.get((one.pupil, one.how), one)
        found[one.pupil, one.how] = replace(one, full=one.full or held.full, maybe=one.maybe and held.maybe)
    return tuple(found[key] for key in sorted(found))


def _all(content: Content, roster: Roster) -> Iterator[Appearance]:
    seen = shown(content)
    meant = seen | {int(pupil) for pupil in content["named"]}
    yield from (Appearance(pupil, "picture") for pupil in seen)
    yield from (Appearance(pupil, "work") for pupil in by_work(content))
    yield from (Appearance(int(pupil), "named") for pupil in content["named"])
    for one in legible_in((one for one in content["pictures"] if one.get("names_visible") != "none"), roster):
        known = tuple(key for key in one.pupils if key in meant) or one.pupils
        yield from (Appearance(key, "readable", one.style == "full", len(known) > 1) for key in known)
    firsts = tuple(_firsts(roster, meant))
    for how, text in (("named", content["text"]), *(("alt_text", one["alt_text"]) for one in content["pictures"])):
        for start, end, ids, full in (*_found(text, roster), *_called(text, firsts)):
            known = tuple(key for key in ids if key in meant) or ids
            hows = (how, "quote") if is_quoted(text, start, end) else (how,)
            yield from (Appearance(key, way, full, len(known) > 1) for key in known for way in hows)


def quoted_in(texts: Iterable[str], roster: Roster, *, meant: Iterable[int]) -> frozenset[int]:
    """Return whose own words texts give, of those who are said to be there or are named without doubt."""
    said = {int(pupil) for pupil in meant}
    firsts: tuple[tuple[int, str], ...] | None = None
    found: set[int] = set()
    for text in filter(has_quotation, texts):
        firsts = tuple(_firsts(roster, said)) if firsts is None else firsts
        for start, end, ids, _ in (*_found(text, roster), *_called(text, firsts)):
            known = [key for key in ids if key in said] or ids
            if len(known) == 1 and is_quoted(text, start, end):
                found.update(known)
    return frozenset(found)


def called_in(texts: Iterable[str], roster: Roster, *, meant: Collection[int]) -> dict[int, str]:
    """Return who of those who are said to be there is called by a first name in the texts, and by which."""
    firsts = tuple(_firsts(roster, meant))
    places = ((text, place) for text in texts for place in _called(text, firsts))
    return {ids[0]: text[start:end] for text, (start, end, ids, _) in places}


_Place = tuple[int, int, tuple[int, ...], bool]
"""Where a name stands, whose it may be, and whether it stands there in full."""


def _found(text: str, roster: Roster) -> Iterator[_Place]:
    for finding in roster.find(text) if text else ():
        ids = tuple(key for key in map(id_of, finding.who) if key is not None)
        yield finding.start, finding.end, ids, finding.type == "pupil_full"


def _firsts(roster: Roster, meant: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield the first names that those go by who are said to be shown or meant, less words that begin any sentence."""
    for person in roster.people if meant else ():
        key = id_of(person.admission_no)
        if key is not None and key in meant:
            names = (person.legal_first, person.preferred_first, *person.nicknames)
            yield from ((key, name) for name in names if name and not begins_sentences(name))


def _called(text: str, firsts: Iterable[tuple[int, str]]) -> Iterator[_Place]:
    """Yield where the first name stands of somebody who is there: beside their picture nobody else is meant by it."""
    for key, name in firsts:
        for match in _whole(name).finditer(text or ""):
            yield match.start(), match.end(), (key,), False


def place_of(text: str, name: str) -> tuple[int, int] | None:
    """Return where a name first stands in a text as a word of its own, as start and end; None where it does not."""
    found = _whole(name).search(text)
    return found.span() if found else None


def stands_in(text: str, name: str) -> bool:
    """Return whether a name stands in a text as a word of its own, written as the roll writes it."""
    return _whole(name).search(text) is not None


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")
