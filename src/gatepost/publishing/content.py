"""What a post is made of, as one plain value: what is checked, what is frozen, and what the digest binds."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import CharField, F, QuerySet, Value

from gatepost.publishing.models import Picture, Post, Waiver
from gatepost.publishing.pictures.boxes import tied

Content = Mapping[str, Any]
"""`text`, `channels` (ids), `named` (pupil ids), `other_ways`, `said`, `go_out_at`, `pictures` and `waivers`, with
JSON values alone, so that a version read from the database gives the digest that it was given."""


def content_of(post: Post, pictures: Iterable[Picture] | None = None) -> dict[str, Any]:
    """Return a post's content as it stands now. Two queries, however many pictures there are.

    `pictures` are the post's own, where the caller has read them: then it is one.
    """
    links = _links(post)
    return {
        "text": post.text,
        "channels": sorted(key for key, _ in links["channel"]),
        "named": sorted(key for key, _ in links["named"]),
        "other_ways": sorted(post.other_ways),
        "said": dict(sorted(post.said.items())),
        "go_out_at": post.go_out_at.isoformat() if post.go_out_at else None,
        "pictures": [_picture(one, links["pupil"]) for one in (post.pictures.all() if pictures is None else pictures)],
        "waivers": [{"clause": one[0], "cause": one[1], "reason": one[2]} for one in links["waiver"]],
    }


def _links(post: Post) -> dict[str, list[tuple[Any, ...]]]:
    """Return, in one query, what a post is tied to: channels, pupils who are meant or in a picture, and waivers."""
    none = Value("", output_field=CharField())
    first, *tied = (
        _row(Post.channels.through.objects.filter(post=post), "channel", F("channel_id"), Value(0), none),
        _row(Post.named.through.objects.filter(post=post), "named", F("pupil_id"), Value(0), none),
        _row(Picture.pupils.through.objects.filter(picture__post=post), "pupil", F("picture_id"), F("pupil_id"), none),
    )
    waivers = Waiver.objects.of(post.school_id).filter(post=post).order_by()
    kept = waivers.values_list(Value("waiver"), F("pk"), Value(0), F("clause"), F("cause"), F("reason"))
    found: dict[str, list[tuple[Any, ...]]] = {"channel": [], "named": [], "pupil": [], "waiver": []}
    for kind, one, other, *words in first.union(*tied, kept, all=True):
        found[kind].append((one, *words) if kind == "waiver" else (one, other))
    return found | {"waiver": [tuple(words) for _, *words in sorted(found["waiver"])]}


def _row(rows: QuerySet[Any], kind: str, one: Any, other: Any, none: Value) -> QuerySet[Any, tuple[Any, ...]]:
    return rows.values_list(Value(kind), one, other, none, none, none)


def _picture(picture: Picture, pupils: Iterable[tuple[int, int]]) -> dict[str, Any]:
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
        "pupils": sorted(pupil for one, pupil in pupils if one == picture.pk),
        "look": picture.look,
        "look_since": picture.look_since.isoformat() if picture.look_since else None,
        "seen": picture.seen,
        "marks": picture.marks,
        "dhash": picture.dhash,
    }


def texts_of(content: Content) -> tuple[str, ...]:
    """Return the words that go out: the post's own, then those that describe each of its pictures."""
    return (content["text"], *(picture["alt_text"] or "" for picture in content["pictures"]))


def digest(content: Content) -> str:
    """Return the SHA-256 (hex) of a content as canonical JSON."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def shown(content: Content) -> frozenset[int]:
    """Return the ids of the pupils who are said to be in a picture: ticked, or said of one of its faces."""
    return _in(content["pictures"])


def by_work(content: Content) -> frozenset[int]:
    """Return the ids of the pupils of whom a picture shows, as its author says, hands or work alone."""
    return _in(one for one in content["pictures"] if one.get("face_shown") == "hands_or_work")


def _in(pictures: Iterable[Mapping[str, Any]]) -> frozenset[int]:
    return frozenset(key for one in pictures for key in (*one["pupils"], *tied(one.get("marks") or {})))
