import pytest

from gatepost.consents.roster import key_of
from gatepost.detectors import Person, Roster
from gatepost.publishing.pictures.boxes import found
from gatepost.publishing.pictures.legible import Legible, legible_in, named_by, style_in
from tests.publishing.pictures.seeing import BADGE, seen

ROLL = Roster([
    Person(admission_no=key_of(1), legal_first="Zofia", legal_last="Nowak"),
    Person(admission_no=key_of(2), legal_first="Oliver", legal_last="Hartley"),
    Person(admission_no=key_of(3), legal_first="Zofia", legal_last="Adeyemi"),
    Person(admission_no="s4", legal_first="Priya", legal_last="Shah", kind="staff"),
])  # fmt: skip
BELOW = (200, 445, 180, 40)
READ = {
    "a full name": ([(BADGE, "Zofia Nowak")], [("full", (1,))]),
    "a full name with the letters of certificates": ([(BADGE, "AWARDED TO ZOFIA NOWAK")], [("full", (1,))]),
    "a name on two lines": ([(BADGE, "Zofia"), (BELOW, "Nowak")], [("full", (1,)), ("full", (1,))]),
    "a first name that two share": ([(BADGE, "Zofia")], [("first", (1, 3))]),
    "a member of staff": ([(BADGE, "Mrs Priya Shah")], []),
    "words that are nobody's name": ([(BADGE, "Science fair 2026")], []),
    "nothing": ([], []),
}


def picture(words, **more):
    return {"id": 9, "width": 640, "height": 480, "seen": found(seen(faces=(), words=words)), "marks": {}, **more}


@pytest.mark.parametrize(("words", "names"), READ.values(), ids=READ)
def test_a_name_on_the_roll_is_read_in_a_picture(words, names):
    assert [(one.style, one.pupils) for one in legible_in([picture(words)], ROLL)] == names


@pytest.mark.parametrize("said", ["blurred", "no_name"])
def test_what_is_blurred_or_said_to_be_no_name_is_none(said):
    words = [(BADGE, "Zofia Nowak")]
    assert legible_in([picture(words, marks={"w1": {"is": said}})], ROLL) == ()


def test_a_picture_that_was_sent_before_pictures_were_looked_into_names_nobody():
    assert legible_in([{"id": 1, "width": 640, "height": 480}], ROLL) == ()


FIRST = Legible(9, "w1", "Oliver", "first", (2, 3))
FULL = Legible(9, "w2", "Zofia Nowak", "full", (1,))
SHORT = Legible(9, "w3", "Zofia", "first", (1,))


def test_the_most_of_a_name_that_can_be_read_counts():
    assert (style_in([FIRST, FULL], 9), style_in([FIRST], 9), style_in([FULL], 8)) == ("full", "first", "")


@pytest.mark.parametrize("order", [[FULL, SHORT], [SHORT, FULL]])
def test_whoever_is_named_twice_is_named_by_the_fuller(order):
    assert named_by(order, []) == {1: "full"}


@pytest.mark.parametrize(("meant", "named"), [([], {}), ([3], {3: "first"}), ([2, 3], {})])
def test_a_name_that_two_share_is_whose_is_meant(meant, named):
    assert named_by([FIRST], meant) == named
