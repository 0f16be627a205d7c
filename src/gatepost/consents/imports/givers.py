"""Who answered, as lists say it."""

import re
from typing import Final

PARENT, PUPIL, UNSAID = "parent", "pupil", ""
_PARENTS: Final = frozenset(
    "mother father mum dad mam parent parents carer carers guardian guardians stepmother stepfather stepmum stepdad "
    "grandmother grandfather grandparent foster adoptive".split()
)
_PUPILS: Final = frozenset("pupil student self child learner himself herself themselves".split())


def kind_of(*, given_by: str, relationship: str, names: tuple[str, ...] = ()) -> str:
    """Return PARENT or PUPIL for whoever answered, UNSAID where the list does not tell.

    `names` are those that the pupil goes by: a list that puts the pupil's own name there says who answered.
    """
    said = _words(relationship) or _words(given_by)
    if said & _PUPILS and not said & _PARENTS:
        return PUPIL
    if said & _PARENTS or (_words(relationship) and given_by):
        return PARENT
    if given_by and " ".join(given_by.casefold().split()) in {name.casefold() for name in names}:
        return PUPIL
    # A name alone is that of a contact: the systems that we know of let no one else answer for a pupil.
    return PARENT if given_by else UNSAID


def has_responsibility(text: str) -> bool | None:
    """Return whether the giver has parental responsibility; None where the list does not tell."""
    said = text.strip().casefold()
    return True if said in {"yes", "y", "true", "1"} else False if said in {"no", "n", "false", "0"} else None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold().replace("step-", "step")))
