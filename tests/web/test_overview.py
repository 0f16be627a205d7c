"""The list of somebody's schools, as the central team sees it."""

import pytest

from gatepost.publishing.actions import incidents, stops
from gatepost.schools.actions import people as staff
from gatepost.schools.queries import seats_held
from gatepost.web.overview import overview
from tests.cast import AT, add_person, add_school, by_system, cast, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """The cast, whose trust has a second school."""
    people = cast()
    add_school(people.trust, "thornbeck", policy="southport")
    return people


def places(person):
    """What somebody sees of each school, by its slug."""
    return {one.school.slug: one for one in overview(seats_held(person, at=AT), at=AT)}


def central(people):
    """Somebody of the central team."""
    person = add_person(people.school, "Dana Cole")
    staff.give_role(person, "central_team", school=None, **by_system)
    return person


def test_the_central_team_sees_what_waits_at_each_school(people):
    waiting(people)
    assert {slug: one.waiting for slug, one in places(central(people)).items()} == {"brookfield": 1, "thornbeck": 0}


def test_a_stop_and_an_incident_stand_at_their_school_alone(people):
    stops.start(seat=people.head, reason="A mistake.", at=AT)
    incidents.declare(seat=people.head, reason="A flood.", channels=[people.channel],
                      people=[people.head.person], at=AT)  # fmt: skip
    seen = {slug: (one.stopped, one.in_incident) for slug, one in places(central(people)).items()}
    assert seen == {"brookfield": (True, True), "thornbeck": (False, False)}


def test_whoever_sees_no_posts_is_told_nothing_of_what_waits(people):
    waiting(people)
    assert places(add_person(people.school, "Stan Field", "staff"))["brookfield"].waiting is None


def test_it_costs_four_queries_however_many_schools_there_are(people, django_assert_num_queries):
    for number in range(5):
        add_school(people.trust, f"school-{number}", policy="southport")
    person = central(people)
    person.trust  # noqa: B018 - read with whoever signs in
    with django_assert_num_queries(4):
        places(person)
