"""Put the public page of official accounts up, and take it down."""

from datetime import datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.channels.models import PublicPage
from gatepost.schools.errors import NotAllowed
from gatepost.schools.seat import Seat


@transaction.atomic
def show(*, shown: bool, seat: Seat, at: datetime) -> PublicPage:
    """Put the page of a school up, or take it down. The head alone decides; saying the same again changes nothing."""
    if "headteacher" not in seat.roles:
        raise NotAllowed("The head decides whether the list of official accounts is public.")
    page, _ = PublicPage.objects.of(seat.school).select_for_update().get_or_create(
        school=seat.school, defaults={"decided_by": seat.person, "decided_at": at}
    )  # fmt: skip
    if page.shown != shown:
        page.shown, page.decided_by, page.decided_at = shown, seat.person, at
        page.save(update_fields=["shown", "decided_by", "decided_at"])
        if shown:
            _record("officialpage.shown", seat, at=at)
        else:
            _record("officialpage.hidden", seat, at=at)
    return page


def _record(kind: str, seat: Seat, *, at: datetime) -> None:
    school = seat.school
    record(kind, by=seat.actor, at=at, trust=school.trust.slug, school=school.slug, subject=f"school:{school.pk}",
           facts={})  # fmt: skip
