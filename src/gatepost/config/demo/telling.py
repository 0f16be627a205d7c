"""Make a story's post by the actions that people take, one after another."""

import heapq
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from gatepost.channels.queries import open_channels
from gatepost.config.demo.days import working_days_before
from gatepost.config.demo.document import Sketch, Story
from gatepost.config.demo.looks import look_into
from gatepost.config.demo.scenes import drawn
from gatepost.consents.models import Pupil
from gatepost.publishing.actions import drafts, handover, pictures, signoff, takedowns
from gatepost.publishing.asking import assess_version
from gatepost.publishing.models import Post, Version
from gatepost.publishing.queries import to_go_out
from gatepost.publishing.steps import Step, step_of
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seat, seats
from gatepost.schools.seat import Seat

_AGAIN: Final = timedelta(minutes=11)
_LATER: Final = timedelta(hours=3)
_THIS_MORNING: Final = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Teller:
    """Who writes a school's posts, what they answer about each, and the pupils whom they know by first name."""

    school: School
    person: Person
    said: dict[str, object]
    pupils: dict[str, Pupil]

    def seat(self, at: datetime) -> Seat:
        """Return where they sit at a moment."""
        return seat(self.person, self.school, at=at)


def tell(tales: Iterable[Iterator[datetime]]) -> None:
    """Go through tales side by side in the order of time. Each yields the moment of its next act, then does it."""
    waiting = [(next(tale), number, tale) for number, tale in enumerate(tales)]
    heapq.heapify(waiting)
    while waiting:
        _, number, tale = heapq.heappop(waiting)
        if moment := next(tale, None):
            heapq.heappush(waiting, (moment, number, tale))


def tale(story: Story, teller: Teller, *, at: datetime, hour: int) -> Iterator[datetime]:
    """Yield the moments of a story, begun at this hour, and do at each what happens then."""
    now = working_days_before(at, story.days, hour=hour) if story.days else at - _THIS_MORNING
    yield now
    post = drafts.start(seat=teller.seat(now), at=now)
    yield (now := now + _AGAIN)
    _write(post, story, teller, at=now)
    if story.until == "draft":
        return
    yield (now := now + _AGAIN)
    version = signoff.send(post, seat=teller.seat(now), at=now)
    if story.sent_back:
        version = yield from _come_back(version, story, teller, after=now)
    if story.until != "waiting":
        yield from _go_on(version, story, teller)


def _come_back(
    version: Version, story: Story, teller: Teller, *, after: datetime
) -> Generator[datetime, None, Version]:
    """Send a version back, put it right and send it again. Returns the new version."""
    yield (now := after + _AGAIN)
    signer = _signer(version, step_of(version.steps[0]), at=now)
    signoff.send_back(version, seat=signer, reason=story.sent_back, at=now)
    yield (now := now + _AGAIN)
    drafts.edit(version.post, text=story.text, seat=teller.seat(now), at=now)
    return signoff.send(version.post, seat=teller.seat(now), at=now)


def _go_on(version: Version, story: Story, teller: Teller) -> Iterator[datetime]:
    now = version.sent_at
    for kept in version.steps:
        yield (now := now + _AGAIN)
        _approve(version, step_of(kept), at=now)
    if story.until != "ready":
        yield from _go_out(version, story, teller, after=now)


def _write(post: Post, story: Story, teller: Teller, *, at: datetime) -> None:
    writer = teller.seat(at)
    facebook = open_channels(teller.school, on=at.date()).filter(platform="facebook")
    for sketch in story.pictures:
        _picture(post, sketch, teller, at=at)
    drafts.edit(
        post, text=story.first_text or story.text, channels=[one.pk for one in facebook],
        other_ways=["newsletter", "letter"], said=teller.said, seat=writer, at=at,
    )  # fmt: skip


def _picture(post: Post, sketch: Sketch, teller: Teller, *, at: datetime) -> None:
    added = pictures.add(post, data=drawn(sketch.scene), name=f"{sketch.scene}.jpg", seat=teller.seat(at), at=at)
    pictures.describe(
        added, alt_text=sketch.alt, face_shown=sketch.face, names_visible="none", capture_device="school_device",
        pupils=[teller.pupils[first].pk for first in sketch.pupils], seat=teller.seat(at), at=at,
    )  # fmt: skip
    look_into(added, sketch.scene)


def _approve(version: Version, step: Step, *, at: datetime) -> None:
    answers = {question.key: "yes" for question in assess_version(version, at=at).questions()}
    signer = _signer(version, step, at=at)
    signoff.approve(version, seat=signer, seen=version.digest, answers=answers, at=at)


def _signer(version: Version, step: Step, *, at: datetime) -> Seat:
    """Return somebody who may take this step: the school's own approver, where that is one."""
    decided = {version.post.author_id, *version.approvals.values_list("person", flat=True)}
    able = [one for one in seats(version.post.school, at=at) if one.may(Permission.SIGN_OFF)]
    able.sort(key=lambda one: "approver" not in one.roles)
    return next(one for one in able if one.person.pk not in decided and step.answered_by(one))


def _go_out(version: Version, story: Story, teller: Teller, *, after: datetime) -> Iterator[datetime]:
    delivery = to_go_out(teller.school).get(version=version)
    yield (now := after + _LATER)
    delivery = handover.claim(delivery, seat=teller.seat(now), at=now)
    yield (now := now + _AGAIN)
    address = f"{delivery.channel.address}/posts/{version.digest[:8]}"
    delivery = handover.mark_live(delivery, address=address, seat=teller.seat(now), at=now)
    if story.verified:
        yield (now := now + _AGAIN)
        handover.verify(delivery, seat=teller.seat(now), at=now)
    if story.until == "down":
        yield (now := now + _LATER / 2)
        takedowns.ask(delivery, seat=teller.seat(now), reason=story.taken_down, at=now)
        yield (now := now + _AGAIN)
        takedowns.done(delivery, seat=teller.seat(now), proof=story.proof, at=now)
