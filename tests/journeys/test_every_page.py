"""Every page can be used by everybody: on a computer and on a phone, by whatever helps a person to see or click."""

import pytest

from tests.journeys.crawl import FILES, crawl, names
from tests.journeys.visitor import Visitor

PEOPLE = {
    "nobody yet": "",
    "who writes": "Ms Amara Begum",
    "who signs off": "Mr Ben Oduya",
    "the head": "Mrs Helen Achebe",
    "a governor": "Mr Joseph Tamang",
    "somebody of the staff": "Mr Yusuf Demir",
    "the central team": "Mr Tunde Bakare",
}
"""Who looks. All but the last work at Brookfield."""


@pytest.fixture(scope="module")
def looked_at(browser, server):
    """What is wrong with each kind of page that somebody comes to by links, by its name."""
    found: dict[str, list[str]] = {}
    known: dict[str, set[str]] = {}
    for who, name in PEOPLE.items():
        visitor = Visitor.opens(browser, server, phone=False, scripts=True)
        if name:
            visitor.sign_in(name)
        for page, address in crawl(visitor, start="/" if name else "/demo/"):
            problems = visitor.problems() if (parts := visitor.parts()) - known.setdefault(page, set()) else []
            known[page] |= parts
            found.setdefault(page, []).extend(f"{who}, {address}: {problem}" for problem in problems)
        found.setdefault("", []).extend(visitor.faults)
        visitor.page.context.close()
    return found


BY_A_JOURNEY = {
    "account_inactive": "somebody who left and signs in",
}
"""Pages that no link leads to → how one comes there. A journey looks at them."""


def test_no_page_met_a_fault(looked_at):
    assert looked_at[""] == []


@pytest.mark.parametrize("page", sorted({*names()} - FILES - {"account_logout"}))
def test_a_page_can_be_used_by_everybody(looked_at, page):
    assert "\n".join(looked_at.get(page, [])) == ""
