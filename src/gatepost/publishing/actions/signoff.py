"""Send a draft for sign-off, and decide about it."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gatepost.audit.actor import SYSTEM, Actor
from gatepost.publishing.actions import boxes, resembling
from gatepost.publishing.actions.locking import locked, locked_version
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.appearing import appearing_in
from gatepost.publishing.asking import assess_post, assess_version, policy_now
from gatepost.publishing.checks import (
    check_answered,
    check_can_edit,
    check_can_send,
    check_has_accepted,
    check_is_whole,
    check_nothing_stops,
    check_same,
    step_for,
)
from gatepost.publishing.content import digest
from gatepost.publishing.gate import agreed_roles, answers_kept
from gatepost.publishing.models import Approval, Delivery, Post, Use, Version
from gatepost.publishing.queries import current_version
from gatepost.publishing.reasons import written
from gatepost.publishing.states import WAITING_TO_GO
from gatepost.publishing.steps import Step, step_of, steps
from gatepost.publishing.uses import still_names_a_leaver, uses_a_leaver
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats_of
from gatepost.schools.seat import Seat


@transaction.atomic
def send(post: Post, *, seat: Seat, at: datetime) -> Version:
    """Freeze a draft as its next version and send it to whoever the policy says must agree.

    Raises UnableTo, with the first thing to do, while anything stands in the way.
    """
    post = locked(post, seat)
    seat = still(seat)
    check_can_edit(post, seat)
    check_is_whole(post, at=at)
    assessment = assess_post(post, at=at)
    wanted = steps(assessment)
    check_can_send(assessment, wanted, seat, at=at)
    content = dict(assessment.content)
    if still_names_a_leaver(post, content, on=timezone.localdate(at)):
        raise UnableTo("This still names somebody who can’t be shown any more. Take the name out, then send it.")
    version = Version.objects.create(
        post=post, number=Version.objects.of(post.school_id).filter(post=post).count() + 1, content=content,
        digest=digest(content), policy_digest=assessment.policy.digest,
        verdict=[one.verdict.as_json() for one in assessment.judged], steps=[step.as_json() for step in wanted],
        sent_by=seat.person, sent_at=at,
    )  # fmt: skip
    used = appearing_in(content, assessment.roster)
    Use.objects.bulk_create(
        Use(version=version, pupil_id=one.pupil, how=one.how, full=one.full, maybe=one.maybe) for one in used
    )
    _move(post, "waiting", at=at)
    boxes.let_go(post, by=seat.actor, at=at)
    recorded("post.sent", post, by=seat.actor, at=at, version=version.number, digest=version.digest)
    return version


@transaction.atomic
def approve(version: Version, *, seat: Seat, seen: str, answers: Mapping[str, str], at: datetime) -> Approval:
    """Say yes to a version. `seen` is the digest on the approver's page, `answers` their yes or no by question key.

    With the last approval that is asked for, the version is approved and can be handed over.
    """
    version = locked_version(version, seat)
    seat = still(seat)
    seat.check_may(Permission.SIGN_OFF)
    step = step_for(version, seat)
    check_same(version, seen)
    check_has_accepted(seat, policy_now(seat.school, at=at))
    if uses_a_leaver(version, on=timezone.localdate(at)):
        raise UnableTo("Somebody in this post can’t be shown any more. Send it back.")
    today = assess_version(version, at=at)
    asked = today.questions()
    check_answered(asked, answers)
    answers = {question.key: answers[question.key] for question in asked}
    check_nothing_stops(today.with_answers(answers))
    approval = _decided(version, step, seat, yes=True, answers=answers, at=at)
    recorded("approval.given", version.post, by=seat.actor, at=at, version=version.number, role=step.name,
             digest=version.digest)  # fmt: skip
    _finish(version, at=at)
    return approval


def _finish(version: Version, *, at: datetime) -> None:
    """Approve the version where every step has its yes, and the policy asks for nobody further."""
    given = list(Approval.objects.of(version.post.school_id).filter(version=version, yes=True))
    if {row.step for row in given} != {step_of(kept).key for kept in version.steps}:
        return
    today = assess_version(version, at=at, approved_by=agreed_roles(version, given), answers=answers_kept(given))
    if any(reason.outcome == "needs_approval" and not reason.supports for reason in today.reasons):
        further = [step for step in steps(today) if step.key not in {row.step for row in given}]
        if not further:
            raise UnableTo("The policy asks for an approval that nobody can give to this post. Send it back.")
        raise UnableTo("What the policy asks has changed since this was sent. Send it back, to be sent again.")
    _move(version.post, "approved", at=at)
    for channel in version.content["channels"]:
        Delivery.objects.create(version=version, channel_id=channel, key=secrets.token_urlsafe(24), made_at=at,
                                due_at=version.post.go_out_at or at + timedelta(days=1))  # fmt: skip
    # Which policy, and what it came to with everybody's answers and approvals: the gate asks anew.
    recorded("post.approved", version.post, by=SYSTEM, at=at, version=version.number, policy=today.policy.digest,
             outcome=today.outcome)  # fmt: skip


@transaction.atomic
def send_back(version: Version, *, seat: Seat, reason: str, at: datetime, for_a_picture: bool = False) -> None:
    """Say no to a version, and say what should change. The post is a draft again.

    Where it is `for_a_picture`, whoever adds one like it to another post is told so.
    """
    version = locked_version(version, seat)
    seat = still(seat)
    seat.check_may(Permission.SIGN_OFF)
    step = step_for(version, seat)
    why = written(reason, missing="Say what should change, so that the author can put it right.", longest=2_000)
    _decided(version, step, seat, yes=False, answers={}, at=at, reason=why)
    if for_a_picture:
        resembling.remember(version, why="sent_back", by=seat.actor, at=at)
    _end(version, because=f"Sent back by {seat.person}: {why}", at=at)
    recorded("post.sent_back", version.post, by=seat.actor, at=at, version=version.number, reason=why)


@transaction.atomic
def recall(post: Post, *, seat: Seat, at: datetime) -> None:
    """Take a post back from sign-off, or after it, to change it. What was approved is void."""
    post = locked(post, seat)
    seat.check_may(Permission.WRITE_POSTS)
    if post.author_id != seat.person.pk:
        raise NotAllowed(f"This post is {post.author}’s. Only they can take it back.")
    version = current_version(post)
    if version is None:
        raise UnableTo("This is a draft already.")
    check_none_is_out(version)
    version.post = post
    _end(version, because=f"Taken back by {seat.person}", at=at)
    recorded("post.recalled", post, by=seat.actor, at=at)


@transaction.atomic
def void(version: Version, *, because: str, by: Actor, at: datetime) -> None:
    """End a version that may not go out any more. What of it is out already stays on the archive's list."""
    version = locked_version(version, None)
    if version.ended_at is not None:
        return
    _end(version, because=because, at=at)
    recorded("approval.void", version.post, by=by, at=at, version=version.number, reason=because)


def still(seat: Seat) -> Seat:
    """Return a seat as it is now: what waited for a lock must not act by a role that has ended meanwhile."""
    return seats_of([seat.person], seat.school)[seat.person.pk]


def check_none_is_out(version: Version) -> None:
    """Raise UnableTo where any of a version is out: then it is taken down, not edited."""
    rows = Delivery.objects.of(version.post.school_id).filter(version=version)
    if rows.filter(published_at__isnull=False).exists():
        raise UnableTo("This post is out. Ask for it to be taken down, and write a new one.")


def _end(version: Version, *, because: str, at: datetime) -> None:
    """Pull what is not out, and make the post a draft again; of a post that is out somewhere, only the former."""
    deliveries = Delivery.objects.of(version.post.school_id).filter(version=version)
    deliveries.filter(status__in=WAITING_TO_GO).update(status="pulled", ended_because=because[:300])
    if deliveries.filter(published_at__isnull=False).exists():
        return
    version.ended_at, version.ended_because = at, because[:300]
    version.save(update_fields=["ended_at", "ended_because"])
    _move(version.post, "draft", at=at)


def _move(post: Post, status: str, *, at: datetime) -> None:
    post.status, post.changed_at = status, at
    post.save(update_fields=["status", "changed_at"])


def _decided(
    version: Version, step: Step, seat: Seat, *, yes: bool, answers: Mapping[str, str], at: datetime, reason: str = ""
) -> Approval:
    return Approval.objects.create(
        version=version, person=seat.person, author=version.post.author, step=step.key,
        role=step.answered_by(seat) or "", yes=yes, digest=version.digest, reason=reason, answers=dict(answers), at=at,
        expires_at=at + timedelta(days=settings.APPROVAL_DAYS),
    )  # fmt: skip
