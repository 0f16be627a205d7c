"""What of a pupil is out, is coming down or was taken down: as their family, and whoever tells it, read it.

It never says why, and nothing of what has not been out: a name that could be another pupil's is left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from gatepost.duties.models import Duty
from gatepost.duties.queries import open_about
from gatepost.publishing.actions.takedowns import KIND
from gatepost.publishing.models import Delivery
from gatepost.publishing.uses import Used, uses_of
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class Removal:
    """One post on one channel. `due_at` is by when it comes down, `overdue` whether that has passed; None where it may
    stay."""

    delivery: Delivery
    title: str
    hows: tuple[str, ...]
    due_at: datetime | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Removals:
    """Everything of one pupil, by where it stands."""

    live: tuple[Removal, ...] = field(default=())
    coming_down: tuple[Removal, ...] = field(default=())
    down: tuple[Removal, ...] = field(default=())

    def __bool__(self) -> bool:
        """Return whether there is anything."""
        return bool(self.live or self.coming_down or self.down)


def removals(school: School, pupil: int, *, at: datetime) -> Removals:
    """Return what of a pupil is out, is to come down and was taken down. Three queries."""
    used = uses_of(school, pupil)
    return removals_among(used, tasks_about(school, used), at=at)


def tasks_about(school: School, used: Iterable[Used]) -> dict[str, Duty]:
    """Return the open take-downs of what uses somebody, by what each is about. One query."""
    return open_about(school, [one.delivery.subject for one in used if one.delivery], kind=KIND)


def removals_among(every: Iterable[Used], tasks: Mapping[str, Duty], *, at: datetime) -> Removals:
    """Return what of these uses of one pupil is out, is to come down and was taken down."""
    used = [one for one in every if one.delivery is not None and not one.maybe]
    due = {about: task.due_at for about, task in tasks.items()}
    live = _listed(one for one in used if one.stands == "live")
    return Removals(
        live=tuple(one for one in live if one.delivery.subject not in due),
        coming_down=tuple(
            Removal(one.delivery, one.title, one.hows, due[one.delivery.subject], due[one.delivery.subject] < at)
            for one in live
            if one.delivery.subject in due
        ),
        down=tuple(_listed(one for one in used if one.stands == "down")),
    )


def _listed(used: Iterable[Used]) -> list[Removal]:
    return [Removal(one.delivery, one.version.title, one.hows) for one in used if one.delivery is not None]
