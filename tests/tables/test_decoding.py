"""The encodings in which schools save lists."""

import pytest

from gatepost.tables.decoding import decoded
from gatepost.tables.refused import Unreadable

TEXT = "UPN,Surname\nA1,Zoë Ní Dhomhnaill – “Cal”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_come_out_as_they_were_saved(encoding):
    assert decoded(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark_also_where_somebody_chose_it(encoding):
    assert [decoded(TEXT.encode(encoding), encoding=chosen) for chosen in ("", "utf-16")] == [TEXT, TEXT]


def test_an_encoding_that_somebody_chose_is_used():
    assert decoded("Zoë Siân".encode(), encoding="cp1252") != "Zoë Siân"


def test_an_encoding_that_does_not_fit_is_refused_by_name():
    with pytest.raises(Unreadable, match="not text in UTF-8"):
        decoded("Siân".encode("cp1252"), encoding="utf-8")


def test_a_file_of_two_encodings_is_refused_rather_than_misread():
    with pytest.raises(Unreadable, match="mixes two encodings"):
        decoded("Zoë".encode() + "Siân".encode("cp1252"))


def test_a_character_that_no_list_has_is_refused():
    with pytest.raises(Unreadable, match="damaged"):
        decoded(b"UPN,Surname\nA1,Hart\x00ley\n")
