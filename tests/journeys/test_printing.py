"""What governors ask for on paper: the policy and the history come out whole, and without anything to click."""

from playwright.sync_api import Page, expect

from tests.journeys.visitor import check_usable
from tests.journeys.withdrawing import letter

SCHOOL = "brookfield"
CONTROLS = """() => [...document.querySelectorAll("header, footer, nav, form, button, input, .govuk-button")]
    .filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 120))"""


def check_prints(page: Page) -> None:
    """Fail unless paper would say whose page it is and when it was printed, and show nothing that is of a screen."""
    page.emulate_media(media="print")
    expect(page.locator(".gp-only-print").first).to_contain_text("printed")
    assert page.evaluate(CONTROLS) == []


def test_the_policy_prints_without_controls(visit):
    page = visit("Mrs Helen Achebe").go(f"/{SCHOOL}/policy/")
    check_prints(page)
    clauses = page.locator("main [id^='c-']").evaluate_all("all => all.map(one => one.checkVisibility())")
    assert len(clauses) > 50
    assert all(clauses)


def test_the_whole_history_prints_without_controls(visit):
    head = visit("Mrs Helen Achebe")
    page = head.go(f"/{SCHOOL}/history/")
    expect(page.locator(".gp-time > li")).to_have_count(25)
    page.get_by_role("link", name="All of it, to print").click()
    expect(page.get_by_role("link", name="Page by page")).to_be_visible()
    check_usable(head)
    check_prints(page)
    assert page.locator(".gp-time > li").count() > 25


def test_a_familys_page_prints_every_question(visit):
    page = visit().go(letter(visit("Mrs Helen Achebe"), school=SCHOOL))
    seen = "all => all.filter(one => one.checkVisibility({contentVisibilityAuto: true})).length"
    questions = page.locator("main fieldset legend")
    assert questions.evaluate_all(seen) < questions.count()
    page.emulate_media(media="print")
    assert questions.evaluate_all(seen) == questions.count()
