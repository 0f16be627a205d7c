import zipfile
from pathlib import Path

import pytest

from gatepost.consents.models import Pupil
from tests.cast import cast
from tests.cli.commands import run

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parents[1] / "consents" / "imports" / "files"


@pytest.fixture(autouse=True)
def people():
    return cast()


def take(capsys, path, *more):
    return run(capsys, "roll", "import", str(path), "--school", "brookfield", *more)


def test_the_roster_format_is_taken_in(capsys, people):
    assert take(capsys, FILES / "roll.csv").status == 0
    one = Pupil.objects.of(people.school).get(legal_last="Whitfield")
    assert (one.full_name, one.year, one.class_name, one.dob.year) == ("Cal Stone", 6, "6AB", 2015)


def test_a_folder_of_oneroster_files_is_taken_in(capsys, people, tmp_path):
    with zipfile.ZipFile(FILES / "oneroster.zip") as packed:
        packed.extractall(tmp_path)
    ran = take(capsys, tmp_path, "--format", "json")
    assert (ran.status, ran.json["counts"]["added"]) == (0, 8)


def test_who_is_there_already_is_not_added_twice(capsys, people):
    take(capsys, FILES / "roll.csv")
    ran = take(capsys, FILES / "roll.csv", "--format", "json")
    assert (ran.json["counts"]["added"], ran.json["counts"]["unchanged"]) == (0, 8)


def test_nobody_leaves_by_a_list_that_does_not_say_it_is_full(capsys, people):
    take(capsys, FILES / "roll.csv")
    assert Pupil.objects.of(people.school).get(pk=people.oliver.pk).left_on is None
    take(capsys, FILES / "roll.csv", "--full")
    assert Pupil.objects.of(people.school).get(pk=people.oliver.pk).left_on is not None


@pytest.fixture
def one_row(tmp_path):
    path = tmp_path / "roll.csv"
    path.write_text("upn,legal_first,legal_last\n,Nia,Lund\n")
    return path


def left(people):
    return Pupil.objects.of(people.school).filter(left_on__isnull=False).count()


def test_most_of_a_school_leaves_only_where_somebody_says_so(capsys, people, one_row):
    ran = take(capsys, one_row, "--full")
    assert (ran.status, "2 of 2 pupils" in ran.err, "--missing-have-left" in ran.err) == (2, True, True)
    assert (left(people), Pupil.objects.of(people.school).count()) == (0, 2)
    assert (take(capsys, one_row, "--full", "--missing-have-left").status, left(people)) == (0, 2)


def test_a_dry_run_asks_of_most_of_a_school_and_makes_one(capsys, people, one_row):
    ran = take(capsys, one_row, "--full", "--dry-run")
    assert (ran.status, "If they have left, say --missing-have-left." in ran.out, left(people)) == (1, True, 0)


def test_a_folder_without_lists_makes_two(capsys, tmp_path):
    assert take(capsys, tmp_path).status == 2
