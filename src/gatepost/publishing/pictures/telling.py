"""What an approver is told of a picture beside seeing it: what was found, and what its author said of that."""

from collections.abc import Iterator, Mapping
from typing import Any

from gatepost.publishing.models.declined import WHYS
from gatepost.publishing.pictures.boxes import faces_left, nobodys, spots
from gatepost.publishing.pictures.risk import proposed
from gatepost.publishing.states import FACES


def told(picture: Mapping[str, Any]) -> tuple[str, ...]:
    """Return it in sentences, for a picture of a content. One that was sent before pictures were looked into: none."""
    return tuple(_told(picture)) if "look" in picture else ()


def _told(picture: Mapping[str, Any]) -> Iterator[str]:
    every = spots(picture["seen"], picture["marks"])
    if picture["look"] in {"done", "faces"}:
        yield _found(picture)
        if picture["look"] == "faces":
            yield "Words were not looked for in it."
    else:
        yield "Nothing has looked into this picture for faces or names."
    if blurred := sum(one.blurred for one in every):
        yield f"{blurred} part{' is' if blurred == 1 else 's are'} blurred."
    guess = proposed(picture["seen"], picture["marks"], size=(picture["width"], picture["height"]))
    if guess and guess != picture["face_shown"]:
        yield f"Its author chose “{FACES[picture['face_shown']]}”. By the faces found, it seems: “{FACES[guess]}”."
    for like in picture["seen"].get("like", ())[:1]:
        yield f"A picture like this was in another post that was {WHYS[like['why']]}."


def _found(picture: Mapping[str, Any]) -> str:
    every = spots(picture["seen"], picture["marks"])
    left, ticked = len(faces_left(every)), len(picture["pupils"])
    faces = "No face was found in it" if not left else f"{left} face{'' if left == 1 else 's'} found in it"
    unknown = nobodys(every, picture["pupils"])
    rest = f", {unknown} of nobody who was ticked" if unknown else ""
    return f"{faces}; {ticked} pupil{' is' if ticked == 1 else 's are'} ticked{rest}."
