"""Rows as they stand now, held until the transaction ends."""

from gatepost.publishing.models import Delivery, Post, Version


def locked(post: Post) -> Post:
    """Return the post again, locked. Every action on a post, its versions and deliveries locks the post first."""
    rows = Post.objects.of(post.school_id).select_for_update(of=("self",))
    return rows.select_related("school__trust", "author").get(pk=post.pk)


def locked_version(version: Version) -> Version:
    """Return the version again, with its post locked."""
    post = locked(version.post)
    found = Version.objects.of(post.school_id).get(pk=version.pk)
    found.post = post
    return found


def locked_delivery(delivery: Delivery) -> Delivery:
    """Return the delivery again, with its post locked."""
    version = locked_version(delivery.version)
    found = Delivery.objects.of(version.post.school_id).select_related("channel").get(pk=delivery.pk)
    found.version = version
    return found
