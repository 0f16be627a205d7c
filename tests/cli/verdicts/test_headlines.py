import pytest

from gatepost.cli.verdicts.headlines import HEADLINES, SHORT, headline, mark
from gatepost.policy import Verdict
from gatepost.policy.outcomes import EASY, ORDER, OUTCOMES


def verdict(kind, outcome, route=None):
    """A verdict of this outcome."""
    return Verdict(None, "thornfield", kind, outcome, route, "express", (), {}, (), ())


@pytest.mark.parametrize(("kind", "outcome"), [(kind, outcome) for kind, order in ORDER.items() for outcome in order])
def test_every_outcome_of_every_kind_has_a_headline(kind, outcome):
    assert (outcome in HEADLINES[kind], outcome in SHORT) == (True, True)


LINES = {
    "one who has to agree": ("post", "needs_approval", "headteacher", "Can't go out yet: the headteacher has to agree"),
    "either of two": (
        "post",
        "needs_approval",
        "principal|ceo",
        "Can't go out yet: the principal or the CEO has to agree",
    ),
    "both of two": ("post", "needs_approval", "dsl+dpo", "Can't go out yet: the DSL and the DPO have to agree"),
    "nobody named": ("post", "needs_approval", None, "Can't go out yet: somebody has to agree"),
    "a report": ("report", "report", "dsl", "Report this: tell the DSL"),
    "a stop": ("post", "block", None, "Can't go out as it is"),
    "a question": ("question", "allow", None, "Yes"),
}


@pytest.mark.parametrize(("kind", "outcome", "route", "line"), LINES.values(), ids=LINES)
def test_a_verdict_is_one_plain_line(kind, outcome, route, line):
    assert headline(verdict(kind, outcome, route)) == line


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_what_stands_in_the_way_is_never_ticked(outcome):
    sign, _ = mark(outcome, rich=True)
    assert (sign in "✓·") is (outcome in EASY)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_mark_has_a_plain_form(outcome):
    assert mark(outcome, rich=False)[0].isascii()
