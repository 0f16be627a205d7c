"""The page that compares register, public page, policy, privacy notice and website."""

from datetime import date

import pytest

from gatepost.audit.models import Event
from gatepost.channels.actions import looking, register
from gatepost.channels.models import Channel
from tests.cast import AT, by_system, cast
from tests.web.visits import by_everybody, get, post, seen, set_clock

pytestmark = pytest.mark.django_db
PAGE = "accounts/compared/"


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def settled():
    """A school whose account its policy counts as official."""
    people = cast()
    said = {"master_rights": "organisation", "editorial_oversight": True, "authorised": True}
    register.amend(people.channel, said=said, **by_system)
    looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    return people


def says(people):
    """What is told of the policy's own list, by account."""
    title, found = get(people.head, PAGE).context["found"].places[0]
    assert title == "The policy’s own list"
    return [(one.account, one.ref) for one in found]


def test_southport_lists_x_with_its_closing_day_until_the_register_has_it_too():
    people = cast(policy="southport")
    told = dict(says(people))
    assert told["The account on X"] == "3.channels.b5"
    channel = register.open_channel(people.school, platform="x", name="@brookfield", opened_on=date(2012, 5, 1),
                                    **by_system)  # fmt: skip
    Channel.objects.of(people.school).filter(pk=channel.pk).update(closed_on=date(2025, 11, 1))
    assert not [one for one in says(people) if "X" in one[0]]


def test_littleover_is_compared_with_its_table_of_four():
    people = cast(policy="littleover")
    register.close_channel(people.channel, **by_system)
    told = says(people)
    assert [ref for _, ref in told].count("3.table.r1") == 1
    assert {ref for _, ref in told} == {"3.table.r1", "3.table.r2", "3.table.r3", "3.table.r4"}


def test_a_policy_without_a_list_says_so():
    assert "Our policy has no list of accounts." in seen(get(cast(policy="everyone-matters").head, PAGE))


def test_the_words_for_the_privacy_notice_name_each_account_and_the_page():
    people = settled()
    Channel.objects.of(people.school).update(address="https://facebook.com/brook", purpose="News for families.")
    notice = get(people.head, PAGE).context["found"].notice
    assert "- Facebook: Brookfield Primary (https://facebook.com/brook). News for families" in notice
    assert "http://testserver/official/brookfield/" in notice


def test_an_account_that_is_not_settled_is_told_apart_and_the_notice_does_not_deny_it():
    people = settled()
    before = get(people.head, PAGE).context["found"]
    new = register.open_channel(people.school, platform="instagram", name="Brookfield", **by_system)
    page = get(people.head, PAGE)
    found = page.context["found"]
    assert (before.left_out, "and on no others" in before.notice) == ((), True)
    assert [one.channel for one in found.left_out] == [new]
    assert "whether it is official is not settled" in seen(page)
    assert ("always says the same" in seen(page), "on no others" in found.notice) == (False, False)


def test_an_account_that_the_policy_does_not_count_is_told_with_its_clause_until_it_is_closed():
    people = settled()
    register.amend(people.channel, said={"master_rights": "individual"}, **by_system)
    (told,) = get(people.head, PAGE).context["found"].left_out
    assert (told.ref, told.do) == ("2.official.b1", "Change how it is run, or close it.")
    register.close_channel(people.channel, **by_system)
    assert get(people.head, PAGE).context["found"].left_out == ()


def test_the_head_switches_the_public_page_and_nobody_else_does():
    people = cast()
    assert post(people.ben, f"{PAGE}public/", shown="no").status_code == 403
    post(people.head, f"{PAGE}public/", shown="no")
    page = get(people.head, PAGE)
    assert page.context["found"].public is False
    assert "official/brookfield" not in page.context["found"].notice


def test_a_name_of_a_pupil_or_of_somebody_who_works_here_is_pointed_out():
    people = settled()
    Channel.objects.of(people.school).update(purpose="Run by Amara Begum for parents.")
    page = get(people.head, PAGE)
    assert "It leaves something out." in seen(page)
    assert page.context["found"].barred == ("Run by Amara Begum for parents.",)
    assert "Amara" not in page.context["found"].notice


def test_those_who_see_the_register_see_it():
    assert by_everybody(cast(), PAGE) == {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}


def test_a_school_whose_accounts_are_not_settled_does_not_tell_families_that_it_has_none():
    notice = get(cast().head, PAGE).context["found"].notice
    assert notice == "Brookfield has not settled yet which accounts are official."


def test_a_pasted_notice_is_compared_shown_back_and_kept_nowhere():
    people = settled()
    Channel.objects.of(people.school).update(address="https://facebook.com/brook")
    before = Event.objects.count()
    page = post(people.amara, f"{PAGE}notice/", text="We are on facebook.com/brook2 & nowhere else.")
    assert "or not by this address" in seen(page)
    assert "We are on facebook.com/brook2 &amp; nowhere else.</textarea>" in page.content.decode()
    assert (page.context["compared"].strangers, Event.objects.count()) == (("facebook.com/brook2",), before)


@pytest.mark.parametrize(("text", "why"), [(" ", "Paste what the notice says."), ("x" * 50_001, "the part about")])
def test_a_notice_that_cannot_be_read_is_refused_in_a_sentence(text, why):
    page = post(settled().head, f"{PAGE}notice/", text=text)
    assert (page.status_code, why in seen(page)) == (422, True)
