"""What a post is made of, as one plain value: what is checked, what is frozen, and what the digest binds."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from gatepost.publishing.models import Picture, Post

Content = Mapping[str, Any]
"""`text`, `channels` (ids), `named` (pupil ids), `other_ways`, `said`, `go_out_at`, `pictures` and `waivers`, with
JSON values alone, so that a version read from the database gives the digest that it was given."""


def content_of(post: Post, pictures: Sequence[Picture] | None = None) -> dict[str, Any]:
    """Return a post's content as it stands now. Five queries, however many pictures there are.

    `pictures` are the post's own, with their pupils, where the caller has read them: two queries fewer.
    """
    if pictures is None:
        pictures = list(post.pictures.prefetch_related("pupils"))
    return {
        "text": post.text,
        "channels": sorted(post.channels.values_list("pk", flat=True)),
        "named": sorted(post.named.values_list("pk", flat=True)),
        "other_ways": sorted(post.other_ways),
        "said": dict(sorted(post.said.items())),
        "go_out_at": post.go_out_at.isoformat() if post.go_out_at else None,
        "pictures": [_picture(picture) for picture in pictures],
        "waivers": [{"clause": one.clause, "cause": one.cause, "reason": one.reason} for one in post.waivers.all()],
    }


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        "id": picture.pk,
        "sha256": picture.sha256,
        "file": picture.file.name,
        "width": picture.width,
        "height": picture.height,
        "alt_text": picture.alt_text,
        "face_shown": picture.face_shown,
        "names_visible": picture.names_visible,
        "capture_device": picture.capture_device,
        "reason": picture.reason,
        "people_said": picture.people_said,
        "pupils": sorted(pupil.pk for pupil in picture.pupils.all()),
    }


def digest(content: Content) -> str:
    """Return the SHA-256 (hex) of a content as canonical JSON."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def shown(content: Content) -> frozenset[int]:
    """Return the ids of the pupils who are said to be in a picture."""
    return frozenset(pupil for picture in content["pictures"] for pupil in picture["pupils"])
