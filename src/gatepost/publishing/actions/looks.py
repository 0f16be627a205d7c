"""Look into a picture that waits for it: where faces are, and which words can be read. Never whose face it is."""

import logging
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Protocol

from django.conf import settings
from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.publishing.actions.locking import locked
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.actions.resembling import like_before
from gatepost.publishing.models import Picture
from gatepost.publishing.pictures import stored
from gatepost.publishing.pictures.boxes import found
from gatepost.publishing.states import LOOKING
from gatepost.schools.errors import UnableTo

if TYPE_CHECKING:
    from gatepost.detectors.pictures import Seen

MOST_TRIES: Final = 4
"""Beginnings of the two halves of a look. One that was broken off that often takes the worker down with it."""
log = logging.getLogger("gatepost.look")


def can() -> bool:
    """Return whether pictures are looked into here: it is switched on, and what looks is installed."""
    from gatepost.detectors.pictures import can_look

    return bool(settings.LOOK) and can_look()


class Look(Protocol):
    """What looks: given the bytes of a picture, it returns what is in it, with or without what can be read."""

    def __call__(self, data: bytes, /, *, words: bool) -> "Seen": ...


def look_into(picture: Picture, *, by: Actor, at: datetime, look: Look | None = None) -> None:
    """Do the next half of the look into a picture: faces first, since they are quick; then words.

    Safe to be begun twice or broken off. Where the picture is changed meanwhile, it goes on waiting. `look` is what
    looks; where nothing is given, the models do.
    """
    begun = _begun(picture, by=by, at=at)
    if begun is None:
        return
    try:
        seen = _looked(begun, look)
    except UnableTo:
        _end(begun, "failed", by=by, at=at)
    except Exception as fault:
        # Whatever a model meets in a picture, it must not keep the others waiting. Its words may hold names.
        log.error("Picture %s could not be looked into: %s", begun.pk, type(fault).__name__)
        _end(begun, "failed", by=by, at=at)
    else:
        _keep(begun, seen, by=by, at=at)


@transaction.atomic
def _begun(picture: Picture, *, by: Actor, at: datetime) -> Picture | None:
    """Count a try, before anything can go wrong with it. None where there is nothing to look for any more."""
    post = locked(picture.post, None)
    held = Picture.objects.of(post.school_id).filter(pk=picture.pk, look__in=LOOKING).first()
    if held is None:
        return None
    held.post = post
    held.tries += 1
    if held.tries > MOST_TRIES or not can():
        _end(held, "failed" if can() else "none", by=by, at=at)
        return None
    held.save(update_fields=["tries"])
    return held


def _looked(picture: Picture, look: Look | None) -> "Seen":
    from gatepost.detectors import pictures

    data = stored.read(str(picture.file), sha256=picture.sha256)
    return (look or pictures.look)(data, words=picture.look == "faces")


@transaction.atomic
def _end(picture: Picture, state: str, *, by: Actor, at: datetime) -> None:
    post = locked(picture.post, None)
    rows = Picture.objects.of(post.school_id).filter(pk=picture.pk, look=picture.look, sha256=picture.sha256)
    if rows.update(look=state, looked_at=at):
        recorded("picture.unseen", post, by=by, at=at, picture=picture.pk)


@transaction.atomic
def _keep(picture: Picture, seen: "Seen", *, by: Actor, at: datetime) -> None:
    post = locked(picture.post, None)
    held = Picture.objects.of(post.school_id).filter(pk=picture.pk, look=picture.look, sha256=picture.sha256).first()
    if held is None:
        return
    new = found(seen)
    # The faces may have been spoken of while the words were looked for: those stay as they are.
    held.seen = new | {"words": []} if held.look == "waiting" else held.seen | {"words": new["words"]}
    held.look, held.looked_at = ("faces" if held.look == "waiting" else "done"), at
    held.dhash = held.dhash or f"{seen.dhash:016x}"
    held.seen["like"] = like_before(held, post.school)
    held.save(update_fields=["seen", "look", "looked_at", "dhash"])
    if held.look == "done":
        recorded("picture.looked", post, by=by, at=at, **_counts(held))


def _counts(picture: Picture) -> dict[str, Any]:
    return {"picture": picture.pk, "faces": len(picture.seen["faces"]), "words": len(picture.seen["words"])}
