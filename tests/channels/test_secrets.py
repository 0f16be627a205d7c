"""No secret is kept on the register, and a refusal repeats nothing of it."""

import pytest

from gatepost.channels.secrets import LONGEST, check_no_secret, holds_secret
from gatepost.schools.errors import UnableTo


def test_a_text_with_a_password_is_refused_without_repeating_it():
    with pytest.raises(UnableTo, match=r"password.*Say where it is kept") as refused:
        check_no_secret("The office", "Facebook password: Sunflower12")
    assert "Sunflower" not in str(refused.value)


@pytest.mark.parametrize("place", ["", "In the trust’s password manager, folder Social", "The password is in the safe"])
def test_a_place_is_no_secret(place):
    check_no_secret(place)
    assert not holds_secret(place)


def test_what_no_line_can_hold_is_not_looked_at():
    assert not holds_secret(" " * LONGEST + "password: Sunflower12")
