"""The register."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from gatepost.channels.models import Channel, Poster
from gatepost.schools.models import Person, School, Trust


def open_channels(school: School, *, on: date) -> QuerySet[Channel]:
    """Return the accounts of a school that are open on a day."""
    return Channel.objects.of(school).filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on), opened_on__lte=on)


def all_channels(school: School) -> QuerySet[Channel]:
    """Return every account that a school has or had."""
    return Channel.objects.of(school)


def accounts_for(person: Person, school: School, *, at: datetime) -> QuerySet[Channel]:
    """Return every account of a school, each saying with `listed` whether a person stands on its list of posters."""
    listed = Poster.objects.of(school).filter(channel=OuterRef("pk"), person=person, since__lte=at)
    return all_channels(school).annotate(listed=Exists(listed.exclude(until__lte=at)))


def open_in_trust(trust: Trust) -> QuerySet[Channel]:
    """Return the accounts of all schools of a trust that are not closed."""
    return Channel.objects.of_trust(trust).filter(closed_on__isnull=True)


def chosen(trust: Trust, ids: Iterable[int]) -> QuerySet[Channel]:
    """Return those accounts of a trust's schools that somebody chose, by id. Others are left out."""
    return Channel.objects.of_trust(trust).filter(pk__in=list(ids))
