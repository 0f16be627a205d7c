"""Somebody leaves the same day: one list of what they reach, closed with proof, and nothing is left to them."""

import re

from playwright.sync_api import Page, expect

from tests.journeys import posting
from tests.journeys.shots import check_shot
from tests.journeys.visitor import Visitor, check_usable, today

SCHOOL, LEAVER, HEAD = "brookfield", "Mrs Lena Kowalczyk", "Mrs Helen Achebe"
WORDS = "Our new outdoor classroom"
REACHED = (
    "School office at Brookfield Primary School",
    "Administrator of Brookfield Primary School on Facebook",
    "Posts on brookfield_primary on Instagram",
    "Owner of brookfield_primary on Instagram",
    "Signing in to Gatepost",
    "Take them off Brookfield Primary School on Facebook itself",
    "Take them out of the group Brookfield staff notices on WhatsApp",
    "School phones and tablets are back",
    "Their share of the password manager has ended.",
)
"""One of each: role, administrator, poster, owner, sign-in, platform, group, device, password manager."""
PROOF = "Looked at the lists of people there with the caretaker."
TO_CHANGE = "Somebody who administered Brookfield Primary School on Facebook left: change its password"


def test_somebody_who_leaves_today_reaches_nothing_by_tonight(visit, own_server):
    lena, helen = visit(LEAVER, at=own_server, phone=True), visit(HEAD, at=own_server)
    posting.open_to_go(lena, SCHOOL, WORDS)
    record(helen)
    check_everything_is_listed(helen.page)
    check_shot(helen, "leaving")
    end(helen)
    check_out(lena)
    check_needs_proof(helen)
    close(helen)
    check_password(helen)


def record(helen: Visitor) -> None:
    """Say that somebody leaves today."""
    page = helen.go(f"/{SCHOOL}/people/")
    page.get_by_role("link").filter(has_text=f"Leaves or changes jobs: {LEAVER}").click()
    page.get_by_label("Leaves: they won’t work here any more").check()
    page.get_by_label("Their last day in this job").fill(today().isoformat())
    page.get_by_role("button", name="Record it, and list what is to close").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{LEAVER} leaves")


def check_everything_is_listed(page: Page) -> None:
    """One list has every account, group, device, task and sign-in."""
    for one in REACHED:
        expect(page.get_by_label(one).first).to_be_visible()
    expect(page.get_by_label(re.compile("^Replace an earlier post"))).to_be_visible()


def end(helen: Visitor) -> None:
    """End in one go what Gatepost can end, once it is said who takes over."""
    page = helen.page
    page.get_by_role("button", name="End now all that Gatepost can end").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose who takes over")
    check_usable(helen)
    page.get_by_label("Who takes over their accounts and tasks?").select_option(label=HEAD)
    page.get_by_role("button", name="End now all that Gatepost can end").click()
    expect(page.locator("main")).to_contain_text("Closed. The rest still stands below.")
    expect(page.get_by_label("Signing in to Gatepost")).to_have_count(0)


def check_needs_proof(helen: Visitor) -> None:
    """What a person closes by hand is not closed without a word of how one can tell, and what was ticked stays so."""
    for box in helen.page.get_by_role("checkbox").all():
        box.check()
    helen.page.get_by_role("button", name="Close what is ticked").click()
    expect(helen.page.get_by_role("alert")).to_contain_text("Say how one can tell")
    expect(helen.page.get_by_label("Take them out of the group")).to_be_checked()
    check_usable(helen)


def close(helen: Visitor) -> None:
    """Close the rest, and say how one can tell."""
    helen.page.get_by_label("How can one tell?").fill(PROOF)
    helen.page.get_by_role("button", name="Close what is ticked").click()
    expect(helen.page.locator("main")).to_contain_text("Everything is closed")
    closed = helen.page.locator("section", has=helen.page.get_by_role("heading", name="Closed", exact=True))
    expect(closed.get_by_role("listitem").filter(has_text="Take them out of the group")).to_contain_text(PROOF)
    check_usable(helen)


def check_out(lena: Visitor) -> None:
    """Whoever left cannot take on the post that they have open, nor sign in again."""
    lena.page.get_by_role("button", name=re.compile("I’ll post it")).click()
    expect(lena.page.get_by_role("button", name=re.compile("I’ll post it"))).to_have_count(0)
    lena.go(f"/{SCHOOL}/to-go-out/")
    expect(lena.page.get_by_text(WORDS)).to_have_count(0)
    lena.go("/demo/")
    expect(lena.page.get_by_role("button", name=HEAD)).to_be_visible()
    expect(lena.page.get_by_role("button", name=LEAVER)).to_have_count(0)


def check_password(helen: Visitor) -> None:
    """Whoever took over has the password to change as a task of their own, and ends it on the page of the account."""
    page = helen.go(f"/{SCHOOL}/")
    page.get_by_role("link").filter(has_text=f"Do it: {TO_CHANGE}").click()
    look = page.locator("#check-password_changed")
    expect(look).to_contain_text("To do, since somebody left")
    look.get_by_text("Record that you looked").click()
    look.get_by_role("button", name="It is in order").click()
    expect(look).to_contain_text(f"{HEAD} looked")
    helen.go(f"/{SCHOOL}/")
    expect(page.locator("#duties")).not_to_contain_text(TO_CHANGE)
    check_usable(helen)
