import pytest

from gatepost.publishing.pictures.boxes import found
from gatepost.publishing.pictures.telling import told
from tests.publishing.pictures.seeing import FACE, OTHER, seen

FAR = (10, 10, 8, 8)
GUESS = "Its author chose “From behind or far off”. By the faces found, it seems: “A face can be recognised”."
TOLD = {
    "a face that was ticked": (
        {"faces": (FACE,)}, {"pupils": [7], "face_shown": "recognisable"}, ["1 face: 1 pupil ticked."]
    ),
    "a face that nobody was ticked for": (
        {"faces": (FACE, OTHER)}, {"pupils": [7], "face_shown": "recognisable"},
        ["2 faces: 1 pupil ticked, 1 not said yet."],
    ),
    "no face": ({"faces": ()}, {}, ["No face found."]),
    "a near face that was said to be far": (
        {"faces": (FACE,)}, {"pupils": [7]}, ["1 face: 1 pupil ticked.", GUESS]
    ),
    "a far face": ({"faces": (FAR,), "frontal": False}, {"pupils": [7]}, ["1 face: 1 pupil ticked."]),
    "a face that was blurred": (
        {"faces": (FACE,)}, {"marks": {"f1": {"is": "blurred"}}, "face_shown": "blurred"},
        ["1 face: 1 blurred."],
    ),
    "a grown-up, a stranger, a pupil and a name that was blurred": (
        {"faces": (FACE, OTHER, FAR), "words": [((10, 400, 90, 20), "Zofia Nowak")]},
        {"pupils": [7], "face_shown": "recognisable",
         "marks": {"f1": {"is": "adult"}, "f2": {"is": "elsewhere"}, "w1": {"is": "blurred"}}},
        ["3 faces: 1 pupil ticked, 1 grown-up, 1 nobody from this school.", "Blurred: 1 place with words."],
    ),
    "one that was blurred of three, and one that is none": (
        {"faces": (FACE, OTHER, FAR)},
        {"pupils": [7], "face_shown": "recognisable", "marks": {"f1": {"is": "blurred"}, "f2": {"is": "no_face"}}},
        ["3 faces: 1 pupil ticked, 1 blurred, 1 not a face."],
    ),
    "words that were not looked for": (
        {"faces": ()}, {"look": "faces"},
        ["No face found.", "Words were not looked for in it."],
    ),
    "nothing that has looked": (
        {"faces": ()}, {"look": "none"}, ["Nothing has looked into this picture for faces or names."]
    ),
}  # fmt: skip


def picture(what, **more):
    return {"seen": found(seen(**what)), "marks": {}, "look": "done", "face_shown": "back_or_distance", "pupils": [],
            "width": 640, "height": 480} | more  # fmt: skip


@pytest.mark.parametrize(("what", "more", "lines"), TOLD.values(), ids=TOLD)
def test_an_approver_is_told_what_was_found(what, more, lines):
    assert list(told(picture(what, **more))) == lines


def test_what_was_sent_before_pictures_were_looked_into_tells_nothing():
    assert told({"face_shown": "no_people", "pupils": []}) == ()


def test_a_picture_like_one_that_was_not_wanted_is_told_of():
    like = [{"why": "down", "at": "2026-11-12T10:00:00+00:00", "post": 3}]
    one = picture({"faces": ()})
    one["seen"] = one["seen"] | {"like": like}
    assert told(one)[-1] == "A picture like this was in another post that was taken down."
