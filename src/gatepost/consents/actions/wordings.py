"""Publish what families are told when they are asked."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from gatepost.audit.actions.events import record
from gatepost.consents.models import Wording
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@transaction.atomic
def publish(*, text: str, seat: Seat, at: datetime, tier: str = "", platform: str = "", element: str = "") -> Wording:
    """Publish the next wording of a question, or, without tier and element, of the whole form."""
    seat.check_may(Permission.SET_BASES)
    if not text.strip():
        raise UnableTo("Write what families are told. It is kept with every answer that they give on it.")
    School.objects.select_for_update().get(pk=seat.school.pk)
    same = {"tier": tier, "platform": platform, "element": element}
    last = Wording.objects.of(seat.school).filter(**same).aggregate(last=Max("number"))["last"] or 0
    made = Wording(school=seat.school, number=last + 1, text=text.strip(), since=at, **same)
    made.clean_fields()
    made.save()
    record("wording.published", by=seat.actor, at=at, trust=seat.school.trust.slug, school=seat.school.slug,
           subject=f"wording:{made.pk}", facts={"number": made.number})  # fmt: skip
    return made
