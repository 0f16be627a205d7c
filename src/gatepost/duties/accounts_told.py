"""The register of a school with what is owed on each account, as programs and the command line read it."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from gatepost.channels.exchange import told
from gatepost.channels.exchange.register import register, stands
from gatepost.channels.models import Channel
from gatepost.channels.owed import OVERDUE
from gatepost.duties.models import Duty
from gatepost.duties.on_accounts import asked, by_account, is_late
from gatepost.duties.queries import open_on_accounts
from gatepost.schools.models import School


def accounts(
    school: School, *, private: bool, at: datetime, channels: QuerySet[Channel] | None = None
) -> list[dict[str, Any]]:  # fmt: skip
    """Return every account of a school, or these, with how it stands and its `duties`: checks, then other tasks.

    Without `private` what only those who keep the accounts read is left out. Eight queries for any number.
    """
    whole, standings = stands(school, register(school) if channels is None else channels, at=at)
    tasks, found = by_account(open_on_accounts(school)), []
    for standing in standings:
        here = asked(standing, tasks.get(str(standing.channel.pk), ()), at=at)
        one = told.account(standing, whole, owed=here.owed, private=private, on=timezone.localdate(at))
        one["duties"] += [_task(duty, standing.channel, at=at) for duty in here.tasks]
        found.append(one)
    return found


def _task(duty: Duty, channel: Channel, *, at: datetime) -> dict[str, Any]:
    late = is_late(duty, at=at)
    return {
        "account": channel.pk, "what": duty.what, "kind": duty.kind, "state": "open", "says": duty.what,
        "word": OVERDUE if late else "", "overdue": late, "due_on": timezone.localdate(duty.due_at).isoformat(),
        "stops_posting": False, "binding": True, "source": "", "ref": "",
    }  # fmt: skip
