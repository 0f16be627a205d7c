from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from gatepost.audit.models import Event
from gatepost.channels.actions import register
from gatepost.publishing.actions import drafts, handover, signoff
from gatepost.publishing.asking import assess_post, assess_version
from gatepost.publishing.checks import check_fits
from gatepost.publishing.findings import findings
from gatepost.publishing.models import Approval, Delivery, Post
from gatepost.publishing.steps import step_of
from gatepost.schools.errors import NotAllowed, UnableTo
from tests import cast
from tests.cast import AT

pytestmark = pytest.mark.django_db

FACE = {"face_shown": "recognisable", "reason": "First prize in the county fair."}


@pytest.fixture
def school():
    return cast.cast()


def yes_to(version):
    """A yes to every question that the clauses ask of a version."""
    return {question.key: "yes" for question in assess_version(version, at=AT).questions()}


def approve(version, seat, **changed):
    """Approve a version as this person."""
    given = {"seen": version.digest, "answers": yes_to(version), **changed}
    return signoff.approve(version, seat=seat, at=AT, **given)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"text": ""}, "nothing to send"),
        ({"channels": []}, "where it will go"),
        ({"text": "Ring Jo on 07700 900118."}, "Put right what number 1"),
        ({"text": "Well done to Oliver."}, "Put right what number 1"),
    ],
)
def test_a_draft_that_is_not_ready_is_not_sent(school, changed, why):
    post = cast.draft(school)
    drafts.edit(post, seat=school.amara, at=AT, **changed)
    with pytest.raises(UnableTo, match=why):
        signoff.send(post, seat=school.amara, at=AT)


@pytest.mark.parametrize(("over", "said"), [(1, "1 character"), (12, "12 characters")])
def test_words_that_a_platform_does_not_take_are_not_sent(school, over, said):
    x = register.open_channel(school.school, platform="x", name="@brookfield", **cast.by_system)
    post = cast.draft(school, text="a" * (280 + over), channels=(school.channel.pk, x.pk))
    with pytest.raises(UnableTo, match=rf"^Shorten the words for X: they are {said} too long\.$"):
        signoff.send(post, seat=school.amara, at=AT)
    assert Post.objects.of(school.school).get(pk=post.pk).status == "draft"
    check_fits("a" * 280, x)  # what just fits is not refused


def test_a_picture_of_somebody_nobody_asked_about_is_not_sent(school):
    with pytest.raises(UnableTo, match="Put right"):
        cast.waiting(school, shown=(school.zofia,))


def test_sending_freezes_what_was_written(school):
    version = cast.waiting(school)
    Post.objects.of(school.school).update(text="Something else")
    version.refresh_from_db()
    assert version.content["text"] == cast.TEXT


def test_what_waits_is_not_changed_under_its_approver(school):
    version = cast.waiting(school)
    with pytest.raises(NotAllowed, match="Take it back first"):
        drafts.edit(version.post, seat=school.amara, at=AT, text="Other words")


def test_the_author_never_signs_off_their_own(school):
    version = cast.waiting(school)
    cast.people.give_role(school.amara.person, "approver", school=school.school, **cast.by_system)
    both = cast.seat(school.amara.person, school.school, at=AT)
    with pytest.raises(NotAllowed, match="somebody else signs it off"):
        approve(version, both)


def test_the_database_too_refuses_an_authors_own_approval(school):
    approval = Approval.objects.of(school.school).get(version=cast.approved(school))
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.of(school.school).filter(pk=approval.pk).update(person=school.amara.person)


def test_a_yes_to_what_was_not_read_is_refused(school):
    with pytest.raises(UnableTo, match="changed while you were reading"):
        approve(cast.waiting(school), school.ben, seen="0" * 64)


def test_every_question_that_the_clauses_ask_is_answered(school):
    with pytest.raises(UnableTo, match="Answer this first"):
        approve(cast.waiting(school), school.ben, answers={})


def test_a_no_to_a_question_means_sending_it_back(school):
    version = cast.waiting(school)
    asked = list(yes_to(version))
    for key in asked:
        with pytest.raises(UnableTo, match=r"You answered no to .*Send it back"):
            approve(version, school.ben, answers={**dict.fromkeys(asked, "yes"), key: "no"})
    assert not Approval.objects.of(school.school).exists()


def test_a_no_is_a_reason_of_the_verdict_by_the_clause_that_asks(school):
    today = assess_version(cast.waiting(school), at=AT)
    question = today.questions()[0]
    refused = today.with_answers({question.key: "no"})
    (reason,) = set(refused.reasons) - set(today.reasons)
    assert (reason.outcome, reason.source, reason.ref) == ("required", question.source, question.ref)


def test_a_yes_to_every_question_leaves_the_verdict_as_it_was(school):
    today = assess_version(cast.waiting(school, shown=(school.oliver,)), at=AT)
    yes = dict.fromkeys([one.key for one in today.questions()], "yes")
    assert [one.verdict for one in today.with_answers(yes).judged] == [one.verdict for one in today.judged]


@pytest.mark.parametrize("said", ["", "maybe", "YES"])
def test_an_answer_that_is_neither_yes_nor_no_is_none(school, said):
    version = cast.waiting(school)
    with pytest.raises(UnableTo, match="Answer this first"):
        approve(version, school.ben, answers=dict.fromkeys(yes_to(version), said))


def test_answers_to_what_nobody_asks_are_not_kept(school):
    version = cast.waiting(school)
    given = approve(version, school.ben, answers={**yes_to(version), "littleover 9: Is it so?": "no"})
    assert given.answers == yes_to(version)


def test_no_reason_of_the_authors_outweighs_a_no(school):
    version = cast.waiting(school)
    today = assess_version(version, at=AT)
    no = today.with_answers({one.key: "no" for one in today.questions()})
    refused = [one for one in findings(no) if one.refused]
    waivers = [{"clause": one.clause, "cause": one.cause, "reason": "I want to."} for one in refused]
    kept = replace(no, content={**no.content, "waivers": waivers})
    assert [one.stops for one in findings(kept) if one.refused] == [True] * len(refused) != []


def test_what_the_policy_came_to_with_the_answers_is_on_record(school):
    version = cast.approved(school)
    event = Event.objects.get(kind="post.approved", subject=version.post.subject)
    assert (event.facts["policy"], event.facts["outcome"]) == (version.policy_digest, "allow")


def test_somebody_whom_the_policy_does_not_name_cannot_approve(school):
    with pytest.raises(NotAllowed, match="This waits for"):
        approve(cast.waiting(school), school.carys)


def test_somebody_at_another_school_cannot_approve(school):
    with pytest.raises(NotAllowed, match="another school"):
        approve(cast.waiting(school), school.dev)


def test_a_recognisable_face_needs_two_people_one_of_them_the_head(school):
    version = cast.waiting(school, shown=(school.oliver,), **FACE)
    assert [step_of(kept).asks for kept in version.steps] == [("approved_user",), ("headteacher",)]
    approve(version, school.ben)
    assert Post.objects.of(school.school).get().status == "waiting"
    approve(version, school.head)
    assert Post.objects.of(school.school).get().status == "approved"


def test_one_person_does_not_give_two_approvals(school):
    version = cast.waiting(school, shown=(school.oliver,), **FACE)
    approve(version, school.head)
    with pytest.raises(NotAllowed, match="already"):
        approve(version, school.head)


def test_the_last_approval_makes_it_ready_on_each_channel(school):
    cast.approved(school)
    assert [one.status for one in Delivery.objects.of(school.school)] == ["ready"]


def test_sending_back_needs_a_reason_and_makes_it_a_draft(school):
    version = cast.waiting(school)
    with pytest.raises(UnableTo, match="what should change"):
        signoff.send_back(version, seat=school.ben, reason=" ", at=AT)
    signoff.send_back(version, seat=school.ben, reason="The coat pegs show names.", at=AT)
    assert Post.objects.of(school.school).get().status == "draft"


def test_what_was_sent_back_is_signed_off_anew(school):
    version = cast.waiting(school)
    signoff.send_back(version, seat=school.ben, reason="Not yet.", at=AT)
    again = signoff.send(version.post, seat=school.amara, at=AT)
    approve(again, school.ben)
    assert (again.number, Post.objects.of(school.school).get().status) == (2, "approved")


def test_a_post_that_is_out_is_taken_down_and_not_edited(school):
    delivery = cast.published(school)
    with pytest.raises(UnableTo, match="taken down"):
        signoff.recall(delivery.version.post, seat=school.amara, at=AT)


def test_only_its_author_takes_a_post_back(school):
    with pytest.raises(NotAllowed, match="Only they"):
        signoff.recall(cast.waiting(school).post, seat=school.head, at=AT)


def test_a_waiver_of_a_must_counts_for_nothing(school):
    post = cast.draft(school, text="Ring Jo on 07700 900118.")
    found = findings(assess_post(post, at=AT))[0]
    drafts.keep(post, clause=found.clause, cause=found.cause, reason="I want to.", seat=school.amara, at=AT)
    with pytest.raises(UnableTo, match="Put right"):
        signoff.send(post, seat=school.amara, at=AT)


def test_the_whole_way_is_on_record(school):
    delivery = cast.published(school)
    handover.verify(delivery, seat=school.ben, at=AT)
    events = Event.objects.filter(subject=delivery.version.post.subject).order_by("number")
    assert [event.kind for event in events] == [
        "post.drafted", "post.edited", "post.sent", "approval.given", "post.approved", "pack.claimed",
        "post.published", "post.verified",
    ]  # fmt: skip


def test_a_picture_of_nobody_with_somebody_in_it_is_not_sent(school):
    with pytest.raises(UnableTo, match="nobody is in picture 1"):
        cast.waiting(school, shown=(school.oliver,), face_shown="no_people")
