"""Unique Pupil Numbers."""

import pytest

from gatepost.consents.imports.upns import fault_in, is_temporary, plain_upn
from gatepost.detectors.upn import check_letter

SOUND = check_letter("801200012345") + "801200012345"
TEMPORARY = check_letter("80120001234B") + "80120001234B"


@pytest.mark.parametrize("upn", [SOUND, TEMPORARY])
def test_a_upn_with_its_letter_has_no_fault(upn):
    assert fault_in(upn) == ""


def test_one_wrong_figure_is_found():
    assert "does not fit" in fault_in(SOUND[:-1] + ("4" if SOUND[-1] != "4" else "5"))


@pytest.mark.parametrize("upn", [SOUND[:-1], SOUND + "1", "I" + SOUND[1:], "O801200012345", "S801200012345"])
def test_what_is_no_upn_is_said_to_be_none(upn):
    assert "is not one" in fault_in(upn)


def test_spaces_and_small_letters_do_not_matter():
    assert plain_upn(f" {SOUND[:5].lower()} {SOUND[5:]}") == SOUND


def test_a_upn_that_ends_in_a_letter_is_temporary():
    assert (is_temporary(TEMPORARY), is_temporary(SOUND)) == (True, False)
