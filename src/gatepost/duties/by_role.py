"""What hangs on the roles that somebody holds: accounts that they administer by one, and those that name them."""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from gatepost.channels.models import Administrator, Channel, Poster
from gatepost.schools.models import HeldRole, Person, School

_OPEN = Q(until__isnull=True)


def administered(person: Person, held: Sequence[HeldRole]) -> dict[int, list[Administrator]]:
    """Return, by the id of each role that somebody holds, the rights on accounts that end with it. One query.

    What another of these roles gives them too is left out. It reads what has not ended, and no moment.
    """
    rows = Administrator.objects.of_trust(person.trust_id).filter(_OPEN, role__in={one.role for one in held})
    found: dict[int, list[Administrator]] = {}
    for row in rows.select_related("channel__school__trust"):
        by = list(_giving(held, row))
        if len(by) == 1:
            found.setdefault(by[0].pk, []).append(row)
    return found


def _giving(held: Iterable[HeldRole], row: Administrator) -> Iterable[HeldRole]:
    return (one for one in held if one.role == row.role and one.school_id in {None, row.channel.school_id})


def naming(person: Person, school: School) -> list[Channel]:
    """Return the accounts of a school that name somebody as administrator, poster or owner: no role ends that."""
    admins = Administrator.objects.of(school).filter(_OPEN, person=person)
    posters = Poster.objects.of(school).filter(_OPEN, person=person)
    wanted = Q(owner=person) | Q(pk__in=admins.values("channel")) | Q(pk__in=posters.values("channel"))
    return list(Channel.objects.of(school).filter(wanted, closed_on__isnull=True).order_by("name", "pk"))
