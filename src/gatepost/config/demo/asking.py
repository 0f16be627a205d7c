"""Settle at an invented school who is asked and what families are told, with some contacts and one flag."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from gatepost.audit.actor import SYSTEM
from gatepost.consents.actions import answers, bases, contacts, flags, wordings
from gatepost.consents.models import Pupil
from gatepost.consents.queries import on_roll
from gatepost.schools.seat import Seat

FORM: Final = (
    "We would like to show what our pupils do, and ask you about each place by itself: in school, on pages for parents "
    "only, on our website, on our public social media, and in the press.\n\n"
    "Pictures on public social media can be copied by anybody and can be misused, also to make false pictures by "
    "computer. We prefer pictures in which no face can be made out, and never put a full name beside a picture unless "
    "you have agreed to both.\n\n"
    "You can change your mind at any time, and need not say why. We then take down what we can reach. What others have "
    "copied, and what is printed, we cannot call back."
)
OF_FACEBOOK: Final = "May we show your child on our Facebook page? Anybody can see it, with or without an account."
FAMILIES: Final[Mapping[str, Sequence[tuple[str, str]]]] = {
    "Oliver": (("Mrs Joanna Hartley-Moss", "Mother"), ("Mr Piers Hartley-Moss", "Father")),
    "Maisie": (("Ms Tamsin Fernsby", "Mother"),),
    "Zofia": (("Mrs Halina Nowak", "Grandmother"),),
    "Idris": (("Mr Kofi Abara", "Father"),),
}
"""First name of a pupil whom every school has → who may be asked, and how they are related."""
WHY: Final = "Asked for at a meeting with the family. The notes are in the child protection file."
_FLAGGED: Final = 10
_NOT_ON_FACEBOOK: Final = 12


def settle(known: Mapping[str, Pupil], *, head: Seat, dsl: Seat, own_from: int | None, at: datetime) -> None:
    """Settle it at one school. `own_from` is the age from which its policy lets pupils answer, if it does."""
    if own_from is not None:
        # Whoever is in a year is at least four years older than its number: from that year on all have come to the age.
        bases.set_asking(from_year=own_from - 4, from_age=None, with_parent=False, seat=head, at=at)
    wordings.publish(text=FORM, seat=head, at=at)
    wordings.publish(text=OF_FACEBOOK, tier="social", platform="facebook", seat=head, at=at)
    for first, people in FAMILIES.items():
        for name, relationship in people:
            contacts.add(known[first], name=name, relationship=relationship, parental_responsibility=True,
                         email=_address(name), by=SYSTEM, at=at)  # fmt: skip
    others = list(on_roll(head.school, on=at.date()).exclude(pk__in=[one.pk for one in known.values()]))
    flags.set_flag(others[_FLAGGED], reason=WHY, seat=dsl, at=at)
    answers.record(others[_NOT_ON_FACEBOOK], element="photo", tier="social", platform="facebook", state="refused",
                   given_by="parent", by=SYSTEM, at=at)  # fmt: skip


def _address(name: str) -> str:
    """Return an invented e-mail address: .example belongs to nobody."""
    _, first, last = name.lower().split(" ", 2)
    return f"{first}.{last}@families.example"
