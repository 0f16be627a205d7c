from datetime import date

import pytest

from gatepost.consents.actions import answers
from gatepost.publishing.actions import drafts
from gatepost.publishing.asking import assess_post
from gatepost.publishing.findings import Finding, findings
from tests.cast import AT, Cast, by_system, cast, draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def found(people: Cast, **of_draft) -> tuple[Finding, ...]:
    return findings(assess_post(draft(people, **of_draft), at=AT))


def test_a_post_that_nothing_is_wrong_with_has_no_findings(people):
    assert found(people) == ()


def test_that_somebody_signs_it_off_is_a_step_and_no_finding(people):
    assessment = assess_post(draft(people), at=AT)
    assert assessment.outcome == "needs_approval"
    assert findings(assessment) == ()


def test_each_cause_stands_once_in_an_answer(people):
    post = draft(people, text="Ring Jo on 07700 900118.")
    phones = [one for one in findings(assess_post(post, at=AT)) if one.matter.words == "07700 900118"]
    assert [one.answer for one in phones] == ["lawful", "allowed"]


def test_whoever_cannot_be_shown_stands_under_lawful_alone(people):
    shown = found(people, shown=(people.zofia,))
    assert [(one.answer, one.kind, one.matter.person, one.matter.element) for one in shown] == [
        ("lawful", "stop", "Zofia", "photo")
    ]


@pytest.mark.parametrize("policy", ["southport", "north-star", "true-learning", "littleover", "everyone-matters"])
@pytest.mark.parametrize(
    "answer",
    [
        {"state": "refused"},
        {"state": "granted", "expires_on": date(2026, 11, 1)},
        {"state": "granted", "given_by": "other"},
        {"state": "granted", "in_writing": False},
    ],
    ids=["refused", "expired", "from somebody without a say", "not in writing"],
)
def test_a_reason_why_somebody_cannot_be_shown_never_tells_it_from_another(policy, answer):
    people = cast(policy=policy)
    unanswered = draft(people, shown=(people.zofia,))
    before = [(one.matter, one.kind) for one in findings(assess_post(unanswered, at=AT)) if one.cannot_be_shown]
    answers.record(people.zofia, element="photo", tier="social", **{"given_by": "parent", **answer}, **by_system)
    after = [(one.matter, one.kind) for one in findings(assess_post(unanswered, at=AT)) if one.cannot_be_shown]
    assert after in (before, [])  # a policy that does not ask for writing takes a word for it


def test_two_pupils_of_one_first_name_are_told_apart(people):
    text = "Well done to Oliver Hartley."
    (name,) = [one for one in found(people, text=text, shown=(people.oliver,)) if one.matter.element == "name"]
    assert (name.matter.person, name.matter.words) == ("Oliver", "Oliver Hartley")


def test_a_cause_names_a_picture_by_what_stays_when_another_is_taken_out(people):
    post = draft(people, shown=(people.oliver,), face_shown="recognisable")
    picture = post.pictures.get()
    (face,) = findings(assess_post(post, at=AT))
    assert face.cause == f"picture:{picture.pk}.face_shown=recognisable"


def test_a_finding_that_was_kept_stops_nothing():
    people = cast(policy="everyone-matters", slug="foxglove")
    post = draft(people, shown=(people.oliver,), names_visible="first")
    alone = next(one for one in findings(assess_post(post, at=AT)) if one.may_be_kept)
    drafts.keep(post, clause=alone.clause, cause=alone.cause, reason="It is his own work", seat=people.amara, at=AT)
    kept = next(one for one in findings(assess_post(post, at=AT)) if one.may_be_kept)
    assert (alone.stops, kept.stops, kept.waived) == (True, False, "It is his own work")


def test_what_is_only_unsaid_is_not_kept(people):
    (face,) = found(people, shown=(people.oliver,), face_shown="recognisable")
    assert (face.kind, face.may_be_kept) == ("fix", False)


def test_what_is_unlawful_is_never_kept(people):
    assert [one.may_be_kept for one in found(people, shown=(people.zofia,))] == [False]


def test_a_key_says_nothing_and_stays_while_the_finding_does(people):
    (one,) = found(people, shown=(people.zofia,))
    (again,) = found(people, shown=(people.zofia,))
    assert one.key == again.key
    assert "zofia" not in one.key.lower()


def test_the_same_words_twice_have_two_keys(people):
    text = "Ring 07700 900118, or later 07700 900118."
    keys = {one.key for one in found(people, text=text) if one.answer == "allowed"}
    assert len(keys) == 2
