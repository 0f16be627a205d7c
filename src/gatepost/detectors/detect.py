"""All text detectors over one text."""

from __future__ import annotations

from collections.abc import Collection

from gatepost.detectors.contacts import school_contacts
from gatepost.detectors.finding import Finding
from gatepost.detectors.names.roster import Roster
from gatepost.detectors.passage import Passage
from gatepost.detectors.table import DETECTORS

# Where two findings share characters, the one whose type stands first here is kept: figures have one meaning, and a
# name on the roll is nobody else's.
_BEFORE = {
    "phone": ("upn", "ni_number", "email", "dob", "personal_profile", "donation_link", "commercial_link"),
    "car_reg": ("postcode", "upn", "ni_number", "email", "personal_profile", "donation_link", "commercial_link"),
    "postcode": ("upn", "email"),
    "other_person": ("pupil_full", "pupil_first", "pupil_surname", "personal_profile", "email", "other_person"),
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
    passage = Passage(text, roster=roster, contacts=own)
    wanted = None if types is None else frozenset(types)
    found = [f for d in DETECTORS.values() if _runs(d.types, wanted) for f in d.find(passage)]
    found = _settled(found)
    if own:
        found = school_contacts(found, text, own)
    if wanted is not None:
        found = [f for f in found if f.type in wanted]
    return tuple(sorted(found, key=lambda f: (f.start, f.end, f.type)))


def _runs(types: frozenset[str], wanted: frozenset[str] | None) -> bool:
    return wanted is None or "school_contact" in wanted or not types.isdisjoint(wanted)


def _settled(found: list[Finding]) -> list[Finding]:
    """Without repeats, and without findings whose characters mean something surer."""
    kept: list[Finding] = []
    for f in sorted(found, key=lambda f: (f.start, -f.end, -f.confidence)):
        rivals = _BEFORE.get(f.type, ())
        same = any(k.type == f.type and k.start < f.end and f.start < k.end for k in kept)
        if not same and not any(_beaten(f, g, rivals) for g in found):
            kept.append(f)
    return kept


def _beaten(f: Finding, by: Finding, rivals: tuple[str, ...]) -> bool:
    if by is f or by.type not in rivals or by.start >= f.end or f.start >= by.end:
        return False
    return by.type != f.type or by.end - by.start > f.end - f.start
