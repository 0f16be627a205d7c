"""A text cut into sentences."""

import pytest

from gatepost.policy.lint.page import Page
from gatepost.policy.lint.sentences import sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Be kind. Ask first.", ["Be kind.", "Ask first."]),
        ("Be kind\n\nAsk first", ["Be kind", "Ask first"]),
        ("Be\nkind", ["Be\nkind"]),
        ("A page break falls\n\ninside this", ["A page break falls\n\ninside this"]),
        ("Use a site, e.g. Facebook, well.", ["Use a site, e.g. Facebook, well."]),
        ("Owner\tHead\nDate\tMay", ["Owner\tHead", "Date\tMay"]),
        ("- Ask\n- Post", ["- Ask", "- Post"]),
        ("", []),
    ],
)
def test_a_text_is_cut_where_a_reader_would_stop(text: str, cut: list[str]) -> None:
    assert [each.words for each in sentences(Page(text))] == cut


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "1. ", "a) "])
def test_an_item_carries_the_line_that_leads_its_list(bullet: str) -> None:
    found = sentences(Page(f"Staff must not:\n\n{bullet}Swear\n{bullet}Shout\n\nPupils may ask."))
    assert [each.lead for each in found] == ["", "Staff must not:", "Staff must not:", ""]
