"""The figures for governors."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gatepost.publishing.actions import back_catalogue, past_posts
from gatepost.publishing.asking import policy_now
from gatepost.publishing.past_evidence import as_csv, evidence
from gatepost.publishing.past_lists import Row
from tests.cast import AT, Cast, cast
from tests.publishing.looking_back import begun, decided, link

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def told(people: Cast):
    """Five posts: two of one month, one without a day, one of an account that is not on the register."""
    rows = [
        Row(1, link(1), date(2024, 3, 1), "Well done, Zofia Nowak."), Row(2, link(2), date(2024, 3, 9), "Sports day."),
        Row(3, link(3), date(2023, 12, 1), "Carols."), Row(4, link(4), None, "A shelter."),
        Row(5, "https://instagram.com/p/1", date(2024, 5, 1), "Old.", where="=cmd()|zofia nowak"),
    ]  # fmt: skip
    back_catalogue.add(campaign := begun(people), rows=rows, place=None, seat=people.head, at=AT)
    posts = list(campaign.posts.order_by("pk"))
    decided(posts[1], people.head, "keep", shows="no_picture")
    decided(posts[0], people.head, "remove", reason="Zofia Nowak can’t be named.")
    past_posts.down(posts[0], seat=people.head, proof="Gone.", at=AT + timedelta(days=2))
    return evidence(campaign, policy=policy_now(people.school, at=AT), at=AT)


def test_posts_are_counted_by_where_they_stand_by_account_and_by_month(people):
    found = told(people)
    assert dict(found.whole.counts) == {"removed": 1, "keep": 1, "to_do": 3}
    assert [(line.name, line.total) for line in found.accounts] == [
        ("Brookfield Primary on Facebook", 4), ("Instagram, not on the register", 1),
    ]  # fmt: skip
    assert [(line.name, line.total) for line in found.months] == [
        ("December 2023", 1), ("March 2024", 2), ("May 2024", 1), ("No date is known", 1),
    ]  # fmt: skip


def test_it_says_when_and_by_which_roles(people):
    found = told(people)
    assert (found.roles, found.first_decided, found.last_settled) == ({"headteacher": 2}, AT, AT + timedelta(days=2))
    assert (found.days_to_go, found.speed) == (2.0, "The one post that went was gone within 2 days of the decision.")


SPEEDS = {
    (): "",
    (0.2,): "The one post that went was gone within a day of the decision.",
    (0.2, 3.04): "Both posts that went were gone within 3 days of the decision.",
    (0.2, 0.4, 9.0): "Half of the 3 posts that went were gone within a day of the decision.",
    (0.5, 2.0, 3.0, 9.0): "Half of the 4 posts that went were gone within 2.5 days of the decision.",
}


@pytest.mark.parametrize(("days", "says"), SPEEDS.items())
def test_how_soon_posts_were_gone_is_said_as_it_is_true_of_that_many(people, days, says):
    assert replace(told(people), days=days).speed == says


def test_the_file_holds_the_same_figures(people):
    lines = as_csv(told(people)).decode("utf-8-sig").splitlines()
    assert lines[:2] == [
        "Table,Row,Posts,To look at,Kept,To be replaced,To come down,Replaced,Taken down,\"Kept, to look at again\"",
        "All posts,All,5,3,1,0,0,0,1,0",
    ]  # fmt: skip
    assert "Decided by,headteacher,2,,,,,,," in lines


def test_the_file_names_nobody_and_holds_nothing_that_a_spreadsheet_would_run(people):
    text = as_csv(told(people)).decode("utf-8-sig")
    assert [word for word in ("Zofia", "Nowak", "zofia", "Helen", "cmd") if word in text] == []
    people.channel.name = "=HYPERLINK(1)"
    people.channel.save()
    campaign = people.school.campaigns.get()
    risky = as_csv(evidence(campaign, policy=policy_now(people.school, at=AT), at=AT)).decode("utf-8-sig")
    assert "Account,'=HYPERLINK(1) on Facebook,4" in risky
