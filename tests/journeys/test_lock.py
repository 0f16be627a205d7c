"""Somebody got into an account: it is locked on a phone, what was to go out stays in, and it goes out after the end."""

import re

from playwright.sync_api import expect

from tests.journeys import posting
from tests.journeys.shots import check_shot
from tests.journeys.visitor import Visitor, check_usable

SCHOOL, NAME = "brookfield", "Brookfield Primary School"
WORDS = "Our new outdoor classroom"
LOCKED = f"{NAME} on Facebook is locked, since somebody else may have got into it. Nothing goes out."
RUNG = "Rang the DPO at the office, who looks at whether the ICO is told."
ENDED = "It was an old phone. It is signed out, and everybody has a new code."


def test_an_account_that_was_taken_over_is_locked_seen_to_and_posted_on_again(visit, own_server):
    amara = visit("Ms Amara Begum", at=own_server)
    lena = visit("Mrs Lena Kowalczyk", at=own_server, phone=True)
    helen = visit("Mrs Helen Achebe", at=own_server)
    posting.open_to_go(amara, SCHOOL, WORDS)
    take_on(amara)
    lock(lena)
    check_held(amara, parent=visit(at=own_server, phone=True))

    check_playbook(lena)
    write_down(lena)
    check_not_ended_without_looks(helen)
    look(lena)
    unlock(helen)
    posting.open_to_go(amara, SCHOOL, WORDS)
    posting.hand_over(amara, address=f"https://facebook.example/{SCHOOL}/posts/9")
    expect(amara.page.get_by_role("heading", level=1)).to_have_text("Live on Facebook")


def take_on(amara: Visitor) -> None:
    """Take the post on."""
    with amara.page.expect_navigation():
        amara.page.get_by_role("button", name=re.compile("I’ll post it")).click()


def lock(lena: Visitor) -> None:
    """Find the button on the page of the account, and lock it with a word of what was seen."""
    page = lena.go(f"/{SCHOOL}/accounts/")
    page.get_by_role("link", name=NAME, exact=True).click()
    page.get_by_role("link", name="Did somebody get in?").click()
    check_usable(lena)
    check_shot(lena, "lock-phone")
    page.get_by_label("What did you see?").fill("It offers a lottery to families.")
    page.get_by_role("button", name=f"Lock {NAME} now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Locked: {NAME}")


def check_held(amara: Visitor, *, parent: Visitor) -> None:
    """Whoever had taken it on opens no pack, nobody takes it on, and each is told why; families are told too."""
    amara.page.get_by_role("button", name="Open the copy pack").click()
    expect(amara.page.get_by_role("alert")).to_contain_text(LOCKED)
    amara.page.get_by_role("button", name="I can’t post it: give it back").click()
    expect(amara.page.locator("main")).to_contain_text("Given back.")
    expect(amara.page.locator("main")).to_contain_text(f"It has to wait. {LOCKED}")
    expect(amara.page.get_by_role("button", name=re.compile("I’ll post it"))).to_have_count(0)
    check_usable(amara)
    amara.go(f"/{SCHOOL}/to-go-out/")
    expect(amara.page.get_by_role("listitem").filter(has_text=WORDS).first).to_contain_text("Has to wait")
    parent.go(f"/official/{SCHOOL}/")
    expect(parent.page.locator("main")).to_contain_text("Do not rely on it now")
    check_usable(parent)


def check_playbook(lena: Visitor) -> None:
    """The page names whom to ring and what to do, and says what it rests on and when that was read."""
    main = lena.page.locator("main")
    calls = lena.page.locator("section", has=lena.page.get_by_role("heading", name="Whom to ring"))
    for who in ("Mrs Ingrid Solheim", "Ms Carys Vaughan", "Mrs Helen Achebe", "Mr Tunde Bakare"):
        expect(calls).to_contain_text(who)
    expect(main).to_contain_text(re.compile(r"Facebook’s own page of help, read on \d+ \w+ 20\d\d"))
    expect(main).to_contain_text("the ICO is told within 72 hours")
    check_usable(lena)


def write_down(lena: Visitor) -> None:
    """Do a step, write a line into the log, and keep words for families; a password in it is refused."""
    page = lena.page
    page.get_by_role("button").filter(has_text="Done: Change the password").click()
    note = page.get_by_label("What you saw, or whom you rang")
    note.fill("The new password is Sunflower12")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("What you saw, or whom you rang").fill(RUNG)
    page.get_by_role("button", name="Write it down").click()
    log = page.locator("section", has=page.get_by_role("heading", name="Log", exact=True))
    for line in ("It offers a lottery to families.", "Done: Change the password", RUNG):
        expect(log).to_contain_text(line)
    expect(log).not_to_contain_text("Sunflower")
    expect(page.get_by_role("button", name="Unlock it")).to_have_count(0)


def check_not_ended_without_looks(helen: Visitor) -> None:
    """The head comes by her task, and cannot unlock it before anybody has recorded what makes it safe."""
    page = helen.go(f"/{SCHOOL}/accounts/")
    page.get_by_role("link", name="See what is being done").first.click()
    page.get_by_label("How did it end").fill(ENDED)
    page.get_by_role("button", name="Unlock it").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody has recorded since the lock: the password was changed")
    check_usable(helen)


def look(lena: Visitor) -> None:
    """Record what is looked at before it is unlocked."""
    for what in ("The password was changed", "Two-step sign-in is on for everybody"):
        button = lena.page.get_by_role("button").filter(has_text=f"Record it: {what}")
        button.click()
        expect(button).to_have_count(0)


def unlock(helen: Visitor) -> None:
    """Unlock it, with how it ended; what was written while it was refused is still there."""
    page = helen.page
    expect(page.get_by_label("How did it end")).to_have_value(ENDED)
    page.get_by_role("button", name="Unlock it").click()
    expect(page.locator("main")).to_contain_text("is unlocked. Posts go out there again.")
    expect(page.locator("section", has=page.get_by_role("heading", name="Earlier"))).to_contain_text(ENDED)
    page = helen.go(f"/{SCHOOL}/history/")
    expect(page.locator("main")).to_contain_text(f"Mrs Helen Achebe unlocked {NAME}.")
