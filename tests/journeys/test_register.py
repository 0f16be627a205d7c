"""The register reads at each school by its own policy, and a look is recorded in two taps."""

from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import check_usable


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
