import json

import pytest

from tests.cli.commands import given, run, written
from tests.detectors.pictures.made import PORTRAIT, lettering
from tests.publishing.pictures.files import exif, halves, saved

NUMBER = "07700 900123"


def detect(capsys, path, *words, form="jsonl"):
    """Run `gatepost detect`."""
    return run(capsys, "detect", path, "--format", form, *words)


def test_each_line_is_answered_in_its_place(capsys, tmp_path):
    path = written(tmp_path, f'{{"id": "a", "text": "Ring {NUMBER}."}}\n{{"id": "b", "text": "Hello"}}\n')
    first, second = detect(capsys, path).lines
    assert (first["id"], [*first["findings"][0]], second) == (
        "a",
        ["type", "start", "end", "confidence", "why"],
        {"id": "b", "findings": []},
    )


def test_places_count_code_points_of_the_text_as_given(capsys, tmp_path):
    text = f"😀é\r\nRing {NUMBER}."
    (answer,) = detect(capsys, written(tmp_path, json.dumps({"id": 1, "text": text}))).lines
    place = answer["findings"][0]
    assert text[place["start"] : place["end"]] == NUMBER


def test_a_plain_texts_line_ends_are_counted(capsys, tmp_path):
    (answer,) = detect(capsys, written(tmp_path, f"One\r\nTwo {NUMBER}\r\n", "post.txt")).lines
    assert (answer["id"], answer["findings"][0]["start"]) == ("post.txt", 9)


def test_a_pupil_on_the_roll_is_named_by_number(capsys, tmp_path):
    roll = written(tmp_path, "upn,legal_first,legal_last\nA1,Oliver,Hartley\n", "roll.csv")
    path = written(tmp_path, '{"id": "a", "text": "Oliver Hartley wins."}')
    (finding,) = detect(capsys, path, "--roster", roll).lines[0]["findings"]
    assert (finding["type"], finding["start"], finding["end"], finding["who"]) == ("pupil_full", 0, 14, ["A1"])


EXPORTED = {
    "in the words of a system": "UPN,Legal forename,Legal surname,Preferred name\nA1,Oliver,Hartley,Olly\n",
    "under a title, with semicolons": "Our pupils\n\nUPN;Forename;Surname;Known as\nA1;Oliver;Hartley;Olly\n",
    "in tabs and UTF-16": "UPN\tForename\tSurname\tKnown as\r\nA1\tOliver\tHartley\tOlly\r\n".encode("utf-16"),
}


@pytest.mark.parametrize("roll", EXPORTED.values(), ids=EXPORTED)
def test_a_roll_as_a_system_exports_it_is_read_too(capsys, tmp_path, roll):
    path = written(tmp_path, '{"id": "a", "text": "Olly Hartley wins."}')
    (finding,) = detect(capsys, path, "--roster", written(tmp_path, roll, "export.csv")).lines[0]["findings"]
    assert (finding["type"], finding["start"], finding["end"]) == ("pupil_full", 0, 12)


LOST = {
    "UPN,Forename,Surname\nA1,Oliver,\n": "Row 2 of the roll “export.csv” cannot be read. It has no first name, or",
    "UPN,House\nA1,Red\n": "Line 1 of the roster should name the columns",
    "upn,legal_first,legal_last,kind\nA1,Oliver,Hartley,ghost\n": "kind is 'ghost'; write pupil or staff.",
}


@pytest.mark.parametrize(("roll", "says"), LOST.items())
def test_a_roll_that_would_lose_somebody_is_refused(capsys, tmp_path, roll, says):
    ran = detect(capsys, written(tmp_path, "Hello", "post.txt"), "--roster", written(tmp_path, roll, "export.csv"))
    assert (ran.status, says in ran.err) == (2, True)


def test_the_schools_own_number_is_marked_as_its_own(capsys, tmp_path):
    contacts = written(tmp_path, f"{NUMBER}\n", "contacts.txt")
    path = written(tmp_path, json.dumps({"id": 1, "text": f"Ring {NUMBER}."}))
    (finding,) = detect(capsys, path, "--school-contacts", contacts).lines[0]["findings"]
    assert finding["type"] == "school_contact"


UNREADABLE = {
    "a picture that is not there": ("t.jsonl", '{"id": "a", "image": "x.jpg"}', {"id": "a"}),
    "a picture that is no path": ("t.jsonl", '{"id": "a", "image": 3}', {"id": "a"}),
    "a broken line": ("t.jsonl", '{"id": "a"', {"line": 1}),
    "an entry without a text": ("t.jsonl", '{"id": "a"}', {"id": "a"}),
    "an entry whose text is a number": ("t.jsonl", '{"id": "a", "text": 3}', {"id": "a"}),
    "a number": ("t.jsonl", "3", {"line": 1}),
    "a picture": ("sports.jpg", "not even a picture", {"id": "sports.jpg"}),
    "a picture under another name": ("sports", b"\x89PNG\r\n\x1a\n", {"id": "sports"}),
    "a picture of a telephone": ("sports", b"\x00\x00\x00\x18ftypheic", {"id": "sports"}),
    "no text at all": ("t.txt", b"\xe9\xe9", {"id": "t.txt"}),
}


@pytest.mark.parametrize(("name", "text", "filed"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_an_error_in_its_place(capsys, tmp_path, name, text, filed):
    ran = detect(capsys, written(tmp_path, text, name))
    assert (ran.status, ran.lines) == (2, [{**filed, "error": ran.lines[0]["error"]}])


def test_a_picture_that_is_not_there_stops_no_other_line(capsys, tmp_path):
    path = written(tmp_path, '{"id": "a", "image": "x.jpg"}\n{"id": "b", "text": "Hello"}')
    first, second = detect(capsys, path).lines
    assert ("there is no such file" in first["error"], second["findings"]) == (True, [])


def test_a_picture_is_found_beside_the_file_that_names_it(capsys, tmp_path):
    written(tmp_path, PORTRAIT.read_bytes(), "x.jpg")
    (answer,) = detect(capsys, written(tmp_path, '{"id": "a", "image": "x.jpg"}')).lines
    face, *_ = answer["findings"]
    assert (answer["id"], [*face]) == ("a", ["type", "x", "y", "width", "height", "confidence", "why"])


def test_a_face_is_told_where_it_is(capsys):
    face, *_ = detect(capsys, PORTRAIT).lines[0]["findings"]
    assert (face["type"], face["x"] < 135 < face["x"] + face["width"]) == ("face", True)


def test_a_name_on_a_certificate_is_told_with_its_place(capsys, tmp_path):
    roll = written(tmp_path, "upn,legal_first,legal_last\nA1,Oliver,Hartley\n", "roll.csv")
    path = written(tmp_path, lettering("Awarded to", "Oliver Hartley"), "certificate.png")
    *texts, name = detect(capsys, path, "--roster", roll).lines[0]["findings"]
    assert ([text["type"] for text in texts], name["type"], name["who"]) == (["text", "text"], "name", ["A1"])


def test_a_picture_that_says_where_it_was_taken_is_told(capsys, tmp_path):
    path = written(tmp_path, saved(halves(), exif=exif(place=True)), "x.jpg")
    assert [found["type"] for found in detect(capsys, path).lines[0]["findings"]] == ["location"]


def test_people_read_what_was_found_in_a_picture(capsys):
    out = detect(capsys, PORTRAIT, form="text").out
    assert "a face, " in out
    assert "towards the camera" in out


def test_an_array_of_texts_is_read_too(capsys, tmp_path):
    path = written(tmp_path, '[{"id": 1, "text": "a"}, {"id": 2, "text": "b"}]', "texts.json")
    assert [answer["id"] for answer in detect(capsys, path, form="json").json] == [1, 2]


def test_standard_input_is_read(capsys, monkeypatch):
    given(monkeypatch, f"Ring {NUMBER}.")
    answer = detect(capsys, "-", form="json").json
    assert (answer["id"], answer["findings"][0]["type"]) == (None, "phone")


def test_people_see_the_words_underlined(capsys, tmp_path):
    out = detect(capsys, written(tmp_path, f"Ring {NUMBER}.", "post.txt"), form="text").out
    assert "\n       ^^^^^^^^^^^^\n" in out


def test_people_are_told_that_nothing_was_found(capsys, tmp_path):
    assert "Nothing found." in detect(capsys, written(tmp_path, "Hello", "post.txt"), form="text").out
