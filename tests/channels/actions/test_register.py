"""Accounts are opened and closed, posters named and removed, each once and on record."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gatepost.audit.actor import SYSTEM
from gatepost.audit.models import Event
from gatepost.channels.actions import looking, register
from gatepost.channels.models import Channel, Poster
from gatepost.schools.errors import UnableTo
from tests.cast import AT, by_system, cast
from tests.record import words_of

pytestmark = pytest.mark.django_db
LOCKS_ALL = connection.vendor == "sqlite"
"""SQLite locks the whole database as a transaction begins, and knows no lock of a row."""


@pytest.fixture
def found():
    """The cast."""
    return cast()


def sentences(subject):
    """What the record says of an account, in order."""
    return [words_of(event) for event in Event.objects.filter(subject=subject).order_by("number")]


def test_the_record_says_what_became_of_an_account(found):
    channel = register.open_channel(found.school, platform="x", name="@brookfield", **by_system)
    poster = register.name_poster(channel, found.ben.person, **by_system)
    register.remove_poster(poster, **by_system)
    register.close_channel(channel, **by_system)
    assert sentences(f"channel:{channel.pk}") == [
        "Gatepost put the X account @brookfield on the register.",
        "Gatepost named Ben Oduya as a poster on @brookfield.",
        "Gatepost took Ben Oduya off the posters of @brookfield.",
        "Gatepost closed the X account @brookfield.",
    ]


def test_an_account_is_closed_once(found):
    register.close_channel(found.channel, **by_system)
    with pytest.raises(UnableTo, match="is closed already"):
        register.close_channel(found.channel, **by_system)


def test_a_poster_is_removed_once(found):
    poster = Poster.objects.of(found.school).first()
    register.remove_poster(poster, **by_system)
    with pytest.raises(UnableTo, match="taken off the list already"):
        register.remove_poster(poster, **by_system)


def test_a_poster_is_named_once(found):
    register.name_poster(found.channel, found.amara.person, **by_system)
    assert Poster.objects.of(found.school).filter(person=found.amara.person).count() == 1


def test_a_poster_who_was_removed_can_be_named_again(found):
    again = register.name_poster(found.channel, found.ben.person, **by_system)
    register.remove_poster(again, **by_system)
    later = register.name_poster(found.channel, found.ben.person, **{**by_system, "at": AT + timedelta(days=1)})
    assert later.pk != again.pk


def test_dev_cannot_be_a_poster_of_amaras_school(found):
    with pytest.raises(UnableTo, match="does not belong to the trust"):
        register.name_poster(found.channel, found.dev.person, **by_system)


def test_an_account_opens_on_the_day_that_it_is_here(found):
    late = AT.replace(month=7, day=1, hour=23, minute=30)
    register.open_channel(found.school, platform="x", name="Late", **{**by_system, "at": late})
    assert Channel.objects.of(found.school).get(name="Late").opened_on.isoformat() == "2026-07-02"


def test_the_record_names_which_particulars_changed_and_not_what_they_say(found):
    said = {"purpose": "News for families", "login_custodians": "The head and Lena", "audience": "public"}
    changed = register.amend(found.channel, said=said, **by_system)
    assert sentences(f"channel:{found.channel.pk}")[-1] == (
        "Gatepost changed what the register says of Brookfield Primary: purpose, who can reach the login."
    )
    assert Channel.objects.of(found.school).get(pk=changed.pk).login_custodians == "The head and Lena"


def test_saying_the_same_again_records_nothing(found):
    before = sentences(f"channel:{found.channel.pk}")
    register.amend(found.channel, said={"name": found.channel.name, "purpose": ""}, **by_system)
    assert sentences(f"channel:{found.channel.pk}") == before


REFUSED = {
    "a password": ({"login_where": "Facebook, password: Sunflower12"}, "Say where it is kept"),
    "a kind of its own": ({"kind": "club"}, "Choose the kind of account from the list"),
    "a role that nobody knows": ({"owner_role": "wizard"}, "Choose the owner’s role from the list"),
    "no name": ({"name": ""}, "Say the name of the account"),
    "more than there is room for": ({"purpose": "x" * 301}, "at most 300 characters"),
}


@pytest.mark.parametrize(("said", "why"), REFUSED.values(), ids=REFUSED)
def test_what_may_not_stand_on_the_register_changes_nothing(found, said, why):
    with pytest.raises(UnableTo, match=why):
        register.amend(found.channel, said={"purpose": "News", **said}, **by_system)
    assert Channel.objects.of(found.school).get(pk=found.channel.pk).purpose == ""


def test_an_account_is_not_opened_with_a_password_in_its_note(found):
    with pytest.raises(UnableTo, match="Say where it is kept"):
        register.open_channel(found.school, platform="x", name="Late", note="pw Sunflower12", **by_system)
    assert not Channel.objects.of(found.school).filter(name="Late").exists()


def test_dev_cannot_own_an_account_of_amaras_school(found):
    with pytest.raises(UnableTo, match="does not belong to the trust"):
        register.amend(found.channel, said={"owner": found.dev.person}, **by_system)


def test_a_role_posts_until_it_is_taken_off(found):
    row = register.name_poster_role(found.channel, role="pa_to_headteacher", **by_system)
    register.remove_poster_role(row, **by_system)
    assert sentences(f"channel:{found.channel.pk}")[-2:] == [
        "Gatepost let whoever is PA to the headteacher post on Brookfield Primary.",
        "Gatepost took the role PA to the headteacher off the posters of Brookfield Primary.",
    ]
    with pytest.raises(UnableTo, match="taken off the list already"):
        register.remove_poster_role(row, **by_system)


@pytest.mark.django_db
@pytest.mark.parametrize("said", [{"kind": "group"}, {"platform": "website"}, {"kind": "associated"}])
def test_an_account_in_use_does_not_turn_into_something_of_which_less_is_asked(said):
    people = cast()
    with pytest.raises(UnableTo):
        register.amend(people.channel, said=said, by=SYSTEM, at=AT)
    kept = Channel.objects.of(people.school).get(pk=people.channel.pk)
    assert (kept.kind, kept.platform) == ("account", "facebook")


@pytest.mark.django_db
def test_what_was_put_on_the_register_by_mistake_can_be_put_right_while_nobody_uses_it():
    people = cast()
    new = register.open_channel(people.school, platform="x", name="@brookfield", **by_system)
    register.amend(new, said={"platform": "bluesky"}, by=SYSTEM, at=AT)
    assert Channel.objects.of(people.school).get(pk=new.pk).platform == "bluesky"


@pytest.mark.django_db
@pytest.mark.parametrize("platform", ["password_sunflower9", "My Space", ""])
def test_a_platform_that_nobody_knows_is_refused(platform):
    with pytest.raises(UnableTo):
        register.open_channel(cast().school, platform=platform, name="Ours", **by_system)


def test_what_a_closed_account_was_stays_and_who_keeps_it_can_still_change(found):
    register.close_channel(found.channel, **by_system)
    with pytest.raises(UnableTo, match="was closed on 20 November 2026, and what it was stays"):
        register.amend(found.channel, said={"owner": found.head.person, "name": "Somebody else"}, **by_system)
    said = {"owner": found.head.person, "login_custodians": "The head", "name": found.channel.name}
    assert register.amend(found.channel, said=said, **by_system).owner == found.head.person


def test_nobody_is_put_on_the_lists_of_a_closed_account(found):
    register.close_channel(found.channel, **by_system)
    with pytest.raises(UnableTo, match="Nobody posts or administers there now"):
        register.name_poster(found.channel, found.ben.person, **by_system)
    with pytest.raises(UnableTo, match="Nobody posts or administers there now"):
        register.name_poster_role(found.channel, role="approver", **by_system)
    with pytest.raises(UnableTo, match="Nobody posts or administers there now"):
        looking.add_admin(found.channel, person=found.ben.person, seat=found.head, at=AT)


OPEN = {"platform": "x", "name": "Brookfield  News", "address": "https://x.com/brooknews"}
DOUBLES = {
    "the same": (OPEN, OPEN),
    "the same address, otherwise spelt": (OPEN, {**OPEN, "name": "B", "address": "https://twitter.com/BrookNews?s=1"}),
    "the same address as another kind": (OPEN, {**OPEN, "kind": "associated"}),
    "the address of a name on the platform": ({"platform": "x", "name": "B", "handle": "@brooknews"}, OPEN),
    "a name without an address": ({**OPEN, "address": ""}, {**OPEN, "name": " brookfield NEWS", "address": ""}),
    "an address that names no account": (
        {**OPEN, "address": "https://x.com/i/a"},
        {**OPEN, "address": "https://x.com/i/a/"},
    ),
    "the front page": (
        {"platform": "website", "name": "A", "address": "https://brook.example/"},
        {"platform": "website", "name": "B", "address": "https://www.brook.example/index.html"},
    ),
}
SINGLE = {
    "another address of one name": (OPEN, {**OPEN, "address": "https://x.com/brooknews2"}),
    "another platform": (OPEN, {**OPEN, "platform": "bluesky", "address": ""}),
    "a name that one with an address has": (OPEN, {**OPEN, "address": ""}),
    "another kind of one name": ({**OPEN, "address": ""}, {**OPEN, "address": "", "kind": "associated"}),
    "another name on the platform": (
        {"platform": "x", "name": "B", "handle": "@one"},
        {"platform": "x", "name": "B", "handle": "@two"},
    ),
    "a website below another": (
        {"platform": "website", "name": "A", "address": "https://brook.example/"},
        {"platform": "website", "name": "B", "address": "https://brook.example/nursery"},
    ),
}


@pytest.mark.parametrize(("first", "second"), DOUBLES.values(), ids=DOUBLES)
def test_an_account_stands_on_the_register_once(found, first, second):
    there = register.open_channel(found.school, **first, **by_system)
    with pytest.raises(UnableTo, match=f"^{there.name} on .* is on the register already. Look at that entry"):
        register.open_channel(found.school, **second, **by_system)
    assert Channel.objects.of(found.school).filter(platform=second["platform"]).count() == 1


@pytest.mark.parametrize(("first", "second"), SINGLE.values(), ids=SINGLE)
def test_what_is_another_account_stands_beside_it(found, first, second):
    register.open_channel(found.school, **first, **by_system)
    assert register.open_channel(found.school, **second, **by_system).pk


def test_what_was_closed_may_be_opened_again_and_another_school_may_have_the_same(found):
    register.close_channel(register.open_channel(found.school, **OPEN, **by_system), **by_system)
    assert register.open_channel(found.school, **OPEN, **by_system).pk
    assert register.open_channel(found.other, **OPEN, **by_system).pk


def test_no_account_is_changed_into_another_of_the_register(found):
    register.open_channel(found.school, **OPEN, **by_system)
    other = register.open_channel(found.school, **{**OPEN, "address": "https://x.com/other"}, **by_system)
    with pytest.raises(UnableTo, match=r"at https://x\.com/brooknews, is on the register already"):
        register.amend(other, said={"address": "https://twitter.com/brooknews", "note": "n"}, **by_system)
    assert Channel.objects.of(found.school).get(pk=other.pk).note == ""


def test_a_double_from_before_can_still_be_changed(found):
    register.open_channel(found.school, **OPEN, **by_system)
    other = Channel.objects.create(school=found.school, opened_on=AT.date(), **OPEN)
    assert register.amend(other, said={"name": "Copy", "note": "Twice."}, **by_system).name == "Copy"


def test_whoever_adds_an_account_holds_the_school_first(found):
    with CaptureQueriesContext(connection) as asked:
        register.open_channel(found.school, **OPEN, **by_system)
    told = [one["sql"] for one in asked.captured_queries]
    schools = ((n, sql) for n, sql in enumerate(told) if 'FROM "schools_school"' in sql)
    held = next(n for n, sql in schools if LOCKS_ALL or "FOR UPDATE" in sql)
    assert held < next(n for n, sql in enumerate(told) if sql.startswith('SELECT "channels_channel"'))
