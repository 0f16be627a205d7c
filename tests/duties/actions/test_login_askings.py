"""A wish for the login of an account: sent where the policy wants it agreed to in writing, and kept with its answer."""

import pytest

from gatepost.audit.models import Event
from gatepost.channels.actions import register
from gatepost.channels.deciding import Login, about_login
from gatepost.channels.models import Channel, LoginAsking
from gatepost.duties.access import access_of
from gatepost.duties.actions import login_askings
from gatepost.duties.models import Duty
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast(policy="everyone-matters")


@pytest.fixture
def manager(people):
    return people.ben


def ask(people, by=None, purpose="Pictures of the trip."):
    return login_askings.ask(people.channel, purpose=purpose, seat=by or people.carys, at=AT)


def told(people, who):
    policy = policy_in_force(people.school, on=AT.date())
    return about_login(Login(Channel.objects.of(people.school).get(), seat=who), policy=policy, at=AT).outcome


def test_a_yes_in_writing_is_what_the_policy_asks_for_and_names_them_on_the_register(people, manager):
    row = ask(people)
    assert (told(people, people.carys), row.route) == ("needs_approval", "line_manager")
    assert Duty.objects.of(people.school).get(kind="login_asking").owner == manager.person
    login_askings.answer(row, yes=True, reason="While Amara is away.", seat=manager, at=AT)
    assert told(people, people.carys) == "allow"
    assert Duty.objects.of(people.school).get(kind="login_asking").done_at == AT
    assert [one.pk for one in access_of(people.carys.person, school=people.school).logins] == [people.channel.pk]
    said = Event.objects.filter(kind="login.answered").get()
    assert (said.facts["answer"], said.facts["person"]) == ("yes", people.carys.person.name)


def test_what_was_agreed_to_ends_once_the_register_names_them_no_more(people, manager):
    login_askings.answer(ask(people), yes=True, reason="For now.", seat=manager, at=AT)
    register.amend(people.channel, said={"login_custodians": "The office"}, **by_system)
    assert told(people, people.carys) == "needs_approval"


def test_after_a_no_the_login_is_not_theirs_and_they_may_ask_again(people, manager):
    login_askings.answer(ask(people), yes=False, reason="Ask Amara to post it.", seat=manager, at=AT)
    assert told(people, people.carys) == "needs_approval"
    assert Channel.objects.of(people.school).get().login_custodians == ""
    assert ask(people).answer == ""


@pytest.mark.parametrize("policy", ["southport", "north-star", "true-learning", "littleover"])
def test_where_the_policy_asks_for_nobodys_agreement_nothing_is_sent(policy):
    people = cast(policy=policy)
    with pytest.raises(UnableTo, match="asks for nobody’s agreement in writing"):
        ask(people)
    assert not LoginAsking.objects.of(people.school).exists()


@pytest.mark.parametrize(("purpose", "why"), [(" ", "what you need"), ("The password is Tr0ub4dor&3.", "was kept")])
def test_a_wish_says_what_for_and_never_holds_the_login(people, purpose, why):
    with pytest.raises(UnableTo, match=why):
        ask(people, purpose=purpose)


def test_it_is_asked_once_and_answered_once_by_whoever_the_policy_names_and_never_by_oneself(people, manager):
    row = ask(people)
    with pytest.raises(UnableTo, match="asked for this already"):
        ask(people)
    for who, why in ((people.carys, "somebody else answers"), (people.head, "answered by the line manager")):
        with pytest.raises(NotAllowed, match=why):
            login_askings.answer(row, yes=True, reason="Yes.", seat=who, at=AT)
    login_askings.answer(row, yes=True, reason="Yes.", seat=manager, at=AT)
    with pytest.raises(UnableTo, match="answered already"):
        login_askings.answer(row, yes=False, reason="No.", seat=manager, at=AT)
