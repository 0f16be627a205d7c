"""What an approver reads before deciding: the version as it stands now, what was flagged, what was done about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gatepost.channels.models import Channel
from gatepost.consents.roster import id_of
from gatepost.policy import CompiledPolicy
from gatepost.policy.document import Point
from gatepost.policy.questions import Question
from gatepost.publishing.asking import Known, assess_version
from gatepost.publishing.assess import Assessment
from gatepost.publishing.changes import changes_until
from gatepost.publishing.desk import Answer, Desk, Shown, desk_of
from gatepost.publishing.matter import called
from gatepost.publishing.models import Approval, Change, Version
from gatepost.publishing.pictures.boxes import spots
from gatepost.publishing.pictures.counting import blurred
from gatepost.publishing.platform_limits import too_much
from gatepost.publishing.queue import Waiting, waiting_of
from gatepost.publishing.steps import Step, step_of
from gatepost.publishing.vouching import Chosen, chosen_by_author, roles_of
from gatepost.schools.granting import seat_then
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@dataclass(frozen=True, slots=True)
class Person:
    """A pupil in the post by first name, how it has them, and whether that can be shown. Never why not."""

    name: str
    can: bool
    hows: tuple[str, ...] = ("shown",)

    @property
    def can_be(self) -> str:
        """What of them can be seen by this post: “Can be named and quoted”. Nothing is said of what is not in it."""
        *before, last = self.hows
        return f"Can be {', '.join(before)} and {last}" if before else f"Can be {last}"


@dataclass(frozen=True, slots=True)
class Going:
    """A channel that the post goes to, and in sentences what its platform will not take."""

    channel: Channel
    too_much: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Righted:
    """Something that was put right before it was sent, and what its clause says.

    `words` says whether whoever looks may read what stood there: a pupil's name may be in it. `later` says that what
    stands there now was written afterwards.
    """

    change: Change
    says: str
    words: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """An approval that is asked for, and who has given it; None while nobody has."""

    step: Step
    approval: Approval | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the sign-off page. `turn` says whose move it is, `done` what was put right before it was sent."""

    version: Version
    desk: Desk
    turn: Waiting
    questions: tuple[Question, ...]
    done: tuple[Righted, ...]
    people: tuple[Person, ...]
    going: tuple[Going, ...]
    signed: tuple[Signed, ...]
    chosen: tuple[Chosen, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The three answers, in their order."""
        return self.desk.answers

    @property
    def stopping(self) -> tuple[Shown, ...]:
        """What keeps this from being approved as things stand today."""
        return tuple(one for one in self.desk.shown if one.finding.stops)

    @property
    def deciding(self) -> tuple[Shown, ...]:
        """What the policy leaves to a person."""
        return tuple(one for one in self.desk.shown if one.finding.kind == "decide" and not one.finding.waived)

    @property
    def kept(self) -> tuple[Shown, ...]:
        """What the author kept, with a reason."""
        return tuple(one for one in self.desk.shown if one.finding.waived)

    @property
    def notes(self) -> tuple[Shown, ...]:
        """What the policy says beside, and stops nothing."""
        return tuple(one for one in self.desk.shown if one.finding.kind == "note" and not one.finding.waived)

    @property
    def blurred(self) -> tuple[tuple[int, str], ...]:
        """The pictures in which something was blurred before it was sent, by number, with what."""
        numbered = enumerate(self.version.content["pictures"], start=1)
        every = ((n, blurred(spots(one.get("seen", {}), one.get("marks", {})))) for n, one in numbered)
        return tuple((number, what) for number, what in every if what)

    @property
    def ticks(self) -> tuple[str, ...]:
        """What was clear."""
        return tuple(dict.fromkeys(tick for answer in self.answers for tick in answer.ticks))

    @property
    def all_can_be_shown(self) -> bool:
        """Whether everybody in it can be shown."""
        return all(person.can for person in self.people)


def sheet(version: Version, seat: Seat, *, at: datetime) -> Sheet:
    """Return what this person reads about a waiting version at a moment."""
    post, turn = version.post, waiting_of(version, seat)
    rows = roles_of(version, seat.person)
    author = seat_then(post.author, post.school, rows, at=at)
    today = assess_version(version, at=at, known=Known(seat=author, incident=getattr(version, "in_incident", None)))
    desk = desk_of(today, contacts=post.school.contacts)
    may = seat.may(Permission.SEE_PUPILS)
    return Sheet(
        version, desk, turn, today.questions(),
        tuple(righted(one, version, today.policy.all, words=may) for one in changes_until(version)),
        tuple(_people(today, desk)), tuple(_going(today)), tuple(signed(version)),
        chosen_by_author(version, rows, signing=seat if turn.mine else None, at=at),
    )  # fmt: skip


def righted(change: Change, version: Version, policies: Iterable[CompiledPolicy], *, words: bool) -> Righted:
    """Return what was put right as whoever looks reads it; `words` is whether they may see who is in a post."""
    source, _, ref = change.clause.partition(" ")
    points = [point for one in policies if one.id == source for point in one.document.points if point.ref == ref]
    says = " ".join(_sentence(point) for point in points if _checks(point))
    later = change.kind == "write" and change.now not in version.content["text"]
    return Righted(change, says, words, later)


def _checks(point: Point) -> tuple[str, ...]:
    """Return the names of the checks of posts that carry a point."""
    controls = (carrier.control for carrier in point.carriers)
    return tuple(control.name for control in controls if control and "post" in control.kinds)


def _sentence(point: Point) -> str:
    words = point.wording or point.says
    return words if words.endswith((".", "!", "?")) else f"{words}."


def signed(version: Version) -> Iterable[Signed]:
    """Return each approval that a version was sent for, with who gave it."""
    given = {row.step: row for row in version.approvals.all() if row.yes}
    return (Signed(step, given.get(step.key)) for step in map(step_of, version.steps))


def _people(today: Assessment, desk: Desk) -> Iterable[Person]:
    """Return everybody who is shown or named, whatever the channel. One use that may not be is enough."""
    cannot = {one.finding.matter.pupil for one in desk.shown if one.finding.cannot_be_shown}
    for item in today.judged[0].situation.facts.items("people"):
        hows = tuple(how for fact, how in _HOWS.items() if item.get(fact)) or ("shown",)
        yield Person(called(item, today), id_of(str(item.get("upn") or "")) not in cannot, hows)


_HOWS: Final = {"in_photo": "shown", "named_in_text": "named", "quoted": "quoted"}
"""Fact of a person → what the post does with them."""


def _going(today: Assessment) -> Iterable[Going]:
    content = today.content
    for one in today.judged:
        if one.channel is not None:
            over = too_much(content["text"], pictures=len(content["pictures"]), platform=one.channel.platform)
            yield Going(one.channel, over)
