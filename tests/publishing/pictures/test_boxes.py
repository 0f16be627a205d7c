import pytest

from gatepost.publishing.pictures.boxes import Area, cut, faces_left, found, nobodys, spots
from tests.publishing.pictures.seeing import seen

ROWS = [(300, 20, 50, 60), (40, 30, 50, 60), (60, 200, 50, 60), (10, 400, 50, 60)]
SAID = {
    "nothing is said": ({}, [], 2),
    "one of them is ticked": ({}, [7], 1),
    "both are ticked": ({}, [7, 8], 0),
    "more are ticked than there are faces": ({}, [7, 8, 9], 0),
    "one is said to be who was ticked": ({"f1": {"is": "pupil", "pupil": 7}}, [7], 1),
    "one is somebody's and another was ticked": ({"f1": {"is": "pupil", "pupil": 7}}, [7, 8], 0),
    "one is a grown-up": ({"f1": {"is": "adult"}}, [], 1),
    "one is blurred": ({"f1": {"is": "blurred"}}, [7], 0),
    "one is no face": ({"f2": {"is": "no_face"}}, [], 1),
}


def kept(**given):
    return found(seen(**given))


def test_faces_are_counted_as_one_reads():
    assert [one["box"] for one in kept(faces=ROWS)["faces"]] == [list(ROWS[at]) for at in (1, 0, 2, 3)]


def test_a_box_is_called_by_its_number_and_keeps_what_was_said():
    first, second = spots(kept(faces=ROWS[:2]), {"f2": {"is": "pupil", "pupil": 7}})
    assert (first.name, first.said, second.name, second.pupil) == ("Face 1 of 2", "", "Face 2 of 2", 7)


def test_words_are_kept_with_their_text():
    word = spots(kept(faces=(), words=[((5, 5, 50, 10), "Zofia")]), {})[0]
    assert (word.name, word.text, word.is_face) == ("Words 1 of 1", "Zofia", False)


@pytest.mark.parametrize(("marks", "pupils", "left"), SAID.values(), ids=SAID)
def test_a_face_is_nobodys_until_somebody_is_ticked_for_it(marks, pupils, left):
    assert nobodys(spots(kept(faces=ROWS[:2]), marks), pupils) == left


def test_a_face_that_is_blurred_is_not_left():
    every = spots(kept(faces=ROWS[:2]), {"f1": {"is": "blurred"}})
    assert [one.key for one in faces_left(every)] == ["f2"]


def test_boxes_move_with_a_crop_and_those_outside_are_gone():
    after = cut(kept(faces=[(0, 0, 40, 40), (100, 100, 40, 40)]) | {"like": ["it"]}, Area(90, 95, 100, 100))
    assert ([one["box"] for one in after["faces"]], after["like"]) == ([[10, 5, 40, 40]], ["it"])


@pytest.mark.parametrize(("at", "left"), [(35, 1), (37, 0)])
def test_less_than_a_tenth_of_a_box_is_none(at, left):
    after = cut(kept(faces=[(0, 0, 40, 40)]), Area(at, 0, 200, 200))
    assert len(after["faces"]) == left
