import pytest

from gatepost.cli.terminal import Terminal, columns, harmless, in_short

HARMLESS = {
    "plain words": ("Hello", "Hello"),
    "a line break": ("a\nb", "a\nb"),
    "a tab": ("a\tb", "a b"),
    "an escape": ("\x1b[31mred", "·[31mred"),
    "a bell and a rubout": ("\x07\x7f", "··"),
    "writing turned round": ("\u202egnp.exe", "·gnp.exe"),
    "half a character": ("\ud800", "·"),
    "a family": ("👨‍👩‍👧", "👨‍👩‍👧"),
    "an accent": ("e\u0301", "e\u0301"),
}


@pytest.mark.parametrize(("text", "shown"), HARMLESS.values(), ids=HARMLESS)
def test_nothing_from_outside_steers_the_terminal(text, shown):
    assert (harmless(text), len(harmless(text))) == (shown, len(text))


@pytest.mark.parametrize(("text", "shown"), [("a\n b", "a b"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…")])
def test_a_text_too_long_for_a_sentence_is_cut(text, shown):
    assert in_short(text) == shown


COLUMNS = {"abc": 3, "é": 1, "e\u0301": 1, "漢": 2, "😀": 2, "": 0}


@pytest.mark.parametrize(("text", "wide"), COLUMNS.items())
def test_a_text_takes_so_many_columns(text, wide):
    assert columns(text) == wide


def test_a_plain_terminal_paints_nothing():
    assert Terminal().paint("Hello", "bold", "red") == "Hello"


def test_colour_ends_where_the_text_does():
    assert Terminal(colour=True).paint("Hello", "bold", "red") == "\x1b[1;31mHello\x1b[0m"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_refused(monkeypatch, name, value):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    before = Terminal.here().colour
    monkeypatch.setenv(name, value)
    assert (before, Terminal.here().colour) == (True, False)


def test_a_pipe_has_no_colour(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert Terminal.here() == Terminal(width=80, colour=False, rich=True)


def test_wrapped_lines_fit():
    assert max(map(len, Terminal(width=40).wrapped("word " * 40, first="  - ", later="    "))) <= 40
