"""Who is asked follows from what the school set, else from its policy, else from its nation."""

import pytest

from gatepost.consents.actions import bases
from gatepost.consents.answering import PARENTS, Custom
from gatepost.consents.customs import custom_of, usual
from gatepost.handbook.queries import policy_in_force
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("policy", "custom"),
    [("southport", Custom(from_age=13, with_parent=False)), ("everyone-matters", PARENTS), ("true-learning", PARENTS)],
)
def test_a_policy_that_counts_a_pupils_own_permission_has_them_asked_from_that_age(policy, custom):
    assert custom_of(cast.cast(policy=policy).school, on=cast.AT.date()) == custom


def test_a_policy_that_says_nothing_leaves_it_to_the_nation():
    here = policy_in_force(cast.cast(policy="everyone-matters").school, on=cast.AT.date())
    assert usual("scotland", here) == Custom(from_age=12)


def test_what_the_school_set_comes_before_its_policy():
    people = cast.cast(policy="southport")
    bases.set_asking(from_year=11, from_age=None, with_parent=True, seat=people.head, at=cast.AT)
    assert custom_of(people.school, on=cast.AT.date()) == Custom(from_year=11)


def test_where_no_policy_is_adopted_parents_are_asked():
    assert usual("england", None) == PARENTS
