"""What a roll would change."""

from datetime import date

import pytest

from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.pupils import OnRoll, Roll
from gatepost.consents.imports.rolling import roll_difference
from gatepost.consents.imports.rolls import Enrolled, RollRead
from gatepost.detectors.upn import check_letter

TODAY = date(2026, 11, 20)
IDRIS = {"legal_first": "Idris", "legal_last": "Abara", "year": 4, "class_name": "4B"}
NIA = {"legal_first": "Nia", "legal_last": "Lund", "year": 4, "class_name": "4B", "admission_no": "7"}


def upn(number):
    return check_letter(f"801200{number:06d}") + f"801200{number:06d}"


def made(*rows, full=False, gone=(), **chosen):
    """What a roll of these rows would change, where Idris (1) stands on it without a number, and Nia (2) with one."""
    held = {1: IDRIS, 2: NIA}
    held = {key: {"left_on": None, "upn": "", "admission_no": "", "dob": None, **one} for key, one in held.items()}
    names = ("legal_first", "legal_last", "admission_no", "year", "class_name")
    roll = Roll(OnRoll(key, **{name: one[name] for name in names}) for key, one in held.items())
    read = RollRead(len(rows), tuple(Enrolled(number, row) for number, row in enumerate(rows, start=2)), (),
                    tuple(Enrolled(number, row) for number, row in enumerate(gone, start=90)))  # fmt: skip
    return roll_difference(
        read, roll, held=held, on_roll={1, 2}, choices=Choices(full=full, **chosen), today=TODAY
    )  # fmt: skip


AGAIN = {
    "in the same year and class": IDRIS,
    "with a number that nobody has": {**IDRIS, "upn": upn(5)},
    "a year later": {**IDRIS, "year": 5, "class_name": "5B"},
    "with nothing but the name": {"legal_first": "Idris", "legal_last": "Abara"},
    "with a day of birth": {**IDRIS, "dob": date(2017, 1, 2)},
}
NEWCOMERS = {
    "another name": {**IDRIS, "legal_first": "Ida"},
    "the name of somebody with another number": {**NIA, "admission_no": "8"},
}


@pytest.mark.parametrize("row", AGAIN.values(), ids=AGAIN)
def test_nobody_is_put_on_the_roll_a_second_time_unseen(row):
    found = made(row)
    assert (found.added, [one.row for one in found.review], found.review[0].like) == ((), [2], (1,))


@pytest.mark.parametrize("row", NEWCOMERS.values(), ids=NEWCOMERS)
def test_whoever_is_surely_not_on_the_roll_is_new(row):
    assert (len(made(row).added), made(row).review) == (1, ())


def test_whoever_agrees_in_name_year_and_class_is_asked_about_once_for_all():
    found = made({**IDRIS, "upn": upn(5)})
    assert ([one.kind for one in found.choices()], found.same, "already" in found.review[0].why) == (["same"], 1, True)


def test_once_a_person_said_so_they_are_the_same_pupils_and_have_their_numbers():
    found = made({**IDRIS, "upn": upn(5)}, same=True)
    assert (found.changed, found.review, found.choices()) == ({1: {"upn": upn(5)}}, (), ())


def test_two_rows_of_one_name_and_class_are_not_both_the_same_pupil():
    found = made({**IDRIS, "upn": upn(5)}, {**IDRIS, "upn": upn(6)}, same=True)
    assert (found.changed, [one.row for one in found.review]) == ({}, [2, 3])


@pytest.mark.parametrize(("said", "added", "changed"), [("new", 1, {}), ("pupil:1", 0, {1: {"upn": upn(5)}})])
def test_what_a_person_said_of_a_row_counts(said, added, changed):
    found = made({**IDRIS, "upn": upn(5)}, matches={2: said})
    assert (len(found.added), found.changed, found.review) == (added, changed, ())


@pytest.mark.parametrize("said", ["new", "pupil:1"])
def test_a_number_stays_with_whoever_has_it_whatever_a_person_said(said):
    found = made({**IDRIS, "admission_no": "7"}, matches={2: said})
    assert (found.added, found.changed, [one.row for one in found.review]) == ((), {}, [2])


def test_what_a_person_said_and_nobody_is_makes_no_new_pupil():
    found = made({**IDRIS, "legal_first": "Zed"}, matches={2: "Zed Nobody"})
    assert (found.added, [one.row for one in found.review]) == ((), [2])


def test_whoever_may_stand_in_an_unclear_row_is_not_missing():
    assert made({**IDRIS, "upn": upn(5)}, full=True).missing == (2,)


GONE = {
    "by number": ({"admission_no": "7"}, (2,), 0),
    "by number and name": (NIA, (2,), 0),
    "by a name alone": (IDRIS, (), 0),
    "by a number of nobody": ({"admission_no": "8"}, (), 0),
    "by the number of somebody with another name": ({**IDRIS, "admission_no": "7"}, (), 1),
}


@pytest.mark.parametrize(("row", "missing", "review"), GONE.values(), ids=GONE)
def test_whoever_is_surely_marked_as_deleted_is_missing_from_any_list(row, missing, review):
    found = made(gone=[row])
    assert (found.missing, len(found.review), found.added) == (missing, review, ())


@pytest.mark.parametrize("said", ["pupil:2", "new"])
def test_what_a_person_said_of_somebody_deleted_counts(said):
    found = made(gone=[{**IDRIS, "admission_no": "7"}], matches={90: said})
    assert (found.missing, found.review) == ((2,) if said == "pupil:2" else (), ())


def test_whoever_is_deleted_in_one_row_and_stands_in_another_stays():
    assert made(NIA, gone=[NIA]).missing == ()


ABSENT = {"legal_first": "Ada", "legal_last": "Kerr", "admission_no": "99"}


def test_of_most_of_a_school_that_a_list_leaves_out_a_person_is_asked():
    found = made(ABSENT, full=True)
    assert [(one.kind, one.rows) for one in found.choices()] == [("missing", 2)]


def test_of_half_of_a_school_nobody_is_asked_nor_once_somebody_said_it():
    assert made(ABSENT, NIA, full=True).choices() == ()
    assert made(ABSENT, full=True, missing_have_left=True).choices() == ()


def test_of_one_pupil_nobody_is_asked_in_however_small_a_school():
    assert made(ABSENT, gone=[{"admission_no": "7"}]).choices() == ()
