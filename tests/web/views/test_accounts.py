import pytest
from django.urls import reverse

from gatepost.channels.actions import register
from gatepost.channels.models import Channel, Poster
from tests.cast import AT, add_person, by_system, cast

pytestmark = pytest.mark.django_db
MOST = 12
NEW = {"platform": "instagram", "name": "brookfield", "address": "", "audience": "public"}


@pytest.fixture
def people():
    """The cast."""
    return cast()


def address(name, **kwargs):
    """The address of a page of the school."""
    return reverse(name, kwargs={"school": "brookfield", **kwargs})


def sent(client, seat, name, said, **kwargs):
    """What a form answers."""
    client.force_login(seat.person)
    return client.post(address(name, **kwargs), said)


@pytest.mark.parametrize(("who", "status"), [("head", 200), ("amara", 403), ("ben", 403), ("dev", 404)])
def test_the_register_is_for_those_who_look_after_it(client, people, who, status):
    client.force_login(getattr(people, who).person)
    assert client.get(address("accounts")).status_code == status


def test_whoever_holds_a_login_says_neither_who_sees_an_account_nor_who_works_here(client, people):
    client.force_login(add_person(people.school, "Lena Kowalczyk", "account_holder"))
    assert [client.get(address(name)).status_code for name in ("accounts", "people")] == [403, 403]


def test_an_account_is_put_on_the_register(client, people):
    done = sent(client, people.head, "account_open", NEW)
    assert (done.status_code, Channel.objects.of(people.school).filter(platform="instagram").count()) == (302, 1)


def test_an_account_without_a_name_is_asked_for_it_and_keeps_what_was_typed(client, people):
    shown = sent(client, people.head, "account_open", {**NEW, "name": "", "address": "https://insta.example/us"})
    assert (shown.status_code, "https://insta.example/us" in shown.content.decode()) == (422, True)


def test_an_account_on_a_platform_that_the_policy_leaves_out_is_marked(client, people):
    register.open_channel(people.school, platform="tiktok", name="brook", **by_system)
    client.force_login(people.head.person)
    assert "Not in our policy’s list" in client.get(address("accounts")).content.decode()


def test_an_account_is_closed_once(client, people):
    told = [sent(client, people.head, "account_close", {}, account=people.channel.pk).status_code for _ in range(2)]
    people.channel.refresh_from_db()
    assert (told, people.channel.closed_on is not None) == ([302, 302], True)


def test_somebody_is_put_on_the_list_and_taken_off(client, people):
    siobhan = add_person(people.school, "Siobhan Rafferty", "poster")
    sent(client, people.head, "poster_name", {"person": siobhan.pk, "account": people.channel.pk})
    listed = Poster.objects.of(people.school).get(person=siobhan)
    sent(client, people.head, "poster_remove", {}, poster=listed.pk)
    listed.refresh_from_db()
    assert listed.until is not None


@pytest.mark.parametrize("who", ["ben", "dev"])
def test_whoever_may_not_post_is_not_put_on_a_list(client, people, who):
    said = {"person": getattr(people, who).person.pk, "account": people.channel.pk}
    shown = sent(client, people.head, "poster_name", said)
    assert (shown.status_code, "Choose somebody who may post" in shown.content.decode()) == (422, True)


@pytest.mark.parametrize("name", ["account_close", "poster_remove"])
def test_what_belongs_to_another_school_is_not_there(client, people, name):
    far = register.open_channel(people.other, platform="facebook", name="Far", **by_system)
    listed = register.name_poster(far, people.dev.person, **by_system)
    kwargs = {"account": far.pk} if name == "account_close" else {"poster": listed.pk}
    assert sent(client, people.head, name, {}, **kwargs).status_code == 404


@pytest.mark.parametrize("rows", [10, 1000])
def test_the_register_costs_the_same_however_long_it_is(client, people, rows, django_assert_max_num_queries):
    accounts = [Channel(school=people.school, platform="x", name=f"c{n}", opened_on=AT.date()) for n in range(rows)]
    added = Channel.objects.bulk_create(accounts)
    Poster.objects.bulk_create([Poster(channel=one, person=people.amara.person, since=AT) for one in added])
    client.force_login(people.head.person)
    with django_assert_max_num_queries(MOST):
        assert client.get(address("accounts")).status_code == 200
