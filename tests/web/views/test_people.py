import pytest
from django.urls import reverse

from gatepost.channels.actions import looking
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.queries import seat
from gatepost.schools.staff import roles_now
from tests.cast import AT, cast
from tests.planner import count_rows

pytestmark = pytest.mark.django_db
MOST = 12
NEW = {"name": "Ms Noor Aziz", "email": "noor@brookfield.example", "role": "approver"}


@pytest.fixture
def people():
    """The cast."""
    return cast()


def address(name, **kwargs):
    """The address of a page of the school."""
    return reverse(name, kwargs={"school": "brookfield", **kwargs})


def opened(client, seat, name, **kwargs):
    """A page as somebody sees it."""
    client.force_login(seat.person)
    return client.get(address(name, **kwargs))


def sent(client, seat, name, said, **kwargs):
    """What a form answers."""
    client.force_login(seat.person)
    return client.post(address(name, **kwargs), said)


def held(people, who):
    """The first role of somebody of the cast."""
    return roles_now(people.school, at=AT).filter(person=getattr(people, who).person).first()


@pytest.mark.parametrize("name", ["people", "person_add"])
@pytest.mark.parametrize(("who", "status"), [("head", 200), ("amara", 403), ("carys", 403), ("dev", 404)])
def test_the_head_alone_looks_after_people(client, people, name, who, status):
    assert opened(client, getattr(people, who), name).status_code == status


def test_everybody_stands_there_with_their_roles(client, people):
    shown = opened(client, people.head, "people").content.decode()
    assert ("Amara Begum" in shown, "poster, teacher" in shown, "Dev Anand" in shown) == (True, True, False)


def test_somebody_new_is_added_with_a_role(client, people):
    done = sent(client, people.head, "person_add", NEW)
    person = Person.objects.get(email=NEW["email"])
    assert (done.status_code, seat(person, people.school, at=person.joined_at).roles) == (302, {"approver"})


@pytest.mark.parametrize(
    "wrong", [{"email": "noor"}, {"name": ""}, {"role": "king"}, {"email": "dev@far-brookfield.example"}]
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, people, wrong):
    shown = sent(client, people.head, "person_add", {**NEW, "post_title": "Year 2 teacher", **wrong})
    assert (shown.status_code, "Year 2 teacher" in shown.content.decode()) == (422, True)


def test_a_role_is_given_on_the_persons_page(client, people):
    sent(client, people.head, "role_give", {"role": "approver"}, person=people.amara.person.pk)
    assert HeldRole.objects.filter(person=people.amara.person, role="approver", until=None).count() == 1


def test_the_central_team_cannot_be_joined_by_a_form_that_somebody_wrote(client, people):
    shown = sent(client, people.head, "role_give", {"role": "central_team"}, person=people.head.person.pk)
    assert (shown.status_code, HeldRole.objects.filter(role="central_team").exists()) == (422, False)


def test_a_role_is_ended_on_the_persons_page(client, people):
    row = held(people, "ben")
    sent(client, people.head, "role_end", {"held": row.pk}, person=people.ben.person.pk)
    row.refresh_from_db()
    assert row.until is not None


def test_a_role_is_not_ended_by_one_click_and_what_follows_is_said_first(client, people):
    shown = opened(client, people.head, "person", person=people.ben.person.pk).content.decode()
    before, _, after = shown.partition("End this role")
    assert ("Yes, end it today" in before, "Yes, end it today" in after) == (False, True)
    assert ("drafts stay theirs" in after, "go back to be signed off again" in after) == (True, True)


def test_whoever_was_there_already_is_told_by_the_name_that_they_have(client, people):
    again = {**NEW, "name": "Benny", "email": people.ben.person.email.upper(), "role": "dsl"}
    client.force_login(people.head.person)
    shown = client.post(address("person_add"), again, follow=True).content.decode()
    assert ("it is Ben Oduya’s. They are DSL at Brookfield now." in shown, "Benny" in shown) == (True, False)


def test_the_last_head_is_told_why_not(client, people):
    row = held(people, "head")
    shown = sent(client, people.head, "role_end", {"held": row.pk}, person=people.head.person.pk)
    assert (shown.status_code, "the last who can change roles" in shown.content.decode()) == (422, True)


def test_a_role_of_another_person_is_not_ended_by_the_way(client, people):
    row = held(people, "ben")
    sent(client, people.head, "role_end", {"held": row.pk}, person=people.amara.person.pk)
    row.refresh_from_db()
    assert row.until is None


def test_somebody_of_another_school_has_no_page_here(client, people):
    assert opened(client, people.head, "person", person=people.dev.person.pk).status_code == 404


@pytest.mark.parametrize("rows", [10, 1000])
def test_the_list_costs_the_same_however_many_there_are(client, people, rows, django_assert_max_num_queries):
    new = [Person(trust=people.trust, email=f"p{n}@x.example", name=f"P {n}", joined_at=AT) for n in range(rows)]
    added = Person.objects.bulk_create(new)
    HeldRole.objects.bulk_create([HeldRole(person=one, school=people.school, role="staff", since=AT) for one in added])
    count_rows()
    client.force_login(people.head.person)
    with django_assert_max_num_queries(MOST):
        assert client.get(address("people")).status_code == 200


@pytest.mark.parametrize("rows", [10, 1000])
def test_a_persons_page_costs_the_same_however_many_roles_there_were(
    client, people, rows, django_assert_max_num_queries
):
    past = {"person": people.ben.person, "school": people.school, "role": "dsl", "since": AT, "until": AT}
    HeldRole.objects.bulk_create([HeldRole(**past) for _ in range(rows)])
    client.force_login(people.head.person)
    with django_assert_max_num_queries(MOST):
        assert client.get(address("person", person=people.ben.person.pk)).status_code == 200


def test_the_accounts_that_hang_on_a_role_are_named_before_it_ends(client, people):
    looking.add_admin(people.channel, role="line_manager", seat=people.head, at=AT)
    looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    shown = opened(client, people.head, "person", person=people.ben.person.pk).content.decode()
    assert shown.count("They administer by this role: Brookfield Primary on Facebook.") == 1
    assert shown.count("These name Ben Oduya as administrator, poster or owner") == 2
