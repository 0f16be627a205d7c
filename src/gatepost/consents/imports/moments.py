"""What the days of a row say: when an answer was given, and which one where a system keeps no status."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from gatepost.consents.checks import LONGEST_AGO
from gatepost.consents.imports.words import GRANTED, REFUSED, UNKNOWN, WITHDRAWN
from gatepost.tables.days import moment_of

# Where two fell on one day, a no comes before a yes, and either before having been asked.
_BY_DAY: Final = {"withdrawn_at": WITHDRAWN, "rejected_at": REFUSED, "consented_at": GRANTED, "requested_at": UNKNOWN}
NO: Final = (WITHDRAWN, REFUSED)


@dataclass(frozen=True, slots=True)
class When:
    """The moments that a row names by field, and what is wrong with the others."""

    at: Mapping[str, datetime]
    wrong: Mapping[str, str] = field(default_factory=dict)

    def state(self) -> str:
        """Return what follows from which day is set, the latest deciding. A no whose day cannot be read is a no."""
        unread = [_BY_DAY[name] for name in _BY_DAY if name in self.wrong and _BY_DAY[name] in NO]
        if unread:
            return unread[0]
        order = list(_BY_DAY)
        dated = [(moment, -order.index(name), name) for name, moment in self.at.items() if name in _BY_DAY]
        return _BY_DAY[max(dated, key=_latest)[2]] if dated else UNKNOWN

    def of(self, state: str) -> datetime | None:
        """Return when an answer of this state was given; None where the row does not tell."""
        own = [name for name, one in _BY_DAY.items() if one == state]
        return next((self.at[name] for name in (*own, "date") if name in self.at), None)

    def faults(self, state: str) -> tuple[str, ...]:
        """Return what is wrong with the days by which an answer of this state stands or falls, as sentences."""
        own = [name for name, one in _BY_DAY.items() if one in (state, *NO, GRANTED) and one != UNKNOWN]
        return tuple(self.wrong[name] for name in (*own, "date") if name in self.wrong)


def when(cells: Mapping[str, str], *, today: date) -> When:
    """Return the moments in the cells of a row, by field. A day to come is wrong, and one of too long ago."""
    at, wrong = {}, {}
    for name in (*_BY_DAY, "date"):
        if text := cells.get(name, ""):
            moment = moment_of(text)
            if moment is None:
                wrong[name] = f"“{text[:40]}” is not a day. Days are written as 3/9/2026."
            elif moment.date() > today:
                wrong[name] = f"The day {moment:%-d/%-m/%Y} is still to come."
            elif moment.year < today.year - LONGEST_AGO:
                day = f"{moment.day}/{moment.month}/{moment.year}"
                wrong[name] = f"No pupil was at school on {day}. Put the year right in the MIS."
            else:
                at[name] = moment
    return When(at, wrong)


def _latest(one: tuple[datetime, int, str]) -> tuple[date, int, datetime]:
    moment, _, name = one
    # Having been asked comes before any answer of the same day, whatever its time: both are often without one.
    return moment.date(), 0 if name == "requested_at" else 1, moment
