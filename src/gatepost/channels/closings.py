"""How far the closing of an account is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from gatepost.channels.closing import STEPS, Step, open_steps
from gatepost.channels.models import Channel, ClosingStep


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A closing that was given up at a moment: what had been done by then, in the order in which it was done."""

    at: datetime
    rows: tuple[tuple[Step, ClosingStep], ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """The closing of an account: every step in order, each with what was done, None where nothing was yet.

    `earlier` are the closings that were given up after something had been done, the latest first.
    """

    channel: Channel
    kept: Mapping[str, ClosingStep]
    earlier: tuple[GivenUp, ...] = ()

    @property
    def rows(self) -> list[tuple[str, Step, ClosingStep | None]]:
        """Every step: its slug, what it asks, and what was done."""
        return [(slug, step, self.kept.get(slug)) for slug, step in STEPS.items()]

    @property
    def missing(self) -> tuple[str, ...]:
        """The slugs of the steps that are still in the way of closing."""
        return open_steps(self.kept)

    @property
    def has_begun(self) -> bool:
        """Return whether a day was chosen."""
        return self.channel.closing_on is not None or self.channel.closed_on is not None


def progress(channel: Channel) -> Progress:
    """Return how far the closing of an account is. One query."""
    rows = list(ClosingStep.objects.of(channel.school_id).filter(channel=channel).select_related("done_by"))
    kept = {row.step: row for row in rows if row.given_up_at is None}
    return Progress(channel, kept, tuple(sorted(_given_up(rows), key=lambda one: one.at, reverse=True)))


def _given_up(rows: Iterable[ClosingStep]) -> Iterator[GivenUp]:
    """Yield the closings that were given up, where the rows come in the order in which they were done."""
    for at, found in groupby(rows, key=lambda row: row.given_up_at):
        if at is not None:
            yield GivenUp(at, tuple((STEPS[row.step], row) for row in found))
