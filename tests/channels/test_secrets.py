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


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\U000e0061"])
def test_no_character_that_nobody_sees_hides_a_secret(unseen):
    for told in ("password: Sunflower12", "PIN 4821", "Sunflower9!"):
        assert holds_secret(unseen.join(told))
        assert holds_secret(f"{told[:2]}{unseen}{told[2:]}")


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b"])
def test_a_place_is_none_either_with_a_character_that_nobody_sees(unseen):
    check_no_secret(f"In the trust’s pass{unseen}word man{unseen}ager, folder Social")
    check_no_secret(unseen.join("The password is in the safe"))


@pytest.mark.parametrize(
    "said", ["p\u0430ssw\u043erd: Sunflower", "\u0440\u03b1\u0455\u0455w\u03bfrd: Sunflower", "\u0420IN 4821"]
)
def test_letters_that_only_look_latin_hide_no_secret(said):
    assert holds_secret(said)


@pytest.mark.parametrize("said", ["Сейф в офисе 2026", "Το σχολείο μας, 2026", "Café Møller, 2026"])
def test_words_of_another_alphabet_are_none(said):
    check_no_secret(said)


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
