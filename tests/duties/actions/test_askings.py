"""A wish for a new account: what the policy says, who answers, and what a yes puts on the register."""

from dataclasses import replace
from datetime import date

import pytest

from gatepost.audit.models import Event
from gatepost.channels.models import Administrator, Asking, Channel
from gatepost.channels.wishes import Wish, judged, remarks
from gatepost.duties.actions import askings
from gatepost.duties.models import Duty
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.queries import seat
from gatepost.schools.roles import answers
from tests.cast import AT, add_person, cast

pytestmark = pytest.mark.django_db


def wish(people, **more):
    """Amara and Ben for a page of trips."""
    asked = Wish("facebook", "Brookfield Trips", "News of trips.", "public", "Comments.", people.amara.person,
                 people.ben.person)  # fmt: skip
    return replace(asked, **more)


def ask(people, by=None, **more):
    return askings.ask(wish(people, **more), seat=by or people.amara, at=AT)


def look(people, **more):
    policy = policy_in_force(people.school, on=AT.date())
    return judged(wish(people, **more), seat=people.amara, policy=policy, at=AT)


@pytest.mark.parametrize(
    ("policy", "platform", "refused", "route"),
    [
        ("north-star", "facebook", True, None),
        ("true-learning", "instagram", True, None),
        ("true-learning", "facebook", False, "headteacher"),
        ("littleover", "tiktok", True, None),
        ("littleover", "instagram", False, "headteacher"),
        ("southport", "youtube", False, "headteacher"),
        ("southport", "x", True, None),
        ("everyone-matters", "facebook", False, "principal|headteacher|ceo"),
        ("everyone-matters", "tiktok", False, "principal|headteacher|ceo"),
    ],
)
def test_each_policy_refuses_leaves_to_the_head_or_routes(policy, platform, refused, route):
    found = look(cast(policy=policy), platform=platform)
    assert found.is_refused is refused
    assert refused or found.route == route


@pytest.mark.parametrize(
    ("policy", "logo", "ref"),
    [
        ("everyone-matters", True, "7.21"), ("everyone-matters", False, None), ("everyone-matters", None, None),
        ("north-star", True, "3.mustnot.b14"), ("north-star", False, None), ("southport", True, None),
    ],
)  # fmt: skip
def test_a_badge_or_logo_is_judged_by_the_clause_that_speaks_of_it(policy, logo, ref):
    told = look(cast(policy=policy), name="Ducks of Class Four", uses_logo=logo).told
    of_brand = [one.ref for one in told.verdict.reasons if one.control == "brand"]
    assert of_brand == ([ref] if ref else [])


def test_what_the_policy_does_not_allow_is_not_sent_and_the_clause_is_named():
    people = cast(policy="north-star")
    with pytest.raises(UnableTo, match=r"does not allow this account \(4\.p2"):
        ask(people)
    assert not Asking.objects.of(people.school).exists()


def test_a_yes_puts_it_on_the_register_with_its_administrators_and_the_end_of_its_trial():
    people = cast(policy="everyone-matters")
    row = ask(people, ends_on=date(2027, 7, 16))
    row = askings.answer(row, yes=True, reason="A good idea.", seat=people.head, at=AT)
    channel = Channel.objects.of(people.school).get(pk=row.channel_id)
    assert (channel.name, channel.purpose, channel.authorised) == ("Brookfield Trips", "News of trips.", True)
    assert channel.trial_until == date(2027, 7, 16)
    held = Administrator.objects.of(people.school).filter(channel=channel, until__isnull=True)
    assert {one.person for one in held} == {people.amara.person, people.ben.person}


def test_a_no_puts_nothing_on_the_register():
    people = cast(policy="everyone-matters")
    row = askings.answer(ask(people), yes=False, reason="Use our page.", seat=people.head, at=AT)
    assert (row.answer, row.channel) == ("no", None)
    assert Channel.objects.of(people.school).count() == 1


def test_somebody_whom_the_policy_does_not_name_answers_nothing():
    people = cast(policy="everyone-matters")
    row = ask(people)
    for who in (people.ben, people.carys):
        with pytest.raises(NotAllowed, match="answered by"):
            askings.answer(row, yes=True, reason="Yes.", seat=who, at=AT)


def test_a_position_that_the_policy_names_answers_without_keeping_the_register():
    people = cast(policy="everyone-matters")
    ceo = seat(add_person(people.school, "Lena Marsh", "ceo"), people.school, at=AT)
    assert askings.answer(ask(people), yes=True, reason="Yes.", seat=ceo, at=AT).answer == "yes"


def test_nobody_answers_their_own_wish():
    people = cast(policy="everyone-matters")
    with pytest.raises(NotAllowed, match="somebody else answers"):
        askings.answer(ask(people, by=people.head), yes=True, reason="Mine.", seat=people.head, at=AT)


def test_it_is_answered_once_and_with_a_reason():
    people = cast(policy="everyone-matters")
    row = ask(people)
    with pytest.raises(UnableTo, match="in a sentence why"):
        askings.answer(row, yes=True, reason=" ", seat=people.head, at=AT)
    askings.answer(row, yes=True, reason="Yes.", seat=people.head, at=AT)
    with pytest.raises(UnableTo, match="answered already"):
        askings.answer(row, yes=False, reason="No.", seat=people.head, at=AT)


def test_whoever_may_answer_has_it_as_a_task_until_it_is_answered():
    people = cast(policy="everyone-matters")
    row = ask(people)
    task = Duty.objects.of(people.school).get(about=f"asking:{row.pk}")
    assert (task.owner, task.done_at) == (people.head.person, None)
    askings.answer(row, yes=False, reason="No.", seat=people.head, at=AT)
    task.refresh_from_db()
    assert task.done_at == AT


@pytest.mark.parametrize("name", ["Oliver Hartley Brookfield", "Brookfield_AmaraBegum", "Mrs Vaughan at Brookfield"])
def test_an_account_bears_nobodys_name(name):
    with pytest.raises(UnableTo, match="bears nobody’s name"):
        ask(cast(policy="everyone-matters"), name=name)


def test_two_administrators_are_two_people():
    people = cast(policy="everyone-matters")
    with pytest.raises(UnableTo, match="Name two people"):
        ask(people, second_admin=people.amara.person)


def test_somebody_of_another_trust_administers_nothing_here():
    people = cast(policy="everyone-matters")
    with pytest.raises(UnableTo, match="work at the school"):
        ask(people, second_admin=people.dev.person)


@pytest.mark.parametrize(
    ("name", "platform", "said"),
    [
        ("Trips and Visits", "facebook", ["The name does not say whose account it is"]),
        ("@brookfield_trips", "x", ["X takes at most 15 characters after the @, and this has 16"]),
        ("@brookfield_trip", "x", []),
        ("Brookfield trips and visits", "x", []),
        ("Primary School Trips", "facebook", ["The name does not say"]),
    ],
)
def test_what_speaks_against_a_name_is_said_and_stops_nothing(name, platform, said):
    people = cast()
    told = list(remarks(wish(people, name=name, platform=platform), people.school))
    assert len(told) == len(said)
    assert all(part in one for part, one in zip(said, told, strict=True))


def test_the_record_says_who_asked_and_what_was_said():
    people = cast(policy="everyone-matters")
    row = askings.answer(ask(people), yes=True, reason="Yes.", seat=people.head, at=AT)
    kinds = Event.objects.filter(subject=f"asking:{row.pk}").order_by("number").values_list("kind", flat=True)
    assert [kind for kind in kinds if kind.startswith("asking.")] == ["asking.sent", "asking.answered"]


@pytest.mark.parametrize(
    ("roles", "route", "may"),
    [
        ({"headteacher"}, "principal|ceo", True),
        ({"ceo"}, "principal|ceo", True),
        ({"teacher"}, "principal|ceo", False),
        ({"dsl"}, "dsl+dpo", False),
        ({"dsl", "dpo"}, "dsl+dpo", True),
        ({"ceo"}, "dsl+dpo|ceo", True),
        ({"headteacher"}, "", False),
    ],
)
def test_who_may_agree_where_a_policy_routes(roles, route, may):
    assert answers(roles, route) is may


def test_the_heads_own_wish_is_answered_by_somebody_above():
    people = cast()
    row = ask(people, by=people.head)
    tunde = seat(add_person(people.school, "Tunde Bakare", "central_team"), people.school, at=AT)
    with pytest.raises(NotAllowed):
        askings.answer(row, yes=True, reason="Mine.", seat=people.head, at=AT)
    assert askings.answer(row, yes=True, reason="A good idea.", seat=tunde, at=AT).answer == "yes"


def test_a_wish_for_what_is_on_the_register_is_not_granted_and_stays_open():
    people = cast()
    first, again = ask(people), ask(people)
    askings.answer(first, yes=True, reason="Yes.", seat=people.head, at=AT)
    with pytest.raises(UnableTo, match="Brookfield Trips on Facebook is on the register already"):
        askings.answer(again, yes=True, reason="Yes.", seat=people.head, at=AT)
    assert Asking.objects.of(people.school).get(pk=again.pk).answer == ""
