"""Ask whether an account on which nobody posts is still wanted."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from gatepost.audit.actor import Actor
from gatepost.channels.models import Channel, Check
from gatepost.channels.queries import open_channels
from gatepost.duties import emails
from gatepost.duties.actions import duties
from gatepost.duties.actions.chasing import KIND, keeper
from gatepost.duties.queries import calendar, open_about
from gatepost.duties.school_days import due_after
from gatepost.schools.models import School
from gatepost.schools.queries import seats

STALE: Final = timedelta(days=90)
"""How long nobody has posted on an account before it is asked whether to keep or close it. Ours: no policy says."""
_DAYS: Final = 5
"""School days to answer in."""


def stale(school: School, *, at: datetime) -> QuerySet[Channel]:
    """Return the open accounts on which nothing went out for so long, and that nobody has said to keep since."""
    since, on = at - STALE, timezone.localdate(at)
    kept = Check.objects.of(school).filter(channel=OuterRef("pk"), kind="still_wanted", found="in_order",
                                           expires_on__gte=on)  # fmt: skip
    rows = open_channels(school, on=on).filter(kind="account", opened_on__lte=timezone.localdate(since))
    last = rows.annotate(last_out=Max("deliveries__published_at"))
    return last.filter(Q(last_out__isnull=True) | Q(last_out__lt=since)).filter(~Exists(kept))


@transaction.atomic
def ask(school: School, *, by: Actor, at: datetime) -> int:
    """Open a task for each such account: keep it, with a reason, or close it. Returns how many are new."""
    quiet = list(stale(school, at=at).select_related("owner"))
    there = open_about(school, [_about(channel) for channel in quiet], kind=KIND) if quiet else {}
    staff = seats(school, at=at) if quiet else []
    due_at = due_after(_DAYS, at=at, calendar=calendar(school)) if quiet else at
    new = 0
    for channel in quiet:
        owner = keeper(channel, staff)
        if owner is not None and _about(channel) not in there:
            what = f"Nobody has posted on {channel} for 90 days: keep it, and say why, or close it"[:200]
            duty = duties.open_duty(
                school, owner=owner, kind=KIND, what=what, about=_about(channel), due_at=due_at, by=by, at=at
            )
            emails.remind(duty, at=at)
            new += 1
    return new


def _about(channel: Channel) -> str:
    return f"channel:{channel.pk}:still_wanted"
