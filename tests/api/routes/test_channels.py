"""The register through the API: what it says, to whom, and tables taken in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gatepost.channels.actions import locks, looking, register
from gatepost.channels.models import Channel
from tests import cast
from tests.channels.exchange import thornfield

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
HERE = "/api/brookfield/channels"


@pytest.fixture(name="people")
def _people():
    return cast.cast(policy="littleover")


def signed_in(seat):
    client = Client()
    client.force_login(seat.person, backend=BACKEND)
    return client


def give(seat, data: bytes, **more):
    return signed_in(seat).post(f"{HERE}/import", {"file": SimpleUploadedFile("accounts.csv", data), **more})


def test_an_account_says_whether_it_is_official_with_the_clause_and_what_is_owed_on_it(people):
    new = register.open_channel(people.school, platform="x", name="@b", master_rights="individual", **cast.by_system)
    told = signed_in(people.amara).get(f"{HERE}/{new.pk}").json()
    assert (told["is_official"], told["official"], told["outcome"]) == (False, "no", "not_official")
    assert told["reasons"][0]["ref"] in told["refs"]
    assert [one["kind"] for one in told["duties"] if one["stops_posting"]] == ["mfa", "privacy_settings"]


def test_an_account_that_is_locked_says_so_and_why_nothing_goes_out(people):
    before = signed_in(people.head).get(f"{HERE}/{people.channel.pk}").json()
    locks.lock(people.channel, reason="Odd posts.", seat=people.carys, at=cast.AT)
    told = signed_in(people.head).get(f"{HERE}/{people.channel.pk}").json()
    assert (before["locked"], told["locked"], told["stops_posting"], told["stopped_by"]) == (
        False,
        True,
        True,
        "locked",
    )
    assert told["why_stopped"].startswith("Brookfield Primary on Facebook is locked")


def test_a_check_says_who_looked_how_and_where_it_is_seen_and_an_administrator_why(people):
    looking.record_check(people.channel, kind="mfa", found="in_order", how="Asked each of them", evidence="Minutes 4",
                         seat=people.head, at=cast.AT)  # fmt: skip
    looking.add_admin(people.channel, person=people.head.person, reason="Keeps it.", seat=people.head, at=cast.AT)
    told = signed_in(people.amara).get(f"{HERE}/{people.channel.pk}").json()
    mfa = next(one for one in told["checks"] if one["kind"] == "mfa")
    said = [mfa[name] for name in ("found", "checked_by", "how", "evidence")]
    assert said == ["in_order", people.head.person.name, "Asked each of them", "Minutes 4"]
    assert [one["reason"] for one in told["admins"]] == ["Keeps it."]


def test_an_account_with_too_few_administrators_says_so(people):
    new = register.open_channel(people.school, platform="x", name="@b", **cast.by_system)
    looking.add_admin(new, person=people.head.person, seat=people.head, at=cast.AT)
    told = signed_in(people.amara).get(f"{HERE}/{new.pk}").json()
    assert (told["least_admins"], told["admins_remark"]) == (2, "Only one administrator.")


def test_what_is_owed_on_all_accounts_comes_most_urgent_first(people):
    register.open_channel(people.school, platform="instagram", name="@brookfield", **cast.by_system)
    duties = signed_in(people.head).get(HERE).json()["duties"]
    assert {one["account"] for one in duties if one["kind"] == "mfa"} == {
        one.pk for one in Channel.objects.of(people.school)
    }
    stops = [one["stops_posting"] for one in duties]
    assert stops == sorted(stops, reverse=True)


@pytest.mark.parametrize(("who", "told"), [("head", True), ("amara", False), ("carys", False)])
def test_how_to_get_a_login_back_is_told_to_those_who_keep_it(people, who, told):
    register.amend(people.channel, said={"recovery": "the office"}, by=cast.SYSTEM, at=cast.AT)
    account = signed_in(getattr(people, who)).get(f"{HERE}/{people.channel.pk}").json()
    assert ("recovery" in account) is told


def test_a_table_is_looked_at_and_then_taken_in(people):
    before = Channel.objects.of(people.school).count()
    looked = give(people.head, thornfield.tabbed().encode(), dry_run="true").json()
    assert (looked["counts"], Channel.objects.of(people.school).count()) == (
        {"new": 5, "changed": 0, "same": 0},
        before,
    )
    give(people.head, thornfield.tabbed().encode())
    assert Channel.objects.of(people.school).count() == before + 5


def test_a_row_that_is_wrong_is_named_and_nothing_is_taken_in(people):
    told = give(people.head, b"Platform,Account,Opened\nFacebook,Thornfield,one day\nX,@fine,2020\n").json()
    assert [one["row"] for one in told["errors"]] == [2]
    assert Channel.objects.of(people.school).count() == 1


def test_what_is_no_table_is_refused_in_a_sentence(people):
    answered = give(people.head, b"%PDF-1.7")
    assert (answered.status_code, answered.json()["why"].startswith("This is a PDF")) == (409, True)


@pytest.mark.parametrize("who", ["amara", "ben", "carys"])
def test_whoever_does_not_keep_the_accounts_takes_nothing_in(people, who):
    assert give(getattr(people, who), thornfield.tabbed().encode()).status_code == 403


def test_another_school_finds_nothing(people):
    asked = [signed_in(people.dev).get(path).status_code for path in (HERE, f"{HERE}/{people.channel.pk}")]
    assert [*asked, give(people.dev, thornfield.tabbed().encode()).status_code] == [404, 404, 404]


def test_an_account_of_another_school_is_absent_from_ones_own(people):
    far = register.open_channel(people.other, platform="x", name="@far", **cast.by_system)
    assert signed_in(people.head).get(f"{HERE}/{far.pk}").status_code == 404


def test_an_account_that_is_there_is_not_put_on_the_register_again(people):
    said = {"platform": "x", "name": "Brook News", "address": "https://x.com/brooknews"}
    first, second = (signed_in(people.head).post(HERE, said, content_type="application/json") for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 409)
    assert "Brook News on X, at https://x.com/brooknews, is on the register already." in second.content.decode()
