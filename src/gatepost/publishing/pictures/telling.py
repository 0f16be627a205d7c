"""What an approver is told of a picture beside seeing it: what was found, and what its author said of that."""

from collections.abc import Iterator, Mapping
from typing import Any

from gatepost.publishing.models.declined import WHYS
from gatepost.publishing.pictures.boxes import spots
from gatepost.publishing.pictures.counting import blurred, counted
from gatepost.publishing.pictures.risk import proposed
from gatepost.publishing.states import FACES


def told(picture: Mapping[str, Any]) -> tuple[str, ...]:
    """Return it in sentences, for a picture of a content. One that was sent before pictures were looked into: none."""
    return tuple(_told(picture)) if "look" in picture else ()


def _told(picture: Mapping[str, Any]) -> Iterator[str]:
    every = spots(picture["seen"], picture["marks"])
    if picture["look"] in {"done", "faces"}:
        yield f"{counted(every, picture['pupils'])}."
        if picture["look"] == "faces":
            yield "Words were not looked for in it."
    else:
        yield "Nothing has looked into this picture for faces or names."
    if words := blurred(one for one in every if not one.is_face):
        yield f"Blurred: {words}."
    guess = proposed(picture["seen"], picture["marks"], size=(picture["width"], picture["height"]))
    if guess and guess != picture["face_shown"]:
        yield f"Its author chose “{FACES[picture['face_shown']]}”. By the faces found, it seems: “{FACES[guess]}”."
    for like in picture["seen"].get("like", ())[:1]:
        yield f"A picture like this was in another post that was {WHYS[like['why']]}."
