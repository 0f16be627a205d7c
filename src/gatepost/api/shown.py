"""Rows as the shapes that leave."""

from typing import Any, Final

from gatepost.api.shapes import BoxOut, ChangeOut, DeliveryOut, FindingOut, PictureOut, PostOut, StepOut, VersionOut
from gatepost.publishing.assess import Assessment
from gatepost.publishing.changes import PutRight, changes_of, put_right
from gatepost.publishing.cited import clauses_of
from gatepost.publishing.content import Content
from gatepost.publishing.findings import Finding, findings
from gatepost.publishing.fixes import TAPS, remedies
from gatepost.publishing.models import Delivery, Picture, Post, Version
from gatepost.publishing.pictures.boxes import Spot, spots
from gatepost.publishing.queries import current_version, deliveries_of
from gatepost.publishing.steps import steps


def post_out(post: Post, assessment: Assessment | None = None) -> PostOut:
    """Return a post as it stands; with an assessment, what the policy makes of it too."""
    version = current_version(post)
    out = PostOut(
        id=post.pk, status=post.status, text=post.text, edits=post.edits, version=version.pk if version else None,
        channels=list(post.channels.values_list("pk", flat=True)),
    )  # fmt: skip
    if assessment is not None:
        out.answers = assessment.answers
        out.findings = [_finding(one, assessment, post) for one in findings(assessment)]
        out.unknown = list(assessment.unknown)
        out.steps = [StepOut(asks=list(step.asks), clauses=list(step.clauses)) for step in steps(assessment)]
        out.put_right = [_change(one) for one in put_right(changes_of(post), text=post.text)]
    return out


def _change(one: PutRight) -> ChangeOut:
    change = one.change
    return ChangeOut(
        id=change.pk, kind=change.kind, clause=change.clause, was=change.was, now=change.now, undo=one.back
    )  # fmt: skip


def _finding(one: Finding, assessment: Assessment, post: Post) -> FindingOut:
    where = one.where
    offered = remedies(one, assessment, contacts=post.school.contacts)
    # As on the pages: what is said of somebody who can't be shown is the same whatever the cause.
    clauses = clauses_of(one, assessment)
    return FindingOut(
        key=one.key, number=one.number, answer=one.answer, kind=one.kind,
        outcome="block" if one.cannot_be_shown else one.reason.outcome,
        clauses=list(dict.fromkeys(cited.id for cited in clauses)),
        strength=clauses[0].strength, says=clauses[0].says, where=None if where is None else [where.start, where.end],
        may_be_kept=one.may_be_kept, waived=one.waived,
        remedies=[remedy.key for remedy in offered if remedy.kind in TAPS],
    )  # fmt: skip


def version_out(version: Version, assessment: Assessment, *, with_pupils: bool) -> VersionOut:
    """Return a version with what its approver must answer. Who is in it is for those who may see pupils."""
    return VersionOut(
        id=version.pk, post=version.post_id, number=version.number, status=version.post.status, digest=version.digest,
        content=_content(version.content, with_pupils=with_pupils), steps=[StepOut(**kept) for kept in version.steps],
        questions=[question.key for question in assessment.questions()],
        deliveries=[one.pk for one in deliveries_of(version)],
    )  # fmt: skip


_INSIDE: Final = frozenset({"file", "seen", "marks", "dhash", "look", "look_since"})
"""What Gatepost keeps of a picture for itself: where its file lies, and what was read in it before it was covered."""


def _content(content: Content, *, with_pupils: bool) -> dict[str, Any]:
    """Return what a version says and shows, without what nobody was meant to read in its pictures."""
    hidden = _INSIDE if with_pupils else _INSIDE | {"pupils"}
    pictures = [{key: one[key] for key in one if key not in hidden} for one in content["pictures"]]
    return {key: content[key] for key in content if with_pupils or key != "named"} | {"pictures": pictures}


def delivery_out(delivery: Delivery) -> DeliveryOut:
    """Return a delivery as it stands."""
    return DeliveryOut(
        id=delivery.pk, version=delivery.version_id, channel=delivery.channel_id, status=delivery.status,
        due_at=delivery.due_at, address=delivery.address,
    )  # fmt: skip


def picture_out(picture: Picture) -> PictureOut:
    """Return a picture as it stands."""
    return PictureOut(
        id=picture.pk, position=picture.position, sha256=picture.sha256, width=picture.width, height=picture.height,
        removed=picture.removed, alt_text=picture.alt_text, face_shown=picture.face_shown,
        people_said=picture.people_said, look=picture.look,
        boxes=[_box(one) for one in spots(picture.seen, picture.marks)],
    )  # fmt: skip


def _box(spot: Spot) -> BoxOut:
    area = [spot.area.x, spot.area.y, spot.area.width, spot.area.height]
    return BoxOut(key=spot.key, box=area, text=spot.text, said=spot.said, pupil=spot.pupil)
