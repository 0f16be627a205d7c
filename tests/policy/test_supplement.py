"""A school may say its trust's policy more strictly; whatever loosens it is refused, with both clauses named."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gatepost import library
from gatepost.policy.compile import compile_policy
from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.errors import PolicyError
from gatepost.policy.evaluate import evaluate
from gatepost.policy.facts.situation import parse_situation
from gatepost.policy.outcomes import RANK
from gatepost.policy.reading.document import read_document
from gatepost.policy.supplement import combine
from tests.conftest import SLOW
from tests.policy.invented import situations, trusts_and_schools

TRUST = """
policy: example-trust
title: Trust policy
note: Invented.
adopted_by: Example Trust
body: trust
people: [staff, governor]
owner: ceo
channels:
  - {platform: facebook, ref: '1', posters: [headteacher]}
sections:
  - id: '1'
    title: Contact
    clauses:
      - ref: '1'
        points:
          - strength: should_not
            says: 'No contact with pupils on social media.'
            controls:
              - contact_bar: {people: [pupil], except_family: immediate, recent_months: 12}
            duty: {do: 'Check friends', owner: headteacher}
          - strength: will
            says: 'Private use stays in breaks.'
            controls:
              - personal_time: {barred_time: working_time, allowed_periods: [lunch, break]}
      - ref: '2'
        points: [{strength: must, says: 'A post is seen first.', controls: [oversight: {route: headteacher}]}]
"""
SCHOOL = """
policy: example-school
title: School supplement
note: Invented.
adopted_by: Example School
supplements: example-trust
sections:
  - id: '1'
    title: Contact
    clauses:
      - ref: '1'
        points:
          - strength: must_not
            says: 'No contact with pupils or parents on social media.'
            controls:
              - contact_bar: {people: [pupil, parent], except_family: immediate, recent_months: 24}
  - id: S
    title: Ours
    clauses:
      - ref: S.1
        points: [{strength: must, says: 'No politics.', controls: [political]}]
"""


def trust():
    """The trust's policy."""
    return read_document(TRUST, file="trust.yaml")


def school(old="", new=""):
    """The school's supplement, with one thing changed."""
    assert old in SCHOOL
    return read_document(SCHOOL.replace(old, new, 1), file="school.yaml")


def outcome(document, kind, **facts):
    """What a document says of a situation."""
    return evaluate([compile_policy(document)], parse_situation({"kind": kind, "facts": facts})).outcome


def test_a_supplement_tightens_a_clause_and_adds_another():
    combined = combine(trust(), school())
    assert [clause.ref for clause in combined.clauses] == ["1", "2", "S.1"]
    assert outcome(combined, "question", contact_with={"role": "parent", "relationship": "none"}) == "block"


def test_what_is_not_restated_stays():
    combined = combine(compile_policy(trust()), school())
    assert [carrier.kind for carrier in combined.points[0].carriers] == ["control", "duty"]
    assert outcome(combined, "access", period="ppa", purpose="personal") == "block"


def test_the_combined_policy_is_the_schools_under_its_trusts_head():
    head = combine(trust(), school()).head
    assert (head.id, head.supplements, head.owner) == ("example-school", "example-trust", "ceo")
    assert (head.people, [row.platform for row in head.channels]) == (("staff", "governor"), ["facebook"])


LOOSER = {
    "a weaker strength": ("strength: must_not", "strength: strongly_advised", "`should_not`"),
    "another kind of strength": ("strength: must_not", "strength: must", "`should_not`"),
    "fewer people barred": ("people: [pupil, parent]", "people: [parent]", "[pupil]"),
    "a shorter time": ("recent_months: 24", "recent_months: 6", "`12`"),
    "a wider exception": ("except_family: immediate", "except_family: close", "may not change"),
    "a fixed parameter left to its default": ("except_family: immediate, ", "", "may not change"),
    "fewer groups bound": (
        "- strength: must_not",
        "- who: [pupil]\n            strength: must_not",
        "governor and staff",
    ),
}


@pytest.mark.parametrize(("old", "new", "words"), LOOSER.values(), ids=LOOSER)
def test_a_loosening_is_refused_and_names_both_clauses(old, new, words):
    with pytest.raises(PolicyError) as caught:
        combine(trust(), school(old, new))
    (problem,) = caught.value.problems
    assert "Clause `1` (school.yaml:11)" in problem.message
    assert "clause `1` of `example-trust` (trust.yaml:15)" in problem.message
    assert words in f"{problem.message} {problem.hint}"


ADDITIONS = {
    "an exception to a clause of the trust": (
        "[political]",
        "[sharing_exception: {platforms: [x], lifts: ['1:contact_bar']}]",
        "exception",
    ),
    "a channel that the trust's table governs": (
        "supplements:",
        "channels: [{platform: facebook, ref: S.1}]\nsupplements:",
        "governs",
    ),
    "another trust": ("supplements: example-trust", "supplements: other", "not `example-trust`"),
    "no trust": ("supplements: example-trust\n", "", "no policy"),
    "another nation": ("supplements:", "nation: wales\nsupplements:", "wales"),
    "fewer people": ("supplements:", "people: [staff]\nsupplements:", "governor"),
    "a clause that is nowhere": ("[political]", "[sharing_exception: {platforms: [x], lifts: ['9']}]", "there is none"),
}


@pytest.mark.parametrize(("old", "new", "words"), ADDITIONS.values(), ids=ADDITIONS)
def test_an_addition_that_would_loosen_is_refused(old, new, words):
    with pytest.raises(PolicyError, match=words):
        combine(trust(), school(old, new))


NEAR_MISSES = {
    "the same strength": ("strength: must_not", "strength: should_not"),
    "an equal strength": ("strength: must_not", "strength: will_not"),
    "the people in another order": ("[pupil, parent]", "[parent, pupil]"),
    "the same months": ("recent_months: 24", "recent_months: 12"),
    "an exception to a clause of its own": (
        "[political]",
        "[political, sharing_exception: {platforms: [x], lifts: [S.1]}]",
    ),
    "a channel on another platform": ("supplements:", "channels: [{platform: x, ref: S.1}]\nsupplements:"),
    "more people": ("supplements:", "people: [staff, governor, volunteer]\nsupplements:"),
    "a point more": ("  - id: S", "          - {strength: must, says: 'Another.', controls: [background]}\n  - id: S"),
}


@pytest.mark.parametrize(("old", "new"), NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_what_is_as_strict_or_stricter_is_taken(old, new):
    assert combine(trust(), school(old, new)).head.id == "example-school"


@pytest.mark.parametrize("name", library.IDS)
def test_a_policy_restated_word_for_word_is_no_loosening(name):
    theirs = library.text(name)
    restated = read_document(
        theirs.replace(f"policy: {name}", f"policy: copy\nsupplements: {name}", 1), file="copy.yaml"
    )
    bare = read_document(_without_channels(theirs, name), file="copy.yaml")
    combined = combine(library.document(name), bare)
    assert [point.strength for point in combined.points] == [point.strength for point in restated.points]


def _without_channels(text, name):
    """The policy as a supplement of itself, its table of channels left to the trust."""
    head, _, rest = text.replace(f"policy: {name}", f"policy: copy\nsupplements: {name}", 1).partition("\nchannels:\n")
    lines = rest.splitlines()
    while lines and lines[0].startswith("  - "):
        lines.pop(0)
    return "\n".join([head, *lines])


def check_never_milder(documents, situation):
    """The combined policy decides as strictly as the trust's alone, or more so. Any answer outdoes silence."""
    theirs, ours = documents
    before = evaluate([compile_policy(theirs)], situation).outcome
    after = evaluate([compile_policy(combine(theirs, ours))], situation).outcome
    assert before == "no_rule" or RANK[situation.kind][after] >= RANK[situation.kind][before]


@settings(max_examples=5_000 if SLOW else 150)
@given(st.data())
def test_tightening_never_loosens(data):
    name = data.draw(st.sampled_from([*CONTROLS]))
    check_never_milder(data.draw(trusts_and_schools([name])), data.draw(situations([name])))


@settings(max_examples=5_000 if SLOW else 100)
@given(st.data())
def test_tightening_never_loosens_where_controls_meet(data):
    first = data.draw(st.sampled_from([*CONTROLS]))
    family = [name for name, kind in CONTROLS.items() if set(kind.triggers) & set(CONTROLS[first].triggers)]
    assume(len(family) > 1)
    check_never_milder(data.draw(trusts_and_schools(family)), data.draw(situations(family)))


def test_the_supplement_that_the_guide_shows_can_be_used():
    guide = (Path(__file__).parents[2] / "docs" / "how-to" / "supplement.md").read_text(encoding="utf-8")
    school = read_document(guide.split("```yaml")[1].split("```")[0], file="hillside.yaml")
    joined = combine(library.document("north-star"), school)
    assert {"4.guidance.b1", "hillside.1"} <= {clause.ref for clause in joined.clauses}
