"""The same question under different policies; silence comes from the policy and never from a score."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost import library
from gatepost.policy.ask import answer
from gatepost.policy.reading.document import read_document

FRIEND = "can I be friends with a parent on Facebook?"
LEAVER = "can I accept a former pupil on LinkedIn"
PHONE = "am I allowed to use my own phone on the trip?"
MESSAGE = "who do I tell if a pupil messages me"

ANSWERS = [
    (FRIEND, "littleover", "contact_bar", ["5.professional.b1"], ["contact_with.relationship"]),
    (FRIEND, "everyone-matters", "contact_bar", ["7.4"], ["contact_with.relationship"]),
    (LEAVER, "littleover", "contact_bar", ["5.professional.b1", "5.professional.b2"], ["contact_with.left"]),
    (LEAVER, "true-learning", "contact_bar", ["3.mustnot.b2", "3.p5"], []),
    (PHONE, "everyone-matters", "capture_device", ["6.1.5"], ["manager_permission"]),
    (MESSAGE, "littleover", "report_to", ["5.sensitive.b10"], ["content"]),
    (MESSAGE, "true-learning", "report_to", ["3.p4"], ["content"]),
    (MESSAGE, "everyone-matters", "report_to", ["2.5"], ["content"]),
    ("a journalist has contacted me", "everyone-matters", "media_enquiry", ["6.1.10"], []),
    ("do we need two-factor authentication", "littleover", "standing_duty", ["3.p6"], []),
]
SILENT = [
    (FRIEND, "true-learning", "contact_bar"),
    (FRIEND, "north-star", "contact_bar"),
    (LEAVER, "everyone-matters", "contact_bar"),
    (PHONE, "littleover", "capture_device"),
    (PHONE, "southport", "capture_device"),
    ("a journalist has contacted me", "littleover", "media_enquiry"),
]


@pytest.mark.parametrize(("question", "policy", "topic", "refs", "asks"), ANSWERS)
def test_a_question_is_answered_from_the_policys_own_clauses(question, policy, topic, refs, asks):
    given = answer(question, library.document(policy))
    assert (given.topic.name, given.silent) == (topic, False)
    assert list(dict.fromkeys(point.ref for point in given.points)) == refs
    assert set(asks) <= {entry.fact for entry in given.ask_back}


@pytest.mark.parametrize(("question", "policy", "topic"), SILENT)
def test_a_policy_that_holds_nothing_is_said_to_be_silent(question, policy, topic):
    given = answer(question, library.document(policy))
    assert (given.topic.name, given.silent, given.ask_back) == (topic, True, ())
    assert given.answer.startswith("Your policy does not say")


def test_what_the_question_says_is_not_asked_back():
    given = answer("can I be friends with my sister, who is a parent here, on Facebook", library.document("littleover"))
    asked = answer(FRIEND, library.document("littleover"))
    assert "contact_with.relationship" in {entry.fact for entry in asked.ask_back}
    assert "contact_with.relationship" not in {entry.fact for entry in given.ask_back}


def test_a_fact_that_decides_nothing_under_this_policy_is_not_asked():
    assert "contact_with.left" not in {
        entry.fact for entry in answer(LEAVER, library.document("true-learning")).ask_back
    }


@pytest.mark.parametrize("question", ["how do I cook rice", "what is the weather tomorrow", "", "🐈", "x" * 10_000])
def test_a_question_that_resembles_nothing_gets_three_topics_and_no_answer(question):
    given = answer(question, library.document("littleover"))
    assert (given.topic, given.sure, given.silent, given.points, len(given.topics)) == (None, False, False, (), 3)
    assert given.answer.startswith("I am not sure what you mean")


def test_topics_are_offered_only_where_the_meaning_is_open():
    sure = answer(MESSAGE, library.document("littleover"))
    unsure = answer("post picture group", library.document("littleover"))
    assert (sure.sure, sure.topics) == (True, ())
    assert (unsure.sure, len(unsure.topics)) == (False, 3)


def test_guidance_that_speaks_to_the_topic_is_added():
    given = answer(LEAVER, library.document("littleover"))
    assert "5.sensitive.b8" in {point.ref for point in given.see_also}


EMPTY = """
policy: empty
title: Empty
note: Invented.
adopted_by: Example School
sections: [{id: '1', title: One, clauses: [{ref: '1', points: [{strength: will, says: Be kind.}]}]}]
"""


@given(st.text(max_size=80) | st.sampled_from([FRIEND, LEAVER, PHONE, MESSAGE]))
def test_any_question_gets_an_answer_and_an_empty_policy_never_says_anything(question):
    given = answer(question, read_document(EMPTY, file="empty.yaml"))
    assert (given.points, given.silent or given.topic is None) == ((), True)
    assert json.loads(json.dumps(given.as_json()))["question"] == question


def test_the_object_has_the_promised_keys():
    found = answer(FRIEND, library.document("littleover")).as_json()
    promised = ["question", "policy", "topic", "sure", "answer", "clauses", "ask_back", "topics"]
    assert [key for key in promised if key not in found] == []
    assert list(found["clauses"][0]) == ["ref", "strength", "says"]
