import pytest

from gatepost.cli.verdicts.fixes import say_fixes
from gatepost.policy.verdict import Fix, Reason, Span

FACTS = {"people": [{"name": "Oliver Hartley"}]}
TEXTS = {"text": "Oliver Hartley wins"}
NAME = Span("text", 0, 14)

SAID = {
    "a shorter name": (Fix("replace", NAME, "Oliver"), "write “Oliver” in place of “Oliver Hartley”"),
    "a name with nothing shorter": (Fix("replace", NAME), "take out “Oliver Hartley”"),
    "a name that is no shorter": (Fix("replace", NAME, "Oliver Hartley"), "take out “Oliver Hartley”"),
    "words": (Fix("remove", NAME), "take out “Oliver Hartley”"),
    "a person": (Fix("remove", fact="people[0]"), "leave Oliver Hartley out"),
    "a place in a file": (Fix("remove", fact="media[0].location"), "take the place out of the picture's file"),
    "a face": (Fix("blur", fact="people[0]"), "leave Oliver Hartley out of the picture"),
    "a certificate": (Fix("blur", fact="media[0]"), "cover it in the picture"),
    "a family": (Fix("ask", role="parent"), "ask the family"),
    "a role": (Fix("ask", role="dsl"), "ask the DSL"),
    "a description": (
        Fix("ask", role="author", fact="media[0].alt_text"),
        "add: description for people who cannot see the picture",
    ),
}


def reason(*fixes):
    """A reason with these fixes."""
    return Reason("allowed", "block", "thornfield", "1.1", "must_not", "…", fixes=fixes)


@pytest.mark.parametrize(("fix", "said"), SAID.values(), ids=SAID)
def test_a_fix_is_a_verb_and_the_thing(fix, said):
    assert say_fixes([reason(fix)], FACTS, TEXTS) == (said,)


def test_a_fix_is_said_once():
    fix = Fix("ask", role="parent")
    assert say_fixes([reason(fix, fix), reason(fix)], FACTS, TEXTS) == ("ask the family",)
