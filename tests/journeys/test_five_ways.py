"""The same draft, a first name and a photo with permission for the photo alone, goes five different ways."""

from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from tests.journeys import posting
from tests.journeys.visitor import Visitor, check_usable

PUPIL = "Oliver Hartley-Moss"
NO_APPROVER = "The policy names no approver"
WORDS = "Well done to one of our pupils"
"""What the first words are once the name is out of them."""


class Way(NamedTuple):
    """A school, who writes, the clause that its policy answers with, who must agree, and who does."""

    school: str
    author: str
    clause: str
    agrees: str
    approver: str


WAYS = [
    Way("brookfield", "Ms Amara Begum", "2.official.b6", "An approver", "Mr Ben Oduya"),
    Way("harbour-lane", "Mr Dev Anand", "3.mustnot.b2", NO_APPROVER, "Mrs Fiona MacInnes"),
    Way("millbeck", "Ms Priya Nambiar", "2.1.willnot.b1", NO_APPROVER, "Mr Owen Pritchard"),
    Way("castlemoor", "Mr Kwame Boateng-Reid", "2.p3", "An approver", "Mrs Shabnam Qureshi"),
    Way("foxglove-hill", "Ms Lucia Marchetti", "6.1.6", "The line manager", "Mrs Agnieszka Rowan"),
]


def check_live(author: Visitor) -> None:
    """Fail unless the page says that the post is live."""
    expect(author.page.locator("main")).to_contain_text("Live")


def check_history(author: Visitor, way: Way) -> None:
    """Find the post in the archive, and read from there what became of it, the latest first."""
    page = author.go(f"/{way.school}/archive/")
    page.get_by_role("link", name=WORDS).first.click()
    page.get_by_role("link", name="The whole history of this post").click()
    for happened in (
        f"{way.author} marked the post live",
        "Version 1 has every approval",
        f"{way.approver} approved version 1",
        f"{way.author} sent version 1 for sign-off",
    ):
        expect(page.locator("main")).to_contain_text(happened)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.school)
def test_a_first_name_with_permission_for_the_photo_alone(visit, way):
    author = visit(way.author)
    posting.write(author)
    posting.add_picture(author, pupil=PUPIL)
    answers = author.page.locator("#answers")
    expect(answers).to_contain_text("Oliver can’t be named here")
    expect(answers).to_contain_text("Oliver can be shown")
    expect(answers).to_contain_text(f"Our policy, {way.clause}")
    expect(answers).to_contain_text(way.agrees)
    check_usable(author)
    posting.put_right(author, "Say “one of our pupils”")
    posting.send(author)
    approver = visit(way.approver, phone=True)
    posting.open_waiting(approver, way.school, WORDS)
    check_usable(approver)
    posting.approve(approver)
    posting.open_to_go(author, way.school, WORDS)
    posting.hand_over(author, address=f"https://social.example/{way.school}/1")
    check_live(author)
    check_history(author, way)


def test_a_post_goes_all_the_way_where_no_script_runs(visit):
    school, words = "brookfield", "Our runner beans have reached the window"
    author = visit("Ms Amara Begum", scripts=False)
    posting.write(author, f"Ring 07700 900118: {words}.")
    posting.put_right(author, "Take the phone number out")
    posting.send(author)
    approver = visit("Mr Ben Oduya", phone=True, scripts=False)
    posting.open_waiting(approver, school, words)
    posting.approve(approver)
    posting.open_to_go(author, school, words)
    posting.hand_over(author, address="https://social.example/brookfield/beans")
    check_live(author)


def test_the_five_go_different_ways():
    assert len({(way.clause, way.agrees) for way in WAYS}) == len(WAYS)
