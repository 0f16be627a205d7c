"""Remember what a picture looked like that was not wanted once, and tell drafts that hold one like it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.publishing.models import Declined, Picture, Version
from gatepost.publishing.models.declined import WHYS
from gatepost.schools.models import School

PLAIN: Final = 6
"""Bits that a hash has at least of both kinds. One of fewer is a plain wall's, and a thousand walls are like it."""


@transaction.atomic
def remember(version: Version, *, why: str, by: Actor, at: datetime) -> int:  # noqa: ARG001 - `by` acts on the post
    """Keep the looks of a version's pictures, for as long as the post is kept. Part of the act that ends it.

    `why` is a slug of WHYS. Returns how many pictures of drafts are like one of them.
    """
    post = version.post
    hashes = {one["dhash"] for one in version.content["pictures"] if telling(one.get("dhash", ""))}
    new = [Declined(school=post.school, post=post, dhash=one, why=why, at=at) for one in sorted(hashes)]
    Declined.objects.of(post.school_id).bulk_create(new)
    drafts = Picture.objects.of(post.school_id).filter(post__status="draft").exclude(post=post).exclude(dhash="")
    told = [picture for picture in drafts if _like(picture.dhash, new)]
    for picture in told:
        picture.seen = {**picture.seen, "like": _like(picture.dhash, new) + picture.seen.get("like", [])}
        picture.save(update_fields=["seen"])
    return len(told)


def like_before(picture: Picture, school: School) -> list[dict[str, Any]]:
    """Return where pictures like this one were not wanted, the latest first: `why`, `at` and `post`. One query."""
    rows = Declined.objects.of(school).exclude(post=picture.post_id)
    return _like(picture.dhash, rows)


def telling(dhash: str) -> bool:
    """Return whether a hash tells pictures apart at all."""
    ones = int(dhash, 16).bit_count() if dhash else 0
    return PLAIN <= ones <= 64 - PLAIN


def _like(dhash: str, rows: Iterable[Declined]) -> list[dict[str, Any]]:
    from gatepost.detectors.pictures import resembles

    if not telling(dhash):
        return []
    mine = int(dhash, 16)
    found = {one.post_id: one for one in rows if one.why in WHYS and resembles(mine, int(one.dhash, 16))}
    return [{"why": one.why, "at": one.at.isoformat(), "post": one.post_id} for one in found.values()]
