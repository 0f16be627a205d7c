import copy

import pytest

from gatepost.policy import SituationError, compile_policy, read_document
from gatepost.screening import screen
from gatepost.screening.screen import read_situation
from tests.screening.roll import OLIVER, ZOE, roll

POLICY = """
policy: thornfield
title: Social media policy
note: An invented policy for tests.
adopted_by: Thornfield School
people: [staff]
sections:
  - id: '1'
    title: Posts
    clauses:
      - ref: '1.1'
        points:
          - strength: must_not
            says: Names of pupils need permission.
            controls: [{element_permission: {elements: [name]}}]
      - ref: '1.2'
        points:
          - strength: must_not
            says: Surnames are not used.
            controls: [{name_style: {barred_styles: [surname, full]}}]
      - ref: '1.3'
        points:
          - strength: must_not
            says: No private details.
            controls: [personal_details]
      - ref: '1.4'
        points:
          - strength: must
            says: Abusive comments go.
            controls: [{delete_comments: {categories: [abusive]}}]
"""
POLICIES = (compile_policy(read_document(POLICY, file="thornfield.yaml")),)


def post(text, **facts):
    """A post on an official account."""
    return {"kind": "post", "facts": {"account": "official", "text": text, **facts}}


def outcome(data, **more):
    """What the policy of the tests says of a situation."""
    return screen(data, policies=POLICIES, **more).outcome


def test_a_pupil_on_the_roll_needs_permission_though_nobody_listed_them():
    assert "1.1" in screen(post("Well run, Oliver Hartley!", people=[]), policies=POLICIES, roster=roll()).refs


def test_without_the_roll_nobody_knows_that_it_is_a_pupil():
    assert outcome(post("Well run, Oliver Hartley!", people=[])) != "block"


def test_a_reason_shows_where_the_name_stands():
    verdict = screen(post("Well run, Oliver Hartley!", people=[]), policies=POLICIES, roster=roll())
    assert {(reason.where.start, reason.where.end) for reason in verdict.reasons if reason.where} == {(10, 24)}


def test_a_full_name_is_replaced_by_the_first_name():
    people = [{"name": "Oliver Hartley", "role": "pupil", "consents": {"name_social": True}}]
    verdict = screen(post("Well run, Oliver Hartley!", people=people), policies=POLICIES)
    assert [fix.replacement for reason in verdict.reasons for fix in reason.fixes] == ["Oliver"]


def test_a_first_name_shows_where_it_stands_too():
    people = [{"name": "Oliver Hartley", "role": "pupil"}]
    verdict = screen(post("Well run, Oliver!", people=people), policies=POLICIES)
    assert (verdict.reasons[0].where.start, verdict.reasons[0].where.end) == (10, 16)


@pytest.mark.parametrize(("facts", "expected"), [({}, "block"), ({"personal_data": []}, "no_rule")])
def test_what_is_given_wins_over_what_is_found(facts, expected):
    assert screen(post("Ring 07700 900123.", people=[], **facts), policies=POLICIES).answers["allowed"] == expected


def test_the_schools_own_number_is_no_private_detail():
    assert outcome(post("Ring 07700 900123.", people=[]), contacts=("07700 900123",)) != "block"


@pytest.mark.parametrize(("categories", "expected"), [({}, "delete"), ({"categories": ["praise"]}, "no_rule")])
def test_a_comment_is_sorted_unless_somebody_has(categories, expected):
    data = {"kind": "comment", "facts": {"comment": {"text": "You are all useless idiots", **categories}}}
    assert outcome(data) == expected


def test_the_callers_situation_is_left_as_it_is():
    data = post("Well run, Oliver Hartley!", people=[{"name": "Oliver Hartley"}])
    before = copy.deepcopy(data)
    screen(data, policies=POLICIES, roster=roll())
    assert data == before


def test_the_same_situation_has_the_same_verdict_twice():
    data = post("Zoë Adeyemi and Oliver Hartley, ring 07700 900123!", people=[{"named_in_text": "full"}])
    first, second = (screen(data, policies=POLICIES, roster=roll()).as_json() for _ in range(2))
    assert first == second


def test_a_detector_that_fails_decides_nothing_and_is_mentioned(monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("no")

    monkeypatch.setattr("gatepost.screening.findings.detect_text", broken)
    assert "RuntimeError" in screen(post("Ring 07700 900123.", people=[]), policies=POLICIES).hints[-1]


BAD = [None, 3, [], "post", {}, {"kind": "post"}, {"kind": "post", "facts": []}, post("x", people="all"), post(7)]


@pytest.mark.parametrize("data", BAD, ids=str)
def test_what_cannot_be_read_is_the_parsers_to_report(data):
    with pytest.raises(SituationError):
        screen(data, policies=POLICIES, roster=roll())


def test_a_picture_that_nobody_looked_at_is_mentioned():
    media = [{"type": "photo"}, {"type": "photo", "file": "sports-day.jpg"}]
    hints = screen(post("Hello", people=[], media=media), policies=POLICIES).hints
    assert [hint.partition(":")[0] for hint in hints] == ["media[1].file"]


@pytest.mark.parametrize(("whole", "styles"), [(True, ["first", "none"]), (False, ["first", None])])
def test_whoever_is_on_the_roll_and_not_in_the_text_is_known_to_be_unnamed(whole, styles):
    people = [{"upn": OLIVER, "role": "pupil"}, {"upn": ZOE, "role": "pupil"}]
    data = {"kind": "post", "facts": {"text": "Well done, Ollie.", "people": people}}
    listed = read_situation(data, roster=roll(), all_on_roll=whole).facts.items("people")
    assert [person.get("named_in_text") for person in listed] == styles
