"""The faces of a picture in one sentence that adds up: who was ticked, what was said of the others, what is blurred."""

from collections.abc import Collection, Iterable
from typing import Final

from gatepost.publishing.pictures.boxes import BLURRED, Spot, nobodys

_SAID: Final = {"adult": ("grown-up", "grown-ups"), "elsewhere": ("nobody from this school", "nobody from this school")}
"""What was said of a face → in words, of one and of more."""


def counted(every: Iterable[Spot], pupils: Collection[int]) -> str:
    """Return “6 faces: 2 pupils ticked, 1 grown-up, 1 nobody from this school, 2 blurred”, each where there is one.

    `pupils` are those who were ticked. The faces are as many as the boxes on the page are numbered.
    """
    faces = tuple(one for one in every if one.is_face)
    said = [one.said for one in faces]
    parts = [_many(len(pupils), "pupil ticked", "pupils ticked")] if pupils else []
    parts += [_many(said.count(slug), *words) for slug, words in _SAID.items() if slug in said]
    unsaid = nobodys(faces, pupils)
    parts += [f"{unsaid} not said yet"] if unsaid else []
    parts += [f"{said.count(BLURRED)} blurred"] if BLURRED in said else []
    parts += [f"{said.count('no_face')} not a face"] if "no_face" in said else []
    whole = _many(len(faces), "face", "faces") if faces else "No face found"
    return f"{whole}: {', '.join(parts)}" if parts else whole


def blurred(every: Iterable[Spot]) -> str:
    """Return “2 faces and 1 place with words”: what is blurred; nothing where nothing is."""
    covered = tuple(one for one in every if one.blurred)
    faces = sum(one.is_face for one in covered)
    kinds = ((faces, "face", "faces"), (len(covered) - faces, "place with words", "places with words"))
    return " and ".join(_many(number, one, more) for number, one, more in kinds if number)


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
