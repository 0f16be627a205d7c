"""The register."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from gatepost.channels.models import Channel, Poster, PosterRole
from gatepost.schools.models import HeldRole, Person, School, Trust


def open_channels(school: School, *, on: date) -> QuerySet[Channel]:
    """Return the accounts of a school that are open on a day, and on which it may publish."""
    shut = Q(closed_on__lte=on) | Q(closing_on__lte=on)
    return all_channels(school).filter(opened_on__lte=on).exclude(shut)


def all_channels(school: School) -> QuerySet[Channel]:
    """Return every account that a school has or had. Those of others that it only keeps a note of are left out."""
    return Channel.objects.of(school).exclude(kind="associated")


def accounts_for(person: Person, school: School, *, at: datetime) -> QuerySet[Channel]:
    """Return every account of a school, each saying with `listed` whether a person stands on its list of posters."""
    by_name = Poster.objects.of(school).filter(channel=OuterRef("pk"), person=person, since__lte=at)
    roles = roles_held(person, school).filter(since__lte=at).exclude(until__lte=at).values("role")
    by_role = PosterRole.objects.of(school).filter(channel=OuterRef("pk"), role__in=roles, since__lte=at)
    return all_channels(school).annotate(
        listed=Exists(by_name.exclude(until__lte=at)) | Exists(by_role.exclude(until__lte=at))
    )


def roles_held(person: Person, school: School) -> QuerySet[HeldRole]:
    """Return every role that a person holds or held at a school, its own or its trust's."""
    here = Q(school=school) | Q(school__isnull=True, person__trust=school.trust_id)
    return HeldRole.objects.filter(here, person=person)


def open_in_trust(trust: Trust) -> QuerySet[Channel]:
    """Return the accounts of all schools of a trust that are not closed."""
    return Channel.objects.of_trust(trust).filter(closed_on__isnull=True)


def chosen(trust: Trust, ids: Iterable[int]) -> QuerySet[Channel]:
    """Return those accounts of a trust's schools that somebody chose, by id. Others are left out."""
    return Channel.objects.of_trust(trust).filter(pk__in=list(ids))
