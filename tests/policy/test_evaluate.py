"""Policies and a situation in, a verdict out: which reason decides, whose route stands, and what is cited."""

import pytest

from gatepost.policy import compile_policy, evaluate, parse_situation, read_document

HEAD = """
policy: example
title: Example
note: Ours.
adopted_by: An example school
body: {body}
people: [staff]
"""

LAW = ", answer: lawful, sources: [{title: An Act, checked: 2026-11, confidence: primary}]"
BAR = "{contact_bar: {people: [pupil], except_family: close}}"


def policy(*clauses, head="", body="school"):
    """Return a policy with a clause for each line `ref | strength | control`, numbered as they stand."""
    lines = [HEAD.format(body=body), head, "sections:\n  - id: '1'\n    title: One\n    clauses:"]
    for clause in clauses:
        ref, strength, control = (part.strip() for part in clause.split("|", 2))
        points = f"[{{strength: {strength}, who: [staff], says: Said., controls: [{control}]}}]"
        lines.append(f"      - {{ref: {ref}, points: {points}{LAW if body == 'law' else ''}}}")
    return compile_policy(read_document("\n".join(lines), file="example.yaml"))


def verdict(policies, kind="post", **facts):
    """Return what policies say of a situation."""
    return evaluate(
        [*policies] if isinstance(policies, tuple) else [policies], parse_situation({"kind": kind, "facts": facts})
    )


UNSURE = "{when_unsure: {route: headteacher}}"
STOP = "{when_unsure: {}}"
SEEN = "{oversight: {route: slt}}"
SILENT = "{political: {}}"

DECIDING = [
    (("1.p1 | should | " + UNSURE, "1.p2 | should | " + STOP), "block", None, ("1.p2",)),
    (("1.p1 | should | " + UNSURE, "1.p2 | must | " + SEEN), "needs_approval", "slt", ("1.p2", "1.p1")),
    (("1.p1 | must | " + UNSURE, "1.p2 | must | " + SEEN), "needs_approval", "headteacher", ("1.p1", "1.p2")),
    (("1.p1 | must | " + SEEN, "1.p2 | must | " + UNSURE), "needs_approval", "slt", ("1.p1", "1.p2")),
    (("1.p1 | must | " + SILENT,), "no_rule", None, ("1.p1",)),
]


@pytest.mark.parametrize(("clauses", "outcome", "route", "refs"), DECIDING)
def test_the_strictest_reason_decides_and_the_strongest_clause_comes_first(clauses, outcome, route, refs):
    said = verdict(policy(*clauses), uncertain=True)
    assert (said.outcome, said.route, said.refs) == (outcome, route, refs)


TOLD = "{report_to: {concerns: [pupil_contact], route: %s}}"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("headteacher", "dsl|slt_member", "headteacher+dsl|slt_member"),
        ("dsl", "dsl|slt_member", "dsl"),
        ("dsl|slt_member", "slt_member", "slt_member"),
        ("dsl|slt_member", "dsl|slt_member", "dsl|slt_member"),
        ("dsl|slt_member", "dsl|headteacher", "dsl|slt_member+dsl|headteacher"),
        ("dsl", "deputy_dsl|slt_member", "dsl+deputy_dsl|slt_member"),
        ("dsl", "headteacher", "dsl+headteacher"),
    ],
)
def test_the_routes_of_a_report_join_unless_one_meets_the_others_either_or(first, second, joined):
    both = policy("1.p1 | must | " + TOLD % first, "1.p2 | must | " + TOLD % second)
    assert verdict(both, "report", direction="pupil_to_staff").route == joined


def test_a_milder_reason_gives_no_route():
    mixed = policy("1.p1 | must | " + UNSURE, "1.p2 | must_not | " + SILENT)
    assert verdict(mixed, uncertain=True, political=True).route is None


@pytest.mark.parametrize(
    ("relationship", "outcome"), [("none", "block"), ("niece", "allow"), (None, "block"), ("neighbour", "block")]
)
def test_an_exception_inside_a_clause_releases_it(relationship, outcome):
    friends = policy(f"1.p1 | must_not | {BAR}")
    said = verdict(friends, "question", contact_with={"role": "pupil", "relationship": relationship})
    assert said.outcome == outcome


LIFTED = "{sharing_exception: {platforms: [linkedin], lifts: [%s]}}"


@pytest.mark.parametrize(
    ("lifts", "channel", "outcome"),
    [
        ("1.p1", "linkedin", "allow"),
        ("'1.p1:ours_for_oneself'", "linkedin", "allow"),
        ("1.p1", "facebook", "block"),
    ],
)
def test_a_stated_exception_lifts_the_bar_that_it_names(lifts, channel, outcome):
    own = policy("1.p1 | must_not | {ours_for_oneself: {}}", "1.p2 | may | " + LIFTED % lifts)
    assert verdict(own, "personal-post", share_of={"owner": "school", "channel": channel}).outcome == outcome


CLASH = "conflicts: [{between: [1.p1, 1.p2], about: Both speak of doubt%s}]"


@pytest.mark.parametrize(("more", "basis"), [("", "conflict"), (", decides: false", "express")])
def test_a_declared_conflict_shows_both_clauses_and_the_stricter_stands(more, basis):
    torn = policy("1.p1 | must | " + UNSURE, "1.p2 | must_not | " + STOP, head=CLASH % more)
    said = verdict(torn, uncertain=True)
    assert (said.outcome, said.basis) == ("block", basis)
    assert said.refs == (("1.p2", "1.p1") if more == "" else ("1.p2",))


def test_a_policy_that_is_silent_says_so_and_cites_what_is_near():
    said = verdict(policy("1.p1 | must | " + UNSURE, "1.p2 | must | " + SILENT), uncertain=False)
    assert (said.outcome, said.basis, said.route) == ("no_rule", "silent", None)
    assert said.refs == ("1.p1",)


@pytest.mark.parametrize(
    ("role", "outcome"), [("teacher", "block"), (None, "block"), ("volunteer", "no_rule"), ("parent", "no_rule")]
)
def test_a_clause_binds_the_people_within_its_scope(role, outcome):
    friends = policy(f"1.p1 | must_not | {BAR}")
    contact = {"role": "pupil", "relationship": "none"}
    author = {} if role is None else {"author": {"role": role}}
    assert verdict(friends, "question", contact_with=contact, **author).outcome == outcome


@pytest.mark.parametrize(
    ("kind", "account", "outcome"),
    [
        ("post", None, "needs_approval"),
        ("post", "official", "needs_approval"),
        ("post", "personal", "no_rule"),
        ("personal-post", None, "no_rule"),
        ("question", None, "no_rule"),
    ],
)
def test_a_post_of_the_school_is_bound_whoever_drafted_it(kind, account, outcome):
    unsure = policy("1.p1 | must | " + UNSURE)
    assert verdict(unsure, kind, uncertain=True, account=account, author={"role": "pupil"}).outcome == outcome


def test_a_post_under_a_baseline_gets_three_answers_and_the_strictest_wins():
    law = policy("2.p1 | must_not | " + STOP, body="law")
    said = verdict((policy("1.p1 | must | " + UNSURE), law), uncertain=True)
    assert said.answers == {"lawful": "block", "safe": "no_rule", "allowed": "needs_approval"}
    assert (said.outcome, said.policy) == ("block", "example")


@pytest.mark.parametrize("kind", ["question", "personal-post"])
def test_another_kind_under_a_baseline_gets_one_answer(kind):
    law = policy("2.p1 | must_not | " + STOP, body="law")
    assert verdict((policy("1.p1 | must | " + UNSURE), law), kind, uncertain=True).answers == {"allowed": "block"}


@pytest.mark.parametrize(
    ("facts", "unknown"),
    [({}, ("approved_by",)), ({"approved_by": None}, ()), ({"approved_by": ["slt"]}, ()), ({"uncertain": True}, ())],
)
def test_only_facts_that_could_change_the_outcome_are_unknown(facts, unknown):
    seen = policy("1.p1 | must | {oversight: {route: slt}}", "1.p2 | must | {when_unsure: {}}")
    assert verdict(seen, **facts).unknown == unknown


def test_one_cause_under_one_clause_is_one_reason():
    twice = policy("1.p1 | must_not | {not_public: {}}", "1.p2 | must_not | {not_public: {}}")
    assert [reason.ref for reason in verdict(twice, embargoed=True).reasons] == ["1.p1", "1.p2"]


def test_a_verdict_as_json_has_the_keys_of_the_contract_in_one_order():
    keys = [*verdict(policy("1.p1 | must | " + UNSURE)).as_json()]
    assert keys[:9] == ["id", "policy", "kind", "outcome", "route", "basis", "refs", "answers", "reasons"]
