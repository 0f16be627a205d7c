"""Golden files: what people read, word for word. GATEPOST_WRITE_GOLDEN=1 writes them again; read the difference."""

import os
import re
from pathlib import Path

import pytest

from gatepost.cli.check import Answer, answered
from gatepost.cli.policies_in_force import Policies
from gatepost.cli.situations import Entry
from gatepost.cli.terminal import Terminal
from gatepost.cli.verdicts.page import page
from tests.cli.commands import BAD_POST, POLICY, POST

GOLDEN = Path(__file__).parent / "golden"
MOST_LINES = 30

REFUSED = {
    "id": "sports-day",
    "kind": "post",
    "situation": "The office writes about a record.",
    "facts": {
        "account": "official",
        "text": "Oliver Hartley takes the 1500m record! Questions to Sam on 07700 900123.",
        "media": [{"type": "photo"}],
        "people": [{"name": "Oliver Hartley", "role": "pupil", "in_photo": True}],
    },
}
COMMENT = {
    "id": "c1",
    "kind": "comment",
    "facts": {"comment": {"text": "You lot are useless idiots, ring 07700 900123"}},
}
SILENT = {"kind": "question", "facts": {"action": "like_page"}}
SITUATIONS = {"refused": REFUSED, "fine": POST, "comment": COMMENT, "silent": SILENT}


def shown(*situations, width=80, colour=False, rich=True):
    """What a terminal shows of these situations under the policy of the tests alone."""
    entries = [Entry(line, situation) for line, situation in enumerate(situations, 1)]
    answers = [*answered(entries, Policies(override=POLICY, only=True))]
    return page(answers, terminal=Terminal(width=width, colour=colour, rich=rich))


def check_golden(name, text):
    """Compare with the golden file, or write it again."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GATEPOST_WRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text}\n", "utf-8")
    assert f"{text}\n" == path.read_text("utf-8")


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_verdict_reads_as_it_did(name):
    check_golden(name, shown(SITUATIONS[name]).replace(POLICY, "thornfield.yaml"))


@pytest.mark.parametrize("name", SITUATIONS)
@pytest.mark.parametrize("width", [40, 64, 100])
def test_a_verdict_fits_the_screen(name, width):
    lines = shown(SITUATIONS[name], width=width).splitlines()
    assert (max(map(len, lines)) <= width, len(lines) <= MOST_LINES or width < 80) == (True, True)


def test_without_colours_nothing_is_painted():
    assert "\x1b" not in shown(*SITUATIONS.values())


def test_with_colours_the_words_are_the_same():
    plain, painted = (shown(POST, colour=colour) for colour in (False, True))
    assert (re.sub(r"\x1b\[[\d;]*m", "", painted), painted == plain) == (plain, False)


def test_a_terminal_without_the_marks_has_words_for_them():
    assert "✗" not in shown(REFUSED, rich=False)


NOT_HELD = {
    "never asked": {},
    "refused": {"name_social": False},
    "withdrawn": {"name_social": True, "withdrawn": True},
    "flagged": {"name_social": True, "do_not_show": True},
    "objected to": {"name_social": True, "objected": True},
    "expired": {"name_social": True, "expires": "2020-01-01"},
}


def reasons_shown(consents):
    """The page of a post about somebody with these consents, less what it still asks."""
    person = {**REFUSED["facts"]["people"][0], "consents": consents}
    data = {**REFUSED, "facts": {**REFUSED["facts"], "people": [person], "today": "2026-11-21"}}
    return shown(data).partition("Still to say")[0]


@pytest.mark.parametrize("consents", NOT_HELD.values(), ids=NOT_HELD)
def test_nothing_tells_why_somebody_cannot_be_shown(consents):
    page_shown = reasons_shown(consents)
    assert ("can't be shown" in page_shown, page_shown) == (True, reasons_shown({"name_social": False}))


def test_permission_that_is_held_is_no_reason():
    assert "can't be shown" not in reasons_shown({"name_social": True})


def test_several_situations_are_counted():
    assert (
        shown(POST, BAD_POST, {"kind": 3}).splitlines()[-1]
        == "3 situations: 1 fine, 1 to look at, 1 could not be read."
    )


def test_what_cannot_be_read_is_said_in_its_place():
    text = page([Answer(Entry(7, problem="It is broken."), "It is broken.")], terminal=Terminal())
    assert text == "line 7\n? Could not be read\n  It is broken."
