"""Which pictures of a version are still to be had.

What holds, and what has been out, stays as it was. Of a version that ended before it went out, a picture stays only for
as long as the post has it unchanged: once it is blurred, cropped or taken out, nobody is shown it as it was.
"""

from django.db.models import Exists, OuterRef, Q

from gatepost.publishing.models import Delivery, Earlier, Picture, Version


def gone_from(version: Version) -> frozenset[int]:
    """Return the ids of a version's pictures that nobody is shown any more. No query where it holds, else two."""
    if version.ended_at is None:
        return frozenset()
    kept = _kept(version)
    return frozenset(one["id"] for one in version.content["pictures"] if kept is not None and one["file"] not in kept)


def droppable(version: Version) -> list[str]:
    """Return the files of those pictures, but for what a blur or a cut can still be taken back to."""
    gone, school = gone_from(version), version.post.school_id
    files = {one["file"] for one in version.content["pictures"] if one["id"] in gone}
    before = Earlier.objects.of(school).filter(picture__post=version.post_id).values_list("file", flat=True)
    return sorted(files.difference(before)) if files else []


def has_been_out() -> Exists:
    """Return the condition under which a version has been seen somewhere, whatever has become of it since."""
    rows = Delivery.objects.everywhere(why="the deliveries of one version are of its school")
    seen = Q(published_at__isnull=False) | Q(found_at__isnull=False)
    return Exists(rows.filter(seen, version=OuterRef("pk")))


def _kept(version: Version) -> set[str] | None:
    """Return the files that the post still has, or had out; None where this version itself has been out."""
    school = version.post.school_id
    holding = Version.objects.of(school).filter(Q(ended_at__isnull=True) | has_been_out(), post=version.post_id)
    rows = dict(holding.values_list("pk", "content__pictures"))
    if version.pk in rows:
        return None
    now = Picture.objects.of(school).filter(post=version.post_id).values_list("file", flat=True)
    return {one["file"] for pictures in rows.values() for one in pictures or ()} | set(now)
