"""Who works where, and who holds what."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Q, QuerySet

from gatepost.schools.errors import Unscoped
from gatepost.schools.models import HeldRole, Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import permissions_of
from gatepost.schools.seat import Seat


def seat(person: Person, school: School, *, at: datetime) -> Seat:
    """Return a person at a school with the roles that they hold there at a moment; none in another trust."""
    if person.trust_id != school.trust_id or not person.is_active:
        return Seat(person, school, frozenset())
    held = _held(school, at=at).filter(person=person).values_list("role", flat=True)
    return Seat(person, school, frozenset(held))


def seats_of(people: Iterable[Person], school: School) -> dict[int, Seat]:
    """Return these people at a school, by id, each with the roles that have not ended there. One query.

    It reads the rows as they stand, and no moment: what has waited for a lock must not be judged by the past.
    """
    asked = {person.pk: person for person in people}
    held: dict[int, set[str]] = {key: set() for key in asked}
    here = _here(school).filter(until__isnull=True, person__in=asked, person__is_active=True)
    for key, role in here.values_list("person", "role"):
        held[key].add(role)
    return {key: Seat(person, school, frozenset(held[key])) for key, person in asked.items()}


def seats_held(person: object, *, at: datetime) -> list[Seat]:
    """Return whoever is signed in at each school at which they hold a role at a moment, by its name. One query."""
    if not isinstance(person, Person) or not person.is_active:
        return []
    # Every page asks this first, so it is one query: a row for each role that is held, at each school.
    held = "trust__people__held_roles"
    now = Q(**{f"{held}__since__lte": at}) & (Q(**{f"{held}__until__isnull": True}) | Q(**{f"{held}__until__gt": at}))
    here = Q(**{f"{held}__school": F("pk")}) | Q(**{f"{held}__school__isnull": True})
    rows = School.objects.filter(now, here, trust__people=person).annotate(role=F(f"{held}__role"))
    found: dict[School, set[str]] = {}
    for row in rows.select_related("trust"):
        found.setdefault(row, set()).add(row.role)
    return [Seat(person, school, frozenset(roles)) for school, roles in found.items()]


def seat_at(person: object, slug: str, *, at: datetime) -> Seat | None:
    """Return the seat of whoever is signed in at the school of that slug; None where they hold no role there.

    None too where there is no such school, so that nobody learns which schools there are.
    """
    return seat_among(seats_held(person, at=at), slug)


def seat_among(seats: Iterable[Seat], slug: str) -> Seat | None:
    """Return the one of these seats that is at the school of that slug; None where none is."""
    return next((one for one in seats if one.school.slug == slug), None)


def schools_where(person: Person, permission: Permission, *, at: datetime) -> frozenset[int] | None:
    """Return the ids of the schools at which a person’s roles let them do something; None where it is every school.

    Who is of the central team is so for every school of their trust. One query.
    """
    now = Q(until__isnull=True) | Q(until__gt=at)
    held: dict[int | None, set[str]] = {}
    for school, role in person.held_roles.filter(now, since__lte=at).values_list("school", "role"):
        held.setdefault(None if role == "central_team" else school, set()).add(role)
    found = {school for school, roles in held.items() if permission in permissions_of(frozenset(roles))}
    return None if None in found else frozenset(school for school in found if school is not None)


def seats(school: School, *, at: datetime, roles: Iterable[str] = ()) -> list[Seat]:
    """Return everybody at a school, by name, with their roles; with `roles`, those who hold at least one of them."""
    held: dict[Person, set[str]] = {}
    for row in _held(school, at=at).filter(person__is_active=True).select_related("person").order_by("person__name"):
        held.setdefault(row.person, set()).add(row.role)
    wanted = frozenset(roles)
    found = [Seat(person, school, frozenset(names)) for person, names in held.items()]
    return [one for one in found if not wanted or one.roles & wanted]


def _held(school: School, *, at: datetime) -> QuerySet[HeldRole]:
    return _here(school).filter(Q(until__isnull=True) | Q(until__gt=at), since__lte=at)


def _here(school: School) -> QuerySet[HeldRole]:
    here = Q(school=school) | Q(school__isnull=True, person__trust=school.trust_id)
    return HeldRole.objects.filter(here, person__trust=school.trust_id)


def every_school(*, why: str) -> QuerySet[School]:
    """Return every school of every trust: for what Gatepost does by itself. `why` is for the reader of the code."""
    if not why:
        raise Unscoped("Say why this looks at every school.")
    return School.objects.select_related("trust").order_by("pk")
