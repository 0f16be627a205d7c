"""What a family and a school do when permission is taken back, as they do it on the pages."""

import re

from playwright.sync_api import expect

from tests.journeys.visitor import Visitor, check_usable

PUPIL = "Oliver Hartley-Moss"


def letter(office: Visitor, *, school: str) -> str:
    """Print a letter for the parent of the pupil, and return the address on it."""
    first = PUPIL.split(maxsplit=1)[0]
    office.go(f"/{school}/pupils/?words={first}")
    office.page.locator("main a").filter(has_text=first).first.click()
    office.page.get_by_role("link", name="Ask the family").click()
    office.page.get_by_role("button", name="Letter").first.click()
    expect(office.page.locator(".gp-qr")).to_be_visible()
    check_usable(office)
    found = re.search(r"/families/[\w.-]+/", office.page.content())
    assert found
    return found[0]


def withdraw(parent: Visitor, address: str) -> None:
    """Open the family's page, and say no to pictures on Facebook in two taps."""
    page = parent.go(address)
    if parent.scripts:
        check_usable(parent)
    page.locator("label[for='answer-social-facebook-photo-no']").click()  # the first tap
    page.get_by_role("button", name="Save", exact=True).click()  # the second
    expect(page.get_by_role("heading", name="Saved. Thank you.")).to_be_visible()
