"""A list of staff by the API: its difference first, then all of it or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gatepost.schools.models import Person
from tests.web.visits import set_clock, visitor

pytestmark = pytest.mark.django_db
HEAD = "Name,E-mail,Roles\n"
NOOR = f"{HEAD}Noor Aziz,noor@brookfield.example,Poster\n".encode()


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def give(seat, data, **more):
    """What is answered to a list."""
    file = SimpleUploadedFile("staff.csv", data)
    return visitor(seat).post("/api/brookfield/people/import", {"file": file, **more})


def is_there():
    """Whether she is on record."""
    return Person.objects.filter(email="noor@brookfield.example").exists()


def test_the_difference_is_told_without_changing_anything_and_then_taken_in(people):
    before = give(people.head, NOOR, dry_run="true").json()
    assert (before["counts"]["new"], is_there()) == (1, False)
    assert give(people.head, NOOR).json()["counts"] == before["counts"]
    assert is_there()


def test_with_one_wrong_row_nothing_is_taken_in_and_the_row_is_named(people):
    told = give(people.head, NOOR + b"Tom Hale,tom@brookfield.example,Wizard\n").json()
    assert (told["errors"][0]["row"], is_there()) == (3, False)


def test_what_is_no_list_is_refused_and_whoever_may_not_takes_nothing_in(people):
    assert give(people.head, b"\x89PNG").status_code == 409
    assert (give(people.amara, NOOR).status_code, give(people.dev, NOOR).status_code, is_there()) == (403, 404, False)
