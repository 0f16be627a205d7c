"""`gatepost ask`: an answer for a person, or one object."""

import json

import pytest

from gatepost.cli.main import main

QUESTION = "can I be friends with a parent on Facebook?"


def asked(capsys, question, *options, policy="littleover"):
    """Ask, and return the status and what was printed."""
    status = main(["ask", question, "--policy", policy, *options])
    return status, capsys.readouterr().out


def test_an_answer_names_the_clause_and_how_strongly_it_speaks(capsys):
    status, out = asked(capsys, QUESTION)
    assert status == 0
    assert "5.professional.b1 (must not)" in out


def test_what_decides_is_asked_back(capsys):
    assert "  ? Is the person your family, and if so how?" in asked(capsys, QUESTION)[1]


def test_a_silent_policy_is_said_to_be_silent(capsys):
    status, out = asked(capsys, QUESTION, policy="true-learning")
    assert (status, "Your policy does not say" in out) == (1, True)


def test_a_question_about_nothing_is_met_with_topics(capsys):
    status, out = asked(capsys, "how do I cook rice")
    assert (status, out.count("\n  - ")) == (1, 3)
    assert out.startswith("\nI am not sure what you mean.")


def test_the_object_holds_the_same_answer(capsys):
    found = json.loads(asked(capsys, QUESTION, "--format", "json")[1])
    assert (found["topic"], found["policy"], found["sure"]) == ("contact_bar", "littleover", True)
    assert found["clauses"][0]["ref"] == "5.professional.b1"


def test_a_question_cannot_steer_the_terminal(capsys):
    assert "\x1b" not in asked(capsys, f"{QUESTION} \x1b[31m")[1]


def test_a_policy_has_to_be_named(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["ask", QUESTION])
    assert stopped.value.code == 2
