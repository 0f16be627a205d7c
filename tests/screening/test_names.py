import pytest

from gatepost.screening.names import Directory, called, forms, fuller, small_roster
from tests.screening.roll import OLIVER, OTHER_OLIVER, PEOPLE, ZOE, roll


def test_a_pupil_goes_by_every_name_on_file():
    assert forms(PEOPLE[0]) == {"oliver hartley", "ollie hartley"}


def test_a_pupil_is_called_by_the_preferred_name():
    assert called(PEOPLE[2]) == "Zoë Adeyemi"


FULLER = {(None, "first"): "first", ("first", "full"): "full", ("full", "first"): "full", ("none", "first"): "first"}


@pytest.mark.parametrize(("pair", "most"), FULLER.items())
def test_the_name_that_says_more_is_kept(pair, most):
    assert fuller(*pair) == most


def test_nobody_is_named_where_it_may_be_either_of_two():
    assert Directory.of(roll()).name((OLIVER, OTHER_OLIVER)) is None


def test_a_pupil_is_found_by_number():
    assert Directory.of(roll()).name((ZOE,)) == "Zoë Adeyemi"


def test_without_a_roll_nobody_is_known():
    assert Directory.of(None).name((OLIVER,)) is None


def test_listed_people_without_a_name_make_no_roll():
    assert small_roster([("people[0]", {"role": "pupil"}), ("people[1]", {"name": 3})]) is None


def test_listed_people_are_known_by_their_place():
    assert [person.key for person in small_roster([("people[4]", {"name": "Oliver"})]).people] == ["people[4]"]
