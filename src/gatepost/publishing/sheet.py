"""What an approver reads before deciding: the version as it stands now, what was flagged, what was done about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from gatepost.audit import queries as record
from gatepost.audit.models import Event
from gatepost.channels.models import Channel
from gatepost.policy.questions import Question
from gatepost.publishing.asking import assess_version
from gatepost.publishing.assess import Assessment
from gatepost.publishing.findings import Finding, findings
from gatepost.publishing.models import Approval, Version
from gatepost.publishing.platform_limits import too_much
from gatepost.publishing.queue import Waiting, waiting_of
from gatepost.publishing.steps import Step, step_of
from gatepost.schools.seat import Seat

_DONE: Final = ("fix.applied", "waiver.given")
_WORST: Final = ("stop", "fix", "decide")


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the three answers in one word: `kind` is stop, fix, decide, clear or none, `count` how many there are."""

    key: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A pupil in the post by first name, and whether they can be shown. Never why not."""

    name: str
    can: bool


@dataclass(frozen=True, slots=True)
class Going:
    """A channel that the post goes to, and in sentences what its platform will not take."""

    channel: Channel
    too_much: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """An approval that is asked for, and who has given it; None while nobody has."""

    step: Step
    approval: Approval | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the sign-off page. `turn` says whose move it is."""

    version: Version
    assessment: Assessment
    turn: Waiting
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    done: tuple[Event, ...]
    people: tuple[Shown, ...]
    going: tuple[Going, ...]
    signed: tuple[Signed, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The three answers, in their order."""
        return tuple(_answer(key, said, self.findings) for key, said in self.assessment.answers.items())

    @property
    def stopping(self) -> tuple[Finding, ...]:
        """What keeps this from being approved as things stand today."""
        return tuple(one for one in self.findings if one.stops)

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """What the policy leaves to a person."""
        return tuple(one for one in self.findings if one.kind == "decide")

    @property
    def kept(self) -> tuple[Finding, ...]:
        """What the author kept, with a reason."""
        return tuple(one for one in self.findings if one.waived)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What the policy says beside, and stops nothing."""
        return tuple(one for one in self.findings if one.kind == "note" and not one.waived)


def sheet(version: Version, seat: Seat, *, at: datetime) -> Sheet:
    """Return what this person reads about a waiting version at a moment."""
    today = assess_version(version, at=at)
    post = version.post
    events = record.about(post.school.trust.slug, post.subject, kinds=_DONE).filter(at__lte=version.sent_at)
    return Sheet(
        version, today, waiting_of(version, seat), findings(today), today.questions(), tuple(events)[::-1],
        tuple(_people(today)), tuple(_going(today, version.content)), tuple(signed(version)),
    )  # fmt: skip


def signed(version: Version) -> Iterable[Signed]:
    """Return each approval that a version was sent for, with who gave it."""
    given = {row.step: row for row in version.approvals.all() if row.yes}
    return (Signed(step, given.get(step.key)) for step in map(step_of, version.steps))


def _answer(key: str, said: str, found: Iterable[Finding]) -> Answer:
    kinds = [one.kind for one in found if one.answer == key and not one.waived]
    for kind in _WORST:
        if kind in kinds:
            return Answer(key, kind, kinds.count(kind))
    return Answer(key, "none" if said == "no_rule" else "clear", 0)


def _people(today: Assessment) -> Iterable[Shown]:
    """Return everybody who is shown or named. One cause that stops a person on one channel is enough."""
    stopped: dict[str, bool] = {}
    names = {f"p{key}": pupil.first for key, pupil in today.pupils.items()}
    for judged in today.judged:
        causes = [cause.fact for reason in judged.verdict.reasons for cause in reason.because]
        for item in judged.situation.facts.items("people"):
            held_back = any(fact.startswith(f"{item.path}.consents") for fact in causes)
            key = str(item.get("upn"))
            stopped[key] = stopped.get(key, False) or held_back
    return (Shown(names[key], not held_back) for key, held_back in stopped.items() if key in names)


def _going(today: Assessment, content: Mapping[str, Any]) -> Iterable[Going]:
    for one in today.judged:
        if one.channel is not None:
            over = too_much(content["text"], pictures=len(content["pictures"]), platform=one.channel.platform)
            yield Going(one.channel, over)
