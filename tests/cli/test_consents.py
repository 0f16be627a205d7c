import json
from pathlib import Path

import pytest

from gatepost.consents.models import Answer, Pupil
from gatepost.detectors.upn import check_letter
from tests import malformed
from tests.cast import cast
from tests.cli.commands import run

pytestmark = pytest.mark.django_db
UPN = check_letter("801200000001") + "801200000001"
PHOTOS = "Photographs on social media"


@pytest.fixture(autouse=True)
def people():
    made = cast()
    Pupil.objects.of(made.school).filter(pk=made.zofia.pk).update(upn=UPN)
    return made


@pytest.fixture
def give(tmp_path, capsys):
    """Import a list given as text, with more arguments."""

    def given(text: str | bytes, *more: str, mapping: object = None):
        path = tmp_path / "list.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        if mapping is not None:
            (tmp_path / "mapping.json").write_text(json.dumps(mapping))
            more = (*more, "--mapping", str(tmp_path / "mapping.json"))
        return run(capsys, "consents", "import", str(path), "--school", "brookfield", "--format", "json", *more)

    return given


def count(people) -> int:
    return Answer.objects.of(people.school).filter(method="mis").count()


def test_what_a_list_says_is_answered_row_by_row(give, people):
    ran = give(f"UPN,Consent Type,Status,Date,Given by\n{UPN},{PHOTOS},Yes,3/9/2026,Ewa Nowak\n")
    told = ran.json
    assert (ran.status, told["rows"], told["errors"], told["review"], told["choices_needed"]) == (0, 1, [], [], [])
    assert told["states"][0].items() >= {
        "upn": UPN, "type": PHOTOS, "state": "granted", "date": "2026-09-03", "given_by": "Ewa Nowak",
    }.items()  # fmt: skip
    assert count(people) == 1


@pytest.mark.parametrize("word", ["Requested", "Pending", ""])
def test_asked_pending_and_blank_are_unknown_and_publish_nothing(give, people, word):
    ran = give(f"UPN,Consent Type,Status\n{UPN},{PHOTOS},{word}\n")
    assert (ran.status, ran.json["states"][0]["state"], count(people)) == (0, "unknown", 0)


def test_a_dry_run_changes_nothing(give, people):
    ran = give(f"UPN,Consent Type,Status\n{UPN},{PHOTOS},No\n", "--dry-run")
    assert (ran.status, ran.json["counts"]["refused"], count(people)) == (0, 1, 0)


def test_a_word_that_nobody_explained_makes_one_and_the_mapping_makes_nought(give, people):
    text = f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Partial\n"
    assert (give(text).status, count(people)) == (1, 0)
    ran = give(text, mapping={"words": {"Partial": "refused"}})
    assert (ran.status, ran.json["states"][0]["state"], count(people)) == (0, "refused", 1)


def test_a_mapping_names_columns_the_type_and_what_is_the_other_way_round(give):
    mapping = {"columns": {"Ref": "upn", "Nein": "status"}, "type": PHOTOS, "inverted": ["Nein"]}
    ran = give(f"Ref,Nein\n{UPN},Yes\n", mapping=mapping)
    assert (ran.status, ran.json["states"][0]["type"], ran.json["states"][0]["state"]) == (0, PHOTOS, "refused")


def test_a_row_to_look_at_makes_one_and_holds_every_yes_back_unless_told_otherwise(give, people):
    text = f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\nB1,{PHOTOS},Yes\n"
    ran = give(text)
    assert (ran.status, [one["row"] for one in ran.json["review"]], count(people)) == (1, [3], 0)
    assert (give(text, "--skip-review").status, count(people)) == (1, 1)


def test_a_list_of_answers_takes_most_of_a_school_off_the_roll_only_where_somebody_says_so(give, people):
    text = f"UPN,Consent Type,Status\nB1,{PHOTOS},No\n"
    left = Pupil.objects.of(people.school).filter(left_on__isnull=False)
    assert (give(text, "--full", "--skip-review").status, left.count()) == (1, 0)
    assert (give(text, "--full", "--skip-review", "--missing-have-left").json["choices_needed"], left.count()) == (
        [],
        2,
    )


def test_a_yes_of_too_long_ago_is_held_back(give, people):
    ran = give(f"UPN,Consent Type,Status,Date\n{UPN},{PHOTOS},Yes,01/01/1970\n", "--skip-review")
    assert (ran.status, [one["row"] for one in ran.json["errors"]], count(people)) == (1, [2], 0)


@pytest.mark.parametrize("kind", ["noise", "nothing", "a workbook cut short", "a quotation mark never closed"])
def test_what_cannot_be_read_makes_two_and_changes_nothing(give, people, kind):
    ran = give(malformed.KINDS[kind](malformed.random.Random(2)))
    assert (ran.status, ran.out, count(people)) == (2, "", 0)
    assert ran.err.startswith("gatepost: ")


def test_a_mapping_that_means_nothing_makes_two(give):
    assert give("UPN,Status\nA,Yes\n", mapping={"colums": {}}).status == 2


def test_a_school_that_there_is_not_makes_two(capsys, tmp_path):
    path = Path(tmp_path / "list.csv")
    path.write_text("UPN,Status\nA,Yes\n")
    ran = run(capsys, "consents", "import", str(path), "--school", "nowhere")
    assert (ran.status, "no school at “nowhere”" in ran.err) == (2, True)
