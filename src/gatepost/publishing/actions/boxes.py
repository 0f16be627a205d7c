"""What a person says of a box in a picture, and does with it: say who or what it is, blur it, crop it off."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.publishing.actions.drafts import touch
from gatepost.publishing.actions.locking import locked
from gatepost.publishing.actions.pictures import forget_unless_sent, held, of_school
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.models import Earlier, Picture, Post
from gatepost.publishing.pictures import stored
from gatepost.publishing.pictures.boxes import BLURRED, FACE_IS, WORDS_ARE, Area, Spot, cut, spots, tied
from gatepost.publishing.pictures.cover import SMALLEST, covered, cropped
from gatepost.schools.errors import UnableTo
from gatepost.schools.seat import Seat

GONE: Final = "This box is not in the picture any more. Load the page again."
_CHANGED: Final = ["file", "sha256", "width", "height", "seen", "marks"]


@transaction.atomic
def say(picture: Picture, *, box: str, said: str, seat: Seat, at: datetime, pupil: int | None = None) -> Picture:
    """Say what a box shows: a slug of FACE_IS or WORDS_ARE, `pupil` with the one chosen from the class; "" unsays it.

    A pupil who is said to be in a box is in the picture; one whose last box is said to be somebody else's is not.
    """
    picture, post = held(picture, seat)
    spot = _spot(picture, box)
    if spot.blurred:
        raise UnableTo("This is blurred, so nobody can say any more who it is.")
    if said and said not in (FACE_IS if spot.is_face else WORDS_ARE):
        raise UnableTo("Choose one of the answers on the page.")
    if said == "pupil":
        chosen = of_school(post, [pupil or 0])[0]
        _mark(picture, {box: {"is": "pupil", "pupil": chosen.pk}})
        picture.pupils.add(chosen)
        picture.people_said = True
    else:
        _mark(picture, {box: {"is": said}})
    picture.save(update_fields=["marks", "people_said"])
    touch(post, at=at)
    recorded("picture.marked", post, by=seat.actor, at=at, picture=picture.pk, box=box)
    return picture


@transaction.atomic
def blur(picture: Picture, *, boxes: Iterable[str], seat: Seat, at: datetime) -> Picture:
    """Cover boxes of a picture for good. A pupil whose face is covered is not said to be in the picture any more.

    The draft keeps the picture as it was, for `take_back`, until it is sent or the days for that are over.
    """
    picture, post = held(picture, seat)
    chosen = [_spot(picture, box) for box in dict.fromkeys(boxes)]
    chosen = [one for one in chosen if not one.blurred]
    if not chosen:
        raise UnableTo("There is nothing here that is not blurred already.")
    data = covered(
        stored.read(str(picture.file), sha256=picture.sha256),
        faces=[one.area for one in chosen if one.is_face], words=[one.area for one in chosen if not one.is_face],
    )  # fmt: skip
    with _replaced(picture, data, at=at):
        _mark(picture, {one.key: {"is": BLURRED} for one in chosen})
        picture.save(update_fields=_CHANGED)
        touch(post, at=at)
        boxes = [one.key for one in chosen]
        recorded("picture.blurred", post, by=seat.actor, at=at, picture=picture.pk, boxes=boxes, sha256=picture.sha256)
    return picture


@transaction.atomic
def crop(picture: Picture, *, area: Area, seat: Seat, at: datetime) -> Picture:
    """Keep only an area of a picture. A pupil whose face was in what is cut off is not said to be in it any more."""
    picture, post = held(picture, seat)
    _check_can_keep(area, picture)
    data = cropped(stored.read(str(picture.file), sha256=picture.sha256), area=area)
    with _replaced(picture, data, at=at):
        picture.width, picture.height, picture.seen = area.width, area.height, cut(picture.seen, area)
        left = {one["key"] for kind in ("faces", "words") for one in picture.seen.get(kind, ())}
        _mark(picture, {key: None for key in picture.marks if key not in left})
        picture.save(update_fields=_CHANGED)
        touch(post, at=at)
        recorded("picture.cropped", post, by=seat.actor, at=at, picture=picture.pk, sha256=picture.sha256)
    return picture


@transaction.atomic
def take_back(picture: Picture, *, seat: Seat, at: datetime) -> Picture:
    """Make a picture what it was before it was last blurred or cropped. Raises UnableTo where that is not kept."""
    picture, post = held(picture, seat)
    before = Earlier.objects.of(post.school_id).filter(picture=picture).first()
    if before is None:
        raise UnableTo("The picture as it was before is not kept any more. Add it again to start afresh.")
    forget_unless_sent(post, [str(picture.file)])
    for field in _CHANGED:
        setattr(picture, field, getattr(before, field))
    picture.save(update_fields=_CHANGED)
    picture.pupils.add(*of_school(post, tied(picture.marks)))
    before.delete()
    touch(post, at=at)
    recorded("picture.restored", post, by=seat.actor, at=at, picture=picture.pk, sha256=picture.sha256)
    return picture


@transaction.atomic
def let_go(post: Post, *, by: Actor, at: datetime, made_before: datetime | None = None) -> int:
    """Let go of the pictures of a post as they were before, with their files. Returns how many there were.

    Called when it is sent, and with `made_before` when the days for taking back are over: what was blurred cannot be
    had back then.
    """
    post = locked(post, None)
    rows = Earlier.objects.of(post.school_id).filter(picture__post=post)
    if made_before is not None:
        rows = rows.filter(made_at__lt=made_before)
    files = list(rows.values_list("file", flat=True))
    if files:
        forget_unless_sent(post, files)
        rows.delete()
        recorded("picture.settled", post, by=by, at=at, pictures=len(files))
    return len(files)


@contextmanager
def _replaced(picture: Picture, data: bytes, *, at: datetime) -> Iterator[None]:
    """Give a picture new bytes, and keep the old for taking back. Where the block fails, the new file is gone again."""
    Earlier.objects.create(picture=picture, made_at=at, **{field: getattr(picture, field) for field in _CHANGED})
    with stored.new(data, kind="png" if data.startswith(b"\x89PNG") else "jpeg", at=at) as file:
        picture.file, picture.sha256 = file, hashlib.sha256(data).hexdigest()
        yield


def _spot(picture: Picture, box: str) -> Spot:
    found = next((one for one in spots(picture.seen, picture.marks) if one.key == box), None)
    if found is None:
        raise UnableTo(GONE)
    return found


def _mark(picture: Picture, said: Mapping[str, Mapping[str, Any] | None]) -> None:
    """Change what is said of boxes; a pupil who has no box left by it is not said to be in the picture."""
    before = tied(picture.marks)
    marks = {**picture.marks, **said}
    picture.marks = {key: dict(mark) for key, mark in sorted(marks.items()) if mark and mark["is"]}
    picture.pupils.remove(*(before - tied(picture.marks)))


def _check_can_keep(area: Area, picture: Picture) -> None:
    inside = area.x >= 0 and area.y >= 0 and area.right <= picture.width and area.bottom <= picture.height
    if not inside or area.width < SMALLEST or area.height < SMALLEST:
        raise UnableTo("Too little of the picture would be left. Cut less off, or take the picture out.")
    if (area.width, area.height) == (picture.width, picture.height):
        raise UnableTo("Say how much to cut off, on one side at least.")
