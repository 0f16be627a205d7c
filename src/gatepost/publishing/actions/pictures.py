"""Add pictures to a draft, say what they show, and take them out again."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Final

from django.conf import settings
from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.consents.models import Pupil
from gatepost.detectors.pictures.opened import Limits
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.publishing.actions import looks
from gatepost.publishing.actions.drafts import touch
from gatepost.publishing.actions.locking import locked
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.checks import check_can_edit
from gatepost.publishing.models import Picture, Post, Version
from gatepost.publishing.pictures import stored
from gatepost.publishing.pictures.arrive import Arrived, arrive
from gatepost.publishing.pictures.keeping import droppable
from gatepost.publishing.states import FACES
from gatepost.schools.errors import UnableTo
from gatepost.schools.seat import Seat

OWN_NAME: Final = "the file’s own name"
"""The name itself may be a pupil's, so it is neither kept nor repeated."""
LONGEST: Final = {"alt_text": 1000, "reason": 500}
"""Characters of what is written about a picture."""
CHOICES: Final = {
    "face_shown": frozenset(FACES),
    "names_visible": VALUES["names_visible"],
    "capture_device": VALUES["capture_device"],
}
"""What is chosen about a picture, from which words. An empty one takes the answer back."""


def add(post: Post, *, data: bytes, name: str, seat: Seat, at: datetime) -> Picture:
    """Add a picture to a draft, written anew without what the file carried. `name` is the file's own, and is forgotten.

    Raises UnableTo, with a sentence for each kind of file, where it is not taken.
    """
    # Asked before the work of decoding, and again below, where the post is locked.
    check_can_edit(post, seat)
    _check_room(post)
    limits = Limits(bytes=settings.PICTURE_MAX_BYTES, pixels=settings.PICTURE_MAX_PIXELS)
    return _keep(arrive(data, limits=limits), post, named=bool(name), seat=seat, at=at)


@transaction.atomic
def _keep(arrived: Arrived, post: Post, *, named: bool, seat: Seat, at: datetime) -> Picture:
    post = locked(post, seat)
    check_can_edit(post, seat)
    _check_room(post)
    last = post.pictures.order_by("-position").first()
    with stored.new(arrived.data, kind=arrived.format, at=at) as file:
        picture = Picture.objects.create(
            post=post, position=last.position + 1 if last else 1, file=file, width=arrived.width,
            height=arrived.height, sha256=hashlib.sha256(arrived.data).hexdigest(), added_at=at,
            removed=[*([OWN_NAME] if named else []), *arrived.removed], look_since=at,
            look="waiting" if looks.can() else "none",
        )  # fmt: skip
        touch(post, at=at)
        recorded("picture.added", post, by=seat.actor, at=at, picture=picture.pk, sha256=picture.sha256)
    return picture


@transaction.atomic
def describe(
    picture: Picture, *, seat: Seat, at: datetime, pupils: Iterable[int] | None = None, alt_text: str | None = None,
    face_shown: str | None = None, names_visible: str | None = None, capture_device: str | None = None,
    reason: str | None = None,
) -> Picture:  # fmt: skip
    """Change what is said about a picture: whatever is not None. Giving pupils, even none, says who is in it.

    Raises UnableTo for a word that is not among CHOICES, a text that is too long, or a pupil of another school.
    """
    picture, post = held(picture, seat)
    if pupils is not None:
        chosen_pupils = of_school(post, pupils)
        picture.pupils.set(chosen_pupils)
        picture.people_said = True
        # A face of whoever is not in it any more is again one of which nothing is said.
        there = {pupil.pk for pupil in chosen_pupils}
        picture.marks = {key: mark for key, mark in picture.marks.items() if mark.get("pupil") in {None, *there}}
    chosen = {"face_shown": face_shown, "names_visible": names_visible, "capture_device": capture_device}
    for field, value in chosen.items():
        if value is not None:
            setattr(picture, field, _checked(field, value))
    for field, text in {"alt_text": alt_text, "reason": reason}.items():
        if text is not None:
            setattr(picture, field, _short(field, text))
    picture.save(update_fields=["people_said", "marks", *chosen, "alt_text", "reason"])
    touch(post, at=at)
    recorded("picture.changed", post, by=seat.actor, at=at, picture=picture.pk)
    return picture


@transaction.atomic
def remove(picture: Picture, *, seat: Seat, at: datetime) -> None:
    """Take a picture out of a draft. Its file goes too, unless a version that was sent for sign-off holds it."""
    picture, post = held(picture, seat)
    number, files = picture.pk, [str(picture.file), *picture.earlier.values_list("file", flat=True)]
    picture.delete()
    forget_unless_sent(post, files)
    touch(post, at=at)
    recorded("picture.removed", post, by=seat.actor, at=at, picture=number)


@transaction.atomic
def move(picture: Picture, *, up: bool, seat: Seat, at: datetime) -> Picture:
    """Move a picture one place towards the first, or towards the last. Raises UnableTo where it stands there."""
    picture, post = held(picture, seat)
    order = list(post.pictures.all())
    here = order.index(picture)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(order):
        raise UnableTo(f"This is the {'first' if up else 'last'} picture already.")
    order[here], order[there] = order[there], order[here]
    for position, one in enumerate(order, start=1):
        one.position = position
    Picture.objects.of(post.school_id).bulk_update(order, ["position"])
    touch(post, at=at)
    recorded("picture.changed", post, by=seat.actor, at=at, picture=picture.pk)
    return order[there]


def forget_unless_sent(post: Post, files: Iterable[str]) -> None:
    """Delete files of a draft's pictures once this is committed, but for those that a version which was sent holds."""
    versions = Version.objects.of(post.school_id).filter(post=post).values_list("content", flat=True)
    sent = {kept["file"] for content in versions for kept in content["pictures"]}
    for file in set(files) - sent:
        transaction.on_commit(partial(stored.forget, file))


@transaction.atomic
def drop_replaced(version: Version, *, by: Actor, at: datetime) -> int:
    """Delete the files of an ended version's pictures that the post has only blurred, cropped or not at all any more.

    Their digests stay, in the version and on record. Returns how many files there were.
    """
    post = locked(version.post, None)
    files = [file for file in droppable(version) if stored.is_there(file)]
    if files:
        digests = sorted(one["sha256"] for one in version.content["pictures"] if one["file"] in files)
        recorded("picture.dropped", post, by=by, at=at, version=version.number, count=len(files), sha256=digests)
        for file in files:
            transaction.on_commit(partial(stored.forget, file))
    return len(files)


def held(picture: Picture, seat: Seat) -> tuple[Picture, Post]:
    """Return a picture as it stands now, and its post, locked, which this person may change."""
    post = locked(picture.post, seat)
    check_can_edit(post, seat)
    found = Picture.objects.of(post.school_id).filter(post=post, pk=picture.pk).first()
    if found is None:
        raise UnableTo("This picture was removed in another window. Load the page again.")
    return found, post


def _check_room(post: Post) -> None:
    if post.pictures.count() >= settings.PICTURES_PER_POST:
        raise UnableTo(f"A post holds {settings.PICTURES_PER_POST} pictures at most. Remove one to add another.")


def of_school(post: Post, chosen: Iterable[int]) -> list[Pupil]:
    """Return the pupils of a post's school who were chosen. Raises UnableTo where one of them is none of its own."""
    wanted = set(chosen)
    found = list(Pupil.objects.of(post.school_id).filter(pk__in=wanted))
    if len(found) != len(wanted):
        raise UnableTo("Choose the pupils from this school’s class lists. Load the page again to see them.")
    return found


def _checked(field: str, value: str) -> str:
    if value and value not in CHOICES[field]:
        raise UnableTo(_CHOOSE[field])
    return value


def _short(field: str, text: str) -> str:
    said = text.replace("\x00", "").strip()
    if len(said) > LONGEST[field]:
        raise UnableTo(f"{_CALLED[field]} is {len(said):,} characters long. Keep it under {LONGEST[field]:,}.")
    return said


_CHOOSE: Final = {
    "face_shown": "Choose how the picture shows the people in it from the list.",
    "names_visible": "Choose which names can be read in the picture from the list.",
    "capture_device": "Choose whose device took the picture from the list.",
}
_CALLED: Final = {"alt_text": "The description", "reason": "The reason"}
