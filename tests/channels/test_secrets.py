"""No secret is kept on the register, and a refusal repeats nothing of it."""

import pytest

from gatepost.channels.secrets import LONGEST, check_no_secret, holds_secret, plain_address
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


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("https://facebook.com/brookfield", "https://facebook.com/brookfield"),
        ("https://facebook.com/profile.php?id=1001&mibextid=abc", "https://facebook.com/profile.php?id=1001"),
        ("https://facebook.com/brookfield?password=Brookfield2026!", "https://facebook.com/brookfield"),
        ("https://facebook.com/brookfield#pw=Brookfield2026!", "https://facebook.com/brookfield"),
    ],
)
def test_an_address_is_kept_without_what_is_no_part_of_it(written, plain):
    assert plain_address(written) == plain


def test_an_address_with_a_login_in_it_is_refused_and_not_repeated():
    with pytest.raises(UnableTo) as refusal:
        plain_address("https://u:Brookfield2026!@facebook.com/x")
    assert "Brookfield2026" not in str(refusal.value)
