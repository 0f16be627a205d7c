"""Where a policy says how many accounts there are, or which, an account beyond them is not official."""

from datetime import date

import pytest

from gatepost.channels.actions import register
from gatepost.channels.counting import counted
from gatepost.channels.deciding import Account, about_account
from gatepost.channels.models import Channel
from gatepost.channels.standings import standings
from gatepost.handbook.queries import policy_in_force
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db
AGES_AGO, LATER = date(2015, 1, 1), date(2026, 3, 1)


def opened(people, name, *, platform="facebook", on=LATER, **said):
    return register.open_channel(people.school, platform=platform, name=name, opened_on=on, **said, **by_system)


def against(people):
    """What no policy of the school counts as its own, with the clause, by name."""
    policies = {people.school.pk: policy_in_force(people.school, on=AT.date()).all}
    found = standings(list(Channel.objects.of(people.school)), of=people.school, policies=policies, on=AT.date())
    return {one.channel.name: one.against[0].ref for one in found if counted(one) == "against"}


def test_where_one_account_of_each_is_the_whole_set_the_later_one_is_beyond_it():
    people = cast(policy="north-star")
    Channel.objects.of(people.school).update(opened_on=AGES_AGO)
    opened(people, "Brookfield", platform="linkedin")
    opened(people, "Brookfield Trips")
    assert against(people) == {"Brookfield Trips": "4.p2"}


@pytest.mark.parametrize("policy", ["southport", "true-learning", "everyone-matters"])
def test_a_policy_that_sets_no_number_and_prints_no_table_has_nothing_against_a_second_account(policy):
    people = cast(policy=policy)
    opened(people, "Brookfield Trips")
    assert against(people) == {}


def test_the_second_of_a_platform_counts_once_the_first_is_closed():
    people = cast(policy="north-star")
    opened(people, "Brookfield Trips")
    Channel.objects.of(people.school).filter(pk=people.channel.pk).update(
        opened_on=AGES_AGO, closed_on=date(2026, 4, 1)
    )
    assert "Brookfield Trips" not in against(people)


def test_an_account_in_no_row_of_a_table_that_names_the_others_is_not_official():
    people = cast(policy="littleover")
    opened(people, "LCS Trips")
    opened(people, "Year 9 History")
    assert against(people) == dict.fromkeys(["Brookfield Primary", "Year 9 History"], "3.table")


def test_a_table_that_came_with_the_policy_has_as_many_accounts_as_rows():
    people = cast(policy="littleover")
    Channel.objects.of(people.school).update(opened_on=AGES_AGO)
    opened(people, "Brookfield Trips", on=date(2020, 1, 1))
    opened(people, "Year 9 History")
    assert against(people) == {"Year 9 History": "3.table"}


@pytest.mark.parametrize(("policy", "ref"), [("north-star", "4.p2"), ("littleover", "3.table")])
def test_an_account_that_nobody_registered_is_held_against_those_that_are(policy, ref):
    people = cast(policy=policy)
    if policy == "littleover":
        opened(people, "LCS Trips")
    told = about_account(Account(platform="facebook", name="Brook fans", master_rights="school"), school=people.school,
                         policy=policy_in_force(people.school, on=AT.date()), at=AT)  # fmt: skip
    assert told.outcome in {"block", "not_official"}
    assert ref in [one.ref for one in told.clauses]


@pytest.mark.parametrize(
    ("policy", "known", "number"), [("littleover", False, 3), ("littleover", True, 2), ("southport", False, 2)]
)
def test_the_others_are_read_only_where_the_policy_asks_for_them_and_nobody_has_them(
    policy, known, number, django_assert_num_queries
):
    people = cast(policy=policy)
    policies = {people.school.pk: policy_in_force(people.school, on=AT.date()).all}
    here = list(Channel.objects.of(people.school))
    with django_assert_num_queries(number):
        standings(here, of=people.school, policies=policies, on=AT.date(), every=here if known else None)
