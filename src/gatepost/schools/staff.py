"""Who works at a school: the reads of the page about people."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from gatepost.schools.models import HeldRole, Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import ROLES


def working(school: School, *, at: datetime, words: str = "", role: str = "") -> list[Person]:
    """Return the people who hold a role at a school, by surname, each with those roles as `held_here`.

    `words` are looked for in names and posts; with `role`, only those who hold it. Two queries, however many there are.
    """
    held = roles_now(school, at=at)
    wanted = held.filter(role=role) if role else held
    rows = Person.objects.filter(Exists(wanted.filter(person=OuterRef("pk"))), trust=school.trust_id)
    for word in words.split()[:4]:
        rows = rows.filter(Q(name__icontains=word) | Q(post_title__icontains=word))
    found = rows.prefetch_related(Prefetch("held_roles", held, to_attr="held_here"))
    return sorted(found, key=lambda person: (person.name.split()[-1:], person.name, person.pk))


def worker(school: School, pk: int) -> Person:
    """Return somebody who holds or held a role at a school. Raises Person.DoesNotExist."""
    ever = HeldRole.objects.filter(_here(school), person=OuterRef("pk"))
    return Person.objects.get(Exists(ever), pk=pk, trust=school.trust_id)


def roles_now(school: School, *, at: datetime) -> QuerySet[HeldRole]:
    """Return the roles that are held at a school at a moment, those held at every school of its trust among them."""
    now = Q(since__lte=at) & (Q(until__isnull=True) | Q(until__gt=at))
    return HeldRole.objects.filter(_here(school), now).order_by("role", "pk")


def managers(school: School, *, at: datetime) -> QuerySet[HeldRole]:
    """Return the roles by which people may change who holds what at a school."""
    leading = [slug for slug, role in ROLES.items() if Permission.MANAGE_PEOPLE in role.may]
    return roles_now(school, at=at).filter(role__in=leading, person__is_active=True)


def _here(school: School) -> Q:
    return Q(school=school) | Q(school__isnull=True, person__trust=school.trust_id)
