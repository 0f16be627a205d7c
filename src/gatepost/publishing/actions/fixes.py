"""Put a finding right by one tap."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from gatepost.consents.models import Pupil
from gatepost.publishing.actions import drafts, pictures
from gatepost.publishing.actions.drafts import touch
from gatepost.publishing.actions.locking import locked
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.asking import assess_post
from gatepost.publishing.assess import Assessment
from gatepost.publishing.changes import around, changes_of, passage, to_take_back
from gatepost.publishing.checks import check_can_edit
from gatepost.publishing.cited import clauses_of
from gatepost.publishing.findings import Finding, findings
from gatepost.publishing.fixes import TAPS, Remedy, remedies, rewritten
from gatepost.publishing.models import Change, Picture, Post
from gatepost.publishing.wording import title
from gatepost.schools.errors import UnableTo
from gatepost.schools.seat import Seat

CHANGED = "What this was about has changed since. Look at the answers again."
TOO_LATE = "This can’t be taken back by one tap any more: the draft has changed since. Write it as you want it."


@transaction.atomic
def apply(post: Post, *, key: str, seat: Seat, at: datetime) -> str:
    """Do what a remedy of a finding says, `key` being the remedy's. Returns what was done, in words.

    The post is assessed again: raises UnableTo where the finding does not stand any more, or its words are others.
    """
    post = locked(post, seat)
    check_can_edit(post, seat)
    assessment = assess_post(post, at=at)
    finding, remedy = found(assessment, key, contacts=post.school.contacts)
    # The clause that is shown: which one speaks of somebody who can't be shown would say why not.
    ref, heading = clauses_of(finding, assessment)[0].id, title(finding, assessment)
    if remedy.kind == "drop":
        done, changed = _drop(post, remedy, seat=seat, at=at)
    else:
        done, changed = _write(post, finding, remedy) if remedy.kind == "write" else _mean(post, finding, remedy)
        touch(post, at=at)
    Change.objects.create(
        post=post, kind=remedy.kind, clause=ref, title=heading[:300], by=seat.person, at=at, **changed
    )
    recorded("fix.applied", post, by=seat.actor, at=at, ref=ref)
    return done


@transaction.atomic
def undo(post: Post, *, change: int, seat: Seat, at: datetime) -> str:
    """Take the last tap back, `change` being the id of what it changed. Returns what was done, in words.

    Raises UnableTo where the text is not as that tap left it, or it took a picture out.
    """
    post = locked(post, seat)
    check_can_edit(post, seat)
    last = to_take_back(changes_of(post), text=post.text)
    if last is None or last.pk != change:
        raise UnableTo(TOO_LATE)
    if last.pupil is not None:
        post.named.remove(last.pupil)
    else:
        post.text = last.text_before
    touch(post, at=at)
    last.delete()
    recorded("fix.undone", post, by=seat.actor, at=at, ref=last.clause)
    return f"Taken back: “{last.was.strip()}” stands there as it did."


@transaction.atomic
def keep(post: Post, *, key: str, reason: str, seat: Seat, at: datetime) -> None:
    """Keep what a finding is about, and say why; `key` is the finding's.

    The post is assessed again: raises UnableTo where the finding does not stand any more, where its clauses leave no
    room, or where no reason is given.
    """
    finding = standing(assess_post(post, at=at), key)
    if not finding.may_be_kept:
        raise UnableTo("The policy leaves no room here. Put it right, or leave it out.")
    drafts.keep(post, clause=finding.clause, cause=finding.cause, reason=reason, seat=seat, at=at)


@transaction.atomic
def put_right_after_all(post: Post, *, key: str, seat: Seat, at: datetime) -> None:
    """Take back that something was kept: it is to be put right again. `key` is the finding's.

    The post is assessed again: raises UnableTo where the finding does not stand any more, or was not kept.
    """
    finding = standing(assess_post(post, at=at), key)
    drafts.keep_no_longer(post, clause=finding.clause, cause=finding.cause, seat=seat, at=at)


def found(assessment: Assessment, key: str, *, contacts: list[str]) -> tuple[Finding, Remedy]:
    """Return the finding and the remedy of a key. Raises UnableTo where there is none such now."""
    for finding in findings(assessment):
        for remedy in remedies(finding, assessment, contacts=contacts):
            if remedy.key == key and remedy.kind in TAPS:
                return finding, remedy
    raise UnableTo(CHANGED)


def standing(assessment: Assessment, key: str) -> Finding:
    """Return the finding of a key. Raises UnableTo where it does not stand any more."""
    for finding in findings(assessment):
        if finding.key == key:
            return finding
    raise UnableTo(CHANGED)


def _write(post: Post, finding: Finding, remedy: Remedy) -> tuple[str, dict[str, Any]]:
    text = rewritten(post.text, finding, remedy)
    if text is None:
        raise UnableTo(CHANGED)
    said, kept = passage(post.text, text), {"text_before": post.text, "text_after": text}
    post.text = text
    done = (
        f"“{said.was.strip()}” is now “{said.now.strip()}”."
        if said.now.strip()
        else f"“{said.was.strip()}” is taken out."
    )
    return done, asdict(said) | kept


def _mean(post: Post, finding: Finding, remedy: Remedy) -> tuple[str, dict[str, Any]]:
    pupil = Pupil.objects.of(post.school_id).get(pk=remedy.pk)
    post.named.add(pupil)
    where, kept = finding.matter.where, {"text_after": post.text, "pupil": pupil, "now": remedy.label}
    said = asdict(around(post.text, where.start, where.end)) if where else {"was": finding.matter.words}
    return f"“{finding.matter.words}” is {remedy.label}.", said | kept


def _drop(post: Post, remedy: Remedy, *, seat: Seat, at: datetime) -> tuple[str, dict[str, Any]]:
    picture = Picture.objects.of(post.school_id).filter(post=post, pk=remedy.pk).select_related("post").first()
    if picture is None:
        raise UnableTo(CHANGED)
    number = [one.pk for one in post.pictures.all()].index(picture.pk) + 1
    was = f"Picture {number}: {picture.alt_text or 'without a description'}"
    pictures.remove(picture, seat=seat, at=at)
    return "The picture is taken out.", {"was": was}
