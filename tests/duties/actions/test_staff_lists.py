"""A list of staff: the difference first, then all of it or nothing, and e-mail alone says who is who."""

from datetime import date, timedelta

import pytest

from gatepost.audit.models import Event
from gatepost.duties.actions import leaving
from gatepost.duties.actions.staff_lists import take_in
from gatepost.duties.models import Leaving
from gatepost.duties.staff_difference import difference
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.queries import seat
from gatepost.tables.refused import Unreadable
from tests.cast import AT, cast

pytestmark = pytest.mark.django_db
HEAD = "Name,E-mail,Job title,Roles,Starts,Leaves\n"
EVERYBODY = (
    "Amara Begum,amara@brookfield.example,,Poster; Teacher,,\n"
    "Ben Oduya,ben@brookfield.example,,Approver; Line manager,,\n"
    "Carys Vaughan,carys@brookfield.example,,DSL,,\n"
    "Helen Achebe,helen@brookfield.example,,Headteacher,,\n"
)


@pytest.fixture(name="people")
def _people():
    return cast()


def told(people, *rows, head=HEAD):
    return difference((head + "\n".join(rows)).encode(), seat=people.head, at=AT)


def take(people, *rows, by=None, seen=None):
    data = (HEAD + "\n".join(rows)).encode()
    seen = seen or difference(data, seat=people.head, at=AT).digest
    return take_in(data, seat=by or people.head, at=AT, seen=seen)


def test_the_list_of_those_who_are_here_changes_nothing(people):
    found = told(people, EVERYBODY)
    assert (found.count("same"), found.errors, found.missing) == (4, (), ())


def test_somebody_new_joins_with_every_role_of_the_row(people):
    take(people, "Ms Noor Aziz,noor@brookfield.example,Year 2 teacher,Poster and teacher,1/9/2026,")
    new = Person.objects.get(email="noor@brookfield.example")
    assert (new.post_title, seat(new, people.school, at=AT).roles) == ("Year 2 teacher", {"poster", "teacher"})


def test_looking_changes_nothing(people):
    before = (Person.objects.count(), Event.objects.count())
    found = told(people, "Ms Noor Aziz,noor@brookfield.example,,Poster,,")
    assert found.count("new") == 1
    assert (Person.objects.count(), Event.objects.count()) == before


def test_whoever_is_missing_is_named_and_keeps_everything(people):
    found = take(people, *EVERYBODY.splitlines()[1:])
    assert found.missing == (people.amara.person,)
    assert seat(people.amara.person, people.school, at=AT).roles == {"poster", "teacher"}


def test_a_role_that_the_list_leaves_out_stays_and_is_told(people):
    found = take(people, "Amara Begum,amara@brookfield.example,,Teacher,,")
    assert "is poster too" in found.remarks[0].says
    assert HeldRole.objects.filter(person=people.amara.person, role="poster", until=None).exists()


def test_a_name_alone_is_nobody_who_is_here(people):
    found = take(people, "Amara Begum,a.begum@brookfield.example,,Teacher,,")
    assert (found.count("new"), "another address" in found.remarks[0].says) == (1, True)
    assert Person.objects.filter(name="Amara Begum").count() == 2


def test_an_address_says_who_it_is_however_the_name_is_written(people):
    found = take(people, "Mrs A Begum-Khan,AMARA@brookfield.example,Deputy head,,,")
    person = Person.objects.get(pk=people.amara.person.pk)
    assert (found.count("changed"), person.name, person.post_title) == (1, "Amara Begum", "Deputy head")


def test_a_leaving_date_begins_a_leaving_and_the_same_list_again_changes_nothing(people):
    row = "Amara Begum,amara@brookfield.example,,,,18/12/2026"
    take(people, row)
    assert Leaving.objects.of(people.school).get().last_day == date(2026, 12, 18)
    assert told(people, row).count("same") == 1


def test_another_leaving_date_than_the_one_on_record_is_refused(people):
    leaving.begin(people.amara.person, last_day=date(2026, 12, 11), why="leaves", seat=people.head, at=AT)
    assert "11 December 2026" in told(people, "Amara Begum,amara@brookfield.example,,,,18/12/2026").errors[0].says


def test_whoever_has_left_already_or_starts_later_is_not_added(people):
    found = take(
        people, "Gone Early,gone@brookfield.example,,,,2026-07-01", "New Later,later@brookfield.example,,,2027-01-04,"
    )
    assert (len(found.changes), [one.row for one in found.remarks]) == (0, [2, 3])
    assert not Person.objects.filter(email__in=["gone@brookfield.example", "later@brookfield.example"]).exists()


def test_whoever_comes_back_is_a_new_start(people):
    leaving.begin(people.amara.person, last_day=AT.date() - timedelta(days=1), why="leaves", seat=people.head, at=AT)
    found = take(people, "Amara Begum,amara@brookfield.example,,Teacher,,")
    back = Person.objects.get(pk=people.amara.person.pk)
    assert (found.count("new"), seat(back, people.school, at=AT).roles) == (1, {"teacher"})


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Noor Aziz,noor,,,,", "whole e-mail address"),
        (",noor@brookfield.example,,,,", "Write their name"),
        ("Noor Aziz,noor@brookfield.example,,King,,", "no role “King”"),
        ("Noor Aziz,noor@brookfield.example,,,31/02/2027,", "is no date"),
        ("Noor Aziz,noor@brookfield.example,,,2026-09-01,2026-08-01", "before they start"),
        ("Noor Aziz,noor@brookfield.example,,Central team,,", "central team"),
        ("Dev Anand,dev@far-brookfield.example,,,,", "outside the trust"),
        ("Helen Achebe,helen@brookfield.example,,,,2026-12-18", "whoever comes next"),
    ],
)
def test_what_is_wrong_is_named_by_its_row_and_nothing_at_all_is_taken_in(people, row, says):
    rows = ("Good Row,good@brookfield.example,,Teacher,,", row)
    found = told(people, *rows)
    assert ([one.row for one in found.errors], says in found.errors[0].says) == ([3], True)
    with pytest.raises(UnableTo, match="Row 3"):
        take(people, *rows)
    assert not Person.objects.filter(email="good@brookfield.example").exists()


def test_one_address_in_two_rows_is_refused(people):
    found = told(people, "Noor A,noor@brookfield.example,,,,", "Noor B,noor@brookfield.example,,,,")
    assert "row 2" in found.errors[0].says


def test_two_last_heads_who_leave_in_one_list_leave_nothing_behind(people):
    HeldRole.objects.create(person=people.ben.person, school=people.school, role="headteacher", since=AT)
    rows = ("Ben,ben@brookfield.example,,,,2026-12-18", "Helen,helen@brookfield.example,,,,2026-12-18")
    with pytest.raises(UnableTo, match=r"Row 3: .*whoever comes next"):
        take(people, *rows)
    assert not Leaving.objects.of(people.school).exists()


def test_what_has_changed_since_somebody_looked_is_looked_at_again(people):
    with pytest.raises(UnableTo, match="Look at the difference again"):
        take(people, "Noor Aziz,noor@brookfield.example,,,,", seen="another")


def test_whoever_does_not_manage_people_takes_nothing_in(people):
    with pytest.raises(NotAllowed):
        take(people, "Noor Aziz,noor@brookfield.example,,,,", by=people.carys)


@pytest.mark.parametrize("head", ["Forename,Class\n", "Name,Job title\n", "Name,E-mail,Email address\n"])
def test_what_is_no_list_of_staff_is_refused(people, head):
    with pytest.raises(Unreadable):
        told(people, "Noor,noor@brookfield.example,x", head=head)


def test_the_taking_in_is_one_line_of_the_record_beside_those_of_what_it_did(people):
    take(people, "Noor Aziz,noor@brookfield.example,,,,")
    last = Event.objects.order_by("number").last()
    assert (last.kind, last.facts["new"]) == ("staff.taken_in", 1)
