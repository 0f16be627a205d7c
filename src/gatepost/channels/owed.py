"""What is owed on an account: every check that the policies demand, with the day by which it is due. No database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from gatepost.channels.check_kinds import CHECK_KINDS
from gatepost.channels.demands import strictest
from gatepost.channels.standing import Lapse, Standing, is_watched


@dataclass(frozen=True, slots=True)
class Owed:
    """One check of one account. `due_on` is None for what is asked once and is in order.

    `overdue` is true where a clause that binds asks for it and it does not hold; `stops` where posting stops for it.
    """

    kind: str
    name: str
    state: str
    words: str
    due_on: date | None
    overdue: bool
    stops: bool
    binding: bool
    source: str
    ref: str

    @property
    def urgency(self) -> tuple[bool, bool, bool, date]:
        """What sorts it: what stops posting first, then what is overdue, then what is due soonest."""
        return not self.stops, not self.overdue, self.due_on is None, self.due_on or date.max


def owed(standing: Standing, *, on: date) -> tuple[Owed, ...]:
    """Return what is owed on an account on a day, the most urgent first. Nothing is on one that is closed."""
    channel = standing.channel
    if not is_watched(channel) or (channel.closed_on is not None and channel.closed_on <= on):
        return ()
    return tuple(sorted(_owed(standing, on), key=lambda one: one.urgency))


def _owed(standing: Standing, on: date) -> Iterator[Owed]:
    lapsed = {lapse.look.kind: lapse for lapse in standing.lapses}
    for kind, look in standing.looks.items():
        demand = strictest(standing.demands, kind)
        if demand is None or look.state == "not_possible":
            continue
        lapse = lapsed.get(kind)
        yield Owed(
            kind, CHECK_KINDS[kind].name, look.state, look.words, _due(standing, kind, lapse, on),
            overdue=lapse is not None and demand.binding, stops=lapse is not None and lapse.stops,
            binding=demand.binding, source=demand.source, ref=demand.ref,
        )  # fmt: skip


def _due(standing: Standing, kind: str, lapse: Lapse | None, on: date) -> date | None:
    """Return the last good day of a look that counts, the day on which it was found wrong, or today: due now."""
    check = standing.looks[kind].check
    if check is None:
        return on if lapse else None
    if check.found == "not_in_order":
        return timezone.localdate(check.checked_at)
    return check.expires_on or (on if lapse else None)
