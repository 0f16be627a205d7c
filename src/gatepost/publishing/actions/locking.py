"""Rows as they stand now, held until the transaction ends, and only for somebody of their own school."""

from gatepost.publishing.models import Delivery, Post, Version
from gatepost.schools.errors import NotAllowed
from gatepost.schools.seat import Seat


def locked(post: Post, seat: Seat | None) -> Post:
    """Return the post again, locked. Every action on a post, its versions and deliveries locks the post first.

    Raises NotAllowed where the seat is at another school, whatever roles it has there. None is for what Gatepost does
    by itself.
    """
    if seat is not None and seat.school.pk != post.school_id:
        raise NotAllowed("This post belongs to another school.")
    rows = Post.objects.of(post.school_id).select_for_update(of=("self",))
    return rows.select_related("school__trust", "author").get(pk=post.pk)


def locked_version(version: Version, seat: Seat | None) -> Version:
    """Return the version again, with its post locked. Raises NotAllowed as `locked` does."""
    post = locked(version.post, seat)
    found = Version.objects.of(post.school_id).get(pk=version.pk)
    found.post = post
    return found


def locked_delivery(delivery: Delivery, seat: Seat | None) -> Delivery:
    """Return the delivery again, with its post locked. Raises NotAllowed as `locked` does."""
    version = locked_version(delivery.version, seat)
    found = Delivery.objects.of(version.post.school_id).select_related("channel").get(pk=delivery.pk)
    found.version = version
    return found
