"""Asking the policy about an account, a login or one's own use: the same answer as from the command line."""

import pytest

from gatepost.channels.actions import register
from gatepost.channels.models import Channel
from gatepost.channels.told import ACCESS, ACCOUNTS
from tests.cast import by_system, cast
from tests.channels.worked import account_for, as_account, as_form, as_use, expected, situations
from tests.web.visits import by_everybody, post, queries_of, seen, set_clock

pytestmark = pytest.mark.django_db
POLICIES = ("southport", "north-star", "true-learning", "littleover", "everyone-matters")
GEOGRAPHY = {"platform": "instagram", "name": "Brookfield Geography", "uses_name": "yes", "asked_by": "teacher"}


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def ask(people, question, facts):
    """What a page answers to a situation."""
    if question == "login":
        told = {"account": account_for(people, facts).pk, "who": facts["requester"]["role"]}
        return post(people.amara, "accounts/ask/login/", **told)
    if question == "use":
        return post(people.amara, "accounts/ask/own-use/", **as_form(as_use(facts)))
    return post(people.amara, "accounts/ask/", **as_form(as_account(facts)))


@pytest.mark.parametrize("policy", POLICIES)
def test_a_page_answers_as_the_command_line_does(policy):
    people = cast(policy=policy)
    told = {one["id"]: ask(people, question, one["facts"]).context["told"].outcome
            for question, one in situations(policy)}  # fmt: skip
    assert told == {one["id"]: expected(one) for _, one in situations(policy)}


def test_every_policy_has_a_worked_account_and_there_are_logins_and_own_use_too():
    asked = [question for policy in POLICIES for question, _ in situations(policy)]
    assert asked.count("account") >= 5
    assert min(asked.count("login"), asked.count("use")) >= 3


def test_the_answer_comes_with_the_clauses_in_the_words_of_the_policy_or_ours():
    page = seen(post(cast(policy="north-star").amara, "accounts/ask/", **GEOGRAPHY))
    assert ACCOUNTS["block"].headline in page
    assert "4.p2" in page
    assert "In our words" in page


def test_what_nobody_has_said_is_asked_for_and_nothing_is_guessed():
    told = post(cast(policy="littleover").amara, "accounts/ask/", platform="instagram").context["told"]
    assert told.state == "open"
    assert "master_rights" in told.unknown


def test_what_stands_on_the_register_is_looked_up_and_counts_before_what_is_said():
    people = cast()
    Channel.objects.of(people.school).update(master_rights="organisation", editorial_oversight=True, authorised=True)
    said = {"platform": "facebook", "name": "brookfield primary", "master_rights": "individual"}
    told = post(people.amara, "accounts/ask/", **said).context["told"]
    assert told.channel == people.channel
    assert "not_official" not in {reason.outcome for reason in told.verdict.reasons}


def test_an_account_at_another_address_is_not_the_one_on_the_register():
    people = cast()
    Channel.objects.of(people.school).update(address="https://www.facebook.com/brookfieldprimary")
    said = {"platform": "facebook", "name": "Brookfield Primary", "address": "facebook.com/brookfield.primary.official"}
    assert post(people.amara, "accounts/ask/", **said).context["told"].channel is None


def test_a_closed_account_is_said_to_be_closed():
    people = cast()
    register.close_channel(people.channel, **by_system)
    page = seen(post(people.amara, "accounts/ask/", platform="facebook", name="Brookfield Primary"))
    assert ACCOUNTS["closed"].says in page


def test_somebody_on_the_list_may_have_the_login_where_those_who_are_authorised_may():
    people = cast(policy="true-learning")
    page = seen(post(people.amara, "accounts/ask/login/", account=people.channel.pk))
    assert ACCESS["allow"].headline in page


def test_a_colleague_is_asked_about_by_name():
    people = cast(policy="true-learning")
    told = {"account": people.channel.pk, "who": ""}
    assert post(people.ben, "accounts/ask/login/", **told, name="amara begum").context["told"].outcome == "allow"
    assert post(people.amara, "accounts/ask/login/", **told, name="Ben Oduya").context["told"].outcome == "block"


def test_a_name_that_nobody_bears_is_told_so_and_loses_nothing():
    people = cast()
    answer = post(people.amara, "accounts/ask/login/", account=people.channel.pk, name="Dev Anand")
    assert answer.status_code == 422
    assert "Nobody at Brookfield is called that" in seen(answer)
    assert 'value="Dev Anand"' in seen(answer)


def test_all_who_work_at_the_school_may_ask_and_nobody_else():
    people = cast()
    for page in ("accounts/ask/", "accounts/ask/login/", "accounts/ask/own-use/"):
        assert by_everybody(people, page) == {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}


def test_asking_costs_few_queries():
    people = cast()
    assert queries_of(people.amara, "accounts/ask/login/") <= 12
