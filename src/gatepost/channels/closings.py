"""How far the closing of an account is."""

from collections.abc import Mapping
from dataclasses import dataclass

from gatepost.channels.closing import STEPS, Step, open_steps
from gatepost.channels.models import Channel, ClosingStep


@dataclass(frozen=True, slots=True)
class Progress:
    """The closing of an account: every step in order, each with what was done, None where nothing was yet."""

    channel: Channel
    kept: Mapping[str, ClosingStep]

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
    rows = ClosingStep.objects.of(channel.school_id).filter(channel=channel).select_related("done_by")
    return Progress(channel, {row.step: row for row in rows})
