"""What holds of every verdict, whatever the policy and whatever the situation."""

import json
import random
from dataclasses import replace
from functools import cache

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from gatepost import library
from gatepost.policy import compile_policy, evaluate
from gatepost.policy.facts import FIELDS
from gatepost.policy.facts.roles import GROUP_OF
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.policy.outcomes import KINDS, ORDER, RANK
from tests.conftest import SLOW
from tests.policy.examples import references
from tests.policy.generate import ABSENT, Draft, drafts, looked_at, polarity

# 13 properties, each judged under six policies.
EXAMPLES = 2_000 if SLOW else 100

POLICIES = (*library.IDS, library.BASELINE)
"""Every draft is judged under each of them; a property names those that break it."""
SUBJECTLESS = {"allow", "no_action", "no_rule", "current"}
"""Outcomes of one level: between them a fact changes what a clause is about, not how strict it is."""


SETTINGS = settings(max_examples=EXAMPLES, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def drawn(**strategies):
    """Run a test on what is drawn. A draft is short enough to read as it is, and to shrink one takes minutes."""
    return lambda test: SETTINGS(given(**strategies)(test))


def judge(draft, *policies):
    """Return the verdict of policies, given by id, on a draft."""
    return evaluate([library.resolve(policy) for policy in policies], draft.read())


def broken(holds):
    """Return the policies under which something does not hold."""
    return [policy for policy in POLICIES if not holds(policy)]


def level(verdict):
    """Return how strict a verdict is among the outcomes of its kind."""
    return 0 if verdict.outcome in SUBJECTLESS else RANK[verdict.kind][verdict.outcome]


def written(verdict):
    """Return a verdict as bytes, its hints apart: they stand in the order of the facts."""
    return json.dumps({**verdict.as_json(), "hints": sorted(verdict.hints)}, ensure_ascii=False).encode()


# --- any situation ---


@drawn(draft=drafts())
def test_a_verdict_is_complete_and_the_same_each_time(draft):
    assert broken(lambda policy: written(judge(draft, policy)) == written(judge(draft, policy))) == []
    assert broken(lambda policy: judge(draft, policy).outcome in ORDER[draft.kind]) == []


@drawn(draft=drafts(), seed=st.integers())
def test_the_order_of_facts_is_irrelevant(draft, seed):
    keys = [*draft.facts]
    random.Random(seed).shuffle(keys)
    other = replace(draft, facts={key: draft.facts[key] for key in keys})
    assert broken(lambda policy: written(judge(other, policy)) == written(judge(draft, policy))) == []


@cache
def shuffled(name, seed):
    """Return a policy with its sections, and the clauses in each, in another order."""
    mixed, order = library.document(name), random.Random(seed)
    sections = [replace(part, clauses=tuple(order.sample(part.clauses, len(part.clauses)))) for part in mixed.sections]
    return compile_policy(replace(mixed, sections=tuple(order.sample(sections, len(sections)))))


def answers(verdict):
    """Return what a verdict decides."""
    return (verdict.outcome, verdict.answers)


@drawn(draft=drafts(), seed=st.integers(min_value=1, max_value=8))
def test_the_order_of_clauses_is_irrelevant(draft, seed):
    situation = draft.read()
    mixed = {policy: answers(evaluate([shuffled(policy, seed)], situation)) for policy in POLICIES}
    assert mixed == {policy: answers(judge(draft, policy)) for policy in POLICIES}


@drawn(draft=drafts())
def test_the_strictest_answer_is_the_outcome(draft):
    verdicts = [judge(draft, policy, library.BASELINE) for policy in library.IDS]
    strictest = [max(verdict.answers.values(), key=RANK[draft.kind].__getitem__) for verdict in verdicts]
    assert [verdict.outcome for verdict in verdicts] == strictest
    assert {len(verdict.answers) for verdict in verdicts} == {3 if draft.kind == "post" else 1}


@drawn(draft=drafts())
def test_every_reference_is_in_the_document(draft):
    cited = {policy: judge(draft, policy) for policy in POLICIES}
    refs = {policy: {*verdict.refs, *(reason.ref for reason in verdict.reasons)} for policy, verdict in cited.items()}
    assert broken(lambda policy: refs[policy] <= references(library.resolve(policy))) == []


def routed(verdict):
    """Whether every part of a route is the route of a clause that decides."""
    deciding = [reason for reason in verdict.reasons if reason.outcome == verdict.outcome and not reason.supports]
    routes = {part for reason in deciding if reason.route for part in reason.route.split("+")}
    return set(verdict.route.split("+") if verdict.route else ()) <= routes


@drawn(draft=drafts())
def test_a_route_is_one_of_a_clause_that_decides(draft):
    assert broken(lambda policy: routed(judge(draft, policy))) == []


@drawn(draft=drafts())
def test_what_is_unknown_is_a_fact_that_can_be_given(draft):
    unknown = {pattern(place) for policy in POLICIES for place in judge(draft, policy).unknown}
    assert unknown <= set(FIELDS)


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


def milder_than(one, other):
    """Return the policies under which one draft comes off milder than another."""
    return broken(lambda policy: level(judge(one, policy)) >= level(judge(other, policy)))


@drawn(draft=drafts(), data=st.data())
def test_a_permission_given_never_makes_it_stricter(draft, data):
    place = place_of(data, draft, HELD)
    without = draft.having(place, value=data.draw(st.sampled_from(LESS), label="before"))
    assert milder_than(without, draft.having(place, value=True)) == []


@drawn(draft=drafts(), data=st.data())
def test_a_permission_taken_away_never_makes_it_milder(draft, data):
    held = [place for path in HELD for place in draft.places(path) if draft.given(place) is True]
    assume(held)
    place = data.draw(st.sampled_from(held), label="place")
    assert milder_than(draft.having(place, value=data.draw(st.sampled_from(LESS), label="after")), draft) == []


@drawn(draft=drafts(), role=st.sampled_from(sorted(GROUP_OF)))
def test_one_more_approval_never_makes_it_stricter(draft, role):
    more = draft.having("approved_by", value=[*(draft.facts.get("approved_by") or ()), role])
    assert milder_than(draft, more) == []


@drawn(draft=drafts(), data=st.data())
def test_a_problem_never_makes_it_milder(draft, data):
    place = place_of(data, draft, WRONG)
    without = draft.having(place, value=data.draw(st.sampled_from(LESS), label="before"))
    assert milder_than(draft.having(place, value=True), without) == []


@drawn(draft=drafts(detected=False), data=st.data())
def test_one_more_problem_of_a_kind_never_makes_it_milder(draft, data):
    path = data.draw(st.sampled_from(WRONG_LISTS), label="path")
    more = data.draw(st.sampled_from(sorted(VALUES[FIELDS[path].values])), label="more")
    assert milder_than(draft.having(path, value=[*(draft.facts.get(path) or ()), more]), draft) == []


# --- situations that nobody would write ---

ODD_WORDS = st.text(max_size=6) | st.from_regex(r"\A\w{1,5}(-\w{1,3}){0,2}\Z") | st.text("0123456789-²", max_size=9)


@cache
def odd_facts(kind):
    """Return a strategy for facts with whatever values their types let through."""
    some = st.lists(st.sampled_from(sorted(looked_at(kind))), max_size=4, unique=True)
    chosen = some.flatmap(lambda paths: st.fixed_dictionaries({path: fitting(path) for path in paths}))
    return chosen.map(lambda facts: Draft(kind, nested(facts)))


@cache
def fitting(path):
    """Return a strategy for odd values that may have the field's type."""
    return {
        "boolean": st.booleans(),
        "number": st.integers() | st.floats(),
        "date": st.dates() | st.datetimes(),
        "list": st.just([{}]),
        "strings": st.lists(st.text(max_size=4), max_size=2),
    }.get(FIELDS[path].type if path in FIELDS else "", ODD_WORDS)


def nested(facts):
    """Put the facts of list entries into a list of one."""
    inside = {path: value for path, value in facts.items() if "[]." in path}
    lists = {path.partition("[]")[0] for path in inside}
    entries = {
        name: [{path.partition("[].")[2]: value for path, value in inside.items() if path.startswith(f"{name}[]")}]
        for name in lists
    }
    return {path: value for path, value in facts.items() if "[]" not in path and path in FIELDS} | entries


@drawn(draft=st.sampled_from(KINDS).flatmap(odd_facts))
def test_whatever_can_be_read_can_be_judged(draft):
    assert broken(lambda policy: judge(draft, policy).outcome in ORDER[draft.kind]) == []
