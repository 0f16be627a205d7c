"""A content under the policy in force: one verdict for each channel, and what they come to together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.models import Channel
from gatepost.consents.effective import Permissions, looked_up
from gatepost.consents.models import Pupil
from gatepost.consents.roster import roster
from gatepost.detectors import Roster
from gatepost.handbook.queries import InForce
from gatepost.policy import Reason, Situation, Verdict, evaluate
from gatepost.policy.facts import Item
from gatepost.policy.outcomes import RANK
from gatepost.policy.questions import Question, questions
from gatepost.publishing.appearing import quoted_in
from gatepost.publishing.content import Content, shown, texts_of
from gatepost.publishing.pictures.legible import Legible, legible_in
from gatepost.publishing.situations import Asked, Names, agreement, answered, names_in, situation, tier_of
from gatepost.schools.models import School
from gatepost.screening.screen import read_situation

STOPPING: Final = frozenset({"block", "required"})
"""Outcomes that keep a post from being sent, unless the clause leaves room and a reason is given."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One channel, the situation that was judged there, and the verdict. `channel` is None where none is chosen."""

    channel: Channel | None
    situation: Situation
    verdict: Verdict


@dataclass(frozen=True)
class Assessment:
    """What the policy makes of a content, channel by channel, for one moment, `at`.

    `legible` are the names on the roll that can be read in its pictures.
    """

    content: Content
    policy: InForce
    judged: tuple[Judged, ...]
    names: Names
    pupils: Mapping[int, Pupil]
    roster: Roster
    legible: tuple[Legible, ...]
    at: datetime

    @property
    def outcome(self) -> str:
        """The strictest outcome of all the channels."""
        return _strictest(one.verdict.outcome for one in self.judged)

    @property
    def lost(self) -> frozenset[int]:
        """The ids of pupils who are said to be shown or named, and are not on this school's roll."""
        return (shown(self.content) | frozenset(self.content["named"])) - self.pupils.keys()

    @property
    def answers(self) -> dict[str, str]:
        """The strictest of each of the three answers."""
        keys = ("lawful", "safe", "allowed")
        return {key: _strictest(one.verdict.answers.get(key, "no_rule") for one in self.judged) for key in keys}

    @property
    def unknown(self) -> tuple[str, ...]:
        """The facts that could change an outcome and that nobody has given. Permissions are not asked of anybody."""
        found = dict.fromkeys(path for one in self.judged for path in one.verdict.unknown)
        return tuple(path for path in found if ".consents" not in path)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason once, however many channels have it."""
        return tuple(dict.fromkeys(_hashable(reason) for one in self.judged for reason in one.verdict.reasons))

    def questions(self) -> tuple[Question, ...]:
        """What the clauses ask the approver on these facts."""
        asked = (question for one in self.judged for question in questions(self.policy.all, one.situation))
        return tuple(dict.fromkeys(asked))

    def with_approvals(self, approved_by: Sequence[str]) -> "Assessment":
        """Return what it comes to once these roles have agreed. The detectors are not run again."""
        judged = tuple(_agreed(one, approved_by, self.policy) for one in self.judged)
        return replace(self, judged=judged)

    def with_answers(self, answers: Mapping[str, str]) -> "Assessment":
        """Return what it comes to once these questions, by their keys, have these answers: “yes” or “no”."""
        given = answered(self.questions(), answers)
        return replace(self, judged=tuple(_answered(one, given, self.policy) for one in self.judged))


def assess(
    content: Content, *, channels: Sequence[Channel], school: School, policy: InForce, asked: Mapping[int, Asked],
    at: datetime,
) -> Assessment:  # fmt: skip
    """Return what the policy in force makes of a content at a moment, with the permissions of that moment.

    `channels` are those that were chosen; `asked` holds what is known of the author for each of them by id, and
    under 0 where none is. Costs two queries, whatever the size of the roll.
    """
    roll = roster(school, on=timezone.localdate(at))
    names = names_in(texts_of(content), roll, chosen=shown(content) | frozenset(content["named"]))
    quoted = quoted_in(texts_of(content), roll, meant=shown(content) | frozenset(content["named"]))
    doubtful = (pupil for could_be in names.doubtful.values() for pupil in could_be)
    meant = shown(content) | names.sure | frozenset(content["named"]) | quoted
    legible = legible_in(content["pictures"], roll)
    read = frozenset(pupil for one in legible for pupil in one.pupils)
    pupils, held = looked_up(school, meant | read | frozenset(doubtful), at=at, policy=policy)
    judge = _Judge(content, policy, names, quoted, pupils, held, roll, tuple(school.contacts), legible)
    chosen: Sequence[Channel | None] = channels or [None]
    judged = tuple(judge(channel, asked[0 if channel is None else channel.pk]) for channel in chosen)
    return Assessment(content, policy, judged, names, pupils, roll, legible, at)


@dataclass(frozen=True, slots=True)
class _Judge:
    content: Content
    policy: InForce
    names: Names
    quoted: frozenset[int]
    pupils: Mapping[int, Pupil]
    held: Mapping[str, Mapping[int, Permissions]]
    roster: Roster
    contacts: tuple[str, ...]
    legible: tuple[Legible, ...]

    def __call__(self, channel: Channel | None, asked: Asked) -> Judged:
        platform = channel.platform if channel else ""
        tier = self.held.get(tier_of(channel) if channel else "social", {})
        held = {key: one.on(platform) for key, one in tier.items()}
        data = situation(
            self.content, channel=channel, asked=asked, names=self.names, pupils=self.pupils, permissions=held,
            legible=self.legible, quoted=self.quoted,
        )  # fmt: skip
        read = read_situation(data, roster=self.roster, contacts=self.contacts, all_on_roll=True)
        return Judged(channel, read, evaluate(self.policy.all, read))


def _agreed(one: Judged, approved_by: Sequence[str], policy: InForce) -> Judged:
    facts = one.situation.facts
    agreed = agreement(approved_by)
    values: dict[str, Any] = {**facts.values, **agreed, "approved_by": tuple(approved_by)}
    read = replace(one.situation, facts=replace(facts, values=values, given=facts.given | agreed.keys()))
    return Judged(one.channel, read, evaluate(policy.all, read))


def _answered(one: Judged, answers: tuple[Item, ...], policy: InForce) -> Judged:
    facts = one.situation.facts
    lists = {**facts.lists, "answers": answers}
    read = replace(one.situation, facts=replace(facts, lists=lists, given=facts.given | {"answers"}))
    return Judged(one.channel, read, evaluate(policy.all, read))


def _strictest(outcomes: Iterable[str]) -> str:
    return max(outcomes, key=RANK["post"].__getitem__)


def _hashable(reason: Reason) -> Reason:
    """Return the reason with causes that can be compared: a list among them is written as text."""
    because = tuple(
        cause if isinstance(cause.value, str | int | float | bool | None) else replace(cause, value=str(cause.value))
        for cause in reason.because
    )
    return replace(reason, because=because)
