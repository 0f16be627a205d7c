"""The register as its pages list it: every account with who posts on it."""

from datetime import date, datetime
from typing import TypeVar

from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery

from gatepost.channels.conditions import is_locked
from gatepost.channels.models import Administrator, Asking, Channel, Check, Poster, PosterRole
from gatepost.schools.models import School, Trust

Listed = TypeVar("Listed", Poster, PosterRole, Administrator)


def register_of(school: School, *, at: datetime) -> QuerySet[Channel]:
    """Return every account of a school, the open ones first, with its owner and who posts there now.

    `posting` holds the people who are named, `posting_roles` the roles; `is_locked` says whether somebody else may have
    got in, `wish` the id of the wish that it came of. Three queries.
    """
    by_name = _now(Poster.objects.of(school), at=at).select_related("person").order_by("person__name", "pk")
    by_role = _now(PosterRole.objects.of(school), at=at)
    wish = Asking.objects.of(school).filter(channel=OuterRef("pk")).values("pk")
    every = Channel.objects.of(school).annotate(
        is_locked=is_locked(school, channel=OuterRef("pk")), wish=Subquery(wish[:1])
    )
    rows = every.order_by(F("closed_on").asc(nulls_first=True), "platform", "name", "pk")
    return rows.select_related("owner", "school__trust").prefetch_related(
        Prefetch("posters", by_name, to_attr="posting"), Prefetch("poster_roles", by_role, to_attr="posting_roles")
    )


def official_in_trust(trust: Trust, *, on: date) -> QuerySet[Channel]:
    """Return the accounts of all schools of a trust that are not closed on a day.

    `is_locked` says whether somebody else may have got in.
    """
    rows = Channel.objects.of_trust(trust).filter(kind="account").exclude(closed_on__lte=on)
    return rows.annotate(is_locked=is_locked(trust, channel=OuterRef("pk")))


def poster_on(school: School, pk: int, *, at: datetime) -> Poster:
    """Return an entry of a list of posters that holds at a moment. Raises Poster.DoesNotExist."""
    rows = _now(Poster.objects.of(school), at=at)
    return rows.select_related("channel__school__trust", "person").get(pk=pk)


def poster_role_on(school: School, pk: int, *, at: datetime) -> PosterRole:
    """Return a role of a list of posters that holds at a moment. Raises PosterRole.DoesNotExist."""
    return _now(PosterRole.objects.of(school), at=at).select_related("channel__school__trust").get(pk=pk)


def admin_on(school: School, pk: int, *, at: datetime) -> Administrator:
    """Return an administrator of an account at a moment. Raises Administrator.DoesNotExist."""
    rows = _now(Administrator.objects.of(school), at=at)
    return rows.select_related("channel__school__trust", "person").get(pk=pk)


def ever_on(model: type[Listed], channel: Channel, pk: int) -> Listed:
    """Return an entry of one of an account's lists, also one that has ended. Raises DoesNotExist of its model."""
    rows: QuerySet[Listed] = model.objects.of(channel.school_id).select_related("channel__school__trust")
    return rows.get(channel=channel, pk=pk)


def admins_of(channel: Channel) -> list[Administrator]:
    """Return who administers an account now, by name or by role. One query."""
    rows = Administrator.objects.of(channel.school_id).filter(channel=channel, until__isnull=True)
    return list(rows.select_related("person"))


def account(school: School, pk: int) -> Channel:
    """Return one account of a school. Raises Channel.DoesNotExist."""
    return Channel.objects.of(school).select_related("school__trust").get(pk=pk)


def checks_of(school: School, pk: int) -> QuerySet[Check]:
    """Return every check of an account of a school, the latest first."""
    return Check.objects.of(school).filter(channel=pk).select_related("checked_by")


def _now(rows: QuerySet[Listed], *, at: datetime) -> QuerySet[Listed]:
    return rows.filter(since__lte=at).exclude(until__lte=at)
