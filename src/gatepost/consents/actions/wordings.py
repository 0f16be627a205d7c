"""Publish what families are told when they are asked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
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
    return _next(
        seat.school, {"tier": tier, "platform": platform, "element": element}, text=text.strip(), by=seat.actor, at=at
    )


@transaction.atomic
def keep(school: School, *, tier: str, element: str, text: str, by: Actor, at: datetime) -> Wording:
    """Keep the words that come with Gatepost when somebody answers on them; the same words once."""
    place = {"tier": tier, "platform": "", "element": element}
    same = Wording.objects.of(school).filter(**place, ours=True, text=text).first()
    return same or _next(school, place, text=text, ours=True, by=by, at=at)


def _next(
    school: School, place: Mapping[str, str], *, text: str, by: Actor, at: datetime, ours: bool = False
) -> Wording:  # fmt: skip
    School.objects.select_for_update().get(pk=school.pk)
    last = Wording.objects.of(school).filter(**place).aggregate(last=Max("number"))["last"] or 0
    made = Wording(school=school, number=last + 1, text=text, since=at, ours=ours, **place)
    made.clean_fields()
    made.save()
    # That somebody answered on words is told only to those who may read answers; that the school wrote some, to all.
    about: dict[str, Any] = {"trust": school.trust.slug, "school": school.slug, "subject": f"wording:{made.pk}"}
    if ours:
        record("wording.kept", by=by, at=at, facts={"number": made.number}, **about)
    else:
        record("wording.published", by=by, at=at, facts={"number": made.number}, **about)
    return made
