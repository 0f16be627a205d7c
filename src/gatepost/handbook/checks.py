"""Who may adopt a policy, and from when. `check_can_…` raises the sentence that the user reads."""

from datetime import date

from gatepost.handbook.models import Adoption
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


def check_can_adopt(seat: Seat, *, whole_trust: bool) -> None:
    """Raise NotAllowed unless this person may adopt a policy for the school, or, being central, for the trust."""
    seat.check_may(Permission.ADOPT_POLICY)
    if whole_trust and "central_team" not in seat.roles:
        raise NotAllowed("Only the central team can adopt a policy for every school. You can adopt one for yours.")


def check_from(seat: Seat, *, effective_from: date, today: date, whole_trust: bool) -> None:
    """Raise UnableTo where a policy would hold from a day that is gone: what held then stays as it was.

    The first policy of a school may have been in force for years.
    """
    school = None if whole_trust else seat.school
    if effective_from < today and Adoption.objects.filter(trust=seat.school.trust_id, school=school).exists():
        raise UnableTo(
            "That day has gone, and the policy that was in force then stays on record. Choose today or later."
        )
