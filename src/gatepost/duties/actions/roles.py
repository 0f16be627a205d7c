"""End one role of somebody who stays: what they administer by it is somebody else's from then on."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from gatepost.channels.actions import looking
from gatepost.channels.models import Channel
from gatepost.duties.actions import chasing
from gatepost.duties.by_role import administered
from gatepost.duties.models import Leaving
from gatepost.schools.actions import staffing
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import HeldRole, Trust
from gatepost.schools.seat import Seat


@transaction.atomic
def end(held: HeldRole, *, seat: Seat, at: datetime) -> list[Channel]:
    """End a role that somebody holds, and return the accounts that they administered by it.

    Of each the password is to change, as after a leaver. Raises NotAllowed; and UnableTo for the last role of somebody,
    since only the list of a leaving closes the rest of what they can reach, and for one that stands on such a list.
    """
    # Two roles that are ended at once would each find the other still there.
    Trust.objects.select_for_update().get(pk=seat.school.trust_id)
    roles = list(HeldRole.objects.filter(person=held.person, until__isnull=True))
    by_role = administered(held.person, roles).get(held.pk, [])
    staffing.end(held, seat=seat, at=at)
    check_stays(held, seat)
    for row in by_role:
        new = looking.change_holder(row, by=seat.actor, at=at)
        chasing.look_at(new.channel, by=seat.actor, at=at, but=held.person)
    return [row.channel for row in by_role]


def check_stays(held: HeldRole, seat: Seat) -> None:
    """Raise UnableTo where the role that ends is on the list of a leaving, or the last of somebody who is here."""
    person = held.person
    lists = Leaving.objects.of_trust(person.trust_id).filter(
        person=person, withdrawn_at__isnull=True, items__about=f"role:{held.pk}", items__done_at__isnull=True,
        items__stays=False,
    )  # fmt: skip
    if lists.exists():
        raise UnableTo(f"This role is on the list of what {person} leaves behind. End it there, with the rest.")
    here = Q() if held.school_id is None else Q(school=held.school_id) | Q(school__isnull=True)
    rest = HeldRole.objects.filter(here, person=person, until__isnull=True).exclude(pk=held.pk)
    if person.is_active and not rest.exists():
        raise UnableTo(
            f"This is the last role of {person} at {held.school or seat.school.trust}. Choose “They leave or change "
            "jobs”: its list closes the accounts, groups and devices too, and ends the role with them."
        )
