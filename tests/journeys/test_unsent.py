"""What somebody types is never lost: not by leaving the page at once, nor where the browser ends before it was sent."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys import posting
from tests.journeys.visitor import Visitor, check_usable

FORGOTTEN = """() => new Promise((done) => {
    const look = () => Object.keys(sessionStorage).some((key) => key.startsWith("gatepost-unsent"))
        ? setTimeout(look, 50) : done();
    look();
})"""
"""Waits until the tab keeps no words. (What waits by a string is itself kept out: pages make nothing of text.)"""


def words(page: Page) -> Locator:
    """The box of the draft's words, and not the same words with what was found in them."""
    return page.get_by_role("textbox", name="Your words")


def draft(author: Visitor) -> Page:
    """A page with a draft that is saved."""
    posting.write(author, "The beans are up.")
    return author.page


def forgive(visitor: Visitor, *kinds: str) -> None:
    """Forget what the browser and htmx complained of because of what the journey itself did."""
    assert visitor.faults != []
    visitor.faults[:] = [fault for fault in visitor.faults if not any(kind in fault for kind in kinds)]


def test_words_typed_a_moment_before_the_page_is_left_are_saved(visit):
    page = draft(visit("Ms Amara Begum"))
    address = page.url
    page.get_by_label("Your words").fill("The beans are taller than our rulers.")
    page.get_by_role("link", name="Archive").click()
    page.wait_for_url(re.compile("/archive/"))
    page.goto(address)
    expect(words(page)).to_have_value("The beans are taller than our rulers.")
    assert not page.get_by_text("Some of what you wrote here was not saved").is_visible()


def test_words_that_never_reached_the_server_are_offered_when_one_comes_back(visit):
    author = visit("Ms Amara Begum")
    page = draft(author)
    page.evaluate(
        'sessionStorage.setItem(`gatepost-unsent:${location.pathname}`, \'{"text": "The beans fell over."}\')'
    )
    page.reload()
    expect(page.get_by_text("Some of what you wrote here was not saved")).to_be_visible()
    check_usable(author)
    page.get_by_role("button", name="Bring it back").click()
    expect(words(page)).to_have_value("The beans fell over.")
    page.evaluate(FORGOTTEN)
    page.reload()
    expect(words(page)).to_have_value("The beans fell over.")


def test_a_page_without_a_network_says_so_and_saves_the_words_when_there_is_one(visit):
    author = visit("Ms Amara Begum")
    page = draft(author)
    page.context.set_offline(True)
    expect(page.locator("#gp-offline")).to_be_visible()
    words(page).fill("The beans have no signal.")
    expect(page.locator("#saved-when")).to_contain_text("not saved yet: you are offline")
    check_usable(author)
    page.context.set_offline(False)
    expect(page.locator("#gp-offline")).to_be_hidden()
    page.evaluate(FORGOTTEN)
    page.reload()
    expect(words(page)).to_have_value("The beans have no signal.")
    forgive(author, "ERR_INTERNET_DISCONNECTED", "htmx:afterRequest", "htmx:sendError")


def test_a_page_whose_server_fails_says_so_and_keeps_the_words(visit):
    author = visit("Ms Amara Begum")
    page = draft(author)
    page.route("**/check/", lambda route: route.fulfill(status=500, body="A fault."))
    words(page).fill("The beans met a fault.")
    expect(page.locator("#gp-broken")).to_be_visible()
    expect(page.locator("#saved-when")).to_have_text("not saved yet")
    check_usable(author)
    page.unroute("**/check/")
    words(page).press_sequentially(" Now it is gone.")
    expect(page.locator("#gp-broken")).to_be_hidden()
    page.evaluate(FORGOTTEN)
    page.reload()
    expect(words(page)).to_have_value("The beans met a fault. Now it is gone.")
    forgive(author, "status of 500", "Error Code 500")


def test_a_tap_is_taken_back_in_one(visit):
    author = visit("Ms Amara Begum")
    posting.write(author, "Ring 07700 900118 about the beans.")
    posting.put_right(author, "Take the phone number out")
    expect(words(author.page)).to_have_value("Ring about the beans.")
    check_usable(author)
    author.page.locator("#gate").get_by_role("button", name="Take it back").click()
    expect(words(author.page)).to_have_value("Ring 07700 900118 about the beans.")


def test_a_box_that_somebody_made_larger_is_written_anew_without_a_complaint_of_the_browser(visit):
    author = visit("Ms Amara Begum")
    posting.write(author, "Ring 07700 900118 about the peas.")
    make_larger(words(author.page))
    posting.put_right(author, "Take the phone number out")
    expect(words(author.page)).to_have_value("Ring about the peas.")
    assert author.faults == []


def make_larger(box: Locator) -> None:
    """Drag the lower right corner of a box down, which gives it a style of its own."""
    at, mouse = box.bounding_box(), box.page.mouse
    assert at
    x, y = at["x"] + at["width"] - 4, at["y"] + at["height"] - 4
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, y + 90)
    mouse.up()
    assert "height" in (box.get_attribute("style") or "")
