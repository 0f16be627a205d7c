"""Whom a content uses, and how: the pictures, and the names in its words, descriptions and quotations. No database."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from gatepost.consents.roster import id_of
from gatepost.detectors import Finding, Roster

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
    yield from _named(content["text"], roster, meant, "named")
    for picture in content["pictures"]:
        yield from _named(picture["alt_text"] or "", roster, meant, "alt_text")


def _named(text: str, roster: Roster, meant: set[int], how: str) -> Iterator[Appearance]:
    for finding in roster.find(text) if text else ():
        ids = tuple(key for key in map(id_of, finding.who) if key is not None)
        known = tuple(key for key in ids if key in meant) or ids
        full = finding.type == "pupil_full"
        hows = (how, "quote") if how == "named" and _beside_a_quotation(text, finding) else (how,)
        yield from (Appearance(key, way, full, len(known) > 1) for key in known for way in hows)


def _beside_a_quotation(text: str, finding: Finding) -> bool:
    """Tell whether the paragraph that names somebody holds words in quotation marks."""
    start, end = text.rfind("\n", 0, finding.start) + 1, text.find("\n", finding.end)
    return _QUOTED.search(text[start : end if end >= 0 else len(text)]) is not None
