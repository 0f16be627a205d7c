"""Put a finding right by one tap."""

import re
from datetime import datetime

from django.db import transaction

from gatepost.consents.models import Pupil
from gatepost.publishing.actions import drafts, pictures
from gatepost.publishing.actions.drafts import touch
from gatepost.publishing.actions.locking import locked
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.asking import assess_post
from gatepost.publishing.assess import Assessment
from gatepost.publishing.checks import check_can_edit
from gatepost.publishing.desk import clauses_of
from gatepost.publishing.findings import Finding, findings
from gatepost.publishing.fixes import TAPS, Remedy, remedies
from gatepost.publishing.models import Picture, Post
from gatepost.schools.errors import UnableTo
from gatepost.schools.seat import Seat

CHANGED = "What this was about has changed since. Look at the answers again."


@transaction.atomic
def apply(post: Post, *, key: str, seat: Seat, at: datetime) -> str:
    """Do what a remedy of a finding says, `key` being the remedy's. Returns what was done, in words.

    The post is assessed again: raises UnableTo where the finding does not stand any more, or its words are others.
    """
    post = locked(post, seat)
    check_can_edit(post, seat)
    assessment = assess_post(post, at=at)
    finding, remedy = found(assessment, key, contacts=post.school.contacts)
    if remedy.kind == "drop":
        _drop(post, remedy, seat=seat, at=at)
        done = "The picture is taken out."
    else:
        done = _write(post, finding, remedy) if remedy.kind == "write" else _mean(post, finding, remedy)
        touch(post, at=at)
    # The clause that is shown: which one speaks of somebody who can't be shown would say why not.
    recorded("fix.applied", post, by=seat.actor, at=at, ref=clauses_of(finding, assessment)[0].id)
    return done


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


def _write(post: Post, finding: Finding, remedy: Remedy) -> str:
    where, words = finding.matter.where, finding.matter.words
    if where is None or post.text[where.start : where.end] != words:
        raise UnableTo(CHANGED)
    post.text = joined(post.text[: where.start], remedy.text, post.text[where.end :])
    return f"“{words}” is now “{remedy.text}”." if remedy.text else f"“{words}” is taken out."


def _mean(post: Post, finding: Finding, remedy: Remedy) -> str:
    post.named.add(Pupil.objects.of(post.school_id).get(pk=remedy.pk))
    return f"“{finding.matter.words}” is {remedy.label}."


def _drop(post: Post, remedy: Remedy, *, seat: Seat, at: datetime) -> None:
    picture = Picture.objects.of(post.school_id).filter(post=post, pk=remedy.pk).select_related("post").first()
    if picture is None:
        raise UnableTo(CHANGED)
    pictures.remove(picture, seat=seat, at=at)


def joined(before: str, middle: str, after: str) -> str:
    """Return a text whose middle was changed, without what stays behind where words are taken out.

    That is a blank, and a preposition that stands before nothing: “See you at, on Friday.”
    """
    if middle:
        return before + middle + after
    if re.match(r"\s*([.,;:!?)]|$)", after):
        before = _DANGLING.sub("", before)
    if before[-1:] in {" ", ""} or before[-1:] == "\n":
        after = after.lstrip(" ")
    if re.match(r"[.,;:!?)]", after):
        before = before.rstrip(" ")
    return before + after


_DANGLING = re.compile(r"(?<=\w)[ ]+(?:at|in|on|from|to|near)[ ]*$")
