"""The boxes over a picture: what was found in it, what a person said of each, and what is left to be said.

What was found is kept as `{"faces": [{"key": "f1", "box": [x, y, width, height], "sure": 93, "frontal": true}],
"words": [{"key": "w1", "box": […], "sure": 88, "text": "…"}]}`, in pixels of the kept picture; what was said of it as
`{"f1": {"is": "pupil", "pupil": 7}}`. It never says whose face it is: only a person does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from gatepost.detectors.pictures import Face, Seen

FACE_IS: Final[dict[str, str]] = {
    "pupil": "A pupil",
    "adult": "A grown-up",
    "elsewhere": "Nobody from this school",
    "no_face": "Not a face",
}
"""What a person may say of a box with a face: slug → words."""
WORDS_ARE: Final[dict[str, str]] = {"no_name": "Not a pupil’s name"}
"""What a person may say of a box with words."""
BLURRED: Final = "blurred"


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture, in pixels from its upper left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends across."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Where it ends downwards."""
        return self.y + self.height

    def within(self, other: "Area") -> "Area":
        """Return what of this area lies in another, as the other counts."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Area(left - other.x, top - other.y, max(right - left, 0), max(bottom - top, 0))


@dataclass(frozen=True, slots=True)
class Spot:
    """A box of a picture. `number` counts among its kind, `of` how many there are; `said` is the slug of what it is.

    `text` are the words that were read, for a box with words.
    """

    key: str
    area: Area
    number: int
    of: int
    sure: int
    frontal: bool = False
    text: str = ""
    said: str = ""
    pupil: int | None = None

    @property
    def is_face(self) -> bool:
        """Whether it is a face, and not words."""
        return self.key.startswith("f")

    @property
    def blurred(self) -> bool:
        """Whether what was there is covered."""
        return self.said == BLURRED

    @property
    def name(self) -> str:
        """What to call it: “Face 3 of 7”."""
        what = "Face" if self.is_face else "Words"
        return f"{what} {self.number} of {self.of}"


def found(seen: "Seen") -> dict[str, Any]:
    """Return what was found as it is kept: faces in the order of reading, words from the top."""
    faces = enumerate(_in_rows(seen.faces), start=1)
    words = enumerate(sorted(seen.words, key=lambda one: (one.box.y, one.box.x)), start=1)
    return {
        "faces": [
            {"key": f"f{number}", "box": _box(one.box), "sure": round(one.confidence * 100), "frontal": one.frontal}
            for number, one in faces
        ],
        "words": [
            {"key": f"w{number}", "box": _box(one.box), "sure": round(one.confidence * 100), "text": one.text}
            for number, one in words
        ],
    }


def spots(seen: Mapping[str, Any], marks: Mapping[str, Any]) -> tuple[Spot, ...]:
    """Return every box with what was said of it: faces first."""
    made: list[Spot] = []
    for kind in ("faces", "words"):
        rows = seen.get(kind, ())
        for number, row in enumerate(rows, start=1):
            said = marks.get(row["key"], {})
            made.append(
                Spot(
                    row["key"], Area(*row["box"]), number, len(rows), row["sure"], row.get("frontal", False),
                    row.get("text", ""), said.get("is", ""), said.get("pupil"),
                )
            )  # fmt: skip
    return tuple(made)


def faces_left(every: Iterable[Spot]) -> tuple[Spot, ...]:
    """Return the faces that can be seen: not covered, and not said to be none."""
    return tuple(one for one in every if one.is_face and one.said not in {BLURRED, "no_face"})


def tied(marks: Mapping[str, Any]) -> set[int]:
    """Return the ids of the pupils of whom it was said that a face is theirs."""
    return {mark["pupil"] for mark in marks.values() if mark.get("pupil")}


def nobodys(every: Iterable[Spot], pupils: Iterable[int]) -> int:
    """Return how many faces belong to nobody who was ticked: said of none of them, and more than who is left over.

    A face that is said to be somebody's who is not ticked is nobody's, as one of which nothing is said.
    """
    ticked = set(pupils)
    left = faces_left(every)
    theirs = {one.pupil for one in left if one.said == "pupil" and one.pupil in ticked}
    unsaid = sum(not one.said or (one.said == "pupil" and one.pupil not in ticked) for one in left)
    return max(unsaid - len(ticked - theirs), 0)


def cut(seen: Mapping[str, Any], area: Area) -> dict[str, Any]:
    """Return what was found as it lies in the part of the picture that is kept. What is outside is gone."""
    kept = dict(seen)
    for kind in ("faces", "words"):
        moved = [(row, Area(*row["box"]).within(area)) for row in seen.get(kind, ())]
        kept[kind] = [
            {**row, "box": [part.x, part.y, part.width, part.height]} for row, part in moved if _is_left(row, part)
        ]
    return kept


def _is_left(row: Mapping[str, Any], part: Area) -> bool:
    """Tell whether enough of a box is left to be anything: a tenth of it, for a forehead and eyes can be known."""
    whole = int(row["box"][2]) * int(row["box"][3])
    return part.width * part.height * 10 >= whole > 0


def _box(box: Any) -> list[int]:
    return [int(box.x), int(box.y), int(box.width), int(box.height)]


def _in_rows(faces: Iterable["Face"]) -> list["Face"]:
    """Return faces as one reads: row by row, a row being as high as a face and a half."""
    every = sorted(faces, key=lambda one: one.box.height)
    if not every:
        return []
    row = max(every[len(every) // 2].box.height * 3 // 2, 1)
    top = min(one.box.y for one in every)
    return sorted(every, key=lambda one: ((one.box.y - top) // row, one.box.x))
