"""Whoever oversees accounts sees those of every school, what is worst first."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gatepost.channels.actions import closing, locks, looking, register
from gatepost.channels.check_kinds import CHECK_KINDS
from gatepost.channels.models import Channel, Check
from gatepost.duties import accounts_told
from gatepost.duties.actions import duties
from gatepost.schools.queries import seat
from gatepost.web.register import register as register_page
from gatepost.web.trust_register import trust_register
from tests import cast

pytestmark = pytest.mark.django_db
HERE = "/brookfield/accounts/trust/"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(name="trust")
def _trust():
    """A trust of three schools. At the second everything was looked at, and one account of the third is not its own."""
    people = cast.cast(policy="littleover")
    fine, third = (cast.add_school(people.trust, slug, policy="littleover") for slug in ("ashgrove", "thornfield"))
    said = {"master_rights": "organisation", "editorial_oversight": True, "authorised": True}
    settled = register.open_channel(fine, platform="instagram", name="@ashgrove", **said, **cast.by_system)
    Check.objects.bulk_create(
        [Check(channel=settled, kind=kind, found="in_order", checked_at=cast.AT) for kind in CHECK_KINDS]
    )
    said["master_rights"] = "individual"
    register.open_channel(third, platform="x", name="@thornfield", **said, **cast.by_system)
    register.open_channel(people.other, platform="x", name="@elsewhere", **cast.by_system)
    person = cast.add_person(people.school, "Uma Castell", "staff")
    cast.people.give_role(person, "central_team", school=None, **cast.by_system)
    return people, person


def signed_in(person):
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


def page(person, **chosen):
    return signed_in(person).get(HERE, chosen)


def names(answered):
    """The accounts on a page, in their order."""
    return re.findall(r'<th scope="row"><a href="[^"]*">([^<]*)</a>', answered.content.decode())


def test_every_account_of_every_school_is_there_what_is_worst_first(trust):
    assert names(page(trust[1]))[0] == "@thornfield"
    assert names(page(trust[1]))[-1] == "@ashgrove"
    assert len(names(page(trust[1]))) == 3


def test_no_account_of_another_trust_is_there(trust):
    assert "@elsewhere" not in page(trust[1]).content.decode()


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"school": "ashgrove"}, ["@ashgrove"]), ({"platform": "x"}, ["@thornfield"]),
        ({"what": "against"}, ["@thornfield"]), ({"school": "ashgrove", "what": "overdue"}, []),
        ({"school": "far-brookfield"}, []), ({"what": "anything else", "platform": "instagram"}, ["@ashgrove"]),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_to_what_was_chosen(trust, chosen, found):
    assert names(page(trust[1], **chosen)) == found


def test_what_is_overdue_is_named_with_the_account(trust):
    told = page(trust[1], what="stopped").content.decode()
    assert ("Two-step sign-in: nobody has looked yet" in told, ">Nothing can be posted<" in told) == (True, True)


LOCK = {"reason": "Odd posts.", "at": cast.AT}
STOPS = {
    "Locked": lambda channel, by: locks.lock(channel, seat=by, **LOCK),
    "Trial over": lambda channel, by: register.amend(channel, said={"trial_until": cast.AT.date()}, **cast.by_system),
    "Being closed": lambda channel, by: closing.choose_day(channel, closing_on=cast.AT.date(), **cast.by_system),
}


@pytest.mark.parametrize("word", STOPS)
def test_where_nothing_can_be_posted_though_every_check_is_in_order_is_told_with_why(trust, word):
    channel = Channel.objects.of_trust(trust[0].trust).get(name="@ashgrove")
    STOPS[word](channel, seat(trust[1], channel.school, at=cast.AT))
    rows = trust_register(trust[0].trust, at=cast.AT + timedelta(days=1), what="stopped").rows
    assert {row.channel.name: row.stop.word for row in rows}["@ashgrove"] == word


@pytest.mark.parametrize(("names", "told"), [(1, 1), (2, 0)])
def test_an_account_that_only_one_administers_is_told(trust, names, told):
    people, person = trust
    for one in (people.head, people.amara)[:names]:
        looking.add_admin(people.channel, person=one.person, seat=people.head, at=cast.AT)
    assert page(person, platform="facebook").content.decode().count("Only one administrator.") == told


def test_what_is_only_advised_is_not_called_overdue_and_comes_after_what_is_asked_for(trust):
    people = trust[0]
    millbeck = cast.add_school(people.trust, "millbeck", policy="true-learning")
    advised = register.open_channel(millbeck, platform="facebook", name="Millbeck", **cast.by_system)
    duties.open_duty(advised.school, owner=people.head.person, kind="check", what="Look at the apps", due_at=cast.AT,
                     about=f"channel:{advised.pk}:third_party_apps", **cast.by_system)  # fmt: skip
    rows = trust_register(people.trust, at=cast.AT + timedelta(days=1)).rows
    place = [row.channel.name for row in rows].index("Millbeck")
    assert (rows[place].word, place > 0) == ("Advised, and overdue", True)


def test_the_page_says_which_accounts_stand_elsewhere(trust):
    people, person = trust
    register.open_channel(people.school, platform="whatsapp", name="Year 4 staff", kind="group", **cast.by_system)
    told = page(person).content.decode()
    assert ("Year 4 staff" in told, "Messaging groups and closed accounts stand on" in told) == (False, True)


@pytest.mark.parametrize("who", ["head", "amara", "ben", "carys"])
def test_whoever_works_at_one_school_does_not_see_the_others(trust, who):
    assert page(getattr(trust[0], who).person).status_code == 403


@pytest.mark.parametrize("role", ["dpo", "ceo", "director_of_ict_and_networks"])
@pytest.mark.parametrize(("everywhere", "schools"), [(True, 3), (False, 1)])
def test_who_oversees_accounts_sees_those_of_the_schools_where_they_do(trust, role, everywhere, schools):
    person = cast.add_person(trust[0].school, "Priya Shah", "staff")
    held = None if everywhere else trust[0].school
    cast.people.give_role(person, role, school=held, **cast.by_system)
    told = page(person)
    assert (len(names(told)), "thornfield" in told.content.decode()) == (schools, everywhere)


@pytest.mark.parametrize("schools", [1, 12])
def test_the_page_costs_at_most_twelve_queries_however_many_schools_there_are(trust, schools):
    people, person = trust
    for number in range(schools):
        school = cast.add_school(people.trust, f"s{number}", policy="southport")
        for name in ("one", "two"):
            register.open_channel(school, platform="facebook", name=name, **cast.by_system)
    client = signed_in(person)
    client.get(HERE)
    with CaptureQueriesContext(connection) as asked:
        assert len(names(client.get(HERE))) == 3 + schools * 2
    assert len([one for one in asked.captured_queries if "SAVEPOINT" not in one["sql"]]) <= 12


def test_an_open_task_about_an_account_is_named_on_its_row(trust):
    people, person = trust
    duties.open_duty(
        people.school, owner=people.head.person, kind="check", what="Ask who runs it", due_at=cast.AT,
        about=f"channel:{people.channel.pk}", **cast.by_system,
    )  # fmt: skip
    assert "Ask who runs it, due 20 Nov 2026" in page(person, platform="facebook").content.decode()


def test_what_is_overdue_is_said_once_however_many_are_asked_to_look(trust):
    people, person = trust
    people.channel.looks.create(kind="mfa", found="not_in_order", checked_at=cast.AT)
    for kind, what in (("check", "Look at the sign-in"), ("check.late", "Overdue: look at the sign-in")):
        duties.open_duty(people.school, owner=people.head.person, kind=kind, what=what, due_at=cast.AT,
                         about=f"channel:{people.channel.pk}:mfa", **cast.by_system)  # fmt: skip
    told = page(person, platform="facebook").content.decode()
    assert (told.count("Two-step sign-in"), told.count("ook at the sign-in")) == (1, 0)


def test_a_check_that_is_late_and_not_overdue_by_the_policy_is_asked_for_once(trust):
    people, person = trust
    for kind, what in (("check", "End the trial"), ("check.late", "Overdue: end the trial")):
        duties.open_duty(people.school, owner=people.head.person, kind=kind, what=what, due_at=cast.AT,
                         about=f"channel:{people.channel.pk}:trial", **cast.by_system)  # fmt: skip
    assert page(person, platform="facebook").content.decode().casefold().count("end the trial") == 1


def test_a_check_that_holds_is_overdue_on_every_page_and_in_every_program_once_its_task_is(trust, monkeypatch):
    people = trust[0]
    looks = [Check(channel=people.channel, kind=kind, found="in_order", checked_at=cast.AT) for kind in CHECK_KINDS]
    Check.objects.bulk_create(looks)
    Check.objects.of(people.school).filter(kind="privacy_notice").update(expires_on=date(2030, 1, 5))
    duties.open_duty(people.school, owner=people.head.person, kind="check", what="Look at the notice",
                     due_at=cast.AT, about=f"channel:{people.channel.pk}:privacy_notice", **cast.by_system)  # fmt: skip
    at = cast.AT + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: at)
    row = trust_register(people.trust, at=at, platform="facebook", what="overdue").rows[0]
    school = register_page(people.school, at=at).due
    told = accounts_told.accounts(people.school, private=True, at=at)[0]["duties"]
    home = signed_in(people.head.person).get("/brookfield/").content.decode()
    assert ([one.kind for one in row.asked.pressing], row.asked.tasks, row.word) == (["privacy_notice"], (), "Overdue")
    assert [one.kind for one in school[0].lapsed] == ["privacy_notice"]
    assert [one["kind"] for one in told if one["overdue"]] == ["privacy_notice"]
    assert ("Overdue" in home, row.stop) == (True, None)
