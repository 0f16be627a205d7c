import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gatepost.duties.models import Leaving
from gatepost.schools.models import Person
from tests.cast import cast
from tests.web.visits import by_everybody, post, seen, set_clock

pytestmark = pytest.mark.django_db
LIST = (
    "Name,E-mail,Job title,Roles,Starts,Leaves\n"
    "Ms Noor Aziz,noor@brookfield.example,Year 2 teacher,Teacher,,\n"
    "Ben Oduya,ben@brookfield.example,,,,2026-12-18\n"
)


@pytest.fixture(name="people")
def _people(monkeypatch):
    set_clock(monkeypatch)
    return cast()


def given(people, text=LIST):
    return post(people.head, "people/list/", file=SimpleUploadedFile("staff.csv", text.encode()))


def carried(page):
    """What the page of a difference sends on."""
    shown = seen(page)
    table = re.search(r"<textarea name=\"table\" hidden>\n(.*?)</textarea>", shown, re.DOTALL)[1]
    return {"table": table, "seen": re.search(r'name="seen" value="(\w+)"', shown)[1]}


def test_whoever_looks_after_people_gives_a_list_in(people):
    assert by_everybody(people, "people/list/") == {"amara": 403, "ben": 403, "carys": 403, "head": 200, "dev": 404}


def test_the_difference_is_shown_and_nothing_has_changed(people):
    page = given(people)
    for words in ("1 new, 1 leaving, 0 as before", "Leaves on 18 December 2026", "Not on the list: do they leave?"):
        assert words in seen(page)
    assert not Person.objects.filter(email="noor@brookfield.example").exists()


def test_what_was_looked_at_is_taken_in(people):
    answer = post(people.head, "people/list/take/", **carried(given(people)))
    assert (answer.status_code, Leaving.objects.of(people.school).get().person) == (302, people.ben.person)
    assert Person.objects.filter(email="noor@brookfield.example").exists()


def test_a_list_that_nobody_looked_at_is_shown_first(people):
    answer = post(people.head, "people/list/take/", **{**carried(given(people)), "seen": "another"})
    assert (answer.status_code, "Look at the difference again" in seen(answer)) == (422, True)
    assert not Leaving.objects.of(people.school).exists()


@pytest.mark.parametrize("text", ["Name,Class\nNoor,4\n", "\n", "%PDF-1.7"])
def test_what_is_no_list_of_staff_is_said_beside_the_field(people, text):
    page = given(people, text)
    assert (page.status_code, 'id="id_file_error"' in seen(page)) == (422, True)
