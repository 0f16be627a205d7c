"""What the documentation points at is there, and every picture of it is taken by a journey and shown on a page."""

import re
from pathlib import Path

import pytest

from tests.habits import ROOT, TESTS

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PICTURES = sorted((ROOT / "docs").rglob("*.png"))
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")
JOURNEYS = "\n".join(path.read_text("utf-8") for path in sorted((TESTS / "journeys").glob("test_*.py")))


def links(page: Path) -> list[Path]:
    """The files that a page points at, as paths."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    return [page.parent / found for found in LINK.findall(text) if not re.match(r"[a-z]+:", found)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_points_at_is_there(page):
    assert [str(path) for path in links(page) if not path.exists()] == []


def test_every_picture_is_shown_on_a_page():
    shown = {path.resolve() for page in PAGES for path in links(page)}
    assert [str(path) for path in PICTURES if path.resolve() not in shown] == []


def test_every_picture_is_taken_by_a_journey():
    assert [str(path) for path in PICTURES if f'"{path.stem}"' not in JOURNEYS] == []
