"""The public page of official accounts: for anybody, with nothing internal on it."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gatepost.channels.actions import looking, public_page, register
from gatepost.channels.actions import sightings as kept
from gatepost.channels.deciding import Account
from gatepost.channels.models import Administrator, Channel, Lock, Sighting
from gatepost.consents.actions import pupils
from gatepost.duties.actions import sightings
from gatepost.schools.actions import organisations
from gatepost.schools.actions import people as staff
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.web.official import WORDS
from tests.cast import AT, by_system, cast
from tests.config.test_queries import copies
from tests.web.visits import set_clock, sibling

pytestmark = pytest.mark.django_db
PAGE = "/official/brookfield/"
PAGES = (PAGE, f"{PAGE}print/", f"{PAGE}accounts.json")
OURS = "https://www.facebook.com/brookfieldprimary"
OFFICIAL = {"master_rights": "organisation", "editorial_oversight": True, "authorised": True}
"""What the register says of an account that the policy counts as official."""


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    cache.clear()
    set_clock(monkeypatch)


@pytest.fixture
def people():
    found = cast()
    Channel.objects.of(found.school).update(address=OURS, purpose="News for families.", recovery="Ring Mr Ali.",
                                            login_where="Office safe, shelf 2", note="Amara forgets it.")  # fmt: skip
    make_official(found, found.channel)
    return found


def make_official(people, channel):
    """The register says of an account what the policy asks for."""
    register.amend(channel, said=OFFICIAL, **by_system)
    looking.add_admin(channel, person=people.ben.person, seat=people.head, at=AT)


def shown(address=PAGE):
    """What anybody is shown."""
    return Client().get(address).content.decode()


def looked_up(said):
    """What the page says of what somebody pastes."""
    answer = Client(enforce_csrf_checks=True).post(PAGE, {"page": said})
    assert answer.status_code == 200
    return answer.context["found"].state


def fake(people, name="Brookfield Memes", address="https://x.com/brookfieldmemes"):
    """A fake that the head lists as not ours."""
    row = kept.report(Account("x", name, address), note="", seat=people.amara, at=AT)
    row = sightings.decide(row, decision="impostor", reason="Not ours.", seat=people.head, at=AT)
    return sightings.show(row, shown=True, seat=people.head, at=AT)


@pytest.mark.parametrize("address", PAGES)
def test_it_shows_the_accounts_and_neither_a_person_nor_a_login(people, address):
    page = shown(address)
    assert OURS in page
    for secret in ("Amara", "Helen", "Mr Ali", "Office safe", "forgets"):
        assert secret not in page


def test_it_sets_no_cookie_and_may_be_kept_for_minutes(people):
    answer = Client().get(PAGE)
    assert not answer.cookies
    assert answer["Cache-Control"] == "public, max-age=300"
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (OURS, "open"),
        ("m.facebook.com/BrookfieldPrimary/?ref=share", "open"),
        ("  https://facebook.com/brookfield.primary  ", "open"),
        ("https://facebook.com/brookfieldprimary1", "not_listed"),
        ("https://facebook.com.evil.example/brookfieldprimary", "not_listed"),
        ("https://evil.example/facebook.com/brookfieldprimary", "not_listed"),
        ("https://instagram.com/brookfieldprimary", "not_listed"),
        ("https://faceb00k.com/brookfieldprimary", "not_listed"),
        ("https://x.com/brookfieldmemes", "fake"),
        ("twitter.com/brookfieldmemes", "fake"),
        ("Brookfield Primary", "name"),
        ("Brookfield Secondary", "unnamed"),
        ("https://facebook.com/", "unreadable"),
        ("https://facebook.com@evil.example/brookfieldprimary", "unreadable"),
        ("???", "unreadable"),
    ],
)
def test_what_somebody_pastes_is_told_apart_by_its_address(people, said, state):
    fake(people)
    assert looked_up(said) == state


def test_every_answer_has_words():
    assert {"open", "closing", "resting", "closed", "close", "fake", "name", "name_resting", "name_closed",
            "name_close", "name_fake", "unnamed", "no_address", "not_listed",
            "post", "unreadable"} == set(WORDS)  # fmt: skip


def test_what_was_pasted_is_shown_back_and_kept_nowhere(people):
    with CaptureQueriesContext(connection) as asked:
        answer = Client().post(PAGE, {"page": '"><script>alert(1)</script>'})
    assert answer["Cache-Control"] == "private, no-store"
    assert "<script>alert" not in answer.content.decode()
    assert not [one for one in asked.captured_queries if one["sql"].startswith(("INSERT", "UPDATE"))]


def test_a_closed_account_stays_on_it_with_its_day_and_is_told_to_be_ours_no_more(people):
    register.close_channel(people.channel, **by_system)
    assert "Closed on 20 November 2026. What appears there now is not from us." in shown()
    assert looked_up(OURS) == "closed"
    assert looked_up("Brookfield Primary") == "name_closed"


def test_an_account_that_somebody_may_have_got_into_is_not_to_be_relied_on(people):
    Lock.objects.create(channel=people.channel, reason="Odd posts.", locked_at=AT)
    assert "Do not rely on it now" in shown()
    assert "Odd posts" not in shown()
    assert looked_up(OURS) == "resting"
    assert looked_up("@brookfield primary") == "name_resting"


def test_whoever_asks_by_a_name_is_told_which_account_of_it_is_not_to_be_relied_on(people):
    make_official(people, register.open_channel(people.school, platform="instagram", name="Brookfield Primary",
                                                **by_system))  # fmt: skip
    Lock.objects.create(channel=people.channel, reason="Odd posts.", locked_at=AT)
    told = Client().post(PAGE, {"page": "Brookfield Primary"}).content.decode()
    assert ("We have an account of that name" in told, told.count("<b>Do not rely on it now.</b>")) == (True, 1)


def test_an_account_close_to_the_school_is_told_apart_and_a_group_is_left_out(people):
    register.open_channel(people.school, platform="facebook", name="Friends of Brookfield", kind="associated",
                          address="https://facebook.com/friendsofbrookfield", **by_system)  # fmt: skip
    register.open_channel(people.school, platform="whatsapp", name="Year 4 staff", kind="group", **by_system)
    assert "Not ours, but known to us" in shown()
    assert "Year 4 staff" not in shown()
    assert looked_up("facebook.com/friendsofbrookfield") == "close"


def test_where_the_address_is_not_written_down_nothing_is_promised(people):
    make_official(people, register.open_channel(people.school, platform="instagram", name="Brookfield", **by_system))
    assert looked_up("https://instagram.com/brookfield") == "no_address"


def test_a_fake_is_listed_only_once_the_head_agrees(people):
    row = fake(people)
    assert "brookfieldmemes" in shown()
    sightings.show(row, shown=False, seat=people.head, at=AT)
    cache.clear()
    assert "brookfieldmemes" not in shown()


def test_the_head_alone_takes_the_page_down_and_puts_it_up(people):
    with pytest.raises(NotAllowed):
        public_page.show(shown=False, seat=people.ben, at=AT)
    public_page.show(shown=False, seat=people.head, at=AT)
    assert [Client().get(one).status_code for one in PAGES] == [404, 404, 404]
    public_page.show(shown=True, seat=people.head, at=AT)
    assert [Client().get(one).status_code for one in PAGES] == [200, 200, 200]


def test_a_trust_lists_the_pages_of_its_schools_that_are_up(people):
    other = sibling(people)
    assert f'href="/official/{other}/"' in shown("/official/trust/ashgrove-brookfield/")
    public_page.show(shown=False, seat=people.head, at=AT)
    assert f'href="{PAGE}"' not in shown("/official/trust/ashgrove-brookfield/")
    assert Client().get("/official/trust/nowhere/").status_code == 404


def test_a_school_that_is_not_there_has_no_page(people):
    assert Client().get("/official/nowhere/").status_code == 404


def test_no_school_takes_the_addresses_of_the_public_page(people):
    for slug in ("official", "trust", "families"):
        with pytest.raises(UnableTo, match="address of Gatepost’s own"):
            organisations.add_school(trust=people.trust, name="Trust", slug=slug, colour="#7b2d43", **by_system)


def test_the_json_has_the_lists_and_may_be_read_by_the_schools_website(people):
    answer = Client().get(f"{PAGE}accounts.json")
    told = answer.json()
    assert [one["address"] for one in told["official"]] == [OURS]
    assert set(told) == {"school", "official", "closed", "known_to_us", "not_ours"}
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_the_sheet_has_a_code_with_the_address_of_the_page(people):
    sheet = shown(f"{PAGE}print/")
    assert "<svg" in sheet
    assert "http://testserver/official/brookfield/" in sheet


@pytest.mark.parametrize("rows", [10, 1_000])
def test_it_costs_few_queries_however_many_accounts_there_are(people, rows):
    people.channel.refresh_from_db()
    copies(people.channel, rows, name=lambda n: f"Page {n}")
    channels = Channel.objects.of(people.school).exclude(pk=people.channel.pk)
    Administrator.objects.bulk_create(Administrator(channel=one, role="office", since=AT) for one in channels)
    with CaptureQueriesContext(connection) as asked:
        listed = Client().get(PAGE).context["listed"]
    assert len(listed.ours) >= rows
    assert len(asked) <= 12


def test_whoever_opens_very_many_pages_waits(people):
    statuses = {Client().get(f"{PAGE}accounts.json").status_code for _ in range(242)}
    assert statuses == {200, 429}


NAMING = ("Oliver Hartley of 4JM shows his model.", "Ring Mrs Achebe.", "Ring 07700 900123.",
          "Write to sam@home.example.", "Come to 14 Larch Road, Ashgrove.", "We are at SW1A 1AA.")  # fmt: skip


@pytest.mark.parametrize("said", NAMING)
@pytest.mark.parametrize("field", ["purpose", "disclaimer"])
def test_a_text_that_names_somebody_or_tells_how_to_reach_somebody_is_left_out_whole(people, field, said):
    Channel.objects.of(people.school).update(**{field: said})
    for address in PAGES:
        page = shown(address)
        assert OURS in page
        assert said not in page


@pytest.mark.parametrize("said", ["Oliver Hartley of 4JM shows his model.", "Begun by Amara Begum."])
def test_it_names_nobody_who_has_left_either(people, said):
    pupils.leave(people.oliver, on=AT.date() - timedelta(days=30), **by_system)
    staff.leave(people.amara.person, **by_system)
    Channel.objects.of(people.school).update(purpose=said)
    assert [said in shown(address) for address in PAGES] == [False, False, False]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (f"{OURS}/../copy", "unreadable"), (f"{OURS}/posts/12", "post"), (f"{OURS}/about", "open"),
        ("https://apps.facebook.com/brookfieldprimary", "not_listed"),
    ],
)  # fmt: skip
def test_an_address_that_a_browser_would_open_elsewhere_is_not_called_ours(people, said, state):
    assert looked_up(said) == state


POSTS = (
    "https://facebook.example/brookfield/posts/1",
    "facebook.example/copy/videos/1?ref=x",
    f"{OURS}/posts/1",
    "https://facebook.com/copy/posts/1",
    "https://www.facebook.com/reel/12",
    "https://instagram.com/p/abc",
    "https://youtu.be/abc",
    "https://social.example/@brookfield/12",
    "https://x.com/brookfieldmemes/status/1",
)


@pytest.mark.parametrize("said", POSTS)
def test_of_one_post_it_says_neither_that_it_is_ours_nor_that_it_is_not(people, said):
    fake(people)
    there = "https://facebook.example/brookfield"
    make_official(people, register.open_channel(people.school, platform="facebook", name="Brookfield Trips",
                                                address=there, **by_system))  # fmt: skip
    page = Client().post(PAGE, {"page": said})
    assert page.context["found"].state == "post"
    assert "This is the address of one post" in page.content.decode()
    assert "It does not show whose page it is. Open the page itself, copy its address" in page.content.decode()


def test_a_page_of_the_schools_website_is_its_own_also_where_it_is_a_post():
    people = cast(policy="everyone-matters")
    Channel.objects.of(people.school).update(platform="website", address="https://brookfield.example/")
    assert looked_up("https://brookfield.example/news/posts/12") == "open"


def test_the_schools_own_number_and_what_names_nobody_stay(people):
    people.school.contacts = ["020 7946 0000"]
    people.school.save()
    Channel.objects.of(people.school).update(purpose="News of Brookfield. Ring us on 020 7946 0000.")
    assert "Ring us on 020 7946 0000." in shown()


def test_a_fake_that_names_somebody_who_came_later_is_listed_by_its_address_alone(people):
    Sighting.objects.of(people.school).filter(pk=fake(people).pk).update(name="Oliver Hartley is a loser")
    told = Client().get(f"{PAGE}accounts.json").json()["not_ours"]
    assert told == [{"state": "fake", "platform": "x", "address": "https://x.com/brookfieldmemes"}]
    assert "An account" in shown()
    assert looked_up("Oliver Hartley is a loser") == "unnamed"


def test_a_fake_whose_address_names_somebody_who_came_later_is_not_listed(people):
    Sighting.objects.of(people.school).filter(pk=fake(people).pk).update(address="https://x.com/oliverhartleyisaloser")
    assert Client().get(f"{PAGE}accounts.json").json()["not_ours"] == []


def test_an_address_of_ours_that_names_somebody_is_not_shown_and_nothing_is_promised_of_it(people):
    Channel.objects.of(people.school).update(address="https://facebook.com/mrsachebeatbrookfield")
    assert "achebe" not in shown().casefold()
    assert looked_up("https://facebook.com/mrsachebeatbrookfield") == "no_address"


def told():
    """The addresses that the list calls the school's."""
    return [one.get("address") for one in Client().get(f"{PAGE}accounts.json").json()["official"]]


@pytest.mark.parametrize(
    "said", [{"master_rights": "individual"}, {"editorial_oversight": False}, {"master_rights": ""}]
)
def test_what_the_policy_does_not_count_as_official_or_not_yet_is_not_called_ours(people, said):
    assert told() == [OURS]
    register.amend(people.channel, said=said, **by_system)
    assert told() == []
    assert OURS not in shown()
    assert "No account is on our list yet." in shown()
    assert looked_up(OURS) == "not_listed"


def test_an_account_on_a_platform_that_the_policy_does_not_list_is_not_called_ours():
    people = cast(policy="littleover")
    register.open_channel(people.school, platform="tiktok", name="Brookfield", address="https://tiktok.com/@brookfield",
                          **OFFICIAL, **by_system)  # fmt: skip
    assert "tiktok" not in shown()
    assert looked_up("https://tiktok.com/@brookfield") == "not_listed"


def test_where_the_policy_sets_no_test_the_register_is_what_the_school_says():
    people = cast(policy="everyone-matters")
    Channel.objects.of(people.school).update(address=OURS)
    assert told() == [OURS]


def linked(people, found="in_order", *, days=0):
    """Somebody looks whether the school's website leads to the account."""
    looking.record_check(people.channel, kind="website_link", found=found, seat=people.head, at=AT + timedelta(days))


def checked():
    """The day that the page gives for the address of the first account."""
    return Client().get(f"{PAGE}accounts.json").json()["official"][0].get("checked")


def test_no_look_at_anything_else_makes_an_address_a_checked_one(people):
    looking.record_check(people.channel, kind="dpia", found="in_order", seat=people.head, at=AT)
    assert checked() is None
    linked(people)
    assert "Address checked on 20 November 2026." in shown()


def test_a_look_that_found_a_fault_takes_the_day_away(people):
    linked(people)
    linked(people, "not_in_order", days=3)
    assert checked() is None


@pytest.mark.parametrize("said", [{"address": f"{OURS}2"}, {"handle": "@brook"}])
def test_a_look_at_one_address_says_nothing_of_the_next(people, said):
    linked(people)
    register.amend(people.channel, said=said, by=by_system["by"], at=AT + timedelta(days=1))
    assert checked() is None
    linked(people, days=2)
    assert checked() == "2026-11-22"
