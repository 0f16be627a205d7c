"""An account is closed in good order: what was to go out there stays in, and everybody can see that it is over."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys import posting
from tests.journeys.shots import check_shot
from tests.journeys.visitor import Visitor, check_usable, today

SCHOOL, NAME = "foxglove-hill", "FoxgloveHillNews"
HEAD, AUTHOR, APPROVER = "Mr Winston Delacroix", "Ms Lucia Marchetti", "Mrs Agnieszka Rowan"
SHUT = f"Nothing is posted on {NAME} on X since"
WORDS = "Our pond has frogs again"
DRAFT = "The frogs of our pond have spawned."
PROOFS = {
    "Say it on the account": "The last post, pinned, says where we are now.",
    "Tell families another way": "",
    "Send followers on": "The description names our website.",
    "Keep what was posted": "The copy is on the school’s server, folder Records.",
    "Take it off the website": "The foot of every page, and the page of contacts.",
    "Take it out of the privacy notice": "The notice of this week names it no more.",
    "Keep the name": "The business manager keeps the empty account.",
    "Take everybody’s access off": "The business manager looked: nobody else is left.",
}
"""The step, and what its proof says; where it is empty, the step is left out with a reason."""


def test_an_account_is_closed_in_good_order_and_is_history_then(visit):
    head, author = visit(HEAD), visit(AUTHOR)
    add(head)
    sign_off(author, visit(APPROVER))
    address = draft(author)

    begin(head)
    check_held(author, address)
    check_nothing_is_taken_without_proof(head)
    for step, proof in PROOFS.items():
        settle(head, step, proof)
    close(head)
    check_over(visit(), head, author)


def add(head: Visitor) -> None:
    """Put an account on the register, and name who posts there."""
    page = head.go(f"/{SCHOOL}/accounts/open/")
    page.get_by_label("Platform").select_option("x")
    page.get_by_label("Name of the account").fill(NAME)
    page.get_by_label("Its address").fill("https://x.example/foxglove-hill")
    page.get_by_role("button", name="Add the account").click()
    page.get_by_text("Name a poster").click()
    section(page, "Who posts").get_by_label("Who").select_option(label=AUTHOR)
    page.get_by_role("button", name="Put on the list").click()
    expect(page.locator("main")).to_contain_text(AUTHOR)


def write(author: Visitor, words: str) -> None:
    """Start a post for the account."""
    page = author.go(f"/{SCHOOL}/")
    page.get_by_role("button", name="Start a post").click()
    page.get_by_label(NAME).check()
    page.get_by_label("Your words").fill(words)
    page.get_by_label("Newsletter").check()
    posting.save(author)


def sign_off(author: Visitor, approver: Visitor) -> None:
    """Have a post for the account signed off, so that it waits to go out."""
    write(author, f"{WORDS}, and we count them every morning.")
    posting.send(author)
    posting.open_waiting(approver, SCHOOL, WORDS)
    posting.approve(approver)


def draft(author: Visitor) -> str:
    """Leave a draft for the account, and return the address of its page."""
    write(author, DRAFT)
    return author.page.url


def begin(head: Visitor) -> None:
    """Choose today as the first day without posts, and see which post will not go out."""
    page = head.go(f"/{SCHOOL}/accounts/")
    page.get_by_role("link", name=NAME, exact=True).click()
    page.get_by_role("link", name="Close it in good order").click()
    page.get_by_label("From which day is nothing posted there?").fill(today().isoformat())
    page.get_by_role("button", name="Begin to close it").click()
    expect(page.locator("section", has_text="These posts will not go out there")).to_contain_text(WORDS)
    expect(page.get_by_role("button", name="Close it", exact=True)).to_have_count(0)
    check_shot(head, "closing")
    check_usable(head)


def check_held(author: Visitor, address: str) -> None:
    """What is signed off for the account stays in, what is written for it is not sent, and both say why."""
    posting.open_to_go(author, SCHOOL, WORDS)
    expect(author.page.locator("main")).to_contain_text(f"It has to wait. {SHUT}")
    expect(author.page.get_by_role("button", name=re.compile("I’ll post it"))).to_have_count(0)
    author.go(address)
    expect(author.page.locator("#channels")).to_contain_text(SHUT)
    expect(author.page.locator("#gate")).to_contain_text("Not ready yet")
    author.page.get_by_role("button", name="Send for sign-off").click()
    expect(author.page.get_by_role("alert")).to_contain_text(SHUT)
    check_usable(author)


def settle(head: Visitor, step: str, proof: str) -> None:
    """Do a step, or leave it out; without a word of it nothing is taken."""
    page = head.page
    item = page.locator("ol.gp-steps > li", has=page.get_by_role("heading", name=step, exact=True))
    item.get_by_role("textbox").fill(proof or "We told families in September already.")
    item.get_by_role("button", name="It is done" if proof else "Leave it out").click()
    expect(item).to_contain_text("Done" if proof else "Left out")


def check_nothing_is_taken_without_proof(head: Visitor) -> None:
    """A step without a word of how one can tell is not done."""
    head.page.get_by_role("button").filter(has_text="It is done: Take it off the website").click()
    expect(head.page.get_by_role("alert")).to_contain_text("Say how one can tell that it is done.")
    check_usable(head)


def close(head: Visitor) -> None:
    """Write down the day, which ends it; and see the steps with their proofs afterwards."""
    head.page.get_by_role("button", name="Close it", exact=True).click()
    expect(head.page.locator("main")).to_contain_text("It stays on the register, with what was done here.")
    expect(head.page.locator("main")).to_contain_text("The notice of this week names it no more.")


def check_over(parent: Visitor, head: Visitor, author: Visitor) -> None:
    """It is closed wherever somebody looks: on the public page, in the register, in the history, in a new post."""
    page = parent.go(f"/official/{SCHOOL}/")
    expect(section(page, "Our accounts")).not_to_contain_text(NAME)
    expect(section(page, "Not ours any more")).to_contain_text(NAME)
    check_usable(parent)
    head.go(f"/{SCHOOL}/accounts/")
    expect(head.page.get_by_role("table", name="Accounts that are closed")).to_contain_text(NAME)
    head.go(f"/{SCHOOL}/history/")
    expect(head.page.locator("main")).to_contain_text(f"{HEAD} closed the X account {NAME}.")
    write_nothing(author)


def section(page: Page, title: str) -> Locator:
    """The part of a page under a heading."""
    return page.locator("section", has=page.get_by_role("heading", name=title, exact=True))


def write_nothing(author: Visitor) -> None:
    """Start a post, which cannot go to the account."""
    author.go(f"/{SCHOOL}/").get_by_role("button", name="Start a post").click()
    expect(author.page.get_by_label("Facebook").first).to_be_visible()
    expect(author.page.get_by_label(NAME)).to_have_count(0)
