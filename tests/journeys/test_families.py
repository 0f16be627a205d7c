"""A parent withdraws on a telephone in two taps, and the take-down list stands."""

from functools import partial

import pytest
from playwright.sync_api import expect

from tests.journeys import posting
from tests.journeys.visitor import check_usable, today
from tests.journeys.withdrawing import PUPIL, letter, withdraw

SCHOOL = "brookfield"
WORDS = "Well done to everybody who came"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_two_taps_take_a_post_down(visit, own_server, scripts):
    own_visit = partial(visit, at=own_server)
    author = own_visit("Ms Amara Begum", phone=True)
    _publish(author, own_visit("Mr Ben Oduya"))

    parent = own_visit(phone=True, scripts=scripts)
    withdraw(parent, letter(own_visit("Mrs Helen Achebe"), school=SCHOOL))
    page = parent.page
    expect(page.locator("main")).to_contain_text("comes down by")
    if scripts:
        check_usable(parent)

    author.go(f"/{SCHOOL}/take-downs/")
    row = author.page.get_by_role("listitem").filter(has_text=WORDS)
    expect(row).to_contain_text("Not down yet")
    expect(row).to_contain_text("Ms Amara Begum takes it down")
    check_usable(author)
    row.get_by_role("link", name="Open").click()
    _down(author)
    page.get_by_role("link", name="Back to your answers").click()
    expect(page.locator("main")).to_contain_text("taken down on")


def test_what_was_put_up_before_a_parent_said_no_is_never_published_and_comes_down(visit, own_server):
    own_visit = partial(visit, at=own_server)
    author = own_visit("Ms Amara Begum", phone=True)
    _sign_off(author, own_visit("Mr Ben Oduya"))
    posting.take_on(author)

    parent = own_visit(phone=True)
    withdraw(parent, letter(own_visit("Mrs Helen Achebe"), school=SCHOOL))
    posting.mark_live(author, address="https://www.facebook.com/brookfield/posts/9")
    expect(author.page.locator("main")).to_contain_text("delete it there")
    check_usable(author)
    author.page.get_by_role("link", name="Take it down").click()
    _down(author)
    parent.page.get_by_role("link", name="Back to your answers").click()
    expect(parent.page.locator("main")).to_contain_text("taken down on")


def test_a_no_by_telephone_leads_to_what_can_be_told_of_it(visit, own_server):
    office = visit("Mrs Lena Kowalczyk", at=own_server)
    page = office.go(f"/{SCHOOL}/pupils/?words={PUPIL.split()[0]}")
    page.locator("main a").filter(has_text=PUPIL.split()[0]).first.click()
    page.get_by_role("link", name="Record an answer").click()
    page.get_by_label("A picture").select_option(label="No")
    page.get_by_label("Whose answer is it?").select_option(index=1)
    page.get_by_label("How did it come?").select_option(label="By telephone")
    page.get_by_role("button", name="Record it").dblclick()
    expect(page.get_by_role("heading", name="What came of this answer")).to_be_visible()
    expect(page.locator("main")).to_contain_text("What we cannot call back")
    check_usable(office)
    page.go_back()
    page.reload()
    told = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=today().strftime("%B %Y")))
    expect(told).to_have_count(1)  # two quick presses recorded one answer


def _down(author) -> None:
    """Say that a post is down."""
    author.page.get_by_label("Say how one can tell").fill("The address says that the page is missing.")
    author.page.get_by_role("button", name="It’s down").click()


def _publish(author, approver) -> None:
    """Post a picture of the pupil, with a yes to it, so that it is live."""
    _sign_off(author, approver)
    posting.hand_over(author, address="https://social.example/brookfield/9")


def _sign_off(author, approver) -> None:
    """Have a picture of the pupil signed off, with a yes to it, and open its hand-over."""
    posting.write(author, "Well done to everybody who came to our science fair.")
    posting.add_picture(author, pupil=PUPIL)
    posting.send(author)
    posting.open_waiting(approver, SCHOOL, WORDS)
    posting.approve(approver)
    posting.open_to_go(author, SCHOOL, WORDS)


def test_a_school_with_a_long_name_fits_on_a_telephone(visit, own_server):
    parent = visit(phone=True, at=own_server)
    withdraw(parent, letter(visit("Ms Danuta Zielinska", at=own_server), school="millbeck"))
    check_usable(parent)


def test_the_trip_card_opens_without_a_network_and_hides_itself_when_it_is_over(visit, tmp_path):
    teacher = visit("Ms Amara Begum", phone=True)
    page = teacher.go(f"/{SCHOOL}/trip-card/")
    page.get_by_role("button", name="Open").click()
    check_usable(teacher)
    with page.expect_download() as download:
        page.get_by_role("button", name="Keep it on this phone").click()
    card = tmp_path / "card.html"
    download.value.save_as(card)
    page.context.set_offline(True)
    page.goto(card.as_uri())
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator("body")).to_contain_text("Holds until")
    page.clock.set_fixed_time("2099-01-01")
    page.reload()
    expect(page.get_by_role("heading", name="This card is over")).to_be_visible()
    expect(page.locator("td")).to_have_count(0)
