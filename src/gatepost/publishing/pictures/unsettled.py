"""What a look into the pictures of a draft leaves open: it goes on, or what was said and what was found differ."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from gatepost.publishing.asked_facts import Ask, anchor
from gatepost.publishing.assess import Assessment
from gatepost.publishing.pictures.boxes import Spot, faces_left, nobodys, spots
from gatepost.publishing.pictures.legible import STYLES
from gatepost.publishing.states import LOOKING

PATIENCE: Final = timedelta(minutes=5)
"""How long a draft waits for a look. A worker that does not run must not keep a school from posting."""
_LESS: Final = ("none", "first", "surname", "full")
_NO_FACE: Final = {"no_people": "nobody is in {}", "blurred": "faces are blurred in {}"}


def is_looking(picture: Mapping[str, Any], *, at: datetime) -> bool:
    """Return whether a look into a picture of a content goes on, and may still be waited for."""
    since = picture.get("look_since")
    if picture.get("look") not in LOOKING or not since:
        return False
    return at - datetime.fromisoformat(since) < PATIENCE


def was_looked_into(picture: Mapping[str, Any]) -> bool:
    """Return whether both faces and words were looked for in a picture of a content."""
    return picture.get("look") == "done"


def unsettled(assessment: Assessment) -> tuple[Ask, ...]:
    """Return what must be settled before a draft is sent, each leading to where that is done."""
    pictures = assessment.content["pictures"]
    found: list[Ask] = []
    for number, picture in enumerate(pictures):
        called = "the picture" if len(pictures) == 1 else f"picture {number + 1}"
        found += _of(picture, number, called, assessment)
    return tuple(found)


def _of(picture: Mapping[str, Any], number: int, called: str, assessment: Assessment) -> Iterator[Ask]:
    pk = picture["id"]
    if is_looking(picture, at=assessment.at):
        yield Ask("media", f"Gatepost is still looking into {called}. It takes some seconds", "go", anchor=seen_at(pk))
    if words := _unsaid_names(picture, assessment):
        says = f"You said that {_SAID[picture['names_visible']]} can be read in {called}, and we read {words}"
        at = f"media[{number}].names_visible"
        yield Ask(at, f"{says}. Change the answer, or blur it", "go", anchor=anchor(pk, "names_visible"))
    yield from _faces(picture, called)


def seen_at(picture: int) -> str:
    """Return the id of the part of the page that shows what was found in a picture."""
    return f"p{picture}-seen"


def _faces(picture: Mapping[str, Any], called: str) -> Iterator[Ask]:
    pk, every = picture["id"], spots(picture.get("seen", {}), picture.get("marks", {}))
    left, shown = faces_left(every), picture["face_shown"]
    if left and shown in _NO_FACE:
        says = f"You said that {_NO_FACE[shown].format(called)}, and we see {_count(left)}"
        yield Ask("people", f"{says}. Change the answer, or say what it is", "go", anchor=anchor(pk, "face_shown"))
    unknown = nobodys(every, picture["pupils"])
    if unknown and shown == "recognisable" and picture["people_said"]:
        faces = "1 face belongs" if unknown == 1 else f"{unknown} faces belong"
        says = f"{faces} to nobody whom you ticked in {called}"
        yield Ask("people", f"{says}. Say who it is, or blur it", "go", anchor=seen_at(pk))


def _unsaid_names(picture: Mapping[str, Any], assessment: Assessment) -> str:
    """Return the names, in quotation marks, of which more can be read than was said; nothing where that is not so."""
    said = picture["names_visible"]
    if said not in _LESS or said == STYLES[0]:
        return ""
    here = (one for one in assessment.legible if one.picture == picture["id"])
    more = [one.text for one in here if _LESS.index(one.style) > _LESS.index(said)]
    return " and ".join(f"“{text}”" for text in dict.fromkeys(more))


_SAID: Final = {"none": "no name", "first": "only a first name", "surname": "only a surname"}


def _count(faces: tuple[Spot, ...]) -> str:
    return "1 face" if len(faces) == 1 else f"{len(faces)} faces"
