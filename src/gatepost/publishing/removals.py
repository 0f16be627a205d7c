"""What of a pupil is out, is coming down or was taken down: as one of their family reads it, or the office tells it.

It never says why, and nothing of what has not been out: a name that could be another pupil's is left out. Somebody is
told of a take-down only where their own no brought it. Whatever else comes down (a flag of the DSL, the other parent,
another pupil, the school) is told to nobody here: it stands among what is live while it is, and after that not at all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from gatepost.consents.models import Answer, Link, Pupil
from gatepost.consents.own_noes import OwnNo, noes_of, own_noes
from gatepost.duties.models import Duty
from gatepost.duties.queries import last_about
from gatepost.publishing.actions.takedowns import KIND, due_at
from gatepost.publishing.models import Delivery
from gatepost.publishing.situations import tier_of
from gatepost.publishing.uses import Used, uses_of
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class Removal:
    """One post on one channel. `due_at` is by when it comes down, `overdue` whether that has passed; None where it is
    not said to come down."""

    delivery: Delivery
    title: str
    hows: tuple[str, ...]
    due_at: datetime | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Removals:
    """What one reader is told of one pupil, by where it stands."""

    live: tuple[Removal, ...] = field(default=())
    coming_down: tuple[Removal, ...] = field(default=())
    down: tuple[Removal, ...] = field(default=())

    def __bool__(self) -> bool:
        """Return whether there is anything."""
        return bool(self.live or self.coming_down or self.down)


def removals(link: Link, *, at: datetime) -> Removals:
    """Return what the holder of a link is told of their pupil: what is out, and what comes or came down at their no.

    Three queries, and one more where something comes down.
    """
    return _told(link.pupil, lambda: own_noes(link), at=at)


def brought_by(form: Sequence[Answer], *, at: datetime) -> Removals:
    """Return what comes or came down at the noes of one form, for whoever recorded it. Nothing of what stays live."""
    told = _told(form[0].pupil, lambda: noes_of(form), at=at)
    return Removals(coming_down=told.coming_down, down=told.down)


def _told(pupil: Pupil, noes_said: Callable[[], list[OwnNo]], *, at: datetime) -> Removals:
    school = pupil.school
    used = [(one, one.delivery) for one in uses_of(school, pupil) if one.delivery is not None and not one.maybe]
    tasks = last_about(school, [delivery.subject for _, delivery in used], kind=KIND)
    noes = noes_said() if tasks else []
    live: list[Removal] = []
    coming_down: list[Removal] = []
    down: list[Removal] = []
    for one, delivery in used:
        task = tasks.get(delivery.subject)
        due = _due(one, delivery, task, noes, school=school) if task else None
        told = Removal(delivery, one.version.title, one.hows, due, due is not None and due < at)
        if one.stands == "live":
            (coming_down if due else live).append(told)
        elif one.stands == "down" and due:
            down.append(told)
    return Removals(tuple(live), tuple(coming_down), tuple(down))


def _due(one: Used, delivery: Delivery, task: Duty, noes: Sequence[OwnNo], *, school: School) -> datetime | None:
    """Return by when something comes down, or had to, at a no of the reader; None where no such no brought it.

    A no that bars what is live opens the task in the same moment, or finds it open: one before it had no part in it.
    What was asked for before has a clock of its own. That one would tell that somebody else asked. What was stopped and
    is up all the same was found after a no that stopped it, and so has the clock of when it was found.
    """
    tier, platform = tier_of(delivery.channel), delivery.channel.platform
    for no in noes:
        in_time = no.at >= (delivery.made_at if delivery.found_at else task.opened_at)
        if (
            in_time
            and (task.done_at is None or no.at <= task.done_at)
            and no.bars(one.needed, tier=tier, platform=platform)
        ):
            return task.due_at if no.at <= task.opened_at else due_at(school, at=no.at)
    return None
