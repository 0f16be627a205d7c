"""Somebody's own posts: where each stands, and what they do next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from gatepost.publishing.models import Delivery, Picture, Post, Version
from gatepost.publishing.queries import posts
from gatepost.publishing.states import DELIVERY, OUT, WAITING_TO_GO
from gatepost.publishing.steps import step_of
from gatepost.schools.models import Person, School


@dataclass(frozen=True, slots=True)
class Mine:
    """A post of one's own. `kind` is the shape of its state (clear, fix, decide, live or none), `state` its words.

    `since` is when it came to stand there, and `how` leads up to that time; `says` is a sentence more; `do` is what
    the author does next, and `delivery` where they do it once it is signed off. `picture` is its first picture's key.
    """

    post: Post
    kind: str
    state: str
    since: datetime
    how: str = ""
    says: str = ""
    do: str = "View"
    delivery: Delivery | None = None
    picture: int | None = None


def posts_by(person: Person, school: School) -> QuerySet[Post]:
    """Return what somebody has written at a school, latest first, each with what its newest version says of it.

    Discarded drafts are left out. Pass a part of it to `told`.
    """
    newest = Version.objects.of(school).filter(post=OuterRef("pk")).order_by("-number")
    first = Picture.objects.of(school).filter(post=OuterRef("pk")).order_by("position", "pk")
    return (
        posts(school)
        .filter(author=person)
        .exclude(status="discarded")
        .annotate(newest=Subquery(newest.values("pk")[:1]), newest_steps=Subquery(newest.values("steps")[:1]))
        .annotate(newest_ended=Subquery(newest.values("ended_because")[:1]))
        .annotate(first_picture=Subquery(first.values("pk")[:1]))
    )


def told(
    shown: Iterable[Post], school: School, *, at: datetime, stuck: Mapping[int, str] | None = None
) -> list[Mine]:  # fmt: skip
    """Return where these posts of `posts_by` stand. One query, however many they are.

    `stuck` are the accounts on which nothing can be posted now, as `orderly.troubled` tells them.
    """
    rows: Sequence[Any] = list(shown)
    sent = Delivery.objects.of(school).filter(version__in=[row.newest for row in rows if row.newest])
    going: dict[int, list[Delivery]] = {}
    for delivery in sent.select_related("channel").order_by("channel_id"):
        going.setdefault(delivery.version_id, []).append(delivery)
    return [_told(row, going.get(row.newest, []), at=at, stuck=stuck or {}) for row in rows]


def _told(row: Any, going: Sequence[Delivery], *, at: datetime, stuck: Mapping[int, str]) -> Mine:
    if row.status == "draft":
        return _draft(row)
    if row.status == "waiting":
        asked = " and ".join(step_of(kept).name for kept in row.newest_steps)
        return _mine(row, "decide", "Waiting for sign-off", how=f"With {asked} since")
    return _signed(row, going, at=at, stuck=stuck)


def _draft(row: Any) -> Mine:
    """A draft: new, sent back, taken back by its author, or one whose approval no longer holds."""
    because = row.newest_ended or ""
    if not because or because.startswith("Taken back by"):
        return _mine(row, "none", "Draft", how="Changed", do="Go on")
    if because.startswith("Sent back by"):
        state, _, reason = because.partition(": ")
        return _mine(row, "fix", state, says=f"“{reason}”", do="Put it right")
    return _mine(row, "fix", "Not signed off any more", says=because, do="Put it right")


def _signed(row: Any, going: Sequence[Delivery], *, at: datetime, stuck: Mapping[int, str]) -> Mine:
    """A post that is signed off: what counts is the delivery that is least far, for that one is still to do."""
    for statuses in (WAITING_TO_GO, OUT, {"down"}, {"pulled"}):
        these = [one for one in going if one.status in statuses]
        if these:
            return _gone(row, sorted(these, key=lambda one: one.channel_id in stuck), at=at, stuck=stuck)
    return _mine(row, "clear", "Signed off", how="Since")


def _gone(row: Any, these: Sequence[Delivery], *, at: datetime, stuck: Mapping[int, str]) -> Mine:
    first = these[0]
    places = " and ".join(dict.fromkeys(one.channel.platform_name for one in these))
    if first.status in WAITING_TO_GO and first.channel_id in stuck:
        return _mine(row, "fix", "Signed off, and has to wait", says=stuck[first.channel_id], delivery=first)
    if first.status in WAITING_TO_GO:
        late = first.due_at < at
        state = f"{'Overdue' if late else 'Ready to post'} on {places}"
        return _mine(row, "fix" if late else "clear", state, how="Signed off", do="Post it", delivery=first)
    if first.status == "stray":
        state, says = f"Up on {places} although it was stopped", "It has to come down."
        return _mine(row, "fix", state, since=first.found_at, how="Since", says=says, delivery=first)
    if first.status in OUT:
        since = first.published_at or row.changed_at
        return _mine(row, "live", f"Live on {places}", since=since, how="Since", delivery=first)
    since = first.down_at or row.changed_at
    return _mine(row, "none", DELIVERY[first.status], since=since, how="Since", says=first.ended_because)


def _mine(row: Any, kind: str, state: str, *, since: datetime | None = None, **more: Any) -> Mine:
    return Mine(row, kind, state, since or row.changed_at, picture=row.first_picture, **more)
