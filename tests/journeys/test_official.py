"""A parent checks a page on a phone, without signing in and without a cookie: it is told plainly whose it is."""

import re

import pytest
from playwright.sync_api import expect

from gatepost.web.qr import qr
from tests.journeys.shots import check_shot
from tests.journeys.visitor import Visitor, check_usable

SCHOOL, OURS = "millbeck", "https://facebook.example/millbeck"
FAKE, FAKE_NAME = "https://instagram.example/millbeck_official", "Millbeck official"
ASKED = {
    OURS: ("Yes, this is ours", "Millbeck Community Primary"),
    "www.facebook.example/millbeck/?mibextid=abc": ("Yes, this is ours", "Millbeck Community Primary"),
    "https://facebook.example/mi11beck": ("Not on our list", "treat it as not ours"),
    "https://facebook.example.login.example/millbeck": ("Not on our list", "treat it as not ours"),
    "Millbeck Community Primary": ("We have an account of that name", "A copy can bear the same name"),
    FAKE: ("Not ours", "It pretends to be ours"),
}
"""What a parent pastes → what they are told first, and then."""


def test_a_parent_is_told_which_pages_are_the_schools(visit, own_server):
    report(visit("Mr Tomasz Wrona", at=own_server))
    decide(visit("Mrs Anneliese Thwaite", at=own_server))

    parent = visit(at=own_server, phone=True)
    parent.go(f"/official/{SCHOOL}/")
    check_lists(parent)
    for asked, (first, then) in ASKED.items():
        check_told(parent, asked, first, then)
    check_shot(parent, "official-phone")
    check_data(parent)
    check_sheet(parent)
    assert parent.page.context.cookies() == []


@pytest.mark.parametrize("asked", [OURS, "https://facebook.example/mi11beck"])
def test_a_parent_without_scripts_is_told_the_same(visit, asked):
    parent = visit(phone=True, scripts=False)
    parent.go(f"/official/{SCHOOL}/")
    check_told(parent, asked, *ASKED[asked])


def report(tomasz: Visitor) -> None:
    """A teaching assistant reports a page that calls itself the school’s."""
    page = tomasz.go(f"/{SCHOOL}/accounts/sightings/report/")
    page.get_by_label("Platform").select_option(label="Instagram")
    page.get_by_label("What it is called").fill(FAKE_NAME)
    page.get_by_label("Its address").fill(FAKE)
    page.get_by_role("button", name="Report it").click()
    expect(page.locator("main")).to_contain_text("Thank you.")


def decide(head: Visitor) -> None:
    """The head decides that it is a fake, and lists it."""
    page = head.go(f"/{SCHOOL}/accounts/sightings/")
    page.get_by_role("link", name=FAKE_NAME).click()
    page.get_by_label("A fake").check()
    page.get_by_label("Why").fill("Nobody here runs it.")
    page.get_by_role("button", name="Decide", exact=True).click()
    page.get_by_role("button", name="List it as not ours").click()
    expect(page.locator("main")).to_contain_text("The public page lists it as not ours.")
    check_usable(head)


def look_up(parent: Visitor, asked: str) -> None:
    """Paste what somebody is not sure about."""
    parent.page.get_by_label("Paste the address of a page that you are not sure about").fill(asked)
    parent.page.get_by_role("button", name="Look it up").click()


def check_lists(parent: Visitor) -> None:
    """What is ours stands apart from what is not."""
    page = parent.page
    expect(page.locator("section", has=page.get_by_role("heading", name="Our accounts"))).to_contain_text(OURS)
    expect(page.locator("section", has=page.get_by_role("heading", name="Not ours", exact=True))).to_contain_text(FAKE)
    check_usable(parent)


def check_told(parent: Visitor, asked: str, first: str, then: str) -> None:
    """What was pasted is answered in the first words that are read."""
    look_up(parent, asked)
    expect(parent.page.get_by_role("status").first).to_contain_text(first)
    expect(parent.page.locator("#found")).to_contain_text(then)


def check_data(parent: Visitor) -> None:
    """The list for the school’s website says the same, and names nobody."""
    link = parent.page.get_by_role("link", name="The list for a website (JSON)").get_attribute("href")
    said = parent.page.context.request.get(link or "").json()
    assert [one["address"] for one in said["official"]] == [OURS]
    assert [(one["name"], one["address"]) for one in said["not_ours"]] == [(FAKE_NAME, FAKE)]
    assert "Thwaite" not in str(said)


def check_sheet(parent: Visitor) -> None:
    """The sheet for the wall has the address and a code, and nothing on it that only a screen needs."""
    parent.page.get_by_role("link", name="A sheet to print, with a code").click()
    check_usable(parent)
    parent.page.emulate_media(media="print")
    address = f"{parent.address}/official/{SCHOOL}/"
    expect(parent.page.locator("article")).to_contain_text(address)
    expect(parent.page.locator(".gp-qr")).to_be_visible()
    assert parent.page.locator(".gp-qr path").get_attribute("d") == drawn(address)
    expect(parent.page.get_by_text("Print this sheet with your browser.")).to_be_hidden()
    parent.page.emulate_media(media="screen")


def drawn(address: str) -> str:
    """The lines of the code that leads to an address."""
    found = re.search(r' d="([^"]+)"', qr(address))
    assert found
    return found[1]
