"""What a look found in the drawn pictures: a real look, made once and kept, since five would hold up the demo."""

from functools import partial

from gatepost.audit.actor import SYSTEM
from gatepost.config.demo.document import found_in
from gatepost.config.demo.scenes import HEIGHT, WIDTH
from gatepost.detectors.pictures import Box, Seen, Words
from gatepost.publishing.actions import looks
from gatepost.publishing.models import Picture


def seen(scene: str) -> Seen:
    """Return what a look found in a scene, which has nobody's face."""
    kept = found_in(scene)
    words = tuple(Words(Box(*one["box"]), one["text"], one["confidence"]) for one in kept["words"])
    return Seen(WIDTH, HEIGHT, (), words, kept["dhash"])


def look_into(picture: Picture, scene: str) -> None:
    """Do both halves of the look into a picture of a scene, at the moment at which it was added.

    Where pictures are not looked into, it goes on saying so.
    """
    for _ in ("faces", "words"):
        looks.look_into(picture, by=SYSTEM, at=picture.added_at, look=partial(_seen, scene=scene))


def _seen(_data: bytes, *, words: bool, scene: str) -> Seen:
    made = seen(scene)
    return made if words else Seen(made.width, made.height, made.faces, (), made.dhash)
