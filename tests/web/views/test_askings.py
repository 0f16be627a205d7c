"""Wishes for new accounts on their pages: what the policy says first, then the wish, then the answer."""

import pytest

from gatepost.channels.models import Asking, Check
from gatepost.channels.official import official
from gatepost.channels.told import ACCOUNTS
from gatepost.handbook.queries import policy_in_force
from tests.cast import AT, cast
from tests.web.visits import by_everybody, get, post, seen, set_clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def form(people, **more):
    """What Amara sends."""
    return {"platform": "facebook", "name": "Brookfield Trips", "purpose": "News of trips.", "audience": "public",
            "first_admin": people.amara.person.pk, "second_admin": people.ben.person.pk, "risks": "Comments.",
            **more}  # fmt: skip


def add(people, **more):
    return post(people.amara, "accounts/wishes/add/", **form(people, **more))


def test_nothing_is_sent_before_what_the_policy_says_was_shown():
    people = cast(policy="everyone-matters")
    page = seen(add(people))
    assert "Our policy names who decides" in page
    assert not Asking.objects.of(people.school).exists()
    assert add(people, send="yes").status_code == 302
    assert Asking.objects.of(people.school).get().route == "principal|headteacher|ceo"


def test_where_the_policy_refuses_it_says_so_with_its_clause_and_sends_nothing():
    people = cast(policy="north-star")
    page = seen(add(people, send="yes"))
    assert ACCOUNTS["block"].headline in page
    assert "4.p2" in page
    assert 'name="send"' not in page
    assert not Asking.objects.of(people.school).exists()


def test_who_may_use_the_badge_is_told_by_its_clause_and_whoever_answers_reads_that_it_will_be_used():
    people = cast(policy="everyone-matters")
    assert "7.21" in seen(add(people, name="Ducks of Class Four", uses_logo="yes"))
    add(people, name="Ducks of Class Four", uses_logo="yes", send="yes")
    wish = Asking.objects.of(people.school).get()
    assert (wish.uses_logo, wish.route) == (True, "principal|headteacher|ceo")
    assert "It will stand there" in seen(get(people.head, f"accounts/wishes/{wish.pk}/"))


def test_where_the_policy_names_nobody_the_page_says_that_the_head_decides():
    assert "names nobody who decides about new accounts, so the head does" in seen(add(cast(policy="littleover")))


def test_a_name_of_somebody_is_refused_and_nothing_typed_is_lost():
    answer = add(cast(policy="everyone-matters"), name="Oliver Hartley", send="yes")
    assert answer.status_code == 422
    assert "bears nobody’s name" in seen(answer)
    assert "News of trips." in seen(answer)


def test_whoever_may_answer_is_asked_and_the_others_are_told_who_does():
    people = cast(policy="everyone-matters")
    add(people, send="yes")
    page = f"accounts/wishes/{Asking.objects.of(people.school).get().pk}/"
    assert "You asked, so somebody else answers" in seen(get(people.amara, page))
    assert "It waits for" in seen(get(people.carys, page))
    assert "Your answer" in seen(get(people.head, page))
    assert post(people.carys, f"{page}answer/", answer="yes", reason="Yes.").status_code == 403
    assert post(people.head, f"{page}answer/", answer="", reason="Yes.").status_code == 422
    assert post(people.head, f"{page}answer/", answer="yes", reason="Yes.").status_code == 302
    assert "It is on the register" in seen(get(people.amara, page))


def test_all_who_work_at_the_school_see_the_wishes_and_nobody_else():
    assert by_everybody(cast(), "accounts/wishes/") == {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}


def test_where_nobody_holds_the_role_that_the_policy_names_the_page_says_so():
    people = cast(policy="everyone-matters")
    for seat, said in ((people.head, True), (people.amara, False)):
        post(seat, "accounts/wishes/add/", **form(people, send="yes"))
        page = f"accounts/wishes/{Asking.objects.of(people.school).first().pk}/"
        assert ("Nobody else at Brookfield holds that role" in seen(get(people.carys, page))) is said


@pytest.mark.parametrize(
    ("more", "kind"),
    [({"platform": "whatsapp"}, "group"), ({"platform": "whatsapp", "kind": "account"}, "account"), ({}, "account")],
)
def test_what_is_asked_for_on_whatsapp_is_a_group_and_on_no_public_page_unless_somebody_says_otherwise(more, kind):
    people = cast(policy="everyone-matters")
    add(people, send="yes", name="Brookfield Year 6", **more)
    row = Asking.objects.of(people.school).get()
    post(people.head, f"accounts/wishes/{row.pk}/answer/", answer="yes", reason="Yes.")
    listed = official(people.school, policies=policy_in_force(people.school, on=AT.date()).all, at=AT)
    row.refresh_from_db()
    assert (row.channel.kind, "Brookfield Year 6" in [one.name for one in listed.ours]) == (kind, kind == "account")


def test_nobody_asks_for_a_group_where_there_are_none_and_nothing_typed_is_lost():
    answer = add(cast(policy="everyone-matters"), kind="group", send="yes")
    assert answer.status_code == 422
    assert "There are no messaging groups on Facebook" in seen(answer)
    assert "News of trips." in seen(answer)


def test_what_was_said_of_the_risks_is_the_accounts_risk_assessment_and_found_from_its_page():
    people = cast(policy="everyone-matters")
    add(people, send="yes")
    page = f"accounts/wishes/{Asking.objects.of(people.school).get().pk}/"
    post(people.head, f"{page}answer/", answer="yes", reason="Yes.")
    look = Check.objects.of(people.school).get(channel__name="Brookfield Trips")
    assert (look.kind, look.found, look.checked_by) == ("risk_assessment", "in_order", people.head.person)
    assert f'href="/brookfield/{page}"' in seen(get(people.head, f"accounts/{look.channel_id}/"))


def test_a_group_is_not_refused_for_not_being_an_official_account_and_an_account_there_is():
    people = cast()
    assert "It will be a messaging group." in seen(add(people, platform="whatsapp"))
    assert add(people, platform="whatsapp", send="yes").status_code == 302
    assert "there is nothing to decide" in seen(add(people, platform="whatsapp", kind="account", send="yes"))
    assert Asking.objects.of(people.school).get().kind == "group"
