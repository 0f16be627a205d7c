import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gatepost.channels.actions import looking, register
from gatepost.duties.access import access_of, things
from gatepost.duties.actions import duties
from gatepost.schools.actions import people as staff
from tests.cast import AT, add_school, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture(name="people")
def _people():
    return cast()


def found(people, who="amara"):
    return access_of(getattr(people, who).person, school=people.school)


def whats(people, who="amara", **more):
    return [one.what for one in things(found(people, who), school=None, **more)]


def account(people, **said):
    return register.open_channel(people.school, **{"platform": "x", "name": "Brookfield News"} | said, **by_system)


def test_what_somebody_has_by_name_and_by_role_is_told_apart(people):
    looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    looking.add_admin(people.channel, role="line_manager", seat=people.head, at=AT)
    register.name_poster_role(people.channel, role="approver", **by_system)
    access = found(people, "ben")
    assert [len(access.admins), len(access.role_admins), len(access.posters), len(access.role_posters)] == [1, 1, 0, 1]


def test_a_role_that_somebody_else_holds_gives_nothing(people):
    looking.add_admin(people.channel, role="line_manager", seat=people.head, at=AT)
    assert found(people, "amara").role_admins == ()


def test_a_role_at_another_school_gives_nothing_here(people):
    other = add_school(people.trust, "thornbeck", policy="southport")
    staff.give_role(people.amara.person, "line_manager", school=other, **by_system)
    looking.add_admin(people.channel, role="line_manager", seat=people.head, at=AT)
    access = found(people)
    assert (access.role_admins, other in [held.school for held in access.roles]) == ((), True)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({"login_custodians": "Head, Ms A. Begum"}, True),
        ({"recovery": "Begum; office"}, True),
        ({"login_custodians": "Headteacher and office"}, False),
        ({"login_custodians": "Begumpur trip leader"}, False),
    ],
)
def test_a_login_is_looked_at_where_the_register_names_them_in_words(people, said, asked):
    account(people, **said)
    assert ("login" in whats(people)) is asked


def test_groups_of_their_school_are_asked_about_and_closed_ones_are_not(people):
    group = account(people, kind="group", platform="whatsapp")
    before = whats(people).count("group")
    register.close_channel(group, **by_system)
    assert (before, whats(people).count("group")) == (1, 0)


def test_who_is_said_to_be_in_a_group_is_to_be_taken_out_of_it_and_nobody_else_is_asked(people):
    group = account(people, kind="group", platform="whatsapp")
    register.name_poster(group, people.amara.person, **by_system)
    says = {one.what: one.says for one in things(found(people), school=None) if str(group) in one.says}
    assert says == {"poster": f"In the messaging group {group} (Brookfield)",
                    "group": f"Take them out of the group {group} (Brookfield)"}  # fmt: skip
    assert (found(people, "ben").groups, "group" in whats(people, "ben")) == ((), False)


def test_whoever_is_in_a_group_by_a_role_stays_in_it_with_the_role(people):
    group = account(people, kind="group", platform="whatsapp")
    register.name_poster_role(group, role="poster", **by_system)
    held = people.amara.person.held_roles.get(role="poster")
    assert "group" in whats(people)
    assert "group" not in whats(people, stays={f"role:{held.pk}"})


def test_nothing_of_another_trust_is_among_it(people):
    register.name_poster(people.channel, people.amara.person, **by_system)
    assert access_of(people.dev.person, school=people.school).posters == ()


def test_it_costs_the_same_however_much_there_is(people):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            list(things(found(people), school=None))
        return len(asked)

    before = cost()
    for number in range(8):
        channel = account(people, handle=f"news{number}", owner=people.amara.person, login_custodians="Amara Begum")
        looking.add_admin(channel, person=people.amara.person, seat=people.head, at=AT)
        register.name_poster(channel, people.amara.person, **by_system)
        duties.open_duty(people.school, owner=people.amara.person, kind="check", what="Look", due_at=AT,
                         about=f"channel:{number}", **by_system)  # fmt: skip
    assert (before, cost()) == (6, 6)
