"""Who answers: the parent, until the pupil has come to the year or the age at which the school asks them."""

from datetime import date

import pytest

from gatepost.consents.answering import NATIONS, PARENTS, Custom, who_answers

TODAY = date(2026, 11, 20)
FROM_7, FROM_13 = Custom(from_year=7), Custom(from_age=13)
ALONE = Custom(from_age=13, with_parent=False)
WHO = {
    "nothing set": (PARENTS, 11, None, "parent"),
    "the year before": (FROM_7, 6, None, "parent"),
    "the year itself": (FROM_7, 7, None, "both"),
    "no year is known": (FROM_7, None, date(2010, 1, 1), "both"),
    "13 tomorrow": (FROM_13, 8, date(2013, 11, 21), "parent"),
    "13 today": (FROM_13, 8, date(2013, 11, 20), "both"),
    "13 today, alone": (ALONE, 8, date(2013, 11, 20), "pupil"),
    "13 tomorrow, alone": (ALONE, 8, date(2013, 11, 21), "parent"),
    "Year 7: 12 at most": (ALONE, 7, None, "parent"),
    "Year 8: 12 or 13": (ALONE, 8, None, "both"),
    "Year 9: 13 at least": (ALONE, 9, None, "pupil"),
    "neither year nor birthday": (ALONE, None, None, "both"),
    "Scotland, 12": (NATIONS["scotland"], None, date(2014, 11, 20), "both"),
    "Scotland, 11": (NATIONS["scotland"], None, date(2014, 11, 21), "parent"),
}


@pytest.mark.parametrize(("custom", "year", "dob", "who"), WHO.values(), ids=WHO)
def test_who_is_asked(custom, year, dob, who):
    assert who_answers(custom, year=year, dob=dob, on=TODAY) == who


@pytest.mark.parametrize("chosen", ["parent", "pupil", "both"])
def test_what_was_decided_for_one_pupil_comes_before_what_holds_for_all(chosen):
    assert who_answers(ALONE, year=11, dob=None, on=TODAY, chosen=chosen) == chosen
