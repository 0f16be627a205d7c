"""The register reads at each school by its own policy, and a look is recorded in two taps."""

from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor, check_usable


class Kept(NamedTuple):
    """Who reads the register of a school, which account, and what is said there and nowhere else."""

    school: str
    reader: str
    account: str
    says: tuple[str, ...]


KEPT = [
    Kept("brookfield", "Mrs Helen Achebe", "Brookfield Primary School",
         ("Official by our policy", "Our policy, 2.official.b1", "Our policy, 3.p5", "of at most 6")),
    Kept("harbour-lane", "Mr Peter Lindqvist", "Harbour Lane High School",
         ("Our policy, 4.p2", "Our policy says nothing about any of these")),
    Kept("millbeck", "Mrs Anneliese Thwaite", "Millbeck Community Primary",
         ("Our policy, 2.p2", "Our policy, guide.apps.p1", "It is advice. Posting goes on.")),
    Kept("castlemoor", "Mrs Moira Tennant", "castlemoor_school",
         ("Our policy, 3.table", "Our policy, 3.p7", "Out of date", "Our policy asks for it. Posting goes on.")),
    Kept("foxglove-hill", "Ms Bronwen Ellis-Khan", "foxglovehill",
         ("Our policy says nothing about which accounts are official", "nothing about any of these")),
]  # fmt: skip


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.school)
def test_an_account_stands_by_the_schools_own_policy(visit, kept):
    reader = visit(kept.reader)
    reader.go(f"/{kept.school}/accounts/")
    check_usable(reader)
    reader.page.get_by_role("main").get_by_role("link", name=kept.account, exact=True).first.click()
    for words in kept.says:
        expect(reader.page.locator("main")).to_contain_text(words)
    check_usable(reader)


class Lost(NamedTuple):
    """A school, its head, its Facebook page, and what is said there once two-step sign-in is found to be off."""

    school: str
    head: str
    account: str
    says: str
    waits: bool


STOPS = "Nothing can be posted until this is in order."
LOST = [
    Lost("brookfield", "Mrs Helen Achebe", "Brookfield Primary School", STOPS, waits=True),
    Lost("harbour-lane", "Mr Marcus Adeyemi-Holt", "Harbour Lane High School", "Not in order", waits=False),
    Lost("millbeck", "Mrs Anneliese Thwaite", "Millbeck Community Primary", "It is advice. Posting goes on.",
         waits=False),
    Lost("castlemoor", "Dr Eleanor Whitcombe", "Castlemoor School", STOPS, waits=True),
    Lost("foxglove-hill", "Mr Winston Delacroix", "Foxglove Hill Academy", "Not in order", waits=False),
]  # fmt: skip
"""Two policies ask for it, one advises it, two say nothing of it."""


def test_the_same_fault_stops_a_post_where_the_policy_asks_for_it_and_nowhere_else(visit, own_server):
    for lost in LOST:
        head = visit(lost.head, at=own_server)
        find_off(head, lost)
        expect(head.page.locator("#check-mfa")).to_contain_text(lost.says)
        head.go(f"/{lost.school}/to-go-out/")
        row = head.page.get_by_role("listitem").filter(has_text="Our new outdoor classroom").first
        expect(row).to_contain_text("Has to wait" if lost.waits else "Ready")
        check_usable(head)


def find_off(head: Visitor, lost: Lost) -> None:
    """Record that two-step sign-in of the school’s page is off."""
    page = head.go(f"/{lost.school}/accounts/")
    row = page.get_by_role("row").filter(has_text="Facebook, since")
    row.get_by_role("link", name=lost.account, exact=True).click()
    look = page.locator("#check-mfa")
    look.get_by_text("Record that you looked").click()
    look.get_by_role("button", name="It is not").click()
    expect(page.locator("main")).to_contain_text("Two-step sign-in of")
    check_usable(head)


def test_whoever_holds_the_login_looks_at_it_in_two_taps_and_keeps_no_password(visit, own_server):
    lena = visit("Mrs Lena Kowalczyk", phone=True, scripts=False, at=own_server)
    lena.go("/brookfield/accounts/")
    lena.page.get_by_role("link", name="brookfield_primary", exact=True).click()
    look = lena.page.locator("#check-privacy_notice")
    look.get_by_text("Record that you looked").click()
    look.get_by_label("How you looked").fill("Signed in with password Sunflower12")
    look.get_by_role("button", name="It is in order").click()
    expect(lena.page.get_by_role("alert")).to_contain_text("Say where it is kept")
    assert "Sunflower" not in lena.page.content()
    look.get_by_role("button", name="It is in order").click()
    expect(lena.page.locator("main")).to_contain_text("Privacy notice of brookfield_primary on Instagram: in order.")
    expect(look).to_contain_text("Mrs Lena Kowalczyk looked")


class Added(NamedTuple):
    """A school, its head, the platform of an account that they add, and what is said of it there."""

    school: str
    head: str
    platform: str
    says: tuple[str, ...]


OUTSIDE = "nothing can be posted there"
ADDED = [
    Added("brookfield", "Mrs Helen Achebe", "TikTok", (OUTSIDE, "Our policy, 3.channels")),
    Added("harbour-lane", "Mr Marcus Adeyemi-Holt", "Facebook", (OUTSIDE, "Our policy, 4.p2")),
    Added("millbeck", "Mrs Anneliese Thwaite", "TikTok", (OUTSIDE, "Our policy, 2.channels.b1")),
    Added("castlemoor", "Dr Eleanor Whitcombe", "TikTok", (OUTSIDE, "Our policy, 3.table")),
    Added("foxglove-hill", "Mr Winston Delacroix", "TikTok", ("Our policy does not say",)),
]  # fmt: skip
"""One policy names platforms, one a number of each, one a single platform, one a table of its own, one nothing."""


def test_an_account_too_many_is_not_official_where_the_policy_counts_or_names_them(visit, own_server):
    for added in ADDED:
        head = visit(added.head, at=own_server)
        page = head.go(f"/{added.school}/accounts/open/")
        page.get_by_label("Platform").select_option(label=added.platform)
        page.get_by_label("Name of the account").fill("Our second page")
        page.get_by_role("button", name="Add the account").click()
        official = page.get_by_role("region", name="Is it official?")
        for words in added.says:
            expect(official).to_contain_text(words)
    check_usable(head)
