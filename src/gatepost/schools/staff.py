"""Who works at a school: the reads of the page about people."""

from datetime import datetime
from typing import Final

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from gatepost.schools.models import HeldRole, Person, School, Trust
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import ROLES

CENTRAL: Final = "central_team"
"""The role that reaches every school of a trust. Only those who hold it hand it on."""
_LEADING: Final = [slug for slug, role in ROLES.items() if Permission.MANAGE_PEOPLE in role.may]
"""The roles that let somebody change who holds what."""


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
    return Person.objects.select_related("trust").get(Exists(ever), pk=pk, trust=school.trust_id)


def roles_now(school: School, *, at: datetime) -> QuerySet[HeldRole]:
    """Return the roles that are held at a school at a moment, those held at every school of its trust among them."""
    return HeldRole.objects.filter(_here(school), _at(at)).order_by("role", "pk")


def everywhere(trust: Trust, *, at: datetime) -> QuerySet[HeldRole]:
    """Return the roles that are held at every school of a trust at a moment, by role and then by name."""
    rows = HeldRole.objects.filter(_at(at), school__isnull=True, person__trust=trust)
    return rows.select_related("person").order_by("role", "person__name", "pk")


def central_team(trust: Trust, *, at: datetime) -> QuerySet[HeldRole]:
    """Return the roles by which people are of the central team of a trust, wherever they hold it, and can sign in."""
    return HeldRole.objects.filter(_at(at), role=CENTRAL, person__trust=trust, person__is_active=True)


def led_by(held: HeldRole, *, at: datetime) -> QuerySet[School]:
    """Return the schools at which nobody but the holder of a role could change who holds what, by name."""
    here = Q(pk=held.school_id) if held.school_id else Q(trust=held.person.trust_id)
    others = HeldRole.objects.filter(_at(at), role__in=_LEADING, person__is_active=True).exclude(pk=held.pk)
    rest = others.filter(Q(school=OuterRef("pk")) | Q(school__isnull=True, person__trust=OuterRef("trust")))
    return School.objects.filter(here, ~Exists(rest)).order_by("name")


def managers(school: School, *, at: datetime) -> QuerySet[HeldRole]:
    """Return the roles by which people may change who holds what at a school."""
    return roles_now(school, at=at).filter(role__in=_LEADING, person__is_active=True)


def _at(at: datetime) -> Q:
    return Q(since__lte=at) & (Q(until__isnull=True) | Q(until__gt=at))


def _here(school: School) -> Q:
    return Q(school=school) | Q(school__isnull=True, person__trust=school.trust_id)
