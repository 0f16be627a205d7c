"""What is owed on an account: what is demanded, by when, and what of it is overdue."""

from datetime import date, timedelta

import pytest

from gatepost.channels.actions import register
from gatepost.channels.exchange.register import stands
from gatepost.channels.models import Channel, Check
from gatepost.channels.owed import owed
from tests import cast

pytestmark = pytest.mark.django_db
TODAY = cast.AT.date()


@pytest.fixture(name="people")
def _people():
    return cast.cast(policy="littleover")


@pytest.fixture(name="new")
def _new(people):
    return register.open_channel(people.school, platform="instagram", name="@brookfield", **cast.by_system)


def owed_on(channel):
    _, standings = stands(channel.school, Channel.objects.of(channel.school).filter(pk=channel.pk), at=cast.AT)
    return {one.kind: one for one in owed(standings[0], on=TODAY)}


def look(channel, kind, found="in_order", *, until=None, ago=0):
    Check.objects.create(
        channel=channel, kind=kind, found=found, checked_at=cast.AT - timedelta(days=ago), expires_on=until
    )


@pytest.mark.parametrize(("days", "word"), [(0, "Due today"), (1, "Overdue"), (800, "Overdue")])
def test_what_nobody_has_looked_at_is_due_on_the_day_of_opening_and_overdue_after_it(new, days, word):
    Channel.objects.of(new.school).filter(pk=new.pk).update(opened_on=TODAY - timedelta(days=days))
    mfa = owed_on(new)["mfa"]
    assert (mfa.due_on, mfa.word, mfa.pressing, mfa.stops, mfa.state) == (TODAY, word, True, True, "never")


@pytest.mark.parametrize(("ago", "word"), [(0, "Due today"), (1, "Overdue")])
def test_what_was_found_wrong_today_is_not_called_overdue_before_tomorrow(new, ago, word):
    look(new, "website_link", "not_in_order", ago=ago)
    assert owed_on(new)["website_link"].word == word


def test_what_holds_has_no_word(new):
    look(new, "mfa", until=TODAY)
    assert owed_on(new)["mfa"].word == ""


@pytest.mark.parametrize(
    ("until", "overdue"),
    [(TODAY - timedelta(days=1), True), (TODAY, False), (TODAY + timedelta(days=1), False), (None, False)],
)
def test_a_look_holds_to_its_last_good_day(new, until, overdue):
    look(new, "mfa", until=until)
    assert (owed_on(new)["mfa"].due_on, owed_on(new)["mfa"].overdue) == (until, overdue)


def test_what_was_found_wrong_is_due_since_the_day_on_which_it_was(new):
    look(new, "website_link", "not_in_order", ago=3)
    one = owed_on(new)["website_link"]
    assert (one.due_on, one.overdue, one.stops) == (TODAY - timedelta(days=3), True, False)


def test_what_is_not_possible_is_owed_only_where_it_would_be(new):
    for kind in ("website_link", "mfa"):
        look(new, kind, "not_possible", ago=1)
    found = owed_on(new)
    assert ("website_link" in found, found["mfa"].word, found["mfa"].stops) == (False, "Overdue", True)


def test_what_names_an_account_is_looked_at_anew_once_it_bears_another_name(new):
    for kind in ("website_link", "mfa"):
        look(new, kind, until=TODAY + timedelta(days=300), ago=3)
    register.amend(new, said={"name": "@brook"}, by=cast.by_system["by"], at=cast.AT - timedelta(days=2))
    link, mfa = (owed_on(new)[kind] for kind in ("website_link", "mfa"))
    assert (link.says, link.due_on, link.word, mfa.word) == (
        "Link on the website: to do, since its name or address changed.", TODAY, "Overdue", "",
    )  # fmt: skip


def test_what_no_clause_demands_is_not_owed(new):
    assert "dpia" not in owed_on(new)


def test_what_stops_posting_comes_first_and_each_cites_its_clause(new):
    found = [*owed_on(new).values()]
    assert [one.stops for one in found] == sorted((one.stops for one in found), reverse=True)
    assert all(one.ref and one.source == "littleover" for one in found)


@pytest.mark.parametrize(
    ("opened", "until", "due_on", "word"),
    [
        (0, None, TODAY, "Due today"), (60, None, TODAY, "Overdue"), (200, TODAY, TODAY, ""),
        (200, TODAY - timedelta(days=60), TODAY - timedelta(days=60), "Overdue"),
    ],
)  # fmt: skip
def test_the_list_of_administrators_is_to_be_looked_at_though_posting_goes_on_without(new, opened, until, due_on, word):
    Channel.objects.of(new.school).filter(pk=new.pk).update(opened_on=TODAY - timedelta(days=opened))
    if until is not None:
        look(new, "administrators", until=until, ago=90)
    one = owed_on(new)["administrators"]
    assert (one.due_on, one.word, one.stops, one.binding) == (due_on, word, False, True)


@pytest.mark.parametrize(
    "changed", [{"kind": "group", "platform": "whatsapp"}, {"kind": "associated"}, {"closed_on": TODAY}]
)
def test_nothing_is_owed_on_what_is_closed_or_no_account_of_the_school(new, changed):
    Channel.objects.of(new.school).filter(pk=new.pk).update(opened_on=date(2020, 9, 1), **changed)
    assert owed_on(new) == {}
