"""What stands round every page: whose schools, what waits for whom, and whether publishing is stopped."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat
from django.http import HttpRequest
from django.utils import timezone

from gatepost.handbook.incidents import clauses_of_adopted
from gatepost.handbook.models import Acknowledgement, Adoption
from gatepost.publishing.models import Approval, Incident, Stop, Version
from gatepost.schools.models import HeldRole, Person, School
from gatepost.schools.roles import ANSWERING
from gatepost.schools.seat import Seat
from gatepost.web.navigation import Link, links


@dataclass(frozen=True, slots=True)
class Stopped:
    """An emergency stop that holds: why, by whom and since when, and whether at every school of the trust."""

    reason: str
    by: str
    at: datetime
    whole_trust: bool


@dataclass(frozen=True, slots=True)
class Reminder:
    """An incident that is on, and the clauses by which only the official channels speak during it."""

    reason: str
    clauses: tuple[str, ...]


class Frame:
    """The frame of one page. It asks the database only for what the page shows, and once."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

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
        return [] if self.person is None else list(schools_with_news(self.person, at=timezone.now(), roles=self._roles))

    @property
    def _roles(self) -> frozenset[str]:
        return self.seat.roles if self.seat else frozenset()

    @cached_property
    def here(self) -> Any:
        """The school of this page, with what goes on there; None on a page of no school."""
        seat = self.seat
        return next((one for one in self.schools if seat and one.pk == seat.school.pk), None)

    @cached_property
    def links(self) -> list[Link]:
        """Where this person may go from here."""
        if self.seat is None or self.here is None:
            return []
        return links(self.seat, path=self.request.path, counts={"signoff_queue": self.here.waiting})

    @cached_property
    def stop(self) -> Stopped | None:
        """The emergency stop that holds here."""
        here = self.here
        if here is None or here.stop_reason is None:
            return None
        return Stopped(here.stop_reason, here.stop_by, here.stop_at, whole_trust=here.stop_school is None)

    @cached_property
    def reminder(self) -> Reminder | None:
        """The incident that is on here, where the school's policy says who speaks during one."""
        if self.here is None or self.here.incident_reason is None:
            return None
        clauses = clauses_of_adopted(self.here.own_policy, self.here.trusts_policy)
        return Reminder(self.here.incident_reason, clauses) if clauses else None

    @property
    def stands(self) -> str:
        """Whether publishing is stopped here, in words."""
        if self.stop:
            return "All publishing is stopped."
        return "An incident is on." if self.reminder else "All is as usual."


def schools_with_news(person: Person, *, at: datetime, roles: frozenset[str] = frozenset()) -> QuerySet[School]:
    """Return the schools at which a person holds a role at a moment, by name, in one query.

    Each has what is on there: the `stop_reason`, `stop_by`, `stop_at` and `stop_school` of an emergency stop, the
    `incident_reason`, the digests of its `own_policy` and its `trusts_policy`, whether the person has `accepted` the
    policy in force, and how many posts are `waiting` for a sign-off that somebody of these roles may give.
    """
    now = Q(since__lte=at) & (Q(until__isnull=True) | Q(until__gt=at))
    held = HeldRole.objects.filter(now, Q(school=OuterRef("pk")) | Q(school__isnull=True), person=person)
    here = Q(school=OuterRef("pk")) | Q(school__isnull=True, trust=OuterRef("trust"))
    stop = Stop.objects.filter(here, ended_at__isnull=True).order_by("started_at")
    incident = Incident.objects.filter(here, ended_at__isnull=True).order_by("declared_at")
    adopted = Adoption.objects.filter(effective_from__lte=timezone.localdate(at)).order_by("-effective_from", "-id")
    own, trusts = adopted.filter(school=OuterRef("pk")), adopted.filter(school__isnull=True, trust=OuterRef("trust"))
    held_to = Case(
        When(own_policy__isnull=True, then=F("trusts_policy")),
        When(Q(own_supplements="") | Q(trusts_policy__isnull=True), then=F("own_policy")),
        default=Concat(F("own_policy"), Value("+"), F("trusts_policy")),
    )
    said = Acknowledgement.objects.of(OuterRef("pk")).filter(person=person, digest=OuterRef("held_to"))
    waiting = _waiting(person, roles).order_by().values("post__school").annotate(n=Count("pk")).values("n")
    rows = School.objects.filter(Exists(held), trust=person.trust_id).select_related("trust")
    return rows.annotate(
        stop_reason=Subquery(stop.values("reason")[:1]),
        stop_by=Subquery(stop.values("started_by__name")[:1]),
        stop_at=Subquery(stop.values("started_at")[:1]),
        stop_school=Subquery(stop.values("school")[:1]),
        incident_reason=Subquery(incident.values("reason")[:1]),
        own_policy=Subquery(own.values("digest")[:1]),
        trusts_policy=Subquery(trusts.values("digest")[:1]),
        own_supplements=Subquery(own.values("supplements")[:1]),
        held_to=held_to,
        accepted=Exists(said),
        waiting=Coalesce(Subquery(waiting, output_field=IntegerField()), 0),
    )


def _waiting(person: Person, roles: frozenset[str]) -> QuerySet[Version]:
    """Return what waits at the school of the outer query for an approval that a holder of these roles may give.

    The steps of a version are JSON: that one of them asks for a role is seen by the role's name in quotation marks.
    """
    asks = (one for one in {*ANSWERING, *roles} if roles & ANSWERING.get(one, frozenset({one})))
    named = reduce(or_, (Q(asked__contains=f'"{one}"') for one in sorted(asks)), Q(pk__in=[]))
    rows = Version.objects.of(OuterRef("pk")).filter(post__status="waiting", ended_at__isnull=True)
    decided = Approval.objects.of(OuterRef("post__school")).filter(version=OuterRef("pk"), person=person)
    others = rows.exclude(post__author=person).exclude(sent_by=person).filter(~Exists(decided))
    return others.annotate(asked=Cast("steps", TextField())).filter(named)
