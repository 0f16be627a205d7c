"""Who answered, as lists say it."""

import re
from collections.abc import Iterable
from typing import Final

from gatepost.consents.imports.pupils import folded_name
from gatepost.consents.imports.words import REFUSED, UNKNOWN, state_of

PARENT, PUPIL, OTHER, UNSAID = "parent", "pupil", "other", ""
_PARENTS: Final = frozenset(
    "mother father mum dad mam parent parents carer carers guardian guardians stepmother stepfather stepmum stepdad "
    "grandmother grandfather grandparent foster adoptive".split()
)
_PUPILS: Final = frozenset("pupil student self child learner himself herself themselves".split())
_STAFF: Final = frozenset(
    "office school staff admin administrator administration reception receptionist secretary teacher headteacher "
    "principal tutor".split()
)
_TITLE: Final = re.compile(r"\A\s*(?:mr|mrs|ms|miss|mx|master)\b\.?\s*", re.IGNORECASE)


def kind_of(
    *, given_by: str, relationship: str, names: Iterable[str] = (), firsts: Iterable[str] = (), by_pupil: bool = False
) -> str:
    """Return PARENT or PUPIL for whoever answered, UNSAID where the list does not tell.

    OTHER is the school itself, and whoever is named where `by_pupil` (a column of its own) says that it was the pupil:
    their yes holds nothing. `names` are those that the pupil goes by, and `firsts` the first names alone: a list that
    puts the pupil's own name there says who answered.
    """
    related = _words(relationship)
    own = not related & _PARENTS and _is_own(given_by, names, firsts)
    said = related or _words(given_by)
    if own or (said & _PUPILS and not said & _PARENTS):
        return PUPIL
    if by_pupil:
        return OTHER if given_by or related & _PARENTS else PUPIL
    both = related | _words(given_by)
    if both & _STAFF and not both & _PARENTS:
        return OTHER
    if said & _PARENTS or (related and given_by):
        return PARENT
    # A name alone is that of a contact: the systems that we know of let no one else answer for a pupil.
    return PARENT if given_by else UNSAID


def says_pupil(cell: str) -> bool:
    """Return whether a column that asks whether the pupil answered says so. What it says in other words is a yes."""
    return state_of(cell, chosen={}) not in (REFUSED, UNKNOWN) and not _words(cell) & _PARENTS


def has_responsibility(text: str) -> bool | None:
    """Return whether the giver has parental responsibility; None where the list does not tell."""
    said = text.strip().casefold()
    return True if said in {"yes", "y", "true", "1"} else False if said in {"no", "n", "false", "0"} else None


def _is_own(given_by: str, names: Iterable[str], firsts: Iterable[str]) -> bool:
    """Return whether a name is the pupil's: in either order, with middle names or without, or the first name alone.

    A parent may have the same name; then only the relationship says that they answered.
    """
    said = folded_name(_TITLE.sub("", given_by)).split()
    whole = [folded_name(name).split() for name in names] if said else []
    if any(sorted(said) == sorted(name) or (said[0], said[-1]) == (name[0], name[-1]) for name in whole if name):
        return True
    return bool(said) and any(said == folded_name(first).split()[: len(said)] for first in firsts)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold().replace("step-", "step")))
