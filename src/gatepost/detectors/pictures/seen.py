"""What a look into a picture hands back: boxes in pixels of the upright picture, with how sure it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture that stands upright: its left upper corner and its size, in pixels of the whole picture."""

    x: int
    y: int
    width: int
    height: int

    @property
    def area(self) -> int:
        """In pixels."""
        return self.width * self.height


@dataclass(frozen=True, slots=True)
class Face:
    """A face, nobody's in particular. `frontal` says that both eyes and the nose are towards the camera.

    `confidence` is the network's own, 0 to 1.
    """

    box: Box
    confidence: float
    frontal: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words that can be read. The box holds all of it, upright, however the line lies."""

    box: Box
    text: str
    confidence: float

    @property
    def is_scrap(self) -> bool:
        """Whether it is nothing that anybody wrote: one letter, or a sign or two, which a reader sees in mere shapes.

        A letter may still be part of a name that stands letter by letter, so names are looked for in scraps too.
        """
        return is_scrap(self.text)


def is_scrap(text: str) -> bool:
    """Return whether a text has fewer than two letters, and no number as long as the end of a telephone number."""
    return sum(sign.isalpha() for sign in text) < 2 and sum(sign.isdigit() for sign in text) < _NUMBER


_NUMBER = 4
"""Digits from which on a text without letters says something: a telephone number, or a day."""


@dataclass(frozen=True, slots=True)
class Seen:
    """All that was seen in a picture of this width and height in pixels, once it stands upright.

    `dhash` is a perceptual hash of 64 bits, for `resembles`.
    """

    width: int
    height: int
    faces: tuple[Face, ...]
    words: tuple[Words, ...]
    dhash: int
