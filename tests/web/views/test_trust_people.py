"""Roles for every school of a trust: the central team gives and ends them, and nobody gives one to themselves."""

import pytest
from django.urls import reverse

from gatepost.audit.models import Event
from gatepost.schools.actions import people as staff
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.queries import seat
from gatepost.schools.staff import everywhere
from tests.cast import AT, add_person, add_school, by_system, cast
from tests.web.visits import set_clock

pytestmark = pytest.mark.django_db
MOST = 12
CEO = {"email": "maya@ashgrove.example", "name": "Maya Collins", "role": "ceo", "post_title": "Chief executive"}


@pytest.fixture(name="people")
def _people():
    return cast()


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


@pytest.fixture(name="team")
def _team(people):
    """Somebody of the central team, beside another."""
    for name in ("Uma Castell", "Tunde Bakare"):
        person = add_person(people.school, name, "staff")
        staff.give_role(person, "central_team", school=None, **by_system)
    return person


def sent(client, person, to="trust_role_give", **said):
    client.force_login(person)
    return client.post(reverse(to, args=["brookfield"]), said)


def roles(people):
    """Who holds what at every school."""
    return {(held.person.name, held.role) for held in everywhere(people.trust, at=AT)}


def test_somebody_new_holds_the_role_at_every_school_and_it_is_on_record(client, people, team):
    far = add_school(people.trust, "thornbeck", policy="southport")
    assert sent(client, team, **CEO).status_code == 302
    new = Person.objects.get(email=CEO["email"])
    assert seat(new, far, at=AT).roles == seat(new, people.school, at=AT).roles == {"ceo"}
    event = Event.objects.filter(kind="role.given").order_by("pk").last()
    assert (event.actor_name, event.subject, event.school) == (team.name, f"person:{new.pk}", "")


def test_whoever_works_there_needs_no_name_and_keeps_theirs(client, people, team):
    sent(client, team, email=people.carys.person.email, role="dpo")
    assert ("Carys Vaughan", "dpo") in roles(people)


@pytest.mark.parametrize(
    ("changed", "says"),
    [({"name": ""}, "Write their name too"), ({"email": "tunde@brookfield.example"}, "Nobody gives themselves a role"),
     ({"email": "dev@far-brookfield.example"}, "is here already"), ({"role": "king"}, "Choose a role of the list")],
)  # fmt: skip
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(client, people, team, changed, says):
    before = roles(people)
    answer = sent(client, team, **{**CEO, **changed})
    assert (answer.status_code, roles(people)) == (422, before)
    assert says in answer.content.decode().replace("&#x27;", "’")
    assert 'value="Chief executive"' in answer.content.decode()


def test_a_role_ends_and_what_they_hold_at_a_school_stays(client, people, team):
    held = HeldRole.objects.get(person__name="Uma Castell", role="central_team")
    assert sent(client, team, "trust_role_end", held=held.pk).status_code == 302
    assert seat(held.person, people.school, at=AT).roles == {"staff"}


def test_the_last_of_the_central_team_is_not_taken_away(client, people, team):
    for held in reversed(everywhere(people.trust, at=AT)):  # her own is the last
        answer = sent(client, team, "trust_role_end", held=held.pk)
    assert answer.status_code == 422
    assert "is the last of the central team" in answer.content.decode()
    assert len(roles(people)) == 1


def test_a_role_at_one_school_is_not_ended_by_its_number_there(client, people, team):
    held = HeldRole.objects.get(person=people.ben.person, role="approver")
    assert sent(client, team, "trust_role_end", held=held.pk).status_code == 422
    held.refresh_from_db()
    assert held.until is None


def test_another_trust_is_neither_seen_nor_touched(client, people, team):
    far = staff.give_role(people.dev.person, "ceo", school=None, **by_system)
    assert sent(client, team, "trust_role_end", held=far.pk).status_code == 422
    assert "Dev Anand" not in client.get(reverse("trust_people", args=["brookfield"])).content.decode()


@pytest.mark.parametrize(("who", "status"), [("head", 403), ("amara", 403), ("carys", 403), ("dev", 404)])
def test_a_head_gives_no_role_beyond_the_school(client, people, who, status):
    assert sent(client, getattr(people, who).person, **CEO).status_code == status


@pytest.mark.parametrize("rows", [10, 1000])
def test_the_page_costs_the_same_however_many_there_are(client, people, team, rows, django_assert_max_num_queries):
    new = [Person(trust=people.trust, email=f"p{n}@x.example", name=f"P {n}", joined_at=AT) for n in range(rows)]
    added = Person.objects.bulk_create(new)
    HeldRole.objects.bulk_create([HeldRole(person=one, role="ceo", since=AT) for one in added])
    client.force_login(team)
    with django_assert_max_num_queries(MOST):
        assert client.get(reverse("trust_people", args=["brookfield"])).status_code == 200
