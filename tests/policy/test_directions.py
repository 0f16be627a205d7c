"""Which changes of a parameter loosen, each beside one that does not."""

import pytest

from gatepost.policy.controls.base import STRICTER
from gatepost.policy.directions import WORDS, loosens

TIGHTER = [
    ("subset", ("facebook", "x"), ("facebook",)),
    ("subset", ("facebook",), ()),
    ("superset", ("pupil",), ("pupil", "parent")),
    ("superset", ("pupil", "parent"), ("parent", "pupil")),
    ("earlier", "2026-06", "2026-05"),
    ("earlier", "2026-06", "2026-06-30"),
    ("higher", 12, 24),
    ("higher", None, 13),
    ("lower", 6, 3),
    ("lower", None, 3),
    ("true", False, True),
    ("false", True, False),
    ("fixed", "none", "none"),
    ("fixed", ("a", "b"), ("b", "a")),
]


@pytest.mark.parametrize(("direction", "before", "after"), TIGHTER)
def test_a_step_in_the_declared_direction_does_not_loosen(direction, before, after):
    assert not loosens("some_control", "it", direction=direction, before=before, after=after)


@pytest.mark.parametrize(("direction", "before", "after"), [row for row in TIGHTER if set(row[1:2]) != set(row[2:])])
def test_the_same_step_taken_back_loosens(direction, before, after):
    same = isinstance(before, tuple) and set(before) == set(after)
    assert loosens("some_control", "it", direction=direction, before=after, after=before) is not same


@pytest.mark.parametrize("direction", ["subset", "superset"])
def test_an_exchange_of_words_loosens(direction):
    assert loosens("some_control", "it", direction=direction, before=("pupil",), after=("parent",))


SPECIAL = [
    ("prohibited", "about", "superset", (), ("pupil",), True),
    ("prohibited", "about", "superset", ("pupil",), (), False),
    ("prohibited", "about", "superset", ("pupil",), ("pupil", "parent"), False),
    ("contact_bar", "people", "superset", ("former_pupil",), ("former_pupil", "recent_leaver"), True),
    ("contact_bar", "people", "superset", ("pupil",), ("pupil", "recent_leaver"), False),
    ("standing_duty", "least", "higher", 0, 8, True),
    ("standing_duty", "least", "higher", 8, 12, False),
    ("evidence_kept", "any_of", "subset", ("evidence.link", "evidence.screenshot"), ("evidence.link",), True),
    ("closed_channel", "closed", "earlier", "2026-03", "2026-03-20", True),
    ("closed_channel", "closed", "earlier", "2026-03-20", "2026-03", False),
]


@pytest.mark.parametrize(("control", "parameter", "direction", "before", "after", "looser"), SPECIAL)
def test_a_parameter_with_a_meaning_of_its_own_goes_by_it(control, parameter, direction, before, after, looser):
    assert loosens(control, parameter, direction=direction, before=before, after=after) is looser


def test_every_direction_has_words():
    assert set(WORDS) == set(STRICTER)
