"""Put the public page of official accounts up, and take it down."""

from datetime import datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.channels.models import PublicPage
from gatepost.schools.errors import NotAllowed
from gatepost.schools.seat import Seat


@transaction.atomic
def show(seat: Seat, *, shown: bool, at: datetime) -> PublicPage:
    """Put the page of a school up, or take it down. The head alone decides; saying the same again changes nothing."""
    if "headteacher" not in seat.roles:
        raise NotAllowed("The head decides whether the list of official accounts is public.")
    school = seat.school
    page, _ = PublicPage.objects.of(school).select_for_update().get_or_create(
        school=school, defaults={"decided_by": seat.person, "decided_at": at}
    )  # fmt: skip
    if page.shown != shown:
        page.shown, page.decided_by, page.decided_at = shown, seat.person, at
        page.save(update_fields=["shown", "decided_by", "decided_at"])
        record("officialpage.shown" if shown else "officialpage.hidden", by=seat.actor, at=at, trust=school.trust.slug,
               school=school.slug, subject=f"school:{school.pk}", facts={})  # fmt: skip
    return page
