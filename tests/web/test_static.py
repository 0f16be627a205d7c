"""What pages load: style sheets, fonts, pictures and one script, all of it our own to give."""

import json
import re

import pytest

from tests.habits import SRC

STATIC = SRC / "web" / "static"
SHEETS = sorted(STATIC.rglob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_loads_nothing_from_elsewhere(sheet):
    named = re.findall(r"url\(([^)]+)\)", sheet.read_text(encoding="utf-8"))
    assert [path for path in named if not (sheet.parent / path.strip("'\"")).is_file()] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_style_sheet_names_a_font_that_is_not_ours_to_give(sheet):
    assert "GDS Transport" not in sheet.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["fonts/OFL.txt", "vendor/LICENSE-govuk-frontend.txt"])
def test_what_others_made_carries_its_licence(name):
    assert "Copyright" in (STATIC / name).read_text(encoding="utf-8")


def test_a_colour_is_used_only_through_a_token():
    rules = (STATIC / "theme.css").read_text(encoding="utf-8").partition("/* ---------- 2 Base")[2]
    assert set(re.findall(r"#[0-9a-f]{6}\b", rules)) == set()


def test_the_settings_of_htmx_let_no_script_out_of_the_page():
    said = json.loads((SRC / "web" / "templates" / "_htmx.json").read_text(encoding="utf-8"))
    assert said["allowEval"] is False
    assert said["historyCacheSize"] == 0  # a page holds names; a shared computer must not keep it
