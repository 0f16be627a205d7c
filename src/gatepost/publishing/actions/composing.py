"""Save a whole page of a draft at once: its words and choices, and what is said about its pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from gatepost.publishing.actions import drafts, pictures
from gatepost.publishing.actions.locking import locked
from gatepost.publishing.checks import check_can_edit
from gatepost.publishing.models import Picture, Post
from gatepost.publishing.said import contradicts
from gatepost.schools.errors import UnableTo
from gatepost.schools.seat import Seat

ELSEWHERE = "This draft was changed in another window. What you wrote is still here; save again to keep yours."


@dataclass(frozen=True, slots=True)
class Written:
    """What its author has on the page. `edits` is the count of changes that they saw.

    `pictures` holds, by id, the arguments of `pictures.describe`.
    """

    text: str
    channels: frozenset[int] = frozenset()
    other_ways: tuple[str, ...] = ()
    said: Mapping[str, Any] = field(default_factory=dict)
    go_out_at: datetime | None = None
    edits: int = 0
    pictures: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)


@transaction.atomic
def save(post: Post, written: Written, *, seat: Seat, at: datetime) -> Post:
    """Save what is on the page, and record no event where nothing has changed. Returns the post as it stands then.

    Raises UnableTo, and saves nothing, where it was changed elsewhere since or something is too long.
    """
    post = locked(post, seat)
    check_can_edit(post, seat)
    if written.edits != post.edits:
        raise UnableTo(ELSEWHERE)
    if _differs(post, written):
        drafts.edit(
            post, seat=seat, at=at, text=written.text, channels=written.channels, other_ways=written.other_ways,
            said=written.said, go_out_at=written.go_out_at,
        )  # fmt: skip
    for picture in post.pictures.prefetch_related("pupils"):
        changed = _changed(picture, written.pictures.get(picture.pk, {}))
        if changed:
            pictures.describe(picture, seat=seat, at=at, **changed)
    return locked(post, seat)


def check_agrees(post: Post) -> None:
    """Raise UnableTo where what is said of a picture contradicts itself: nobody is in it, and yet somebody is."""
    for number, picture in enumerate(post.pictures.prefetch_related("pupils"), start=1):
        if contradicts(picture.face_shown, picture.pupils.all()):
            raise UnableTo(
                f"You chose that nobody is in picture {number}, and ticked who is in it. Change one of them."
            )


def _differs(post: Post, written: Written) -> bool:
    now = (post.text, sorted(post.other_ways), post.said, post.go_out_at)
    text = written.text.replace("\r\n", "\n")
    if now != (text, sorted(written.other_ways), dict(written.said), written.go_out_at):
        return True
    return set(post.channels.values_list("pk", flat=True)) != written.channels


def _changed(picture: Picture, about: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of a picture that is not so already."""
    changed = {key: value for key, value in about.items() if key != "pupils" and value != getattr(picture, key)}
    pupils = about.get("pupils")
    if pupils is not None and (not picture.people_said or set(pupils) != {one.pk for one in picture.pupils.all()}):
        changed["pupils"] = pupils
    return changed
