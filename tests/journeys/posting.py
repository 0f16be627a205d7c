"""What people do with a post, step by step, as they do it on the pages."""

import re
from io import BytesIO

from PIL import Image
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

WORDS = "Well done to Oliver, who won our science fair with his volcano."


def photo() -> dict[str, object]:
    """A picture as a phone names it."""
    out = BytesIO()
    Image.new("RGB", (1200, 900), "seagreen").save(out, "JPEG")
    return {"name": "IMG_Oliver.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def write(visitor: Visitor, words: str = WORDS) -> None:
    """Start a post for Facebook with these words."""
    visitor.page.get_by_role("button", name="Start a post").click()
    visitor.page.get_by_label("Facebook").first.check()
    visitor.page.get_by_label("Your words").fill(words)
    visitor.page.get_by_label("Newsletter").check()
    save(visitor)


def save(visitor: Visitor) -> None:
    """Save and check, and wait for the page with the answers. (What is typed is checked by itself too.)"""
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Save and check").click()


def add_picture(visitor: Visitor, *, pupil: str) -> None:
    """Add a picture of a pupil from behind, and say what it shows."""
    page = visitor.page
    page.locator("input[type=file]").set_input_files(photo())
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_label("Describe it for people").fill("A pupil beside a model volcano")
    page.get_by_label("How does it show the people").select_option(label="From behind or far off")
    page.get_by_label("Can a name be read").select_option(label="No name can be read")
    page.get_by_label("What was it taken with").select_option(label="A school device")
    tick(visitor, pupil)
    save(visitor)


def tick(visitor: Visitor, pupil: str) -> None:
    """Say that a pupil is in the picture."""
    visitor.page.get_by_label("Name", exact=True).fill(pupil.split(maxsplit=1)[0])
    visitor.page.get_by_role("button", name="Find").click()
    visitor.page.get_by_label(pupil).first.check()


def put_right(visitor: Visitor, remedy: str) -> None:
    """Tap what a finding offers."""
    visitor.page.get_by_role("button", name=remedy).first.click()
    expect(visitor.page.get_by_role("button", name=remedy)).to_have_count(0)


def send(visitor: Visitor) -> None:
    """Send the post for sign-off."""
    visitor.page.get_by_role("button", name="Send for sign-off").click()
    expect(visitor.page.get_by_text("You can take it back until it is out.")).to_be_visible()


def open_draft(visitor: Visitor, words: str) -> None:
    """Open one's own draft whose first words these are, from the home page."""
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("link", name=re.compile(re.escape(words))).first.click()


def stop(visitor: Visitor, reason: str) -> None:
    """Stop all publishing at the school, from the page of incidents."""
    visitor.page.get_by_label(re.compile("Why")).first.fill(reason)
    visitor.page.get_by_role("button", name="Stop all publishing").click()


def open_waiting(visitor: Visitor, school: str, words: str) -> None:
    """Open the waiting post whose first words these are."""
    visitor.go(f"/{school}/sign-off/")
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("link", name=re.compile(re.escape(words))).click()


def approve(visitor: Visitor) -> None:
    """Answer yes to everything that is asked, and approve."""
    for yes in visitor.page.get_by_label("Yes", exact=True).all():
        yes.check()
    visitor.page.get_by_role("button", name="Approve").click()
    expect(visitor.page.get_by_text("Signed off. It can be posted now.")).to_be_visible()


def open_to_go(visitor: Visitor, school: str, words: str) -> None:
    """Open the hand-over of the signed-off post whose first words these are."""
    visitor.go(f"/{school}/to-go-out/")
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("link", name=re.compile(re.escape(words))).first.click()


def hand_over(visitor: Visitor, *, address: str) -> None:
    """Take a signed-off post on, open the pack, and say where it is live."""
    take_on(visitor)
    mark_live(visitor, address=address)


def take_on(visitor: Visitor) -> None:
    """Take a signed-off post on, and open the pack."""
    page = visitor.page
    page.get_by_role("button", name=re.compile("I’ll post it")).click()
    page.get_by_role("button", name="Open the copy pack").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Copy pack")
    page.go_back()


def mark_live(visitor: Visitor, *, address: str) -> None:
    """Say where a post is live."""
    page = visitor.page
    page.get_by_label(re.compile("address of the live post")).fill(address)
    page.get_by_role("button", name="It’s live").click()
