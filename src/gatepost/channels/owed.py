"""What is owed on an account: every check that the policies demand, with the day by which it is due. No database."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from django.utils import timezone

from gatepost.channels.check_kinds import CHECK_KINDS
from gatepost.channels.demands import strictest
from gatepost.channels.looks import Look
from gatepost.channels.standing import Standing, is_watched

OVERDUE: Final = "Overdue"
DUE: Final = "Due today"
ADVISED: Final = "Advised"
ADVISED_LATE: Final = "Advised, and overdue"
"""What somebody was asked to look at by now, though no clause that binds asks for it."""
AGAIN: Final = "in order, but due to be looked at again"
"""How a check stands that holds to its last good day, while the time to look again has gone by."""
_UNSEEN: Final = frozenset({"never", "lapsed"})
"""How a check stands that somebody has to make, whatever else holds."""
_NONE: Final[Mapping[str, date]] = MappingProxyType({})


class Owed(NamedTuple):
    """One check of one account. `due_on` is None for what is asked once and is in order.

    `lapsed` is true where it does not hold, and `stops` where posting stops for that: a clause that limits how many
    administer an account is kept while they are few, though nobody has looked at the platform’s own list. It is
    `overdue` where a clause that binds asks for it and it has not held since before today, or where whoever is to look
    again should have by now. Every page and program says so in its `word`.
    """

    kind: str
    name: str
    state: str
    words: str
    due_on: date | None
    lapsed: bool
    overdue: bool
    stops: bool
    binding: bool
    source: str
    ref: str

    @property
    def pressing(self) -> bool:
        """Return whether it is overdue, or due today because a clause that binds asks for it and it does not hold."""
        return self.overdue or (self.lapsed and self.binding)

    @property
    def word(self) -> str:
        """How pressing it is, in a word; empty where it holds."""
        if self.overdue:
            return OVERDUE if self.binding else ADVISED_LATE
        if not self.lapsed:
            return ""
        return DUE if self.binding else ADVISED

    @property
    def by(self) -> str:
        """Whether the policy asks for it or advises it, as the start of a sentence."""
        return "Our policy asks for it" if self.binding else "Our policy advises it"

    @property
    def says(self) -> str:
        """What is wrong, or how it stands, as a sentence."""
        return f"{self.name}: {self.words}."

    @property
    def urgency(self) -> tuple[bool, bool, bool, bool, date]:
        """What sorts it: what stops posting first, then what is overdue, due today, and due soonest."""
        return not self.stops, not self.overdue, not self.pressing, self.due_on is None, self.due_on or date.max


def owed(standing: Standing, *, on: date, late: Mapping[str, date] = _NONE) -> tuple[Owed, ...]:
    """Return what is owed on an account on a day, the most urgent first. Nothing is on one that is closed.

    `late` has the checks that somebody should have made by now, each with the day of that task. It may lie before the
    last good day of the check: what runs out at a weekend is asked for on the Friday, when somebody is there to do it.
    """
    channel = standing.channel
    if not is_watched(channel) or (channel.closed_on is not None and channel.closed_on <= on):
        return ()
    return tuple(sorted(_owed(standing, on, late), key=lambda one: one.urgency))


def _owed(standing: Standing, on: date, late: Mapping[str, date]) -> Iterator[Owed]:
    asked = strictest(standing.demands)
    lapses = {lapse.look.kind: lapse for lapse in standing.lapses}
    for kind, look in standing.looks.items():
        demand, lapse = asked.get(kind), lapses.get(kind)
        if demand is None or (look.state == "not_possible" and lapse is None):
            continue
        asked_by = late.get(kind)
        lapsed = lapse is not None or look.state in _UNSEEN
        words, due_on = look.words, _due(look, on=on, lapsed=lapsed)
        if asked_by is not None and not lapsed:
            words, due_on = AGAIN, asked_by
        yield Owed(
            kind, CHECK_KINDS[kind].name, look.state, words, due_on,
            lapsed=lapsed, stops=lapse is not None and lapse.stops,
            overdue=asked_by is not None or (lapsed and demand.binding and _since(standing, kind) < on),
            binding=demand.binding, source=demand.source, ref=demand.ref,
        )  # fmt: skip


def _due(look: Look, *, on: date, lapsed: bool) -> date | None:
    """Return the last good day of a look that counts, the day on which it was found wrong, or today: due now."""
    check = look.check
    if check is None:
        return on if lapsed else None
    if look.state == "renamed":
        return on
    if check.found == "not_in_order":
        return timezone.localdate(check.checked_at)
    return check.expires_on or (on if lapsed else None)


def _since(standing: Standing, kind: str) -> date:
    """Return the day since which a check that does not hold has not: nobody looked since the account was opened."""
    look = standing.looks[kind]
    if look.state == "outstanding" and standing.left_at is not None:
        return timezone.localdate(standing.left_at)
    if look.state == "renamed" and standing.channel.named_since is not None:
        return timezone.localdate(standing.channel.named_since)
    if look.check is None:
        return standing.channel.opened_on
    if look.state == "lapsed" and look.check.expires_on is not None:
        return look.check.expires_on
    return timezone.localdate(look.check.checked_at)
