"""Which checks of an account are to be made by when, so that somebody can be reminded in time. No database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils import timezone

from gatepost.channels.check_kinds import CHECK_KINDS
from gatepost.channels.models import Channel
from gatepost.channels.owed import owed
from gatepost.channels.standing import Standing, is_watched
from gatepost.duties.school_days import CLOSES_AT, Calendar, school_days_between

REMINDED: Final = timedelta(days=14)
"""How long before a check runs out somebody is reminded. Ours: no policy says."""
LATE_AFTER: Final = 5
"""School days after which what is overdue goes to the DPO as well. Ours: no policy says."""
IN_A_DAY: Final = timedelta(days=1)
"""How long there is to change a password that a leaver knows. Ours: no policy says."""
_LONGEST_HOLIDAY: Final = 70


@dataclass(frozen=True, slots=True)
class Chase:
    """One check to be made: of which kind, by when, and what to do, in words; `binding` is false for mere advice."""

    channel: int
    kind: str
    what: str
    due_at: datetime
    binding: bool = True

    @property
    def about(self) -> str:
        """What the task is about."""
        return f"channel:{self.channel}:{self.kind}"

    def is_late(self, *, at: datetime, calendar: Calendar) -> bool:
        """Return whether it has been overdue for as many school days as let it go to the DPO. Advice never does."""
        return (
            self.binding and self.due_at < at and school_days_between(self.due_at, at, calendar=calendar) >= LATE_AFTER
        )


def chases(standing: Standing, *, on: date, calendar: Calendar) -> Iterator[Chase]:
    """Yield the checks of an account that are due within a fortnight, or should have been made by now.

    What runs out in a holiday is due on the last school day before it, when somebody is there to do it. A password that
    a leaver knows is asked for by every school, and does not wait for the end of a holiday; of an account that is being
    closed, or of which somebody keeps the name, it is all that is asked.
    """
    channel = standing.channel
    if standing.left_at is not None and is_watched(channel) and not standing.looks["password_changed"].holds:
        what = f"Somebody who administered {channel} left: change its password, and record that it was changed"
        left_on = timezone.localdate(standing.left_at)
        yield Chase(channel.pk, "password_changed", what[:200], _closing(left_on + IN_A_DAY))
    if _is_shut(channel, on):
        return
    for kind, due, what, binding in _due(standing, on):
        day = _school_day(due, calendar)
        if day - REMINDED <= on:
            yield Chase(channel.pk, kind, what[:200], _closing(day), binding)


def _is_shut(channel: Channel, on: date) -> bool:
    """Return whether nothing is posted on an account any more: of what policies ask, only its password matters then."""
    return any(day is not None and day <= on for day in (channel.closing_on, channel.closed_on))


def _due(standing: Standing, on: date) -> Iterator[tuple[str, date, str, bool]]:
    """Yield what is due on an account: its kind, the day, what to do, and whether that binds."""
    channel = standing.channel
    for one in owed(standing, on=on):
        if one.due_on is not None:
            name = CHECK_KINDS[one.kind].name
            advised = "" if one.binding else " as our policy advises,"
            what = f"{name} of {channel}: look at it,{advised} and record what you find"
            yield one.kind, one.due_on, what, one.binding
    if channel.trial_until is not None:
        what = f"The trial of {channel} ends: keep it and take the day away, or close it"
        yield "trial", channel.trial_until, what, True


def _school_day(due: date, calendar: Calendar) -> date:
    days = (due - timedelta(days=n) for n in range(_LONGEST_HOLIDAY))
    return next((day for day in days if calendar.is_open(day)), due)


def _closing(day: date) -> datetime:
    """Return the end of a school day by the clock of the school, in summer and in winter."""
    return timezone.make_aware(datetime.combine(day, time(CLOSES_AT.hour)), timezone.get_default_timezone())
