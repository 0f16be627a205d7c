"""Asking the policy by the API: the same answer as from the command line."""

import json

import pytest

from tests.cast import cast
from tests.channels.worked import account_for, as_account, as_use, expected, situations
from tests.web.visits import set_clock, visitor

pytestmark = pytest.mark.django_db
POLICIES = ("southport", "north-star", "true-learning", "littleover", "everyone-matters")


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    set_clock(monkeypatch)


def call(seat, path, body):
    """What a route answers."""
    answer = visitor(seat).post(f"/api/brookfield/ask/{path}", json.dumps(body), content_type="application/json")
    assert answer.status_code == 200, answer.content
    return answer.json()


def ask(people, question, facts):
    """What the API answers to a situation."""
    if question == "login":
        return call(people.amara, f"login/{account_for(people, facts).pk}", {"role": facts["requester"]["role"]})
    return call(people.amara, "own-use" if question == "use" else "account",
                as_use(facts) if question == "use" else as_account(facts))  # fmt: skip


@pytest.mark.parametrize("policy", POLICIES)
def test_the_api_answers_as_the_command_line_does(policy):
    people = cast(policy=policy)
    told = {one["id"]: ask(people, question, one["facts"])["allowed"] for question, one in situations(policy)}
    assert told == {one["id"]: expected(one) for _, one in situations(policy)}


def test_an_answer_names_its_clauses_and_what_to_find_out():
    told = call(cast(policy="littleover").amara, "account", {"platform": "instagram"})
    assert told["state"] == "open"
    assert "Who holds the rights that nobody else can take away: the school, or one person?" in told["questions"]
    assert all(one["says"] and one["ref"] for one in told["clauses"] + told["others"])


def test_a_word_that_is_none_of_ours_counts_as_unknown_and_is_no_fault():
    told = call(cast(policy="north-star").amara, "account", {"platform": "orkut", "master_rights": "nobody"})
    assert told["allowed"] in {"no_rule", "block", "not_official"}
