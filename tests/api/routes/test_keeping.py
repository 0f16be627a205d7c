"""Keeping the register by the API: accounts opened and changed, looks recorded, administrators and posters named."""

from datetime import date

import pytest

from gatepost.channels.actions import register
from gatepost.channels.models import Channel, Check
from gatepost.duties.models import Duty
from tests.api.calls import call
from tests.cast import add_person, by_system
from tests.web.visits import set_clock

pytestmark = pytest.mark.django_db
NEW = {"platform": "instagram", "name": " Brookfield Trips ", "address": "https://instagram.com/brook?igsh=xyz",
       "purpose": "News.", "authorised": True, "trial_until": "2027-07-16"}  # fmt: skip


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def ask(people, part, body, *, by=None):
    """What a route of the account answers the head, or somebody else."""
    return call(by or people.head, f"channels/{people.channel.pk}/{part}", body)


def test_an_account_is_opened_changed_and_what_is_left_out_stays(people):
    told = call(people.head, "channels", {**NEW, "owner": people.amara.person.pk})[1]
    assert (told["name"], told["address"], told["owner"], told["kind"]) == (
        "Brookfield Trips", "https://instagram.com/brook", "Amara Begum", "account")  # fmt: skip
    told = call(people.head, f"channels/{told['id']}", {"handle": "@brook", "owner": None}, method="PATCH")[1]
    assert (told["handle"], told["owner"], told["purpose"], told["authorised"]) == ("@brook", None, "News.", True)
    assert Channel.objects.of(people.school).get(pk=told["id"]).trial_until == date(2027, 7, 16)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"name": " "}, "Say the name of the account"),
        ({"platform": "orkut"}, "Choose the platform from the list"),
        ({"kind": "group"}, "There are no messaging groups on Instagram"),
        ({"address": "javascript:alert(1)"}, "Copy the whole address of the page"),
        ({"address": "https://["}, "Copy the whole address of the page"),
        ({"address": "https://brook:Tr0ub4dor&3@instagram.com/b"}, "has a login in it"),
        ({"note": "The password is Tr0ub4dor&3."}, "Nothing of it was kept"),
        ({"trial_until": "2020-01-01"}, "Give a later day for the end of the trial"),
        ({"owner": 4096}, "Nobody who works at the school has this id"),
        ({"comments": "sometimes"}, "Choose the comments from the list"),
    ],
)
def test_what_may_not_stand_on_the_register_is_refused_in_a_sentence_and_nothing_is_kept(people, said, why):
    before = Channel.objects.of(people.school).count()
    status, told = call(people.head, "channels", {**NEW, **said})
    assert (status, why in told["why"], "Tr0ub4dor" in str(told)) == (409, True, False)
    mine = {"platform": "facebook"} | said
    status, told = call(people.head, f"channels/{people.channel.pk}", mine, method="PATCH")
    assert (status, Channel.objects.of(people.school).count()) == (409, before)


def test_a_look_is_recorded_with_how_and_where_by_whoever_may_look(people):
    told = ask(people, "checks", {"kind": "dpia", "found": "in_order", "how": "Read it.", "evidence": "Shelf 2"})[1]
    (look,) = [one for one in told["checks"] if one["kind"] == "dpia"]
    kept = Check.objects.of(people.school).get(kind="dpia")
    assert (look["state"], kept.how, kept.evidence, kept.checked_by) == (
        "in_order", "Read it.", "Shelf 2", people.head.person)  # fmt: skip
    assert ask(people, "checks", {"kind": "mood", "found": "in_order"})[0] == 409
    assert ask(people, "checks", {"kind": "dpia", "found": "in_order"}, by=people.amara)[0] == 403


def test_somebody_who_administered_it_and_left_leaves_the_password_to_be_changed(people):
    told = ask(people, "admins", {"person": people.ben.person.pk, "reason": "Keeps it."})[1]
    (row,) = told["admins"]
    assert (row["name"], row["role"]) == ("Ben Oduya", None)
    assert ask(people, f"admins/{row['id']}/end", {"left": True})[1]["admins"] == []
    assert Duty.objects.of(people.school).filter(about=f"channel:{people.channel.pk}:password_changed").exists()
    assert "already" in ask(people, f"admins/{row['id']}/end", {"left": True})[1]["why"]


@pytest.mark.parametrize("who", [{}, {"role": "wizard"}, {"person": 4096}])
@pytest.mark.parametrize("part", ["admins", "posters"])
def test_nobody_in_particular_is_put_on_no_list(people, part, who):
    assert ask(people, part, who)[0] == 409


def test_posters_are_named_by_person_and_by_role_and_taken_off_again(people):
    new = add_person(people.school, "Siobhan Rafferty", "poster")
    ask(people, "posters", {"person": new.pk})
    told = ask(people, "posters", {"role": "slt_member"})[1]
    by_name = next(one for one in told["posters"] if one["name"] == "Siobhan Rafferty")
    by_role = next(one for one in told["posters"] if one["role"] == "slt_member")
    ask(people, f"posters/{by_name['id']}/end", {})
    told = ask(people, f"poster-roles/{by_role['id']}/end", {})[1]
    assert not {"Siobhan Rafferty", by_role["name"]} & {one["name"] for one in told["posters"]}


def test_whom_the_page_does_not_offer_as_a_poster_the_api_refuses(people):
    told = [ask(people, "posters", who) for who in ({"person": people.carys.person.pk}, {"role": "dpo"})]
    assert [(status, "lets nobody post" in one["why"]) for status, one in told] == [(409, True), (409, True)]


def test_an_entry_of_another_account_or_school_is_not_found(people):
    (row,) = ask(people, "admins", {"person": people.ben.person.pk})[1]["admins"]
    other = register.open_channel(people.school, platform="x", name="@b", **by_system)
    assert call(people.head, f"channels/{other.pk}/admins/{row['id']}/end", {})[0] == 404
    assert ask(people, "posters", {"role": "slt_member"}, by=people.dev)[0] == 404
