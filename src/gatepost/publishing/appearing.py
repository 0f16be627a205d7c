"""Whom a content uses, and how: the pictures, and the names in its words, descriptions and quotations. No database."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from gatepost.consents.roster import id_of
from gatepost.detectors import Roster
from gatepost.publishing.pictures.legible import legible_in

_QUOTED: Final = re.compile(r"[“\"][^“”\"\n]*?\w+(?:[^\w“”\"\n]+\w+){2,}[^“”\"\n]*[”\"]")
"""At least three words in quotation marks: fewer are a title or a nickname."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One way in which a content uses a pupil. `how` is a slug of HOWS; `full` and `maybe` are as in Use."""

    pupil: int
    how: str
    full: bool = False
    maybe: bool = False


def appearing_in(content: Mapping[str, Any], roster: Roster) -> tuple[Appearance, ...]:
    """Return whom a content uses, each way once; a name that several share is a `maybe` of each of them.

    A first name that more than twenty bear is nobody's: the detector does not say whose it could be.
    """
    found: dict[tuple[int, str], Appearance] = {}
    for one in _all(content, roster):
        held = found.get((one.pupil, one.how), one)
        found[one.pupil, one.how] = replace(one, full=one.full or held.full, maybe=one.maybe and held.maybe)
    return tuple(found[key] for key in sorted(found))


def _all(content: Mapping[str, Any], roster: Roster) -> Iterator[Appearance]:
    seen = {int(pupil) for picture in content["pictures"] for pupil in picture["pupils"]}
    meant = seen | {int(pupil) for pupil in content["named"]}
    yield from (Appearance(pupil, "picture") for pupil in seen)
    yield from (Appearance(int(pupil), "named") for pupil in content["named"])
    for one in legible_in((one for one in content["pictures"] if one.get("names_visible") != "none"), roster):
        known = tuple(key for key in one.pupils if key in meant) or one.pupils
        yield from (Appearance(key, "readable", one.style == "full", len(known) > 1) for key in known)
    firsts = tuple(_firsts(roster, meant))
    for how, text in (("named", content["text"]), *(("alt_text", one["alt_text"]) for one in content["pictures"])):
        for start, end, ids, full in (*_found(text, roster), *_called(text, firsts)):
            known = tuple(key for key in ids if key in meant) or ids
            hows = (how, "quote") if how == "named" and _beside_a_quotation(text, start, end) else (how,)
            yield from (Appearance(key, way, full, len(known) > 1) for key in known for way in hows)


_Place = tuple[int, int, tuple[int, ...], bool]
"""Where a name stands, whose it may be, and whether it stands there in full."""


def _found(text: str, roster: Roster) -> Iterator[_Place]:
    for finding in roster.find(text) if text else ():
        ids = tuple(key for key in map(id_of, finding.who) if key is not None)
        yield finding.start, finding.end, ids, finding.type == "pupil_full"


def _firsts(roster: Roster, meant: set[int]) -> Iterator[tuple[int, str]]:
    """Yield the first names that those go by who are said to be shown or meant."""
    for person in roster.people if meant else ():
        key = id_of(person.admission_no)
        if key in meant:
            yield from ((key, name) for name in (person.legal_first, person.preferred_first, *person.nicknames) if name)


def _called(text: str, firsts: Iterable[tuple[int, str]]) -> Iterator[_Place]:
    """Yield where the first name stands of somebody who is there: no other sense of the word needs to be weighed."""
    for key, name in firsts:
        for match in _whole(name).finditer(text or ""):
            yield match.start(), match.end(), (key,), False


def _beside_a_quotation(text: str, start: int, end: int) -> bool:
    """Tell whether the paragraph that names somebody holds words in quotation marks."""
    begins, ends = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return _QUOTED.search(text[begins : ends if ends >= 0 else len(text)]) is not None


def stands_in(text: str, name: str) -> bool:
    """Return whether a name stands in a text as a word of its own, written as the roll writes it."""
    return _whole(name).search(text) is not None


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")
