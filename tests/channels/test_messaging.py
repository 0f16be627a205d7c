"""A messaging group is allowed, barred from people's own telephones, or not spoken of, as each policy says."""

import pytest

from gatepost import library
from gatepost.channels.messaging import on_groups
from gatepost.channels.models import Channel

SAYS = {
    ("north-star", "closed_group"): "allowed",
    ("true-learning", "closed_group"): "own_phone",
    ("southport", "closed_group"): "silent",
    ("everyone-matters", "closed_group"): "silent",
    ("true-learning", "parents"): "silent",
}


@pytest.mark.parametrize(("where", "expected"), SAYS.items(), ids=str)
def test_a_group_is_what_the_policy_says(where, expected):
    policy, audience = where
    group = Channel(kind="group", platform="whatsapp", audience=audience)
    state, reasons = on_groups(group, policies=[library.compiled(policy)])
    assert (state, bool(reasons)) == (expected, expected != "silent")


def test_a_group_of_a_school_without_a_policy_is_not_spoken_of():
    assert on_groups(Channel(platform="whatsapp"), policies=()) == ("silent", ())
