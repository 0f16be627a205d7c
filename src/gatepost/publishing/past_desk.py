"""One earlier post, judged whole: its words too, and in the sentences of a draft's check."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from gatepost.consents.effective import looked_up
from gatepost.consents.models import Pupil
from gatepost.consents.roster import roster
from gatepost.detectors import Roster
from gatepost.handbook.queries import InForce
from gatepost.policy import evaluate
from gatepost.publishing.assess import Assessment, Judged
from gatepost.publishing.findings import Finding, findings
from gatepost.publishing.models import PastPost
from gatepost.publishing.past_matches import Judge, Matched, Named, channel_of, named_in, permissions_on
from gatepost.publishing.past_situations import about_it, content_of, past_situation
from gatepost.publishing.wording import NEVER_WHICH, title
from gatepost.screening.screen import read_situation


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is found: a title, the words that it is about, and the clauses that it rests on.

    `kind` is stop, fix, decide or note. Clauses of somebody who can't be shown are left out: they depend on why.
    """

    kind: str
    title: str
    words: str
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PastDesk:
    """What whoever looks at an earlier post is shown.

    `pupils` are those who are said to be in it, or are or may be named. `cannot` are the ids of those who are said to
    be in the picture, are at the school, and can't be shown there.
    """

    matched: Matched
    found: tuple[Said, ...]
    pupils: tuple[Pupil, ...]
    cannot: frozenset[int]

    @property
    def unknown(self) -> bool:
        """Whether it has still to be said how it shows people, or who is in it."""
        return any(one.kind == "unknown" for one in self.matched.marks)

    @property
    def others(self) -> tuple[str, ...]:
        """What is marked beside the findings: that somebody has left, or that a name could be more than one pupil's."""
        kinds = ("leaver", "doubt")
        return tuple(dict.fromkeys(one.words for one in self.matched.marks if one.kind in kinds))

    @property
    def never_which(self) -> str:
        """What stands below whoever can't be shown; nothing where everybody can."""
        return NEVER_WHICH if any(one.kind == "cannot" for one in self.matched.marks) else ""

    @property
    def needs_reason(self) -> bool:
        """Whether keeping it takes a reason."""
        return bool(self.found or self.matched.against)


def past_desk(post: PastPost, pupils: frozenset[int], *, policy: InForce, at: datetime) -> PastDesk:
    """Return what the policy makes of an earlier post at a moment. `pupils` are those who are in its picture."""
    roll = roster(post.school, on=timezone.localdate(at), leavers=True)
    named = named_in(post.text, roll, chosen=pupils)
    doubtful = frozenset(key for some in named.doubtful.values() for key in some)
    known, held = looked_up(post.school, pupils | named.sure | doubtful, at=at, policy=policy)
    judge = Judge(policy, known, held, at)
    marked = Matched(post, judge(post, pupils, named))
    judged = _assessed(post, pupils, judge, named=named, roll=roll)
    found = _said(findings(judged), judged)
    cannot = {int(one.key.partition(":")[2]) for one in marked.marks if one.kind == "cannot"}
    there = tuple(known[key] for key in sorted(pupils | named.sure | doubtful) if key in known)
    return PastDesk(marked, found, there, pupils & cannot)


def _assessed(post: PastPost, pupils: frozenset[int], judge: Judge, *, named: Named, roll: Roster) -> Assessment:
    channel, content = channel_of(post), content_of(post, pupils, text=post.text)
    data = past_situation(
        content, channel=channel, names=named.names, pupils=judge.pupils, at=judge.at,
        permissions=permissions_on(channel, judge.held),
    )  # fmt: skip
    read = read_situation(data, roster=roll, contacts=tuple(post.school.contacts), all_on_roll=True)
    judged = Judged(channel, read, about_it(evaluate(judge.policy.all, read)))
    return Assessment(content=content, policy=judge.policy, judged=(judged,), names=named.names, pupils=judge.pupils,
                      roster=roll, legible=(), at=judge.at)  # fmt: skip


def _said(found: Iterable[Finding], assessment: Assessment) -> tuple[Said, ...]:
    """Return findings in words, each once: the law and the school's policy may speak of the same words."""
    said: dict[tuple[str, str], Said] = {}
    for one in found:
        key, clauses = (title(one, assessment), one.matter.words), () if one.cannot_be_shown else (one.clause,)
        known = said.get(key, Said(one.kind, *key))
        said[key] = replace(known, clauses=(*known.clauses, *clauses))
    return tuple(said.values())
