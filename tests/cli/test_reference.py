import re
from functools import cache

import pytest

from gatepost.cli.main import COMMANDS
from gatepost.cli.reference import PAGES
from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.document import CARRIERS
from gatepost.policy.facts import FIELDS
from gatepost.policy.outcomes import OUTCOMES
from gatepost.policy.reading import keys


@cache
def text(name):
    """A page as the code writes it now."""
    return PAGES[name]()


NAMED = {
    "facts.md": [*FIELDS],
    "controls.md": [],
    "outcomes.md": [*OUTCOMES],
    "document-format.md": [*keys.DOCUMENT_KEYS, *keys.POINT_KEYS, *keys.CLAUSE_KEYS, *keys.SOURCE_KEYS, *CARRIERS],
}


@pytest.mark.parametrize("name", NAMED)
def test_a_page_names_everything_of_its_kind(name):
    assert [word for word in NAMED[name] if f"`{word}`" not in text(name)] == []


def test_every_control_has_its_heading():
    assert re.findall(r"^### (\w+)$", text("controls.md"), flags=re.M) == sorted(
        CONTROLS, key=lambda name: (CONTROLS[name].family, [*CONTROLS].index(name))
    )


def test_every_command_has_its_help():
    assert [name for name in COMMANDS if f"## gatepost {name}\n" not in text("cli.md")] == []


def test_every_option_of_check_is_there():
    found = text("cli.md").partition("## gatepost check\n")[2].partition("\n## ")[0]
    options = ("--policy", "--only", "--roster", "--school-contacts", "--format")
    assert [option for option in options if f"  {option}" not in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_link_between_the_pages_leads_somewhere(name):
    links = re.findall(r"\]\(([\w-]*(?:\.md)?)(?:#([\w-]+))?\)", text(name))
    assert [(page, part) for page, part in links if part and part not in headings(page or name)] == []


def headings(name):
    """The headings of a page as links name them."""
    return {_anchor(line) for line in re.findall(r"^#+ (.+)$", text(name), flags=re.M)}


def _anchor(heading):
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_width_of_the_terminal_changes_nothing(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert PAGES["cli.md"]() == text("cli.md")
