"""What the guides for posters, approvers and leads show is what the pages show: each journey takes their pictures."""

import re

from playwright.sync_api import expect

from tests.habits import ROOT
from tests.journeys import posting
from tests.journeys.shots import FOLDER, check_shot
from tests.journeys.visitor import check_usable

GUIDES = sorted((ROOT / "docs" / "how-to").glob("*.md"))


def test_the_guide_for_posters_shows_the_draft_and_the_hand_over(visit, own_server):
    amara = visit("Ms Amara Begum", at=own_server)
    posting.open_draft(amara, "Well done to Oliver")
    expect(amara.page.locator("#answers")).to_contain_text("Oliver can’t be named here")
    check_shot(amara, "post-check")
    posting.open_to_go(amara, "brookfield", "Our new outdoor classroom")
    check_shot(amara, "hand-over")


def test_the_guide_for_approvers_shows_the_sign_off_on_a_phone(visit, own_server):
    ben = visit("Mr Ben Oduya", phone=True, at=own_server)
    posting.open_waiting(ben, "brookfield", "Maisie sowed these")
    check_shot(ben, "sign-off-phone")


def test_the_guide_for_leads_shows_the_stop_and_the_policy(visit, own_server):
    helen = visit("Mrs Helen Achebe", at=own_server)
    helen.go("/brookfield/incident/")
    check_shot(helen, "incident")
    helen.go("/brookfield/policy/")
    check_shot(helen, "policy")


def test_every_picture_of_a_guide_is_there_and_every_picture_is_in_a_guide():
    named = {name for guide in GUIDES for name in re.findall(r"\]\(img/([\w-]+\.png)\)", guide.read_text("utf-8"))}
    assert named == {picture.name for picture in FOLDER.glob("*.png")}


def test_the_stop_holds_what_a_poster_has_already_opened(visit, own_server):
    amara, helen = visit("Ms Amara Begum", at=own_server), visit("Mrs Helen Achebe", at=own_server, phone=True)
    posting.open_to_go(amara, "brookfield", "Our new outdoor classroom")
    helen.go("/brookfield/incident/")
    posting.stop(helen, "A post names the wrong child.")
    check_usable(helen)
    amara.page.get_by_role("button", name=re.compile("I’ll post it")).click()
    expect(amara.page.locator("main")).to_contain_text("All publishing is stopped")
