"""The list of staff from the command line: looked at first, then taken in whole or not at all."""

import pytest

from gatepost.audit.models import Event
from gatepost.config import settings as chosen
from gatepost.duties.models import Leaving
from gatepost.schools.models import Person
from gatepost.schools.queries import seat
from tests.cast import AT, add_school, cast
from tests.cli.commands import given, run
from tests.web.visits import set_clock

pytestmark = pytest.mark.django_db
HEAD = "Name,E-mail,Job title,Roles,Starts,Leaves\n"
NEW = "Ms Noor Aziz,noor@brookfield.example,Year 2 teacher,Poster and teacher,1/9/2026,\n"
GOING = "Ben Oduya,ben@brookfield.example,,,,2026-12-18\n"


@pytest.fixture(name="people")
def _people(monkeypatch):
    set_clock(monkeypatch)
    return cast()


@pytest.fixture(name="give")
def _give(people, tmp_path, capsys):
    """Run `gatepost staff import` on a list, for the head unless said."""

    def give(rows, *more, by="helen@brookfield.example", school="brookfield"):
        path = tmp_path / "staff.csv"
        path.write_bytes(rows if isinstance(rows, bytes) else f"{HEAD}{rows}".encode())
        return run(capsys, "staff", "import", path, "--school", school, "--by", by, *more)

    return give


def state():
    """How many people, lists of leavers and events there are."""
    return Person.objects.count(), Leaving.objects.everywhere(why="the test counts them").count(), Event.objects.count()


def test_a_list_is_taken_in_and_what_it_changed_is_said(give, people):
    ran = give(NEW + GOING, "--format", "json")
    assert (ran.status, ran.json["counts"]) == (0, {"new": 1, "changed": 0, "leaving": 1, "same": 0})
    new = Person.objects.get(email="noor@brookfield.example")
    assert seat(new, people.school, at=AT).roles == {"poster", "teacher"}
    assert Leaving.objects.of(people.school).get().begun_by == people.head.person
    assert {one["name"] for one in ran.json["missing"]} == {"Amara Begum", "Carys Vaughan", "Helen Achebe"}


def test_a_dry_run_says_the_same_and_changes_nothing(give, people):
    before = state()
    looked = give(NEW + GOING, "--format", "json", "--dry-run").json
    assert state() == before
    taken = give(NEW + GOING, "--format", "json").json
    assert taken == looked


def test_no_letter_stands_among_what_a_program_reads(
    give, people, settings, capsys, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = chosen.EMAIL_BACKEND
    with django_capture_on_commit_callbacks(execute=True):
        assert (
            give("Ben Oduya,ben@brookfield.example,,,,2026-11-19\n", "--format", "json").json["counts"]["leaving"] == 1
        )
    letters = capsys.readouterr()
    assert (letters.out, letters.err.count("Subject: Brookfield: overdue since Thursday 19 November")) == ("", 1)


def test_the_difference_reads_as_text(give, people):
    told = give(NEW + GOING, "--dry-run").out
    assert told.startswith("Would take in: new 1, changed 0, leaving 1, as before 0.")
    assert "+ Ms Noor Aziz <noor@brookfield.example>: becomes poster, teacher" in told
    assert "- Ben Oduya <ben@brookfield.example>: leaves on 18 December 2026" in told
    assert "? Amara Begum <amara@brookfield.example> is missing in the list, and stays" in told


def test_the_record_names_who_answers_for_it_and_that_it_came_from_the_command_line(give, people):
    before = Event.objects.count()
    give(NEW)
    events = Event.objects.order_by("number", "pk")[before:]
    assert {(one.actor_ref, one.actor_name) for one in events} == {
        (str(people.head.person.pk), "Helen Achebe (from the command line)")
    }


def test_a_row_that_is_wrong_is_named_and_nothing_is_taken_in(give, people):
    before = state()
    ran = give(f"{NEW}Sam Ode,sam@brookfield.example,,Wizard,,\n")
    assert (ran.status, "row 3: There is no role “Wizard”" in ran.out, state()) == (1, True, before)


def test_nobody_is_made_of_the_central_team_by_a_head(give, people):
    before = state()
    ran = give("Sam Ode,sam@brookfield.example,,Central team,,\n")
    assert (ran.status, "Only the central team" in ran.out, state()) == (1, True, before)


@pytest.mark.parametrize(
    ("more", "why"),
    [({"by": "amara@brookfield.example"}, "Amara Begum can’t change people’s roles at Brookfield"),
     ({"by": "dev@far-brookfield.example"}, "Nobody in People of Brookfield has the address"),
     ({"school": "nowhere"}, "There is no school at “nowhere”")],
)  # fmt: skip
def test_whoever_may_not_change_people_on_the_page_may_not_here(give, people, more, why):
    before = state()
    ran = give(NEW, **more)
    assert (ran.status, why in ran.err, state()) == (2, True, before)


def test_a_head_of_another_school_of_the_trust_may_not(give, people):
    there = add_school(people.trust, "hollins", policy="southport")
    assert give(NEW, school=there.slug).status == 2


def test_what_cannot_be_read_is_said_and_changes_nothing(give, people, capsys, monkeypatch):
    before = state()
    ran = give(b"Pupil,Year\nNia,4\n")
    assert (ran.status, "No row has the headings" in ran.err, state()) == (2, True, before)
    given(monkeypatch, f"{HEAD}{NEW}")
    ran = run(capsys, "staff", "import", "-", "--school", "brookfield", "--by", "HELEN@brookfield.example")
    assert (ran.status, Person.objects.filter(email="noor@brookfield.example").exists()) == (0, True)


def first(capsys, email="uma@ashgrove.example", name="Uma Castell"):
    return run(capsys, "staff", "central-team", email, "--school", "brookfield", *(("--name", name) if name else ()))


def test_whoever_runs_the_server_makes_the_first_of_the_central_team_and_no_other(people, capsys):
    far = add_school(people.trust, "thornbeck", policy="southport")
    assert first(capsys).status == 0
    uma = Person.objects.get(email="uma@ashgrove.example")
    assert seat(uma, far, at=AT).roles == {"central_team"}
    again = first(capsys, email="ben@brookfield.example")
    assert again.status == 2
    assert "has a central team: Uma Castell can add others to it" in again.err


@pytest.mark.parametrize(
    ("email", "name", "says"),
    [("uma", "Uma Castell", "“uma” is not an e-mail address"), ("uma@x.example", "", "Write their name too")],
)  # fmt: skip
def test_whoever_cannot_be_added_to_the_central_team_is_named(people, capsys, email, name, says):
    ran = first(capsys, email=email, name=name)
    assert (ran.status, says in ran.err) == (2, True)
