"""Take a live post down: a task with an owner and a clock, done with proof."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction

from gatepost.audit.actions.events import record_each
from gatepost.audit.actor import Actor
from gatepost.detectors.unseen import is_blank
from gatepost.duties.actions import duties
from gatepost.duties.queries import about, calendar, open_about
from gatepost.duties.school_days import due_after
from gatepost.publishing.actions import resembling
from gatepost.publishing.actions.locking import locked_delivery
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.models import Delivery, Post
from gatepost.publishing.reasons import written
from gatepost.publishing.states import OUT
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat

KIND: Final = "take_down"


@transaction.atomic
def ask(delivery: Delivery, *, seat: Seat, reason: str, at: datetime, owner: Person | None = None) -> None:
    """Ask for a live post to be taken down. The task goes to whoever posted it, unless `owner` says who."""
    held = locked_delivery(delivery, seat)
    if held.version.post.author_id != seat.person.pk:
        seat.check_may(Permission.TAKE_DOWN)
    _check_is_out(held)
    why = written(reason, missing="Say why it should come down.")
    _asked(held, owner=owner or whoever_posted(held) or seat.person, reason=why, by=seat.actor, at=at)


@transaction.atomic
def open_each(school: School, *, deliveries: Iterable[int], reason: str, by: Actor, at: datetime) -> int:
    """Ask for live posts, by the ids of their deliveries, to come down: each of whoever posted it.

    One pass, however many there are. What has been asked for already, or is down, is left as it is. `reason` says
    neither who nor why. Returns how many were asked for.
    """
    rows = Delivery.objects.of(school).filter(pk__in=list(deliveries), status__in=OUT)
    # The post first, as every action does: what comes down meanwhile is seen below.
    posts = Post.objects.of(school).filter(versions__deliveries__in=rows).order_by("pk")
    list(Post.objects.of(school).select_for_update().filter(pk__in=posts.values("pk")).order_by("pk").values("pk"))
    live = list(rows.select_related("channel", "published_by", "claimed_by", "found_by", "version").order_by("pk"))
    known = open_about(school, [one.subject for one in live], kind=KIND)
    wanted = [one for one in live if one.subject not in known]
    if not wanted:
        return 0
    owner = _Owners(school, at=at)
    things = [(f"post:{one.version.post_id}", _facts(one, reason)) for one in wanted]
    record_each("takedown.asked", things=things, by=by, at=at, trust=school.trust.slug, school=school.slug)
    tasks = [duties.Task(owner(one), _what(one), one.subject) for one in wanted]
    duties.open_each(school, kind=KIND, tasks=tasks, due_at=due_at(school, at=at), by=by, at=at)
    return len(wanted)


class _Owners:
    """Who takes a post down: whoever posted it, or, where they no longer can, the head or the DSL."""

    def __init__(self, school: School, *, at: datetime) -> None:
        may = [one for one in seats(school, at=at) if one.may(Permission.TAKE_DOWN)]
        self.may = {one.person.pk for one in may}
        leads = [one.person for role in ("headteacher", "dsl") for one in may if role in one.roles]
        self.lead = next(iter([*leads, *(one.person for one in may)]), None)

    def __call__(self, delivery: Delivery) -> Person:
        poster = whoever_posted(delivery)
        if poster is None:  # the database keeps this from being so
            raise UnableTo("Nobody is on record as having posted this.")
        return poster if poster.pk in self.may else self.lead or poster


def whoever_posted(delivery: Delivery) -> Person | None:
    """Return who is to take a post down: who published it; of one that was stopped, who had it, or else found it."""
    return delivery.published_by or delivery.claimed_by or delivery.found_by


def due_at(school: School, *, at: datetime) -> datetime:
    """Return by when a post must be down that is asked for at a moment, in the school's own days."""
    return due_after(settings.TAKE_DOWN_SCHOOL_DAYS, at=at, calendar=calendar(school))


def _asked(held: Delivery, *, owner: Person, reason: str, by: Actor, at: datetime) -> None:
    post = held.version.post
    recorded("takedown.asked", post, by=by, at=at, **_facts(held, reason))
    duties.open_duty(
        post.school, owner=owner, kind=KIND, what=_what(held), about=held.subject, due_at=due_at(post.school, at=at),
        by=by, at=at,
    )  # fmt: skip


def _what(delivery: Delivery) -> str:
    return f"Take a post down from {delivery.channel}"


def _facts(delivery: Delivery, reason: str) -> dict[str, str | int]:
    return {"channel": str(delivery.channel), "reason": reason, "delivery": delivery.pk}


@transaction.atomic
def done(delivery: Delivery, *, seat: Seat, proof: str, at: datetime) -> None:
    """Say that a post is down, and how one can tell."""
    held = locked_delivery(delivery, seat)
    seat.check_may(Permission.TAKE_DOWN)
    _check_is_out(held)
    if is_blank(proof):
        raise UnableTo("Say how one can tell that it is gone, such as: the address now says that the page is missing.")
    held.status, held.down_at = "down", at
    held.save(update_fields=["status", "down_at"])
    for duty in about(seat.school, held.subject).filter(kind=KIND, done_at__isnull=True):
        duties.finish(duty, person=seat.person, by=seat.actor, at=at, proof=proof.strip())
    resembling.remember(held.version, why="down", by=seat.actor, at=at)
    recorded("takedown.done", held.version.post, by=seat.actor, at=at, channel=str(held.channel), proof=proof.strip(),
             delivery=held.pk)  # fmt: skip


def _check_is_out(delivery: Delivery) -> None:
    if delivery.status not in OUT:
        raise UnableTo("This post is not live.")
