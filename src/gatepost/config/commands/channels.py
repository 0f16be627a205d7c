"""The register of accounts, from the command line."""

from typing import Any

from django.utils import timezone

from gatepost.audit.actor import SYSTEM
from gatepost.channels.actions.exchange import NotTakenIn
from gatepost.channels.exchange import told
from gatepost.channels.exchange.register import difference
from gatepost.cli.output import UsageProblem
from gatepost.config.commands.start import check_up_to_date
from gatepost.duties import accounts_told
from gatepost.duties.actions import account_tables
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from gatepost.tables.refused import Unreadable


def listed(*, school: str) -> dict[str, Any]:
    """Return the register as JSON has it: every account, and what is owed on them, the most urgent first.

    Raises UsageProblem where there is no such school.
    """
    found = _school(school)
    now = timezone.now()
    accounts = accounts_told.accounts(found, private=True, at=now)
    owed = told.first(one for account in accounts for one in account["duties"])
    return {"school": found.slug, "on": timezone.localdate(now).isoformat(), "accounts": accounts, "duties": owed}


def take_in(data: bytes, *, school: str, dry_run: bool) -> dict[str, Any]:
    """Take in a table, or say what it would change. Where a row is wrong, nothing has changed.

    Raises UsageProblem where the file cannot be read or there is no such school.
    """
    found, now = _school(school), timezone.now()
    try:
        if dry_run:
            return told.difference(difference(data, school=found, at=now))
        return told.difference(account_tables.take_in(data, school=found, by=SYSTEM, at=now))
    except NotTakenIn as refusal:
        return told.difference(refusal.difference)
    except (Unreadable, UnableTo) as refusal:
        raise UsageProblem(str(refusal)) from None


def _school(slug: str) -> School:
    check_up_to_date()
    found = School.objects.select_related("trust").filter(slug=slug).first()
    if found is None:
        raise UsageProblem(f"There is no school at “{slug}”. Look at its part of the pages’ addresses.")
    return found
