from gatepost import library
from gatepost.cli import demonstration
from gatepost.cli.terminal import Terminal


def shown(**more):
    """The demonstration as a terminal shows it."""
    return "\n".join(demonstration.demonstration(Terminal(**more)))


def test_every_policy_answers():
    assert [name for name in library.IDS if shown().count(name) < 3] == []


def test_one_draft_meets_different_answers():
    draft = shown().partition("Other situations")[0]
    assert len({line for line in draft.splitlines() if line.startswith(("  ✗", "  !", "  ✓"))}) > 1


def test_the_demonstration_fits_and_ends_with_what_to_do_next():
    lines = shown(width=80).splitlines()
    assert (max(map(len, lines)) <= 80, lines[-1].startswith("  gatepost check")) == (True, True)
