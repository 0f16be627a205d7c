"""Whoever acts is a plain value of a known kind."""

import pytest

from gatepost.audit.actor import KINDS, Actor


@pytest.mark.parametrize("kind", KINDS)
def test_a_known_kind_acts(kind):
    assert Actor(kind, "7", "Amara").kind == kind


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="An actor is one of"):
        Actor("robot", "7", "Amara")
