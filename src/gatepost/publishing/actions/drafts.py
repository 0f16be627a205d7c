"""Write a draft."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from types import EllipsisType
from typing import Any

from django.db import transaction

from gatepost.audit.models import Event
from gatepost.channels.models import Channel
from gatepost.consents.models import Pupil
from gatepost.publishing.actions.locking import locked
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.asked_facts import ASKABLE
from gatepost.publishing.checks import check_can_edit
from gatepost.publishing.models import Post, Waiver
from gatepost.publishing.reasons import written
from gatepost.publishing.said import check_acceptable
from gatepost.publishing.states import OTHER_WAYS
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

LONGEST = 10_000
"""Characters of a post. No platform takes more."""
SITTING = timedelta(minutes=10)
"""How long one line of the record stands for all changes of a draft by one person."""


@transaction.atomic
def start(*, seat: Seat, at: datetime) -> Post:
    """Start an empty draft."""
    seat.check_may(Permission.WRITE_POSTS)
    post = Post.objects.create(school=seat.school, author=seat.person, created_at=at, changed_at=at)
    recorded("post.drafted", post, by=seat.actor, at=at)
    return post


@transaction.atomic
def edit(
    post: Post, *, seat: Seat, at: datetime, text: str | None = None, channels: Iterable[int] | None = None,
    other_ways: Iterable[str] | None = None, named: Iterable[int] | None = None, said: Mapping[str, Any] | None = None,
    go_out_at: datetime | EllipsisType | None = ..., edits: int | None = None,
) -> Post:  # fmt: skip
    """Change a draft: whatever is given. `edits` is the count that the writer saw; `go_out_at` None is at once.

    Raises UnableTo where somebody has changed it since, so that neither window loses anything unseen.
    """
    post = locked(post, seat)
    check_can_edit(post, seat)
    if edits is not None and edits != post.edits:
        raise UnableTo("This draft was changed in another window. Copy what you wrote, load the page again, and paste.")
    if text is not None:
        post.text = _words(text)
    if other_ways is not None:
        post.other_ways = [way for way in OTHER_WAYS if way in set(other_ways)]
    if said is not None:
        check_acceptable(said)
        post.said = _answered(said)
    if not isinstance(go_out_at, EllipsisType):
        post.go_out_at = go_out_at
    _relate(post, channels=channels, named=named)
    touch(post, at=at)
    if not _in_this_sitting(post, seat, at=at):
        recorded("post.edited", post, by=seat.actor, at=at)
    return post


def _words(text: str) -> str:
    if len(text) > LONGEST:
        raise UnableTo(f"This is {len(text):,} characters long. Keep it under {LONGEST:,}.")
    return text.replace("\r\n", "\n")


def _answered(said: Mapping[str, Any]) -> dict[str, Any]:
    return {path: value for path, value in said.items() if path in ASKABLE and value not in {None, ""}}


def _relate(post: Post, *, channels: Iterable[int] | None, named: Iterable[int] | None) -> None:
    """Set what a draft points at, of its own school alone."""
    if channels is not None:
        post.channels.set(Channel.objects.of(post.school_id).filter(pk__in=list(channels)))
    if named is not None:
        post.named.set(Pupil.objects.of(post.school_id).filter(pk__in=list(named)))


def _in_this_sitting(post: Post, seat: Seat, *, at: datetime) -> bool:
    """Tell whether the last thing on record is that this person changed the draft, a short while ago.

    A draft is saved at each pause in the typing; one line for the sitting says as much as a hundred.
    """
    rows = Event.objects.filter(trust=post.school.trust.slug, subject=post.subject).order_by("-number")
    last = rows.values_list("kind", "actor_ref", "at").first()
    return last is not None and last[:2] == ("post.edited", seat.actor.ref) and at - last[2] < SITTING


def touch(post: Post, *, at: datetime) -> None:
    """Save a changed draft and count the change."""
    post.edits += 1
    post.changed_at = at
    post.save(update_fields=["text", "other_ways", "said", "go_out_at", "edits", "changed_at"])


@transaction.atomic
def keep(post: Post, *, clause: str, cause: str, reason: str, seat: Seat, at: datetime) -> None:
    """Keep a finding of a clause that leaves room, and say why. The approver sees it.

    The caller has found, under the policy in force, that this clause leaves room for these facts.
    """
    post = locked(post, seat)
    check_can_edit(post, seat)
    why = written(reason, missing="Say why you keep it. The person who signs it off reads this.")
    rows = Waiver.objects.of(post.school_id)
    rows.update_or_create(
        post=post, clause=clause, cause=cause,
        defaults={"reason": why, "given_by": seat.person, "given_at": at},
    )  # fmt: skip
    touch(post, at=at)
    recorded("waiver.given", post, by=seat.actor, at=at, ref=clause)


@transaction.atomic
def keep_no_longer(post: Post, *, clause: str, cause: str, seat: Seat, at: datetime) -> None:
    """Take back a reason for keeping something. Raises UnableTo where none was given."""
    post = locked(post, seat)
    check_can_edit(post, seat)
    gone, _ = Waiver.objects.of(post.school_id).filter(post=post, clause=clause, cause=cause).delete()
    if not gone:
        raise UnableTo("You have not kept this, or have taken it back already. Look at the answers again.")
    touch(post, at=at)
    recorded("waiver.withdrawn", post, by=seat.actor, at=at, ref=clause)


@transaction.atomic
def discard(post: Post, *, seat: Seat, at: datetime) -> None:
    """Throw a draft away. It stays on record that there was one."""
    post = locked(post, seat)
    check_can_edit(post, seat)
    post.status = "discarded"
    post.changed_at = at
    post.save(update_fields=["status", "changed_at"])
    recorded("post.discarded", post, by=seat.actor, at=at)
