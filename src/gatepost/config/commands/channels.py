"""The register of accounts, from the command line."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone

from gatepost.audit.actor import SYSTEM
from gatepost.channels.actions import exchange
from gatepost.channels.exchange import told
from gatepost.channels.exchange.register import difference, stands
from gatepost.channels.owed import OVERDUE, owed
from gatepost.channels.standing import Standing
from gatepost.cli.output import UsageProblem
from gatepost.config.commands.start import check_up_to_date
from gatepost.duties.models import Duty
from gatepost.duties.on_accounts import beyond, by_account, is_late
from gatepost.duties.queries import open_on_accounts
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from gatepost.tables.refused import Unreadable


def listed(*, school: str) -> dict[str, Any]:
    """Return the register as JSON has it: every account, and what is owed on them, the most urgent first.

    Raises UsageProblem where there is no such school.
    """
    found = _school(school)
    now = timezone.now()
    day = timezone.localdate(now)
    whole, standings = stands(found, at=now)
    accounts = [told.account(one, whole, on=day, private=True) for one in standings]
    tasks = [_task(duty, overdue=late) for duty, late in _beyond(found, standings, at=now)]
    owed = told.first([*(one for account in accounts for one in account["duties"]), *tasks])
    return {"school": found.slug, "on": day.isoformat(), "accounts": accounts, "duties": owed}


def _beyond(school: School, standings: Iterable[Standing], *, at: datetime) -> Iterator[tuple[Duty, bool]]:
    """Yield the open tasks that say more of an account than what is pressing there, each with whether it is overdue."""
    tasks, day = by_account(open_on_accounts(school)), timezone.localdate(at)
    checks = {str(one.channel.pk): owed(one, on=day) for one in standings}
    for account, duties in tasks.items():
        here = checks.get(account, ())
        kinds = {check.kind for check in here}
        for duty in beyond(duties, {check.kind for check in here if check.pressing}):
            yield duty, is_late(duty, owed=kinds, at=at)


def take_in(data: bytes, *, school: str, dry_run: bool) -> dict[str, Any]:
    """Take in a table, or say what it would change. Where a row is wrong, nothing has changed.

    Raises UsageProblem where the file cannot be read or there is no such school.
    """
    found, now = _school(school), timezone.now()
    try:
        if dry_run:
            return told.difference(difference(data, school=found, at=now))
        return told.difference(exchange.take_in(data, school=found, by=SYSTEM, at=now))
    except exchange.NotTakenIn as refusal:
        return told.difference(refusal.difference)
    except (Unreadable, UnableTo) as refusal:
        raise UsageProblem(str(refusal)) from None


def _school(slug: str) -> School:
    check_up_to_date()
    found = School.objects.select_related("trust").filter(slug=slug).first()
    if found is None:
        raise UsageProblem(f"There is no school at “{slug}”. Look at its part of the pages’ addresses.")
    return found


def _task(duty: Duty, *, overdue: bool) -> dict[str, Any]:
    account = duty.about.split(":")[1]
    return {
        "account": int(account) if account.isdigit() else None, "what": duty.what, "kind": duty.kind, "state": "open",
        "says": duty.what, "word": OVERDUE if overdue else "", "overdue": overdue,
        "due_on": timezone.localdate(duty.due_at).isoformat(), "stops_posting": False, "binding": True, "source": "",
        "ref": "",
    }  # fmt: skip
