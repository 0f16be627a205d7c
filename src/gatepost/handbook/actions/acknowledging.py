"""Say that one has read the policy."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.handbook.models import Acknowledgement
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@transaction.atomic
def acknowledge(*, seat: Seat, seen: str, at: datetime) -> Acknowledgement:
    """Say that one has read the policy in force and accepts it. Saying so again changes nothing.

    `seen` is the digest of what stood on the page. Raises UnableTo where another policy is in force by now.
    """
    seat.check_may(Permission.SEE_POLICY)
    policy = policy_in_force(seat.school, on=timezone.localdate(at))
    if policy is None or policy.digest != seen:
        raise UnableTo("Another policy is in force by now. Read that one, and then accept it.")
    said, new = Acknowledgement.objects.of(seat.school).get_or_create(
        school=seat.school, person=seat.person, digest=seen, defaults={"at": at}
    )
    if new:
        record("policy.acknowledged", by=seat.actor, at=at, trust=seat.school.trust.slug, school=seat.school.slug,
               subject=f"adoption:{policy.own.pk}", facts={"policy": policy.own.title})  # fmt: skip
    return said
