from datetime import date

import pytest

from gatepost.handbook.actions import policies
from gatepost.handbook.queries import periods, policies_in_force, policy_in_force
from gatepost.schools.actions import organisations
from tests.cast import by_system, cast

pytestmark = pytest.mark.django_db


def adopt(school, source, day, *, trust=False):
    """Adopt a policy from a day on."""
    return policies.adopt(
        trust=school.trust, school=None if trust else school, source=source, effective_from=day, **by_system
    )


def lasting(school):
    """Each policy with its days."""
    return [(one.adoption.policy_id, one.adoption.effective_from, one.until) for one in periods(school)]


def test_a_policy_holds_until_the_day_before_the_next():
    school = cast().school
    adopt(school, "littleover", date(2026, 12, 1))
    assert lasting(school) == [
        ("littleover", date(2026, 12, 1), None),
        ("southport", date(2026, 9, 1), date(2026, 11, 30)),
    ]


def test_the_trusts_policy_does_not_end_a_schools_own():
    school = cast().school
    adopt(school, "littleover", date(2026, 12, 1), trust=True)
    assert [until for _, _, until in lasting(school)] == [None, None]


@pytest.mark.parametrize(
    ("day", "policy"), [(date(2026, 8, 31), None), (date(2026, 9, 1), "southport"), (date(2026, 12, 1), "littleover")]
)
def test_each_day_has_its_policy(day, policy):
    school = cast().school
    adopt(school, "littleover", date(2026, 12, 1))
    held = policy_in_force(school, on=day)
    assert (held and held.own.policy_id) == policy


def test_of_two_for_one_day_the_later_one_holds():
    school = cast().school
    adopt(school, "littleover", date(2026, 12, 1))
    adopt(school, "north-star", date(2026, 12, 1))
    assert policy_in_force(school, on=date(2026, 12, 1)).own.policy_id == "north-star"


def test_another_schools_policies_are_not_among_them():
    people = cast()
    adopt(people.other, "north-star", date(2026, 12, 1))
    assert [policy for policy, _, _ in lasting(people.school)] == ["southport"]


@pytest.mark.parametrize("day", [date(2026, 8, 31), date(2026, 9, 1), date(2026, 12, 1), date(2027, 2, 1)])
def test_what_holds_at_every_school_of_a_trust_is_what_holds_at_each(day):
    first = cast().school
    second, third = (organisations.add_school(trust=first.trust, name=slug, slug=slug, colour="#7b2d43", **by_system)
                     for slug in ("ashgrove", "thornfield"))  # fmt: skip
    adopt(second, "littleover", date(2026, 12, 1))
    adopt(second, "north-star", date(2027, 1, 1))
    adopt(first, "true-learning", date(2026, 11, 1), trust=True)
    each = {school.pk: policy_in_force(school, on=day) for school in (first, second, third)}
    told = {pk: policy.own.pk for pk, policy in policies_in_force(first.trust, on=day).items()}
    assert told == {pk: policy.own.pk for pk, policy in each.items() if policy}


def test_what_holds_at_every_school_of_a_trust_takes_two_queries(django_assert_num_queries):
    school = cast().school
    for number in range(6):
        adopt(organisations.add_school(trust=school.trust, name=f"s{number}", slug=f"s{number}", colour="#7b2d43",
                                       **by_system), "littleover", date(2026, 9, 1))  # fmt: skip
    with django_assert_num_queries(2):
        assert len(policies_in_force(school.trust, on=date(2026, 12, 1))) == 7
