import codecs
import json
import subprocess
import sys

import pytest
import yaml

from tests.cli.commands import BAD_POST, POLICY, POST, check, given, run, written
from tests.detectors.pictures.made import lettering

LISTED = {"id": "ok", "kind": "post", "facts": {"account": "official", "text": "Hi", "people": [], "personal_data": []}}


def as_lines(*situations):
    """The situations as JSON Lines."""
    return "".join(f"{json.dumps(situation, ensure_ascii=False)}\n" for situation in situations)


FORMATS = {
    "YAML": ("one.yaml", yaml.safe_dump(POST)),
    "YAML on several lines with a start": ("one.yml", f"---\n{yaml.safe_dump(POST)}...\n"),
    "JSON": ("one.json", json.dumps(POST)),
    "JSON over several lines": ("one.json", json.dumps(POST, indent=2)),
    "a JSON array": ("one.json", json.dumps([POST])),
    "JSON Lines": ("one.jsonl", as_lines(POST)),
    "JSON under another name": ("one.txt", json.dumps(POST)),
    "YAML under another name": ("one", yaml.safe_dump(POST)),
    "YAML in JSON's style": ("one.txt", "{id: post, kind: post, facts: {text: Hello!, account: official, people: []}}"),
    "YAML with other line ends": ("one.yaml", yaml.safe_dump(POST).replace("\n", "\r\n")),
    "JSON behind a mark": ("one.json", codecs.BOM_UTF8 + json.dumps(POST).encode()),
    "YAML behind a mark": ("one.yaml", codecs.BOM_UTF8 + yaml.safe_dump(POST).encode()),
    "YAML in sixteen bits": ("one.yaml", yaml.safe_dump(POST).encode("utf-16")),
}


@pytest.mark.parametrize(("name", "text"), FORMATS.values(), ids=FORMATS)
def test_one_situation_is_read_in_every_format(capsys, tmp_path, name, text):
    ran = check(capsys, written(tmp_path, text, name), form="json")
    assert (ran.json["id"], ran.json["policy"], ran.json["kind"]) == ("post", "thornfield", "post")


SEVERAL = {
    "a YAML list": ("some.yaml", yaml.safe_dump([POST, BAD_POST])),
    "YAML documents": ("some.yaml", yaml.safe_dump_all([POST, BAD_POST])),
    "a document with a list, and another": ("some.yaml", f"{yaml.safe_dump([POST])}---\n{yaml.safe_dump(BAD_POST)}"),
    "a JSON array": ("some.json", json.dumps([POST, BAD_POST], indent=1)),
    "JSON Lines": ("some.jsonl", as_lines(POST, BAD_POST)),
    "JSON Lines with empty lines": ("some.jsonl", as_lines(POST) + "\n\n" + as_lines(BAD_POST)),
    "JSON Lines under another name": ("some.txt", as_lines(POST, BAD_POST)),
    "JSON Lines named as JSON": ("some.json", as_lines(POST, BAD_POST)),
}


@pytest.mark.parametrize(("name", "text"), SEVERAL.values(), ids=SEVERAL)
def test_several_situations_are_answered_in_their_order(capsys, tmp_path, name, text):
    assert [answer["id"] for answer in check(capsys, written(tmp_path, text, name)).lines] == ["post", "bad"]


STATUS = {
    "nothing in the way": ([POST], 0),
    "something in the way": ([POST, BAD_POST], 1),
    "something unreadable": ([POST, {"id": "x", "kind": "toast", "facts": {}}], 2),
    "something unreadable beside something in the way": ([BAD_POST, {"kind": "post"}], 2),
}


@pytest.mark.parametrize(("situations", "status"), STATUS.values(), ids=STATUS)
def test_the_exit_status_says_what_occurred(capsys, tmp_path, situations, status):
    assert check(capsys, written(tmp_path, as_lines(*situations), "s.jsonl")).status == status


BROKEN = {
    "a broken line": ("s.jsonl", as_lines(POST) + "{oops\n" + as_lines(BAD_POST), {"line"}),
    "a kind that is none": ("s.jsonl", as_lines(POST, {"id": "x", "kind": "toast", "facts": {}}, BAD_POST), {"id"}),
    "a fact that is none": (
        "s.jsonl",
        as_lines(POST, {"id": "x", "kind": "post", "facts": {"txt": ""}}, BAD_POST),
        {"id"},
    ),
    "a word": ("s.jsonl", as_lines(POST, "hello", BAD_POST), {"line"}),
    "a key twice": ("s.jsonl", as_lines(POST) + '{"kind": "post", "kind": "post"}\n' + as_lines(BAD_POST), {"line"}),
    "a number without end": ("s.jsonl", as_lines(POST, {"id": "x", "facts": {"admins": 1e999}}, BAD_POST), {"id"}),
    "a day that is none": (
        "s.yaml",
        yaml.safe_dump([POST]) + "- {id: x, kind: post, facts: {today: 2026-02-30}}\n" + yaml.safe_dump([BAD_POST]),
        {"line"},
    ),
    "a document that does not parse": (
        "s.yaml",
        f"{yaml.safe_dump(POST)}---\nid: [\n---\n{yaml.safe_dump(BAD_POST)}",
        {"line"},
    ),
}


@pytest.mark.parametrize(("name", "text", "filed"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_yields_an_error_in_its_place(capsys, tmp_path, name, text, filed):
    first, error, last = check(capsys, written(tmp_path, text, name)).lines
    assert (first["id"], last["id"], {*error}) == ("post", "bad", filed | {"error"})


def test_an_error_says_its_line_and_what_to_write(capsys, tmp_path):
    text = as_lines(POST) + "\n" + as_lines({"kind": "post", "facts": {"txet": ""}})
    error = check(capsys, written(tmp_path, text, "s.jsonl")).lines[1]
    assert (error["line"], "`text`" in error["error"]) == (3, True)


@pytest.mark.parametrize("text", ["", "\n\n", "[]", "---\n", "# nothing\n"])
def test_a_file_without_a_situation_is_an_error(capsys, tmp_path, text):
    ran = check(capsys, written(tmp_path, text, "s.txt"))
    assert (ran.status, ran.lines[0]["line"]) == (2, 1)


@pytest.mark.parametrize("text", [b"\xff\xfe\x00", b"\xe9t\xe9", b"\x00\x01"])
def test_a_file_that_is_no_text_is_an_error(capsys, tmp_path, text):
    ran = check(capsys, written(tmp_path, text, "s.yaml"))
    assert (ran.status, [*ran.lines[0]]) == (2, ["line", "error"])


def test_a_file_that_is_not_there_is_an_error(capsys, tmp_path):
    ran = check(capsys, tmp_path / "none.yaml")
    assert (ran.status, "There is no file" in ran.lines[0]["error"]) == (2, True)


def test_standard_input_is_read(capsys, monkeypatch):
    given(monkeypatch, as_lines(POST, BAD_POST))
    assert [answer["id"] for answer in check(capsys, "-").lines] == ["post", "bad"]


def test_the_worked_situations_own_keys_mean_nothing(capsys, tmp_path):
    extra = {
        "situation": "…",
        "expected": "block",
        "route": "dsl",
        "refs": ["9"],
        "why": "",
        "basis": "",
        "set": "",
        "accept": [],
    }
    path = written(tmp_path, as_lines(POST, {**POST, **extra}), "s.jsonl")
    first, second = check(capsys, path).lines
    assert first == second


def test_json_is_an_object_for_one_and_an_array_for_several(capsys, tmp_path):
    one, two = (written(tmp_path, as_lines(*[POST] * count), f"{count}.jsonl") for count in (1, 2))
    assert [type(check(capsys, path, form="json").json) for path in (one, two)] == [dict, list]


def test_a_situation_names_its_own_policy(capsys, tmp_path):
    path = written(tmp_path, as_lines({**POST, "policy": POLICY}), "s.jsonl")
    assert run(capsys, "check", path, "--only", "allowed", "--format", "json").json["policy"] == "thornfield"


def test_the_option_outranks_the_policy_that_a_situation_names(capsys, tmp_path):
    path = written(tmp_path, as_lines({**POST, "policy": "none-such"}), "s.jsonl")
    assert check(capsys, path).lines[0]["policy"] == "thornfield"


NO_POLICY = {
    "none": {},
    "one that is not there": {"policy": "none-such"},
    "no name": {"policy": 7},
    "null": {"policy": None},
}


@pytest.mark.parametrize("more", NO_POLICY.values(), ids=NO_POLICY)
def test_a_situation_without_a_policy_is_an_error_that_says_what_to_do(capsys, tmp_path, more):
    ran = run(capsys, "check", written(tmp_path, as_lines({**POST, **more}), "s.jsonl"), "--format", "json")
    assert (ran.status, ran.json["id"], "policy" in ran.json["error"]) == (2, "post", True)


def test_what_is_given_wins_over_what_is_found(capsys, tmp_path):
    said = {**BAD_POST, "facts": {**BAD_POST["facts"], "personal_data": []}}
    answers = check(capsys, written(tmp_path, as_lines(BAD_POST, said), "s.jsonl")).lines
    assert [answer["outcome"] for answer in answers] == ["block", "no_rule"]


def test_an_answer_to_a_clauses_question_is_a_fact(capsys, tmp_path):
    words = "{id: a, kind: post, facts: {people: [], answers: [{ask: 'Is this respectful?', answer: %s}]}}\n"
    for said, outcome in (("yes", "no_rule"), ("no", "required")):
        path = written(tmp_path, words % said, "one.yaml")
        answer = run(capsys, "check", path, "--policy", "north-star", "--only", "allowed", "--format", "json").json
        assert answer["outcome"] == outcome


def test_the_roll_names_pupils_whom_nobody_listed(capsys, tmp_path):
    roll = written(tmp_path, "upn,legal_first,legal_last\nA1,Oliver,Hartley\n", "roll.csv")
    post = {**POST, "facts": {**POST["facts"], "text": "Oliver Hartley takes the record!"}}
    path = written(tmp_path, as_lines(post), "s.jsonl")
    outcomes = [check(capsys, path, *words).lines[0]["outcome"] for words in ([], ["--roster", roll])]
    assert outcomes == ["no_rule", "block"]


def test_the_schools_own_number_is_no_private_detail(capsys, tmp_path):
    contacts = written(tmp_path, "07700 900123\n\n", "contacts.txt")
    path = written(tmp_path, as_lines(BAD_POST), "s.jsonl")
    assert check(capsys, path, "--school-contacts", contacts).lines[0]["outcome"] != "block"


def test_a_roll_that_is_not_there_stops_the_command(capsys, tmp_path):
    ran = check(capsys, written(tmp_path, as_lines(POST), "s.jsonl"), "--roster", tmp_path / "none.csv")
    assert (ran.status, ran.out, "none.csv" in ran.err) == (2, "", True)


def test_half_a_character_is_carried_back_as_it_came(capsys, tmp_path):
    path = written(tmp_path, '{"id": "\\ud800", "kind": "post", "facts": {"text": "\\udfff", "people": []}}', "s.jsonl")
    assert check(capsys, path).lines[0]["id"] == "\ud800"


def test_letters_are_printed_as_they_are(capsys, tmp_path):
    assert '"Zoë 😀"' in check(capsys, written(tmp_path, as_lines({**POST, "id": "Zoë 😀"}), "s.jsonl")).out


def gatepost(*words, **more):
    """The command in a process of its own, with an encoding that knows few letters."""
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    command = [sys.executable, "-m", "gatepost.cli.main", *map(str, words)]
    return subprocess.run(command, check=False, capture_output=True, env=environment, **more)


def test_the_same_file_gives_the_same_bytes_twice(tmp_path):
    path = written(tmp_path, as_lines(POST, BAD_POST, {"kind": 3}), "s.jsonl")
    words = ("check", path, "--policy", POLICY, "--only", "allowed", "--format", "jsonl")
    first, second = gatepost(*words), gatepost(*words)
    assert (first.returncode, first.stdout) == (2, second.stdout)


def test_any_letter_can_be_printed_anywhere(tmp_path):
    post = {**BAD_POST, "id": "Zoë 😀 \ud800", "facts": {**BAD_POST["facts"], "text": "Ring 07700 900123 ✓ 😀"}}
    path = written(tmp_path, json.dumps(post), "s.json")
    ran = gatepost("check", path, "--policy", POLICY, "--only", "allowed")
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_standard_input_is_read_in_a_process_of_its_own():
    ran = gatepost(
        "check", "-", "--policy", POLICY, "--only", "allowed", "--format", "json", input=as_lines(POST).encode()
    )
    assert (ran.returncode, json.loads(ran.stdout)["id"]) == (0, "post")


PICTURED = """
kind: post
facts:
  channel: facebook
  account: official
  text: Look at these.
  media: [{type: photo, file: certificate.png}]
  people: []
"""


def test_a_picture_is_looked_into_beside_the_situation_that_names_it(capsys, tmp_path):
    written(tmp_path, lettering("Awarded to", "Oliver Hartley"), "certificate.png")
    roll = written(tmp_path, "upn,legal_first,legal_last\nA1,Oliver,Hartley\n", "roll.csv")
    ran = run(
        capsys, "check", written(tmp_path, PICTURED), "--policy", "southport", "--roster", roll, "--format", "json"
    )
    (reason, *_) = [one for one in ran.json["reasons"] if isinstance(one["where"], dict)]
    assert (ran.status, reason["because"][0]["fact"]) == (1, "media[0].names_visible")


def test_a_picture_that_is_not_there_is_an_input_that_could_not_be_read(capsys, tmp_path):
    ran = check(capsys, written(tmp_path, PICTURED))
    assert (ran.status, "no such file" in ran.lines[0]["error"]) == (2, True)
