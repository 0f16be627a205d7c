"""Make a card for a trip."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.consents.queries import classes
from gatepost.consents.trip_card import Row, rows_of
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

LONGEST: Final = timedelta(days=14)
"""How long a card may hold: answers change, and paper does not."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it was made. It holds until the end of `until`."""

    title: str
    rows: tuple[Row, ...]
    until: date
    made_at: datetime


@transaction.atomic
def make(
    pupils: Sequence[int], *, title: str, class_name: str, named_by: str, until: date, tiers: Collection[str],
    seat: Seat, at: datetime,
) -> Card:  # fmt: skip
    """Make a card of these pupils, by id; `tiers` are those that the school's accounts post to.

    The record keeps how many, of which class and until when, and no name: also none that somebody typed as a class.
    """
    seat.check_may(Permission.SEE_PUPILS)
    today = timezone.localdate(at)
    if until < today:
        raise UnableTo("The last day has gone by. Choose the day on which the trip ends.")
    if until - today > LONGEST:
        raise UnableTo("A card holds for two weeks at most, since answers change. Make a new one nearer the day.")
    if class_name and class_name not in classes(seat.school, on=today):
        raise UnableTo("There is no such class on the roll. Choose one from the list.")
    rows = rows_of(seat.school, pupils, tiers=tiers, named_by=named_by, at=at)
    if not rows:
        raise UnableTo("Choose a class, or tick at least one pupil.")
    school = seat.school
    record("tripcard.made", by=seat.actor, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"school:{school.pk}",
           facts={"count": len(rows), "class": class_name or "a list", "until": f"{until:%-d %B %Y}"})  # fmt: skip
    return Card(title.strip()[:80] or class_name or "Trip", tuple(rows), until, at)
