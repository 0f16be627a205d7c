"""What stands round every page: whose schools, what waits for whom, and whether publishing is stopped."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone

from gatepost.handbook.incidents import incident_clauses
from gatepost.handbook.queries import policy_in_force
from gatepost.publishing.models import Incident, Post, Stop
from gatepost.publishing.queries import incident_at, stop_at
from gatepost.schools.models import HeldRole, Person, School
from gatepost.schools.seat import Seat
from gatepost.web.navigation import Link, links


@dataclass(frozen=True, slots=True)
class Reminder:
    """An incident that is on, and the clauses by which only the official channels speak during it."""

    incident: Incident
    clauses: tuple[str, ...]


class Frame:
    """The frame of one page. It asks the database only for what the page shows, and once: one query on a quiet day."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.at = timezone.now()

    @property
    def seat(self) -> Seat | None:
        """Who looks, at which school; None on a page of no school."""
        return getattr(self.request, "seat", None)

    @cached_property
    def person(self) -> Person | None:
        """Who is signed in."""
        user = getattr(self.request, "user", None)
        return user if isinstance(user, Person) else None

    @cached_property
    def schools(self) -> list[School]:
        """The schools at which whoever looks holds a role, each with what goes on there."""
        return [] if self.person is None else list(schools_with_news(self.person))

    @cached_property
    def here(self) -> School | None:
        """The school of this page, with what goes on there."""
        seat = self.seat
        return next((one for one in self.schools if seat and one.pk == seat.school.pk), None)

    @cached_property
    def links(self) -> list[Link]:
        """Where this person may go from here."""
        if self.seat is None:
            return []
        counts = {"signoff_queue": getattr(self.here, "waiting", 0)}
        return links(self.seat, path=self.request.path, counts=counts)

    @cached_property
    def stop(self) -> Stop | None:
        """The emergency stop that holds here."""
        return stop_at(self.here, at=self.at) if self.here and getattr(self.here, "stopped", False) else None

    @cached_property
    def reminder(self) -> Reminder | None:
        """The incident that is on here, where the school's policy says who speaks during one."""
        if self.here is None or not getattr(self.here, "in_incident", False):
            return None
        incident = incident_at(self.here, at=self.at)
        policy = policy_in_force(self.here, on=timezone.localdate(self.at))
        clauses = incident_clauses(policy.policy) if policy else ()
        return Reminder(incident, clauses) if incident and clauses else None


def schools_with_news(person: Person) -> QuerySet[School]:
    """Return the schools at which a person holds a role, by name, in one query.

    Each says whether publishing is `stopped` there, whether it is `in_incident`, and how many posts of others are
    `waiting` for sign-off.
    """
    held = HeldRole.objects.filter(person=person, until__isnull=True)
    here = Q(school=OuterRef("pk")) | Q(school__isnull=True, trust=OuterRef("trust"))
    waiting = Post.objects.of(OuterRef("pk")).filter(status="waiting").exclude(author=person)
    counted = waiting.order_by().values("school").annotate(n=Count("pk")).values("n")
    rows = School.objects.filter(
        Exists(held.filter(Q(school=OuterRef("pk")) | Q(school__isnull=True))), trust=person.trust_id
    )
    return rows.select_related("trust").annotate(
        stopped=Exists(Stop.objects.filter(here, ended_at__isnull=True)),
        in_incident=Exists(Incident.objects.filter(here, ended_at__isnull=True)),
        waiting=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
    )
