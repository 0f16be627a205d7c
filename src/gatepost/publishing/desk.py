"""What its author sees beside a draft: the three answers with their findings, what is still asked, and who signs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.utils import timezone

from gatepost.channels.checks import why_shut
from gatepost.handbook.cited import Cited
from gatepost.publishing.asked_facts import Ask, asks, missing
from gatepost.publishing.asking import Known, assess_post
from gatepost.publishing.assess import Assessment
from gatepost.publishing.cited import clauses_of, refs_of
from gatepost.publishing.findings import Finding, findings
from gatepost.publishing.fixes import TAPS, Remedy, remedies
from gatepost.publishing.models import Post
from gatepost.publishing.pictures.legible import style_in
from gatepost.publishing.pictures.unsettled import unsettled
from gatepost.publishing.said import contradictions
from gatepost.publishing.steps import OURS, Step, steps, still_open
from gatepost.publishing.wording import ticks, title, what

QUESTIONS: Final = {
    "lawful": ("Is it lawful?", "Permission, or another basis, for each pupil"),
    "safe": ("Is it safe?", "Faces, places and names in the picture"),
    "allowed": ("Is it allowed?", "Our own social media policy"),
}
"""The three answers, in their order: the question, and what it looks at."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in words, with the clauses that it rests on, the first in full, and what may be done about it."""

    finding: Finding
    title: str
    what: str
    clauses: tuple[Cited, ...]
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the three answers. `kind` is stop, fix, decide, clear or none, and `words` say it."""

    key: str
    kind: str
    words: str
    findings: tuple[Shown, ...]
    ticks: tuple[str, ...]

    @property
    def question(self) -> str:
        """What is answered."""
        return QUESTIONS[self.key][0]

    @property
    def about(self) -> str:
        """What it looks at."""
        return QUESTIONS[self.key][1]


@dataclass(frozen=True, slots=True)
class Signer:
    """An approval that will be asked for: who gives it, and the clauses that say so."""

    who: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything beside a draft. `ours` says that the policy names nobody, so that the one signer is Gatepost's own."""

    assessment: Assessment
    answers: tuple[Answer, ...]
    asks: tuple[Ask, ...]
    signers: tuple[Signer, ...]
    ours: bool

    @property
    def shown(self) -> tuple[Shown, ...]:
        """Every finding, in the order of its number."""
        return tuple(one for answer in self.answers for one in answer.findings)

    @property
    def to_put_right(self) -> tuple[Shown, ...]:
        """What keeps it from being sent, each cause once: the same words may stand under more than one answer."""
        stopping = [one for one in self.shown if one.finding.stops]
        named = {one.finding.matter.picture for one in stopping if _is_a_name(one) and one.finding.cannot_be_shown}
        stopping = [
            one for one in stopping
            if not (_is_a_name(one) and not one.finding.cannot_be_shown and one.finding.matter.picture in named)
        ]  # fmt: skip
        return tuple({one.finding.where or one.finding.cause: one for one in reversed(stopping)}.values())[::-1]

    @property
    def to_do(self) -> int:
        """How many things keep it from being sent."""
        return len(self.to_put_right) + len(self.asks)

    @property
    def to_decide(self) -> int:
        """How many things are left to whoever signs it off."""
        return sum(one.finding.kind == "decide" or bool(one.finding.waived) for one in self.shown)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to check yet."""
        return _is_empty(self.assessment)

    @property
    def open(self) -> bool:
        """Whether it can be sent."""
        return not self.empty and not self.to_do

    @property
    def says(self) -> str:
        """How it stands, in a few words."""
        if self.empty:
            return "Nothing to check yet"
        return "Not ready yet" if self.to_do else "Ready to send"

    @property
    def more(self) -> str:
        """How much there is to do, in a sentence."""
        if self.empty:
            return "Write your words or add a picture. Gatepost checks as you go."
        if self.to_do:
            return self._left
        left = f"{_count(self.to_decide, 'thing')} for the person signing off to decide."
        return left if self.to_decide else "All three answers are clear."

    @property
    def _left(self) -> str:
        parts = [(len(self.to_put_right), "to put right"), (len(self.asks), "to tell us")]
        said = " and ".join(f"{_count(number, 'thing')} {what}" for number, what in parts if number)
        taps = any(remedy.kind in TAPS for one in self.to_put_right for remedy in one.remedies)
        return f"{said}. Most take one tap." if taps else f"{said}."


def desk(post: Post, *, at: datetime, known: Known) -> Desk:
    """Return what the policy makes of a draft as it stands, ready to be shown."""
    return desk_of(assess_post(post, at=at, known=known), contacts=post.school.contacts)


def desk_of(assessment: Assessment, *, contacts: Sequence[str]) -> Desk:
    """Return an assessment, ready to be shown. `contacts` are the school's own numbers and addresses."""
    shown = _once(_shown(one, assessment, contacts) for one in findings(assessment))
    wanted = steps(assessment)
    asked = () if _is_empty(assessment) else _asks(assessment, wanted, shown)
    waiting = frozenset(key for ask in asked for key in _waiting_for(ask, assessment))
    return Desk(
        assessment,
        tuple(_answer(key, shown, assessment, waiting) for key in QUESTIONS),
        asked,
        tuple(Signer(step.name, refs_of(step, assessment)) for step in wanted),
        wanted == (OURS,),
    )


def _asks(assessment: Assessment, wanted: Sequence[Step], shown: Iterable[Shown]) -> tuple[Ask, ...]:
    """Return what only the author knows, but for what a finding leads to already."""
    led = {remedy.anchor for one in shown for remedy in one.remedies}
    found = {f"media[{number}].names_visible" for number in _read_by_machine(assessment)}
    paths = (*missing(assessment.content, _read(assessment), known=found), *still_open(assessment, wanted))
    asked = (ask for ask in asks(paths, assessment.content) if not ask.anchor or ask.anchor not in led)
    return (*_shut(assessment), *contradictions(assessment.content), *unsettled(assessment), *asked)


def _shut(assessment: Assessment) -> Iterator[Ask]:
    """Yield a question for each account that was chosen and that nothing goes out on any more: where it goes then."""
    chosen = (one.channel for one in assessment.judged if one.channel is not None)
    for channel in chosen:
        if why := why_shut(channel, on=timezone.localdate(assessment.at)):
            yield Ask("channel", f"Choose where it goes. {why.removesuffix('.')}", "go", anchor="channels")


def _read_by_machine(assessment: Assessment) -> Iterable[int]:
    """Yield the places of the pictures in which a name was found: nobody is asked again whether one can be read."""
    pictures = enumerate(assessment.content["pictures"])
    return (number for number, one in pictures if style_in(assessment.legible, one["id"]))


def _waiting_for(ask: Ask, assessment: Assessment) -> Iterable[str]:
    """Return the answers that may change with what is asked: those of the clauses that read the fact."""
    path = _ITEM.sub("[]", ask.path)
    if path.partition("[")[0] in _BELONGS:
        return {_BELONGS[path.partition("[")[0]]}
    every = (one for policy in assessment.policy.all for one in policy.by_kind["post"])
    return {one.answer for one in every if path in (*one.control.triggers, *one.control.reads)} or {"allowed"}


_ITEM: Final = re.compile(r"\[\d+\]")
_BELONGS: Final = {"channel": "allowed", "people": "lawful"}
"""Facts that nearly every clause reads → the answer that waits for them."""


def _read(assessment: Assessment) -> frozenset[str]:
    """Return the facts that the clauses in force read of a post."""
    controls = (one.control for policy in assessment.policy.all for one in policy.by_kind["post"])
    return frozenset(path for control in controls for path in (*control.triggers, *control.reads))


def _is_empty(assessment: Assessment) -> bool:
    return not assessment.content["text"].strip() and not assessment.content["pictures"]


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _shown(one: Finding, assessment: Assessment, contacts: Sequence[str]) -> Shown:
    offered = remedies(one, assessment, contacts=contacts)
    return Shown(one, title(one, assessment), what(one, assessment), clauses_of(one, assessment), offered)


def _once(every: Iterable[Shown]) -> tuple[Shown, ...]:
    """Return findings in words, each that is about the same names in a picture as one before leading back to that."""
    first: dict[int | None, int] = {}
    said: list[Shown] = []
    for one in every:
        before = first.setdefault(one.finding.matter.picture, one.finding.number) if _is_a_name(one) else 0
        again = before and before != one.finding.number and not one.finding.cannot_be_shown
        more = f" It is what finding {before} is about: covering it puts both right." if again else ""
        said.append(replace(one, what=f"{one.what}{more}"))
    return tuple(said)


def _is_a_name(one: Shown) -> bool:
    """Tell whether a finding is about a name that can be read in a picture."""
    return one.finding.matter.legible


def _answer(key: str, shown: Iterable[Shown], assessment: Assessment, waiting: frozenset[str]) -> Answer:
    if _is_empty(assessment):
        return Answer(key, "none", "Nothing to check yet", (), ())
    here = tuple(one for one in shown if one.finding.answer == key)
    kinds = [one.finding.kind for one in here if not one.finding.waived]
    if "stop" in kinds:
        return Answer(key, "stop", "Not yet", here, ticks(assessment, key))
    if "fix" in kinds:
        return Answer(key, "fix", f"Fix {kinds.count('fix')}", here, ticks(assessment, key))
    if key in waiting:
        return Answer(key, "decide", "Tell us first", here, ticks(assessment, key))
    if "decide" in kinds:
        return Answer(key, "decide", f"{kinds.count('decide')} to decide", here, ticks(assessment, key))
    if assessment.answers[key] == "no_rule" and not here:
        return Answer(key, "none", "Nothing is asked", here, ticks(assessment, key))
    return Answer(key, "clear", "Clear", here, ticks(assessment, key))
