"""On which lawful basis something is shown, and who is asked."""

from datetime import datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.consents.elements import BASES, ELEMENTS, TIERS
from gatepost.consents.models import Asking, Basis
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@transaction.atomic
def set_basis(
    *, tier: str, element: str, basis: str, seat: Seat, at: datetime, platform: str = "", note: str = ""
) -> Basis:
    """Let one element in one tier, or on one platform of it, rest on another basis from now on.

    On any but consent a family that has not objected counts as willing: `note` says why that is right, and that
    families were told. Raises UnableTo without it.
    """
    seat.check_may(Permission.SET_BASES)
    if basis != "consent" and not note.strip():
        raise UnableTo("Say why consent is not asked for here, and where families are told of it and how to object.")
    made = Basis(school=seat.school, tier=tier, platform=platform, element=element, basis=basis, note=note.strip(),
                 since=at)  # fmt: skip
    made.full_clean()
    made.save()
    where = TIERS[tier] + (f" ({platform})" if platform else "")
    record("basis.set", by=seat.actor, at=at, trust=seat.school.trust.slug, school=seat.school.slug,
           subject=f"school:{seat.school.pk}",
           facts={"what": f"{ELEMENTS[element]}, {where}", "basis": BASES[basis]})  # fmt: skip
    return made


@transaction.atomic
def set_asking(
    *, from_year: int | None, from_age: int | None, with_parent: bool, seat: Seat, at: datetime
) -> Asking:  # fmt: skip
    """Say from which year group or age on pupils are asked, and whether a parent is asked as well.

    With neither, parents are asked about everybody. Raises UnableTo with both.
    """
    seat.check_may(Permission.SET_BASES)
    if from_year is not None and from_age is not None:
        raise UnableTo("Choose a year group or an age, not both.")
    values = {"from_year": from_year, "from_age": from_age, "with_parent": with_parent, "changed_at": at}
    asking, _ = Asking.objects.of(seat.school).update_or_create(school=seat.school, defaults=values)
    record("asking.changed", by=seat.actor, at=at, trust=seat.school.trust.slug, school=seat.school.slug,
           subject=f"school:{seat.school.pk}", facts={"who_is_asked": said_who(asking)})  # fmt: skip
    return asking


def said_who(asking: Asking) -> str:
    """Return who is asked, in words."""
    pupils = "the pupil and a parent or carer" if asking.with_parent else "the pupil alone"
    if asking.from_year is not None:
        return f"{pupils} from Year {asking.from_year}"
    return f"{pupils} from the age of {asking.from_age}" if asking.from_age is not None else "a parent or carer"
