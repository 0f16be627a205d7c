"""On which account a post of a list stands, and which rows are left out."""

import pytest

from gatepost.channels.actions import register
from gatepost.publishing.past_lists import Row
from gatepost.publishing.past_places import Place, Places
from tests.cast import Cast, by_system, cast
from tests.publishing.looking_back import added, begun, link

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def sorted_out(people: Cast, *rows: Row, place: Place | None = None):
    return Places(people.school, place).sorted_out(rows)


def test_a_link_tells_the_account_where_the_school_has_one_there(people):
    posts, problems = sorted_out(people, Row(1, link(1)))
    assert ([one.channel for one in posts], problems) == ([people.channel], [])


def test_of_two_accounts_on_a_platform_the_row_or_the_address_tells(people):
    other = register.open_channel(people.school, platform="facebook", name="Brookfield Nursery",
                                  address="https://www.facebook.com/nursery", **by_system)  # fmt: skip
    rows = (Row(1, link(1), where="brookfield  nursery"), Row(2, "https://www.facebook.com/nursery/posts/2"))
    assert [one.channel for one in sorted_out(people, *rows)[0]] == [other, other]


def test_of_two_accounts_that_nothing_tells_apart_neither_is_guessed(people):
    register.open_channel(people.school, platform="facebook", name="Brookfield Nursery", **by_system)
    assert [(one.channel, one.platform) for one in sorted_out(people, Row(1, link(1)))[0]] == [(None, "facebook")]


def test_an_account_that_is_not_on_the_register_is_kept_by_what_it_is_called(people):
    posts, _ = sorted_out(people, Row(1, "https://instagram.com/p/1", where="brook_old"))
    assert [(one.channel, one.platform, one.account) for one in posts] == [(None, "instagram", "brook_old")]


def test_a_site_that_nobody_knows_is_asked_about(people):
    _, problems = sorted_out(people, Row(1, "https://brook.example/news/1"))
    assert "Choose where these were posted" in problems[0].why


def test_a_chosen_account_takes_no_link_of_another_host(people):
    _, problems = sorted_out(people, Row(1, "https://instagram.com/p/1"), place=Place("facebook", people.channel))
    assert "not on Brookfield Primary on Facebook" in problems[0].why


def test_a_post_that_stands_twice_in_a_list_is_taken_once(people):
    posts, problems = sorted_out(people, Row(1, link(1)), Row(4, f"{link(1)}/?fbclid=x"))
    assert (len(posts), problems[0].why) == (1, "This is the same post as in row 1.")


def test_a_post_that_is_there_already_is_left_out_and_said_where(people):
    added(begun(people), people.head, "Sports day.")
    _, problems = sorted_out(people, Row(1, link(1)))
    assert problems[0].why == "This post is there already, in “Back-catalogue, autumn 2026”: to look at."


def test_the_same_link_may_stand_at_another_school(people):
    added(begun(people), people.head, "Sports day.")
    posts, problems = Places(people.other, Place("facebook")).sorted_out([Row(1, link(1))])
    assert (len(posts), problems) == (1, [])


def test_a_row_that_the_list_could_not_read_is_left_out_with_its_number(people):
    _, problems = sorted_out(people, Row(7, link(1), wrong="No day."))
    assert [(one.number, one.why) for one in problems] == [(7, "No day.")]
