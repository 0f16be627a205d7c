"""Practices that guidance advises against."""

import pytest

from tests.policy.lint.known_law import messages

RULE = "out-of-step"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Staff consent to such monitoring by using the network.", "taken as consent"),
        ("We may monitor accounts without further notice.", "without notice"),
        ("This includes keystroke logging.", "keystrokes"),
        ("You may have to hand over passwords.", "passwords"),
        ("Take screenshots of anything abusive.", "captured as a picture"),
        ("Sexting is dealt with elsewhere.", "sexting"),
    ],
)
def test_a_practice_out_of_step_is_reported(text: str, said: str) -> None:
    assert said in messages(text, rule=RULE)


@pytest.mark.parametrize(
    "text",
    [
        "Staff consent to a photograph on the website.",
        "We monitor comments and tell people so.",
        "We never capture keystrokes.",
        "Nobody is asked to hand over passwords, and you must not hand over passwords.",
        "Take screenshots of abusive posts, but never save or share a sexual image.",
    ],
)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""
