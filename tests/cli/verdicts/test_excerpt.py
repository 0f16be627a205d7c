import pytest

from gatepost.cli.terminal import Terminal
from gatepost.cli.verdicts.excerpt import excerpt

NARROW = Terminal(width=24)

SHOWN = {
    "no mark": ("Hello there", [], ["  Hello there"]),
    "a mark": ("Ring Sam now", [(5, 8)], ["  Ring Sam now", "       ^^^"]),
    "two marks": ("Sam and Zoe", [(0, 3), (8, 11)], ["  Sam and Zoe", "  ^^^     ^^^"]),
    "marks that overlap": ("Sam and Zoe", [(0, 7), (4, 11)], ["  Sam and Zoe", "  ^^^^^^^^^^^"]),
    "a mark behind a wide letter": ("😀 Sam", [(2, 5)], ["  😀 Sam", "     ^^^"]),
    "a mark behind an accent of its own": ("e\u0301 Sam", [(3, 6)], ["  e\u0301 Sam", "    ^^^"]),
    "lines": ("One\nTwo", [(4, 7)], ["  One", "  Two", "  ^^^"]),
    "a line that is too long": (
        "We are proud of Oliver Hartley",
        [(16, 30)],
        ["  We are proud of Oliver", "                  ^^^^^^", "  Hartley", "  ^^^^^^^"],
    ),
    "a word that is too long": ("a" * 30, [], ["  " + "a" * 22, "  " + "a" * 8]),
    "nothing": ("", [], ["  "]),
}


@pytest.mark.parametrize(("text", "marked", "lines"), SHOWN.values(), ids=SHOWN)
def test_the_marked_words_are_underlined(text, marked, lines):
    assert excerpt(text, marked, terminal=NARROW) == lines


def test_with_colours_the_words_themselves_are_underlined():
    (line,) = excerpt("Ring Sam now", [(5, 8)], terminal=Terminal(colour=True))
    assert line == "  Ring \x1b[4;1mSam\x1b[0m now"


def test_a_long_text_keeps_the_lines_that_are_marked():
    text = "\n".join(f"line {number}" for number in range(40))
    start = text.index("line 30")
    lines = excerpt(text, [(start, start + 4)], terminal=NARROW)
    assert ("  line 30" in lines, "  line 20" in lines, lines.count("  …")) == (True, False, 2)


def test_an_escape_in_a_text_is_not_printed():
    assert "\x1b" not in "".join(excerpt("\x1b[2J", [(0, 1)], terminal=NARROW))
