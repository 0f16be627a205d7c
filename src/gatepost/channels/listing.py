"""The register as its page lists it: every account with who posts on it."""

from datetime import datetime

from django.db.models import F, Prefetch, QuerySet

from gatepost.channels.models import Channel, Poster
from gatepost.schools.models import Person, School


def register_of(school: School, *, at: datetime) -> QuerySet[Channel]:
    """Return every account of a school, the open ones first, each with who posts there now as `posting`."""
    now = Poster.objects.of(school).filter(since__lte=at).exclude(until__lte=at)
    posting = now.select_related("person").order_by("person__name", "pk")
    rows = Channel.objects.of(school).order_by(F("closed_on").asc(nulls_first=True), "platform", "name", "pk")
    return rows.prefetch_related(Prefetch("posters", posting, to_attr="posting"))


def accounts_of(person: Person, school: School, *, at: datetime) -> QuerySet[Channel]:
    """Return the accounts of a school on whose lists of posters a person stands at a moment."""
    now = Poster.objects.of(school).filter(person=person, since__lte=at).exclude(until__lte=at)
    return Channel.objects.of(school).filter(pk__in=now.values("channel"))


def poster_on(school: School, pk: int, *, at: datetime) -> Poster:
    """Return an entry of a list of posters that holds at a moment. Raises Poster.DoesNotExist."""
    rows = Poster.objects.of(school).filter(since__lte=at).exclude(until__lte=at)
    return rows.select_related("channel__school__trust", "person").get(pk=pk)


def account(school: School, pk: int) -> Channel:
    """Return one account of a school. Raises Channel.DoesNotExist."""
    return Channel.objects.of(school).select_related("school__trust").get(pk=pk)
