"""All text detectors over one text."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from gatepost.detectors.contacts import school_contacts
from gatepost.detectors.finding import Finding
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.passage import Passage
from gatepost.detectors.table import DETECTORS
from gatepost.detectors.unseen import read_past

# Where two findings share characters, the one whose type stands first here is kept: figures have one meaning, and a
# name on the roll is nobody else's.
_BEFORE = {
    "phone": ("upn", "ni_number", "email", "dob", "personal_profile", "donation_link", "commercial_link"),
    "car_reg": ("postcode", "upn", "ni_number", "email", "personal_profile", "donation_link", "commercial_link"),
    "postcode": ("upn", "email"),
    "other_person": ("pupil_full", "pupil_first", "pupil_surname", "personal_profile", "email"),
    "pupil_full": ("email", "address"),
    "pupil_first": ("email", "address", "personal_profile", "donation_link", "commercial_link", "pupil_full"),
    "pupil_surname": ("email", "address", "personal_profile", "donation_link", "commercial_link", "pupil_full"),
    "disparaging": ("abuse", "inflammatory"),
    "personal_profile": ("email",),
    "commercial_link": ("email",),
    "donation_link": ("email",),
    "address": ("email",),
}


def detect_text(
    text: str,
    *,
    roster: Roster | None = None,
    contacts: Collection[str] = (),
    types: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """Everything that the detectors find in a text, ordered by start, end and type.

    `contacts` are the school's own numbers and addresses, beside those that the roster brings. `types` limits what is
    looked for (contract.md lists them); the detectors of other types do not run. Any string is accepted.
    """
    own = (*contacts, *(roster.contacts if roster else ()))
    wanted = None if types is None else frozenset(types)
    return read_past(text, partial(_found, roster=roster, own=own, wanted=wanted))


def _found(
    text: str, *, roster: Roster | None, own: tuple[str, ...], wanted: frozenset[str] | None
) -> tuple[Finding, ...]:
    passage = Passage(text, roster=roster, contacts=own)
    found = [f for d in DETECTORS.values() if _runs(d.types, wanted) for f in d.find(passage)]
    found = _settled(found, len(text))
    if own:
        found = school_contacts(found, text, own)
    if wanted is not None:
        found = [f for f in found if f.type in wanted]
    return tuple(sorted(found, key=lambda f: (f.start, f.end, f.type)))


def _runs(types: frozenset[str], wanted: frozenset[str] | None) -> bool:
    return wanted is None or "school_contact" in wanted or not types.isdisjoint(wanted)


def _settled(found: list[Finding], length: int) -> list[Finding]:
    """Without repeats, and without findings whose characters mean something surer."""
    if len(found) < 2:
        return found
    kept, covered = [], _covered(found, length)
    held: dict[str, int] = {}
    for f in sorted(found, key=lambda f: (f.start, -f.end, -f.confidence)):
        beaten = any(t in covered and any(covered[t][f.start : f.end]) for t in _BEFORE.get(f.type, ()))
        if not beaten and held.get(f.type, 0) <= f.start:
            held[f.type] = f.end
            kept.append(f)
    return kept


def _covered(found: list[Finding], length: int) -> dict[str, bytearray]:
    """For each type, which characters its findings cover: a text full of findings stays linear."""
    covered: dict[str, bytearray] = {}
    for f in found:
        covered.setdefault(f.type, bytearray(length))[f.start : f.end] = b"\1" * (f.end - f.start)
    return covered
