"""What an answer to a clause's question does to a verdict: a no stops, a yes and no answer change nothing."""

from dataclasses import replace

import pytest

from gatepost import library
from gatepost.policy import compile_policy, evaluate, parse_situation, read_document
from gatepost.policy.outcomes import RANK
from gatepost.policy.questions import questions
from tests.policy.generate import drafts
from tests.policy.test_properties import drawn

DOCUMENT = """
policy: example
title: Example
note: A policy for a test.
adopted_by: A school
body: %s
nation: england
sections:
  - id: '1'
    title: Rules
    clauses:
      - ref: '1.1'
        %s
        points:
          - strength: should
            who: [staff]
            says: 'Posts are kind.'
            question: {ask: 'Is it kind?'}
          - strength: must
            who: [staff]
            says: 'Alerts are verified.'
            question: {ask: 'Is it verified?', when: ['post_type=alert']}
"""
SCHOOL = compile_policy(read_document(DOCUMENT % ("school", ""), file="p.yaml"))
LAW = compile_policy(
    read_document(
        (DOCUMENT % ("law", "answer: safe\n        sources: [{title: Act, checked: 2026-11-21, confidence: primary}]")),
        file="l.yaml",
    )
)
NO = {"ref": "1.1", "ask": "Is it kind?", "answer": False}
ALERT = {"post_type": "alert"}


def judged(*answers, kind="post", policies=(SCHOOL,), **facts):
    """The verdict on a situation with these answers among its facts."""
    return evaluate(policies, parse_situation({"kind": kind, "facts": {**facts, "answers": [*answers]}}))


@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        (NO, {}),
        ({**NO, "source": "example"}, {}),
        ({"ref": "1.1", "answer": False}, {}),
        ({"ask": "Is it kind?", "answer": False}, {}),
        ({"ref": "1.1", "ask": "Is it verified?", "answer": False}, ALERT),
    ],
)
def test_a_no_to_a_question_that_is_raised_stops_the_post(answer, facts):
    assert judged(answer, **facts).outcome == "required"


@pytest.mark.parametrize(
    ("answer", "facts"),
    [
        ({**NO, "answer": True}, {}),
        ({**NO, "answer": None}, {}),
        ({"ref": "1.1", "ask": "Is it kind?"}, {}),
        ({"answer": False}, {}),
        ({**NO, "source": "another"}, {}),
        ({**NO, "ref": "1.2"}, {}),
        ({**NO, "ask": "Is it true?"}, {}),
        ({**NO, "ask": "Is it verified?"}, {}),
        ({**NO, "ask": "Is it verified?"}, {"post_type": "thanks"}),
        ({**NO, "ask": "Is it verified?", "answer": True}, ALERT),
    ],
)
def test_a_yes_no_answer_and_an_answer_to_something_else_stop_nothing(answer, facts):
    assert replace(judged(answer, **facts), hints=()) == judged(**facts)


def test_the_reason_is_the_clause_that_asked_and_its_cause_is_the_answer():
    (reason,) = judged({"ask": "Is it kind?", "answer": True}, NO).reasons
    assert (reason.ref, reason.strength, reason.says, reason.control) == (
        "1.1",
        "should",
        "Posts are kind.",
        "question",
    )
    assert [(cause.fact, cause.value) for cause in reason.because] == [
        ("answers[1].ask", "Is it kind?"),
        ("answers[1].answer", False),
    ]


def test_a_no_by_one_of_two_stops_whatever_the_other_said():
    assert judged({**NO, "answer": True}, NO).outcome == "required"


def test_a_no_to_a_question_of_the_baseline_stands_under_the_baselines_own_answer():
    verdict = judged(NO, policies=(library.resolve("littleover"), LAW))
    assert (verdict.answers["safe"], verdict.answers["lawful"]) == ("required", "no_rule")


def test_each_policy_that_asks_the_same_takes_the_answer_unless_it_names_one():
    both = (SCHOOL, replace(SCHOOL, id="other"))
    assert len(judged(NO, policies=both).reasons) == 2
    assert [one.source for one in judged({**NO, "source": "other"}, policies=both).reasons] == ["other"]


def test_nobody_signs_off_anything_but_a_post():
    assert judged(NO, kind="comment").outcome == "no_rule"


def test_an_answer_to_what_nobody_asks_is_said_to_count_for_nothing():
    assert "answers[1]" in judged(NO, {**NO, "ref": "1.2"}).hints[0]
    assert judged(NO).hints == ()


POLICIES = [(library.resolve(name), library.resolve(library.BASELINE)) for name in library.IDS]


def answered(draft, policies, *, answer):
    """A situation in which every question that is raised has this answer, and how many there are."""
    asked = questions(policies, draft.read())
    given = [{"source": one.source, "ref": one.ref, "ask": one.ask, "answer": answer} for one in asked]
    return replace(draft, facts={**draft.facts, "answers": given}).read(), len(given)


@drawn(draft=drafts(kinds=("post",)))
def test_a_yes_to_everything_judges_as_if_nothing_had_been_asked(draft):
    plain = replace(draft, facts={key: value for key, value in draft.facts.items() if key != "answers"})
    for policies in POLICIES:
        for answer in (True, None):
            assert evaluate(policies, answered(plain, policies, answer=answer)[0]) == evaluate(policies, plain.read())


@drawn(draft=drafts(kinds=("post",)))
def test_a_no_never_makes_a_verdict_milder_and_each_one_is_a_reason(draft):
    plain = replace(draft, facts={key: value for key, value in draft.facts.items() if key != "answers"})
    for policies in POLICIES:
        situation, count = answered(plain, policies, answer=False)
        verdict, before = evaluate(policies, situation), evaluate(policies, plain.read())
        assert sum(one.control == "question" for one in verdict.reasons) == count
        assert RANK["post"][verdict.outcome] >= RANK["post"][before.outcome]
