"""Where people start."""

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from gatepost.publishing.actions import incidents, stops
from gatepost.publishing.models import Delivery, Post, Version
from gatepost.schools.actions import people as staff
from gatepost.schools.models import School
from tests.cast import AT, add_person, add_school, by_system, cast, ready, waiting

pytestmark = pytest.mark.django_db

HOME = "/brookfield/"
QUERIES = 12


def page_of(client, person, address=HOME):
    """What somebody sees at an address."""
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.get(address)


def text_of(client, person, address=HOME):
    """The same, as text."""
    return page_of(client, person, address).content.decode()


def crowd(people, number):
    """As many posts in every state as a school writes in years: the version and the delivery of one, many times."""
    delivery, version = ready(people), waiting(people)
    for kept, status in ((delivery.version, "approved"), (version, "waiting")):
        posts = Post.objects.bulk_create([
            Post(school=people.school, author=people.amara.person, status=status, text="Well done.", created_at=AT,
                 changed_at=AT) for _ in range(number)
        ])  # fmt: skip
        versions = Version.objects.bulk_create([_copy(kept, post) for post in posts])
        if status == "approved":
            Delivery.objects.bulk_create([_going(delivery, one) for one in versions])


def _copy(version, post):
    kept = ("number", "content", "digest", "policy_digest", "verdict", "steps", "sent_by", "sent_at")
    return Version(post=post, **{name: getattr(version, name) for name in kept})


def _going(delivery, version):
    return Delivery(version=version, channel=delivery.channel, key=f"key-{version.pk}", due_at=AT, made_at=AT)


def test_somebody_of_several_schools_chooses(client):
    people = cast()
    add_school(people.trust, "thornbeck", policy="littleover")
    staff.give_role(people.amara.person, "poster", school=School.objects.get(slug="thornbeck"), **by_system)
    page = text_of(client, people.amara.person, "/")
    assert all(f'<a href="/{slug}/">' in page for slug in ("brookfield", "thornbeck"))
    assert "far-brookfield" not in page


def test_the_list_of_schools_says_what_waits_and_where_publishing_is_stopped(client):
    people = cast()
    person = add_person(people.school, "Dana Cole", "central_team")
    staff.give_role(person, "approver", school=add_school(people.trust, "thornbeck", policy="littleover"), **by_system)
    waiting(people)
    stops.start(seat=people.head, reason="A mistake.", at=AT)
    page = text_of(client, person, "/")
    assert ("1 post waits for sign-off" in page, "Publishing is stopped" in page) == (True, True)


def test_somebody_of_no_school_is_told_who_can_help(client):
    nobody = add_person(cast().school, "Nora Nemo")
    assert "your headteacher or central team can add you" in text_of(client, nobody, "/")


def test_a_poster_can_start_a_post(client):
    people = cast()
    assert 'action="/brookfield/posts/new/"' in text_of(client, people.amara.person)


@pytest.mark.parametrize("role", ["governor", "staff", "approver"])
def test_nobody_else_is_offered_to(client, role):
    one = add_person(cast().school, "Grace Poon", role)
    assert "/posts/new/" not in text_of(client, one)


def test_an_approver_finds_what_waits(client):
    people = cast()
    version = waiting(people)
    assert f'href="/brookfield/sign-off/{version.pk}/"' in text_of(client, people.ben.person)


def test_somebody_of_another_school_is_told_that_there_is_no_such_page(client):
    page = page_of(client, cast().dev.person)
    assert page.status_code == 404
    assert "There’s no such page" in page.content.decode()


def test_a_stop_is_said_on_every_page(client):
    people = cast()
    stops.start(seat=people.head, reason="A post went out by mistake.", at=AT)
    for address in (HOME, "/brookfield/posts/"):
        assert "All publishing is stopped" in text_of(client, people.amara.person, address)


def test_an_incident_reminds_everybody_that_only_the_official_channels_comment(client):
    people = cast()
    incidents.declare(seat=people.head, reason="A fire.", channels=[people.channel], people=[people.head.person], at=AT)
    assert "only the official channels comment" in text_of(client, people.amara.person)


@pytest.mark.parametrize("number", [10, 1_000])
@pytest.mark.parametrize("who", ["amara", "ben", "head"])
def test_a_home_page_costs_the_same_however_much_there_is(client, django_assert_max_num_queries, who, number):
    people = cast()
    crowd(people, number)
    incidents.declare(seat=people.head, reason="A fire.", channels=[people.channel], people=[people.head.person], at=AT)
    stops.start(seat=people.head, reason="A mistake.", at=AT)
    person = getattr(people, who).person
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    with django_assert_max_num_queries(QUERIES):
        assert client.get(HOME).status_code == 200


@pytest.mark.parametrize("number", [10, 1_000])
def test_the_list_of_ones_posts_costs_the_same_however_many_there_are(client, django_assert_max_num_queries, number):
    people = cast()
    crowd(people, number)
    client.force_login(people.amara.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    with django_assert_max_num_queries(QUERIES):
        assert client.get("/brookfield/posts/?page=2").status_code == 200


def test_the_day_is_written_out(client):
    assert f"{timezone.localdate():%A} {timezone.localdate().day}" in text_of(client, cast().amara.person)


def test_a_wait_is_told_from_when_it_began(client):
    people = cast()
    waiting(people)
    assert "With an approver since" in text_of(client, people.amara.person)


def test_what_went_wrong_is_said_without_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert "It’s our fault" in render_to_string("500.html")


def test_whoever_may_see_pupils_finds_the_trip_card_on_their_home_page(client):
    people = cast()
    governor = add_person(people.school, "Gwen Hughes", "governor")
    found = ['href="/brookfield/trip-card/"' in text_of(client, who) for who in (people.amara.person, governor)]
    assert found == [True, False]


def test_whoever_oversees_the_accounts_of_several_schools_finds_them_from_where_they_start(client):
    people = cast()
    add_school(people.trust, "thornbeck", policy="southport")
    central, poster = add_person(people.school, "Tunde Bakare"), people.amara.person
    staff.give_role(central, "central_team", school=None, **by_system)
    staff.give_role(poster, "poster", school=School.objects.get(slug="thornbeck"), **by_system)
    assert 'href="/brookfield/accounts/trust/"' in text_of(client, central, "/")
    assert "/accounts/trust/" not in text_of(client, poster, "/")
