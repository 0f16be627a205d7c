"""Who gave somebody a role, as the record tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, CharField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Concat

from gatepost.audit.models import Event
from gatepost.schools.models import HeldRole, Person, School
from gatepost.schools.roles import POSITIONS, ROLES, role_name
from gatepost.schools.seat import Seat


@dataclass(frozen=True, slots=True)
class Granted:
    """A role or position that somebody holds or held. `by` is the id of whoever gave it, if somebody did."""

    person: int
    role: str
    since: datetime
    until: datetime | None
    by: int | None

    def held(self, at: datetime) -> bool:
        """Return whether it was held at a moment."""
        return self.since <= at and (self.until is None or self.until > at)


def granted(people: Iterable[Person], school: School) -> tuple[Granted, ...]:
    """Return every role that these people have had at a school, those for its whole trust among them. One query."""
    here = Q(school=school) | Q(school__isnull=True)
    asked = {person.pk for person in people}
    rows = HeldRole.objects.filter(here, person__in=asked, person__trust=school.trust_id)
    named = rows.annotate(called=Case(*[When(role=slug, then=Value(role_name(slug))) for slug in (*ROLES, *POSITIONS)]))
    told = named.annotate(giver=Subquery(_given(school).values("actor_ref")[:1])).order_by("since", "pk")
    return tuple(
        Granted(row.person_id, row.role, row.since, row.until, int(row.giver) if row.giver else None) for row in told
    )


def seat_then(person: Person, school: School, rows: Iterable[Granted], *, at: datetime) -> Seat:
    """Return a person at a school with the roles that they held there at a moment, from rows that were read."""
    if not person.is_active or person.trust_id != school.trust_id:
        return Seat(person, school, frozenset())
    return Seat(person, school, frozenset(row.role for row in rows if row.person == person.pk and row.held(at)))


def _given(school: School) -> QuerySet[Event]:
    """Return the line of the record on which somebody gave this role: it names the role, and when it began."""
    whom = Concat(Value("person:"), Cast(OuterRef("person_id"), CharField()))
    rows = Event.objects.filter(trust=school.trust.slug, kind="role.given", actor_kind="person", subject=whom)
    told = rows.annotate(role=Cast(KT("facts__role"), CharField()))
    return told.filter(role=OuterRef("called"), at=OuterRef("since"))
