import pytest
from django.db.models import QuerySet

from gatepost import library
from gatepost.channels.actions import register
from gatepost.handbook.incidents import has_incident_mode
from gatepost.publishing.actions import incidents
from gatepost.publishing.models import Incident
from gatepost.publishing.queries import incident_at
from gatepost.schools.errors import NotAllowed, UnableTo
from tests import cast
from tests.cast import AT

pytestmark = pytest.mark.django_db


def declare(school, *, who="head", **changed):
    """Declare an incident in which the head speaks on Facebook."""
    given = {"reason": "A road is closed.", "channels": [school.channel], "people": [school.head.person]} | changed
    return incidents.declare(seat=getattr(school, who), at=AT, **given)


@pytest.mark.parametrize("policy", library.IDS)
def test_whether_there_is_an_incident_mode_follows_from_the_policy(policy):
    school = cast.cast(policy=policy)
    if has_incident_mode(library.compiled(policy)):
        assert declare(school) == incident_at(school.school, at=AT)
    else:
        with pytest.raises(UnableTo, match="says nothing of who speaks"):
            declare(school)


def test_some_policies_have_an_incident_mode_and_some_have_none():
    assert {has_incident_mode(library.compiled(name)) for name in library.IDS} == {True, False}


@pytest.mark.parametrize("who", ["amara", "ben"])
def test_it_takes_a_lead_to_declare_one(who):
    with pytest.raises(NotAllowed, match="declare an incident"):
        declare(cast.cast(), who=who)


def test_people_and_accounts_of_another_trust_are_left_out():
    school = cast.cast()
    incident = declare(school, people=[school.head.person, school.dev.person])
    assert list(incident.people.all()) == [school.head.person]


@pytest.mark.parametrize(
    ("left_out", "why"), [("channels", "which accounts may speak"), ("people", "who may post on them")]
)
def test_it_names_an_account_and_somebody_who_speaks(left_out, why):
    with pytest.raises(UnableTo, match=why):
        declare(cast.cast(), **{left_out: []})
    assert not Incident.objects.exists()


def test_an_account_or_somebody_of_another_trust_is_nobody_named():
    school = cast.cast()
    far = cast.cast(slug="foxglove")
    with pytest.raises(UnableTo, match="which accounts may speak"):
        declare(school, channels=[far.channel])
    with pytest.raises(UnableTo, match="who may post on them"):
        declare(school, people=[far.head.person])


def test_where_no_account_is_open_an_incident_silences_everybody():
    school = cast.cast()
    register.close_channel(school.channel, **cast.by_system)
    assert list(declare(school, channels=[]).channels.all()) == []


def test_it_ends_with_a_note():
    school = cast.cast()
    incident = declare(school)
    with pytest.raises(UnableTo, match="Write a note"):
        incidents.end(incident, seat=school.head, note=" ", at=AT)
    incidents.end(incident, seat=school.head, note="The road is open.", at=AT)
    assert incident_at(school.school, at=AT) is None


def test_of_two_who_declare_one_at_once_the_second_is_told_so(monkeypatch):
    school = cast.cast()
    declare(school)
    monkeypatch.setattr(QuerySet, "exists", lambda _rows: False)  # as when the first was not there yet
    with pytest.raises(UnableTo, match="on already"):
        declare(school)
    assert Incident.objects.count() == 1


def test_there_is_one_incident_at_a_time():
    school = cast.cast()
    declare(school)
    with pytest.raises(UnableTo, match="on already"):
        declare(school)
