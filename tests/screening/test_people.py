import copy

import pytest

from gatepost.detectors import detect_text
from gatepost.screening.people import Read, join_people
from tests.screening.roll import OLIVER, OTHER_OLIVER, ZOE, roll

FULL = "Oliver Hartley takes the 1500m record!"
FIRST = "Well done Oliver, what a race!"


def people(text, listed=None, *, roster=None):
    """The people of a post after the names in its text were joined to them."""
    joined = join_people(listed, read=[Read("text", text, detect_text(text, roster=roster))], roster=roster)
    return joined.entries


def named(entries):
    """Who is named how: the parts of each entry that joining may write."""
    return [(entry.get("name"), entry.get("named_in_text")) for entry in entries]


JOINED = {
    "the listed person of that name": ([{"name": "Oliver Hartley"}], [("Oliver Hartley", "full")]),
    "whatever the letters' case": ([{"name": "oliver hartley"}], [("oliver hartley", "full")]),
    "the second of two": (
        [{"name": "Zoë Adeyemi"}, {"name": "Oliver Hartley"}],
        [("Zoë Adeyemi", None), ("Oliver Hartley", "full")],
    ),
    "a listed pupil number": ([{"upn": OLIVER}], [("Oliver Hartley", "full")]),
    "a nickname on file": ([{"name": "Ollie Hartley"}], [("Ollie Hartley", "full")]),
    "somebody unnamed who is named in full": ([{"named_in_text": "full"}], [("Oliver Hartley", "full")]),
    "the first of two unnamed who are": (
        [{"named_in_text": "full", "year": 8}, {"named_in_text": "full", "year": 9}],
        [("Oliver Hartley", "full"), (None, "full")],
    ),
}

NOT_JOINED = {
    "somebody of another name": [{"name": "Oliver Pemberton"}],
    "another pupil number": [{"upn": OTHER_OLIVER}],
    "somebody unnamed who is named otherwise": [{"named_in_text": "first"}],
    "somebody unnamed of whom nothing is said": [{"role": "pupil", "in_photo": True}],
    "an unnamed member of staff": [{"role": "teacher", "named_in_text": "full"}],
    "nobody, where nobody is listed": [],
    "nobody, where people are unknown": None,
}


@pytest.mark.parametrize(("listed", "expected"), JOINED.values(), ids=JOINED)
def test_a_name_joins(listed, expected):
    assert named(people(FULL, listed, roster=roll())) == expected


@pytest.mark.parametrize("listed", NOT_JOINED.values(), ids=NOT_JOINED)
def test_a_name_that_fits_nobody_adds_a_pupil_without_permissions(listed):
    entries = people(FULL, listed, roster=roll())
    assert entries[:-1] == (listed or [])
    assert entries[-1] == {"role": "pupil", "named_in_text": "full", "name": "Oliver Hartley", "upn": OLIVER}


GIVEN = {
    "none": [{"name": "Oliver Hartley", "named_in_text": "none"}],
    "first": [{"name": "Oliver Hartley", "named_in_text": "first"}],
}


@pytest.mark.parametrize("listed", GIVEN.values(), ids=GIVEN)
def test_how_somebody_is_named_stays_as_it_is_given(listed):
    assert named(people(FULL, listed, roster=roll())) == named(listed)


def test_a_null_is_not_given():
    assert named(people(FULL, [{"name": "Oliver Hartley", "named_in_text": None}])) == [("Oliver Hartley", "full")]


DERIVED = {
    "in full": (FULL, "full"),
    "by the first name": (FIRST, "first"),
    "by the surname": ("A superb run by Hartley in the final.", "surname"),
    "in full and by the first name": (f"{FULL} Well run, Oliver.", "full"),
    "by nothing": ("The 1500m record has fallen!", None),
    "by a longer word": ("Olivers garden centre has a sale.", None),
}


@pytest.mark.parametrize(("text", "style"), DERIVED.values(), ids=DERIVED)
def test_without_a_roll_a_listed_name_is_looked_for_in_the_text(text, style):
    assert named(people(text, [{"name": "Oliver Hartley"}])) == [("Oliver Hartley", style)]


def test_a_first_name_that_two_listed_people_share_names_both():
    listed = [{"name": "Oliver Hartley"}, {"name": "Oliver Pemberton"}]
    assert [style for _, style in named(people(FIRST, listed))] == ["first", "first"]


def test_a_first_name_that_two_share_names_the_one_who_is_said_to_be_named():
    listed = [{"name": "Oliver Hartley"}, {"name": "Oliver Pemberton", "named_in_text": "first"}]
    assert [style for _, style in named(people(FIRST, listed))] == [None, "first"]


def test_two_mentions_of_one_pupil_add_one_person():
    assert len(people(f"{FULL} Well run, Oliver.", roster=roll())) == 1


def test_two_pupils_add_two_people():
    text = "Oliver Hartley beat Zoë Adeyemi by a second."
    assert [entry["upn"] for entry in people(text, roster=roll())] == [OLIVER, ZOE]


def test_a_name_that_may_be_either_of_two_pupils_is_pinned_on_neither():
    (added,) = people(FIRST, roster=roll())
    assert added["upn"] not in (OLIVER, OTHER_OLIVER)


def test_an_entry_that_stands_for_several_people_takes_several_names():
    listed = [{"role": "pupil", "count": 2, "named_in_text": "full"}]
    assert len(people("Oliver Hartley beat Zoë Adeyemi by a second.", listed, roster=roll())) == 1


def test_an_entry_that_stands_for_several_takes_no_more_than_it_counts():
    listed = [{"role": "pupil", "count": 1, "named_in_text": "full"}]
    assert len(people("Oliver Hartley beat Zoë Adeyemi by a second.", listed, roster=roll())) == 2


def test_staff_on_the_roll_add_nobody():
    assert people("Marian Thackeray has retired.", roster=roll()) == []


def test_what_the_caller_listed_is_left_as_it_is():
    listed = [{"name": "Oliver Hartley"}, {"named_in_text": "first"}]
    before = copy.deepcopy(listed)
    people(f"{FULL} And Zoë!", listed, roster=roll())
    assert listed == before


def test_the_order_of_mentions_does_not_matter_to_who_is_joined():
    early, late = (people(text, roster=roll()) for text in (f"Oliver! {FULL}", f"{FULL} Oliver!"))
    assert named(early) == named(late)


BAD = {"a word": "everyone", "a number": 3, "a mapping": {"name": "Oliver"}, "a list of words": ["Oliver"]}


@pytest.mark.parametrize("listed", BAD.values(), ids=BAD)
def test_what_is_no_list_of_people_is_left_for_the_parser(listed):
    assert join_people(listed, read=[Read("text", FULL, ())], roster=None) is None


ODD = [
    {"name": 3},
    {"name": ""},
    {"name": "  "},
    {"upn": 7},
    {"count": "two", "named_in_text": "full"},
    {"role": 4},
    {},
]


@pytest.mark.parametrize("entry", ODD, ids=str)
def test_an_odd_entry_never_stops_the_reading(entry):
    assert len(people(FULL, [entry], roster=roll())) >= 1
