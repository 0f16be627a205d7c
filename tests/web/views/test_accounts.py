import pytest
from django.urls import reverse

from gatepost.audit.models import Event
from gatepost.channels.actions import looking, register
from gatepost.channels.models import Administrator, Channel, Check, Poster, PosterRole
from tests.cast import AT, add_person, by_system, cast

pytestmark = pytest.mark.django_db
MOST = 12
NEW = {"kind": "account", "platform": "instagram", "name": "brookfield", "address": "", "audience": "public"}


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
def shown(client, seat, name="account", **kwargs):
    """What a page says."""
    client.force_login(seat.person)
    return client.get(address(name, **kwargs)).content.decode()


READERS = [("head", 200, 200), ("amara", 200, 403), ("ben", 200, 403), ("carys", 200, 403), ("dev", 404, 404)]


@pytest.mark.parametrize(("who", "reads", "writes"), READERS)
def test_the_register_is_read_by_many_and_kept_by_few(client, people, who, reads, writes):
    client.force_login(getattr(people, who).person)
    change = address("account_amend", account=people.channel.pk)
    assert [client.get(one).status_code for one in (address("accounts"), change)] == [reads, writes]


def test_staff_without_a_part_in_it_do_not_see_the_register(client, people):
    client.force_login(add_person(people.school, "Finn Dube", "staff"))
    assert client.get(address("accounts")).status_code == 403


def test_an_account_is_put_on_the_register(client, people):
    done = sent(client, people.head, "account_open", NEW)
    assert (done.status_code, Channel.objects.of(people.school).filter(platform="instagram").count()) == (302, 1)


def test_an_account_that_is_sent_twice_is_put_on_the_register_once(client, people):
    sent(client, people.head, "account_open", NEW)
    again = sent(client, people.head, "account_open", NEW)
    assert (again.status_code, "on Instagram" in again.content.decode()) == (422, True)
    assert "is on the register already. Look at that entry" in again.content.decode()
    assert Channel.objects.of(people.school).filter(platform="instagram").count() == 1


def test_an_account_without_a_name_is_asked_for_it_and_keeps_what_was_typed(client, people):
    found = sent(client, people.head, "account_open", {**NEW, "name": "", "address": "https://insta.example/us"})
    assert (found.status_code, "https://insta.example/us" in found.content.decode()) == (422, True)


def test_an_account_on_a_platform_that_the_policy_leaves_out_is_not_official(client, people):
    added = register.open_channel(people.school, platform="tiktok", name="brook", **by_system)
    page = shown(client, people.head, account=added.pk)
    assert ("Not official by our policy" in page, "nothing can be posted there" in page) == (True, True)


def test_what_the_register_does_not_say_leaves_it_unsettled(client, people):
    assert "who holds its master rights" in shown(client, people.amara, account=people.channel.pk)


def test_an_account_that_meets_every_test_is_official_with_the_clauses(client, people):
    said = {"master_rights": "organisation", "editorial_oversight": True}
    register.amend(people.channel, said=said, **by_system)
    looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)
    page = shown(client, people.amara, account=people.channel.pk)
    assert ("Official by our policy" in page, "2.official.b1" in page) == (True, True)


def test_a_change_is_kept_and_a_password_in_it_is_not(client, people):
    said = {**NEW, "platform": "facebook", "name": "Brookfield Primary", "purpose": "News", "login_where": "Bitwarden"}
    kept = sent(client, people.head, "account_amend", said, account=people.channel.pk)
    refused = sent(client, people.head, "account_amend", {**said, "login_where": "pw Sunflower12"},
                   account=people.channel.pk)  # fmt: skip
    people.channel.refresh_from_db()
    assert (kept.status_code, refused.status_code, people.channel.login_where) == (302, 422, "Bitwarden")
    assert "Sunflower" not in refused.content.decode()


@pytest.fixture
def lena(people):
    """Somebody who holds the login of an account."""
    return add_person(people.school, "Lena Kowalczyk", "account_holder")


def test_whoever_holds_the_login_records_a_look(client, people, lena):
    client.force_login(lena)
    said = {"found": "in_order", "how": "In the settings"}
    client.post(address("account_check", account=people.channel.pk, kind="mfa"), said)
    looked = Check.objects.of(people.school).filter(kind="mfa").first()
    assert (looked.found, looked.checked_by, looked.expires_on is not None) == ("in_order", lena, True)


REFUSED = [("", "Settings", "Say what you found"), ("in_order", "the PIN is 4821", "Say where it is kept")]


@pytest.mark.parametrize(("found", "how", "why"), REFUSED)
def test_a_look_that_cannot_be_recorded_says_why(client, people, found, how, why):
    before = Check.objects.of(people.school).count()
    page = sent(client, people.head, "account_check", {"found": found, "how": how}, account=people.channel.pk,
                kind="mfa")  # fmt: skip
    assert (page.status_code, why in page.content.decode(), "4821" in page.content.decode()) == (422, True, False)
    assert Check.objects.of(people.school).count() == before


def test_a_kind_of_look_that_there_is_not_is_not_there(client, people):
    said = {"found": "in_order", "how": ""}
    assert sent(client, people.head, "account_check", said, account=people.channel.pk, kind="tea").status_code == 404


def test_when_an_administrator_leaves_the_password_is_to_be_changed(client, people):
    sent(client, people.head, "admin_add", {"admin-who": f"person-{people.ben.person.pk}"}, account=people.channel.pk)
    admin = Administrator.objects.of(people.school).get()
    client.post(address("admin_remove", admin=admin.pk), {"left": "yes"})
    assert "to do, since somebody left" in shown(client, people.head, account=people.channel.pk).lower()


def test_an_account_is_closed_once(client, people):
    fair = register.open_channel(people.school, platform="facebook", name="Friends", kind="associated", **by_system)
    told = [sent(client, people.head, "account_close", {}, account=fair.pk).status_code for _ in range(2)]
    fair.refresh_from_db()
    assert (told, fair.closed_on is not None) == ([302, 302], True)


def test_a_closed_account_stays_with_its_dates_and_is_changed_by_nobody(client, people):
    register.close_channel(people.channel, **by_system)
    listed = shown(client, people.head, "accounts")
    page = shown(client, people.head, account=people.channel.pk)
    assert ("20 November 2026" in listed, "Change what it says here" in page) == (True, False)


def test_of_a_closed_account_only_who_keeps_it_is_asked_for(client, people):
    register.close_channel(people.channel, **by_system)
    page = shown(client, people.head, "account_amend", account=people.channel.pk)
    said = {"name": "Somebody else", "owner": people.head.person.pk, "login_custodians": "The head"}
    done = sent(client, people.head, "account_amend", said, account=people.channel.pk)
    kept = Channel.objects.of(people.school).get(pk=people.channel.pk)
    assert ('name="name"' in page, 'name="login_custodians"' in page, done.status_code) == (False, True, 302)
    assert (kept.name, kept.owner, kept.login_custodians) == ("Brookfield Primary", people.head.person, "The head")


@pytest.mark.parametrize(("name", "who"), [("admin_add", "admin-who"), ("poster_name", "poster-who")])
def test_nobody_is_put_on_the_lists_of_a_closed_account(client, people, name, who):
    register.close_channel(people.channel, **by_system)
    page = sent(client, people.head, name, {who: "role-pa_to_headteacher"}, account=people.channel.pk)
    assert (page.status_code, "Nobody posts or administers there now" in page.content.decode()) == (422, True)


def test_somebody_is_put_on_the_list_and_taken_off(client, people):
    siobhan = add_person(people.school, "Siobhan Rafferty", "poster")
    sent(client, people.head, "poster_name", {"poster-who": f"person-{siobhan.pk}"}, account=people.channel.pk)
    listed = Poster.objects.of(people.school).get(person=siobhan)
    sent(client, people.head, "poster_remove", {}, poster=listed.pk)
    listed.refresh_from_db()
    assert listed.until is not None


def test_a_role_is_put_on_the_list_and_taken_off(client, people):
    sent(client, people.head, "poster_name", {"poster-who": "role-pa_to_headteacher"}, account=people.channel.pk)
    assert "whoever is PA to the headteacher" in shown(client, people.head, "accounts")
    listed = PosterRole.objects.of(people.school).get()
    sent(client, people.head, "poster_role_remove", {}, poster_role=listed.pk)
    assert "whoever is PA to the headteacher" not in shown(client, people.head, "accounts")


@pytest.mark.parametrize("who", ["ben", "dev"])
def test_whoever_may_not_post_is_not_put_on_a_list(client, people, who):
    said = {"poster-who": f"person-{getattr(people, who).person.pk}"}
    page = sent(client, people.head, "poster_name", said, account=people.channel.pk)
    assert (page.status_code, "Choose somebody, or a role" in page.content.decode()) == (422, True)


def test_an_account_of_others_is_shown_with_its_disclaimer_and_no_checks(client, people):
    pta = register.open_channel(people.school, platform="facebook", name="Friends of Brookfield", kind="associated",
                                disclaimer="Run by parents, not by the school.", **by_system)  # fmt: skip
    assert "Run by parents, not by the school." in shown(client, people.amara, "accounts")
    assert "What is looked at" not in shown(client, people.amara, account=pta.pk)


def test_who_is_in_a_messaging_group_is_kept_also_of_those_who_never_post(client, people):
    group = register.open_channel(people.school, platform="whatsapp", name="All staff", kind="group", **by_system)
    noor = add_person(people.school, "Noor Aziz", "staff")
    sent(client, people.head, "poster_name", {"poster-who": f"person-{noor.pk}"}, account=group.pk)
    assert 'Take off<span class="govuk-visually-hidden"> Noor Aziz from those in the group' in shown(
        client, people.head, account=group.pk
    )
    listed = group.posters.get()
    sent(client, people.head, "poster_remove", {}, poster=listed.pk)
    listed.refresh_from_db()
    told = Event.objects.filter(subject=f"channel:{group.pk}").order_by("pk").values_list("kind", flat=True)
    assert (listed.until is not None, list(told)[-2:]) == (True, ["member.named", "member.removed"])


OTHERS = ["account", "account_amend", "account_close", "account_check", "admin_add", "poster_name", "poster_remove"]


@pytest.mark.parametrize("name", OTHERS)
def test_what_belongs_to_another_school_is_not_there(client, people, name):
    far = register.open_channel(people.other, platform="facebook", name="Far", **by_system)
    listed = register.name_poster(far, people.dev.person, **by_system)
    named = {"poster": listed.pk} if name == "poster_remove" else {"account": far.pk}
    kind = {"kind": "mfa"} if name == "account_check" else {}
    client.force_login(people.head.person)
    ask = client.get if name in ("account", "account_amend") else client.post
    assert ask(address(name, **named, **kind)).status_code == 404


def test_a_school_without_accounts_is_told_what_to_do(client, people):
    Channel.objects.of(people.school).update(kind="associated")
    assert "No account is on the register yet" in shown(client, people.head, "accounts")


def filled(people, rows):
    """So many accounts, each with everything that its row shows."""
    accounts = [Channel(school=people.school, platform="x", name=f"c{n}", opened_on=AT.date(), owner=people.ben.person)
                for n in range(rows)]  # fmt: skip
    added = Channel.objects.bulk_create(accounts)
    Poster.objects.bulk_create([Poster(channel=one, person=people.amara.person, since=AT) for one in added])
    PosterRole.objects.bulk_create([PosterRole(channel=one, role="slt_member", since=AT) for one in added])
    Administrator.objects.bulk_create([Administrator(channel=one, person=people.ben.person, since=AT) for one in added])
    Check.objects.bulk_create([Check(channel=added[0], kind="mfa", found="in_order", checked_by=people.ben.person,
                                     checked_at=AT) for _ in range(rows)])  # fmt: skip
    return added[0]


@pytest.mark.parametrize("rows", [10, 200])
@pytest.mark.parametrize("name", ["accounts", "account", "account_amend"])
def test_a_page_costs_the_same_however_long_the_register(client, people, name, rows, django_assert_max_num_queries):
    one = filled(people, rows)
    client.force_login(people.head.person)
    with django_assert_max_num_queries(MOST):
        assert client.get(address(name, **({} if name == "accounts" else {"account": one.pk}))).status_code == 200


def test_an_account_is_not_closed_past_the_steps(client, people):
    client.force_login(people.head.person)
    answer = client.post(f"/brookfield/accounts/{people.channel.pk}/close/")
    assert (answer.status_code, answer.url.endswith("/closing/")) == (302, True)
    assert Channel.objects.of(people.school).get(pk=people.channel.pk).closed_on is None


def test_whoever_comes_by_a_link_to_where_only_a_form_leads_sees_the_account(client, people):
    client.force_login(people.head.person)
    answer = client.get(f"/brookfield/accounts/{people.channel.pk}/checks/mfa/")
    assert answer.url == f"/brookfield/accounts/{people.channel.pk}/"


def test_what_cannot_stand_on_the_register_is_said_on_the_form_with_what_was_typed(client, people):
    client.force_login(people.head.person)
    typed = {"kind": "account", "platform": "x", "name": "Brookfield news", "audience": "public",
             "address": "https://u:Brookfield2026!@x.com/brookfield"}  # fmt: skip
    answer = client.post("/brookfield/accounts/open/", typed)
    page = answer.content.decode()
    assert (answer.status_code, "Copy the address of the page alone" in page, "Brookfield news" in page) == (
        422, True, True,
    )  # fmt: skip
