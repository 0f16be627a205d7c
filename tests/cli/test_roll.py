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


def test_a_folder_without_lists_makes_two(capsys, tmp_path):
    assert take(capsys, tmp_path).status == 2
