"""The refusal."""

import pytest

from tests.policy.controls.baseline.drafts import judged

NUDE = {"content": "a nude picture that a pupil sent round"}
ODD = {"content": "an odd picture that a pupil sent round"}

TOLD = {
    "a report of it": ("report", NUDE, "report", "dsl"),
    "a report that may be of it": ("report", {**ODD, "imagery_of_child": True}, "report", "dsl"),
    "a report by somebody who is not sure": ("report", {**ODD, "imagery_of_child": None}, "report", "dsl"),
    "a report of something else": ("report", ODD, "no_rule", None),
    "a report that is said not to be of it": ("report", {**NUDE, "imagery_of_child": False}, "no_rule", None),
    "a question what to do": ("question", NUDE, "required", "dsl"),
    "a question whether to keep it": ("question", {**NUDE, "action": "keep_copies"}, "block", "dsl"),
    "a question whether to send it on": ("question", {**NUDE, "action": "message"}, "block", "dsl"),
    "a question whether to keep something else": ("question", {**ODD, "action": "keep_copies"}, "no_rule", None),
    "a comment with it": ("comment", {"imagery_of_child": True}, "report", "dsl"),
}


@pytest.mark.parametrize(("kind", "facts", "outcome", "route"), TOLD.values(), ids=TOLD)
def test_the_safeguarding_lead_is_told_and_nobody_handles_it(kind, facts, outcome, route):
    verdict = judged(kind, facts)
    assert (verdict.outcome, verdict.route) == (outcome, route)


def test_whoever_brings_evidence_is_asked_what_it_could_show():
    assert judged("report", {**ODD, "evidence": {"screenshot": True}}).unknown == ("imagery_of_child",)
    assert judged("report", {"harmful": True}).unknown == ()


@pytest.mark.parametrize("policy", ["southport", "everyone-matters"])
def test_a_school_s_own_route_is_joined_and_never_replaces_it(policy):
    verdict = judged("report", {**NUDE, "posted_by": {"role": "pupil"}}, policy=policy)
    assert "dsl" in verdict.route.split("+")
    assert "imagery.refusal" in verdict.refs
