"""Named reads of posts, versions and deliveries, each for one school."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from gatepost.channels.conditions import is_locked, listed_now
from gatepost.channels.models import Channel
from gatepost.publishing.models import Approval, Delivery, Earlier, Incident, Picture, Post, Stop, Use, Version
from gatepost.publishing.states import OUT, WAITING_TO_GO
from gatepost.schools.models import Person, School


def posts(school: School) -> QuerySet[Post]:
    """Return every post of a school."""
    return Post.objects.of(school)


def post(school: School, pk: int) -> Post:
    """Return one post of a school with its author. Raises Post.DoesNotExist."""
    return posts(school).select_related("author", "school__trust").get(pk=pk)


def written(school: School, pk: int, *, at: datetime) -> Post:
    """Return one post for the page on which it is written, with its author. Raises Post.DoesNotExist.

    `in_incident` says whether an incident is on at its school, `came_back` why its last version ended, if one did.
    """
    ended = Version.objects.of(school).filter(post=OuterRef("pk")).order_by("-number").values("ended_because")
    rows = posts(school).select_related("author", "school__trust")
    return rows.annotate(
        in_incident=Exists(_incidents(school, at=at)), came_back=Coalesce(Subquery(ended[:1]), Value(""))
    ).get(pk=pk)


def waiting(school: School) -> QuerySet[Version]:
    """Return the versions that wait for sign-off, the longest first."""
    rows = Version.objects.of(school).filter(post__status="waiting", ended_at__isnull=True)
    return rows.select_related("post", "sent_by", "post__author").prefetch_related(
        Prefetch("approvals", Approval.objects.of(school).select_related("person"))
    ).order_by("sent_at")  # fmt: skip


def current_version(post: Post) -> Version | None:
    """Return the version that holds, or that waits; None for a draft."""
    return Version.objects.of(post.school_id).filter(post=post, ended_at__isnull=True).select_related("post").first()


def versions_of(post: Post) -> list[Version]:
    """Return what of a post was sent for sign-off, latest first, without what the policy made of it."""
    return list(Version.objects.of(post.school_id).filter(post=post).defer("verdict").order_by("-number"))


def picture_of(post: Post, pk: int) -> Picture | None:
    """Return one picture of a post, with the post; None where it has no such picture."""
    return Picture.objects.of(post.school_id).filter(post=post, pk=pk).select_related("post").first()


def pictures_of(post: Post) -> QuerySet[Picture]:
    """Return the pictures of a post in order. `can_go_back` says whether one is kept as it was before a blur."""
    rows = Picture.objects.of(post.school_id).filter(post=post)
    before = Earlier.objects.of(post.school_id).filter(picture=OuterRef("pk"))
    return rows.annotate(can_go_back=Exists(before))


def deliveries_of(version: Version) -> list[Delivery]:
    """Return where a version goes, or went."""
    rows = Delivery.objects.of(version.post.school_id).filter(version=version).order_by("channel_id")
    return list(rows.select_related("channel", "published_by", "found_by"))


def version(school: School, pk: int, *, at: datetime) -> Version | None:
    """Return one version of a post of a school, with its post, author and approvals; None where there is none.

    `in_incident` says whether an incident is on at the school.
    """
    rows = Version.objects.of(school).select_related("post__author", "post__school__trust", "sent_by")
    approvals = Prefetch("approvals", Approval.objects.of(school).select_related("person"))
    news = rows.annotate(in_incident=Exists(_incidents(school, at=at)))
    return news.prefetch_related(approvals).filter(pk=pk).first()


def approvals_of(version: Version) -> list[Approval]:
    """Return the yeses to a version, the first given first, with who gave them."""
    rows = Approval.objects.of(version.post.school_id).filter(version=version, yes=True)
    return list(rows.select_related("person"))


def to_go_out(school: School) -> QuerySet[Delivery]:
    """Return what is signed off and not out yet, the soonest first."""
    return _deliveries(school).filter(status__in=WAITING_TO_GO).order_by("due_at")


def archive(school: School, *, words: str = "", channel: int | None = None) -> QuerySet[Delivery]:
    """Return what has been out, latest first: where, when, by whom; `words` are looked for in what was signed off."""
    rows = _deliveries(school).filter(status__in=[*OUT, "down"])
    for word in words.split()[:6]:
        rows = rows.filter(Q(version__content__text__icontains=word) | Q(address__icontains=word))
    if channel is not None:
        rows = rows.filter(channel=channel)
    return rows.order_by(Coalesce("published_at", "found_at").desc(), "-id")


def _deliveries(school: School) -> QuerySet[Delivery]:
    return (
        Delivery.objects.of(school)
        .select_related(
            "channel", "version__post__author", "version__post__school__trust", "claimed_by", "published_by", "found_by"
        )
        .defer("version__verdict")
    )


def delivery(school: School, pk: int) -> Delivery:
    """Return one delivery of a school. Raises Delivery.DoesNotExist."""
    return _deliveries(school).get(pk=pk)


def delivery_by_key(school: School, key: str, *, person: Person, on: date) -> Delivery | None:
    """Return the delivery whose copy pack somebody opens by a key on a day; None where there is none.

    It says how things stand round it, which `outside_of` reads.
    """
    return _deliveries(school).annotate(**_round(school, person, on=on)).filter(key=key).first()


@dataclass(frozen=True, slots=True)
class Outside:
    """What stands outside a post and may keep it in: a stop, an incident, somebody in it who has left the school, an
    account that is locked, and whether somebody may post there."""

    stopped: bool
    in_incident: bool
    uses_a_leaver: bool
    locked: bool
    listed: bool


def outside(delivery: Delivery, person: Person, *, on: date) -> Outside:
    """Return how things stand on a day round a delivery that somebody wants to post. One query.

    It reads what has not ended, and not what held at the moment of the request: that may have waited for a lock while
    somebody stopped publishing.
    """
    school = delivery.version.post.school
    row = Delivery.objects.of(school).filter(pk=delivery.pk).annotate(**_round(school, person, on=on))
    return Outside(**row.values(*_PARTS).get())


def outside_of(delivery: Delivery) -> Outside:
    """Return how things stood round a delivery when `delivery_by_key` read it."""
    return Outside(**{part: getattr(delivery, part) for part in _PARTS})


_PARTS: Final = tuple(part.name for part in fields(Outside))


def _round(school: School, person: Person, *, on: date) -> dict[str, Any]:
    account = OuterRef("channel")
    return {
        "stopped": Exists(_stops(school)),
        "in_incident": Exists(_incidents(school)),
        "uses_a_leaver": Exists(leavers_used(school, on=on).filter(version=OuterRef("version"))),
        "locked": is_locked(school, channel=account),
        "listed": listed_now(person, school, channel=account),
    }


def leavers_used(school: School | int, *, on: date) -> QuerySet[Use]:
    """Return every use, at a school, of somebody who is not on its roll on a day.

    The detectors look for the names of the roll of the day, and so find a leaver's in nothing any more.
    """
    return Use.objects.of(school).filter(pupil__left_on__lt=on)


def stop_now(school: School) -> Stop | None:
    """Return the emergency stop that has not ended at a school, its own or its trust's."""
    return _stops(school).select_related("started_by").first()


def stop_at(school: School, *, at: datetime) -> Stop | None:
    """Return the emergency stop that held at a school at a moment, its own or its trust's."""
    return _stops(school, at=at).select_related("started_by").first()


def stops_at(school: School, *, at: datetime) -> list[Stop]:
    """Return every stop that holds at a school: two where the school and its trust have each begun one."""
    return list(_stops(school, at=at).select_related("started_by", "school"))


def _stops(school: School, *, at: datetime | None = None) -> QuerySet[Stop]:
    here = Q(school=school) | Q(school__isnull=True, trust=school.trust_id)
    return Stop.objects.filter(here, _now(at, "started_at") if at else Q(ended_at__isnull=True))


def incident_at(school: School, *, at: datetime) -> Incident | None:
    """Return the incident that is on at a school, its own or its trust's."""
    return _incidents(school, at=at).select_related("declared_by").first()


def _incidents(school: School, *, at: datetime | None = None) -> QuerySet[Incident]:
    here = Q(school=school) | Q(school__isnull=True, trust=school.trust_id)
    return Incident.objects.filter(here, _now(at, "declared_at") if at else Q(ended_at__isnull=True))


def incidents_now(school: School) -> list[Incident]:
    """Return every incident that has not ended at a school, with the accounts and people who may speak."""
    return _with_speakers(_incidents(school), school)


def incidents_at(school: School, *, at: datetime) -> list[Incident]:
    """Return every incident that was on at a school at a moment, with the accounts and people who may speak."""
    return _with_speakers(_incidents(school, at=at), school)


def _with_speakers(rows: QuerySet[Incident], school: School) -> list[Incident]:
    rows = rows.select_related("declared_by", "school")
    return list(rows.prefetch_related(Prefetch("channels", Channel.objects.of_trust(school.trust_id)), "people"))


def _now(at: datetime, start: str) -> Q:
    return Q(**{f"{start}__lte": at}) & (Q(ended_at__isnull=True) | Q(ended_at__gt=at))


def counts(school: School) -> dict[str, int]:
    """Return how many posts stand where, for the home page."""
    rows = posts(school).values("status").annotate(n=Count("id")).order_by("status")
    return {row["status"]: row["n"] for row in rows}
