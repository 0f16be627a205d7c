import pytest

from gatepost.policy import compile_policy, parse_situation, read_document
from gatepost.policy.facts.facts import Found
from gatepost.policy.questions import questions

DOCUMENT = """
policy: example
title: Example
note: A policy for a test.
adopted_by: A school
body: school
nation: england
sections:
  - id: '1'
    title: Rules
    clauses:
      - ref: '1.1'
        points:
          - strength: will
            who: [staff]
            says: 'Something is asked.'
            question: {ask: 'Is it so?'%s}
"""


def asked(when, facts, *found):
    """What is asked of a post with these facts where a question has this `when`."""
    text = DOCUMENT % (f", when: {when}" if when else "")
    situation = parse_situation({"kind": "post", "facts": facts}, found=found)
    return [question.ask for question in questions([compile_policy(read_document(text, file="p.yaml"))], situation)]


@pytest.mark.parametrize(
    ("when", "facts"),
    [
        ("", {}),
        ("[text]", {"text": "Hello"}),
        ("[text, media]", {"text": "Hello", "media": [{"type": "photo"}]}),
        ("[claims]", {"claims": True}),
        ("['post_type=alert']", {"post_type": "alert"}),
        ("['media[].type=video']", {"media": [{"type": "photo"}, {"type": "video"}]}),
        ("['people[].in_photo=True']", {"people": [{"role": "pupil", "in_photo": True}]}),
    ],
)
def test_a_question_is_raised_where_every_fact_of_its_when_is_so(when, facts):
    assert asked(when, facts) == ["Is it so?"]


@pytest.mark.parametrize(
    ("when", "facts"),
    [
        ("[text]", {}),
        ("[text, media]", {"text": "Hello"}),
        ("[claims]", {"claims": False}),
        ("[claims]", {"text": "Hello"}),
        ("['post_type=alert']", {"post_type": "thanks"}),
        ("['media[].type=video']", {"media": [{"type": "photo"}]}),
        ("['people[].in_photo=True']", {"people": [{"role": "pupil", "in_photo": False}]}),
        ("[media]", {"media": []}),
    ],
)
def test_a_question_is_not_raised_for_other_facts(when, facts):
    assert asked(when, facts) == []


def test_what_a_detector_finds_raises_a_question_as_what_is_said_does():
    assert asked("[claims]", {"text": "The best school"}, Found("claim", 4, 8)) == ["Is it so?"]


def test_what_is_said_not_to_be_there_outweighs_a_detector():
    assert asked("[claims]", {"text": "The best school", "claims": False}, Found("claim", 4, 8)) == []


def test_a_question_is_named_by_its_clause_and_its_words():
    text = DOCUMENT % ""
    situation = parse_situation({"kind": "post", "facts": {}})
    (question,) = questions([compile_policy(read_document(text, file="p.yaml"))], situation)
    assert question.key == "example 1.1: Is it so?"
