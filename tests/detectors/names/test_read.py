"""Reading a roster."""

import io

import pytest

from gatepost.detectors import RosterError, read_roster

HEAD = "upn,admission_no,legal_first,legal_last,preferred_first,preferred_last,year,class,dob,nicknames,kind\n"
ROW = "A1,7,Zoë,Hartley,,,8,8B,2013-01-02,Zo;Zed,\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_every_usual_encoding_is_read(encoding):
    roll = read_roster(io.BytesIO((HEAD + ROW).encode(encoding)))
    assert (roll.people[0].legal_first, roll.people[0].nicknames) == ("Zoë", ("Zo", "Zed"))


def test_contacts_stand_in_comments_above_the_header():
    roll = read_roster(io.StringIO("# contacts: 01632 960142, office@oakfield.sch.uk\n" + HEAD + ROW))
    assert roll.contacts == ("01632 960142", "office@oakfield.sch.uk")


def test_a_path_is_read_as_well(tmp_path):
    (tmp_path / "roll.csv").write_text(HEAD + ROW, encoding="utf-8")
    assert read_roster(tmp_path / "roll.csv").people[0].class_name == "8B"


def test_pupils_with_no_number_are_told_apart_by_their_lines():
    roll = read_roster(io.StringIO("legal_first,legal_last\nZoë,Hartley\nWill,Rose\n"))
    assert [p.key for p in roll.people] == ["line 2", "line 3"]


BAD = {
    "upn,year\nA1,8\n": "Line 1 of the roster should name the columns; legal_first and legal_last missing.",
    HEAD + ROW + "A2,8,,,,,8,8B,,,\n": "Line 3 of the roster has no name.",
    HEAD + "A1,7,Ann,Oak,,,8,8B,,,ghost\n": "Line 2 of the roster: kind is 'ghost'; write pupil or staff.",
}


@pytest.mark.parametrize(("text", "sentence"), BAD.items())
def test_a_bad_roster_is_refused_with_its_line(text, sentence):
    with pytest.raises(RosterError) as problem:
        read_roster(io.StringIO(text))
    assert str(problem.value) == sentence


def test_a_file_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(RosterError, match="could not be opened"):
        read_roster(tmp_path / "none.csv")
