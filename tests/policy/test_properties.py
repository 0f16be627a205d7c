"""What holds of every verdict, whatever the policy and whatever the situation."""

import json
import random
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gatepost.library.loader import BASELINE, IDS, document, resolve
from gatepost.policy import compile_policy, evaluate
from gatepost.policy.facts import FIELDS
from gatepost.policy.facts.vocabulary import GROUP_OF, VALUES
from gatepost.policy.outcomes import ORDER, RANK
from tests.policy.examples import references
from tests.policy.generate import ABSENT, drafts, looked_at, polarity

POLICIES = (*IDS, BASELINE)
SUBJECTLESS = {"allow", "no_action", "no_rule", "current"}
"""Outcomes of one level: between them a fact changes what a clause is about, not how strict it is."""


@pytest.fixture(params=POLICIES, scope="module")
def policy(request):
    """The id of each of the policies and of the baseline."""
    return request.param


def judge(draft, *policies):
    """Return the verdict of policies, given by id, on a draft."""
    return evaluate([resolve(policy) for policy in policies], draft.read())


def level(verdict):
    """Return how strict a verdict is among the outcomes of its kind."""
    return 0 if verdict.outcome in SUBJECTLESS else RANK[verdict.kind][verdict.outcome]


def written(verdict):
    """Return a verdict as bytes, its hints apart: they stand in the order of the facts."""
    return json.dumps({**verdict.as_json(), "hints": sorted(verdict.hints)}, ensure_ascii=False).encode()


# --- any situation ---


@given(draft=drafts())
def test_a_verdict_is_complete_and_the_same_each_time(policy, draft):
    verdict = judge(draft, policy)
    assert written(verdict) == written(judge(draft, policy))
    assert verdict.outcome in ORDER[draft.kind]


@given(draft=drafts(), seed=st.integers())
def test_the_order_of_facts_is_irrelevant(policy, draft, seed):
    keys = [*draft.facts]
    random.Random(seed).shuffle(keys)
    shuffled = replace(draft, facts={key: draft.facts[key] for key in keys})
    assert written(judge(shuffled, policy)) == written(judge(draft, policy))


@cache
def shuffled(name, seed):
    """Return a policy with its sections, and the clauses in each, in another order."""
    mixed, order = document(name), random.Random(seed)
    sections = [replace(part, clauses=tuple(order.sample(part.clauses, len(part.clauses)))) for part in mixed.sections]
    return compile_policy(replace(mixed, sections=tuple(order.sample(sections, len(sections)))))


@given(draft=drafts(), seed=st.integers(min_value=1, max_value=8))
def test_the_order_of_clauses_is_irrelevant(policy, draft, seed):
    plain, mixed = judge(draft, policy), evaluate([shuffled(policy, seed)], draft.read())
    assert (mixed.outcome, mixed.answers) == (plain.outcome, plain.answers)


@given(draft=drafts())
def test_the_strictest_answer_is_the_outcome(policy, draft):
    verdict = judge(draft, policy, BASELINE)
    assert verdict.outcome == max(verdict.answers.values(), key=RANK[draft.kind].__getitem__)
    assert len(verdict.answers) == (3 if draft.kind == "post" else 1)


@given(draft=drafts())
def test_every_reference_is_in_the_document(policy, draft):
    verdict = judge(draft, policy)
    assert {*verdict.refs, *(reason.ref for reason in verdict.reasons)} <= references(resolve(policy))


@given(draft=drafts())
def test_a_route_is_one_of_a_clause_that_decides(policy, draft):
    verdict = judge(draft, policy)
    deciding = [reason for reason in verdict.reasons if reason.outcome == verdict.outcome and not reason.supports]
    routes = {part for reason in deciding if reason.route for part in reason.route.split("+")}
    assert set(verdict.route.split("+") if verdict.route else ()) <= routes


@given(draft=drafts())
def test_what_is_unknown_is_a_fact_that_can_be_given(policy, draft):
    assert {pattern(place) for place in judge(draft, policy).unknown} <= set(FIELDS)


def pattern(place):
    """Return the field of a place: `people[0].year` is one of `people[].year`."""
    head, bracket, rest = place.partition("[")
    return f"{head}[]{rest.partition(']')[2]}" if bracket else place


# --- what is held, and what is wrong ---

HELD = [known.path for known in polarity("permission", "boolean")]
WRONG = [known.path for known in polarity("problem", "boolean")]
WRONG_LISTS = [known.path for known in polarity("problem", "strings")]
LESS = (False, None, ABSENT)


def place_of(data, draft, paths):
    """Draw a place of one of these fields in a draft: mostly one that is given, or that a control looks at."""
    places = [place for path in paths for place in draft.places(path)]
    near = [place for place in places if draft.given(place) is not ABSENT or pattern(place) in looked_at(draft.kind)]
    return data.draw(st.sampled_from((*near, *near, *near, *places)), label="place")


@given(draft=drafts(), data=st.data())
def test_a_permission_given_never_makes_it_stricter(policy, draft, data):
    place = place_of(data, draft, HELD)
    without = draft.having(place, value=data.draw(st.sampled_from(LESS), label="before"))
    assert level(judge(draft.having(place, value=True), policy)) <= level(judge(without, policy))


@given(draft=drafts(), data=st.data())
def test_a_permission_taken_away_never_makes_it_milder(policy, draft, data):
    held = [place for path in HELD for place in draft.places(path) if draft.given(place) is True]
    assume(held)
    without = draft.having(data.draw(st.sampled_from(held)), value=data.draw(st.sampled_from(LESS)))
    assert level(judge(without, policy)) >= level(judge(draft, policy))


@given(draft=drafts(), role=st.sampled_from(sorted(GROUP_OF)))
def test_one_more_approval_never_makes_it_stricter(policy, draft, role):
    agreed = draft.facts.get("approved_by") or []
    more = draft.having("approved_by", value=[*([agreed] if isinstance(agreed, str) else agreed), role])
    assert level(judge(more, policy)) <= level(judge(draft, policy))


@given(draft=drafts(), data=st.data())
def test_a_problem_never_makes_it_milder(policy, draft, data):
    place = place_of(data, draft, WRONG)
    without = draft.having(place, value=data.draw(st.sampled_from(LESS), label="before"))
    assert level(judge(draft.having(place, value=True), policy)) >= level(judge(without, policy))


@given(draft=drafts(detected=False), data=st.data())
def test_one_more_problem_of_a_kind_never_makes_it_milder(policy, draft, data):
    path = data.draw(st.sampled_from(WRONG_LISTS), label="path")
    more = data.draw(st.sampled_from(sorted(VALUES[FIELDS[path].values])), label="more")
    worse = draft.having(path, value=[*(draft.facts.get(path) or ()), more])
    assert level(judge(worse, policy)) >= level(judge(draft, policy))
