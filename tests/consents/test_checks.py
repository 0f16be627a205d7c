"""Whether a relationship says who gave an answer."""

from datetime import date

import pytest

from gatepost.consents.checks import check_given_on, check_giver_is_told
from gatepost.consents.models import Contact
from gatepost.schools.errors import UnableTo

NAMED = Contact(name="Ewa Nowak", relationship="Mother")
TOLD = {
    "a mother without a name": ("parent", None, "Mother"),
    "a carer of two words": ("parent", None, "Foster carer"),
    "half a name, as lists have it": ("parent", None, "Mrs Nowak"),
    "somebody else": ("other", None, "Grandmother"),
    "somebody named": ("parent", NAMED, ""),
    "nobody knows who": ("parent", None, ""),
    "the pupil": ("pupil", None, ""),
}
NOT_TOLD = {
    "twice": (("parent", NAMED, "Mother"), "You chose Ewa Nowak by name."),
    "the pupil as a parent": (("pupil", None, "Mother"), "the pupil’s own answer"),
    "a whole name": (("parent", None, "Ewa Nowak"), "This is a name."),
}


@pytest.mark.parametrize(("given_by", "contact", "relationship"), TOLD.values(), ids=TOLD)
def test_a_giver_may_be_told_by_name_or_by_relationship(given_by, contact, relationship):
    check_giver_is_told(given_by=given_by, contact=contact, relationship=relationship)


@pytest.mark.parametrize(("giver", "says"), NOT_TOLD.values(), ids=NOT_TOLD)
def test_a_giver_who_is_told_twice_or_by_a_name_nobody_keeps_is_refused(giver, says):
    given_by, contact, relationship = giver
    with pytest.raises(UnableTo, match=says):
        check_giver_is_told(given_by=given_by, contact=contact, relationship=relationship)


TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("day", [TODAY, date(2026, 9, 1), date(2006, 1, 1)])
def test_a_form_of_today_and_of_years_ago_can_be(day):
    check_given_on(day, today=TODAY)


@pytest.mark.parametrize(
    ("day", "says"), [(date(2026, 11, 21), "still to come"), (date(1970, 1, 1), "Look at the year")]
)
def test_a_form_of_tomorrow_or_of_1970_can_not(day, says):
    with pytest.raises(UnableTo, match=says):
        check_given_on(day, today=TODAY)
