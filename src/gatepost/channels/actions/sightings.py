"""Report an account that may be taken for the school's, decide about it, and show it as not the school's."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.channels.deciding import Account
from gatepost.channels.decisions import DECISIONS
from gatepost.channels.models import Channel, Sighting
from gatepost.channels.models.channel import platform_name
from gatepost.channels.secrets import check_no_secret, plain_address
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@transaction.atomic
def report(account: Account, *, note: str, seat: Seat, at: datetime) -> Sighting:
    """Keep that somebody came across an account, with what they know of it.

    Raises UnableTo where it has no platform or no name, where the address is none, or for a text with a secret in it.
    """
    seat.check_may(Permission.SEE_POLICY)
    if not account.platform or not account.name.strip():
        raise UnableTo("Say on which platform it is and what it is called, so that others can tell which one is meant.")
    check_no_secret(account.name, note)
    said = {key: value for key, value in account.facts.items() if key not in {"channel", "account_name"}}
    address = plain_address(account.address) if account.address else ""
    sighting = Sighting(school=seat.school, platform=account.platform, name=account.name.strip(), address=address,
                        note=note, said=said, reported_by=seat.person, reported_at=at)  # fmt: skip
    _check(sighting)
    sighting.save()
    _record("sighting.reported", sighting, seat=seat, at=at)
    return sighting


@transaction.atomic
def decide(
    sighting: Sighting, *, decision: str, reason: str, seat: Seat, at: datetime, channel: Channel | None = None
) -> Sighting:
    """Keep what somebody decided, once. `channel` is its account on the register, where it is there now.

    What follows from it is opened by `duties.actions.sightings`, which calls this.
    """
    seat.check_may(Permission.MANAGE_CHANNELS)
    row = locked(sighting)
    if row.decision:
        raise UnableTo("This was decided already. Read on its page what was decided, and by whom.")
    if decision not in DECISIONS:
        raise UnableTo("Choose one of the decisions.")
    if not reason.strip():
        raise UnableTo("Say in a sentence why: whoever asks later will want to know.")
    check_no_secret(reason)
    row.decision, row.reason, row.decided_by, row.decided_at = decision, reason.strip(), seat.person, at
    row.channel = channel
    row.save(update_fields=["decision", "reason", "decided_by", "decided_at", "channel"])
    _record("sighting.decided", row, seat=seat, at=at, decision=DECISIONS[decision].name)
    return row


@transaction.atomic
def show(sighting: Sighting, *, shown: bool, seat: Seat, at: datetime) -> Sighting:
    """List a fake on the public page as not the school's, or list it there no more. The head alone agrees to that."""
    if "headteacher" not in seat.roles:
        raise NotAllowed("The head decides what the public page lists as not the school’s.")
    row = locked(sighting)
    if row.decision != "impostor":
        raise UnableTo("Only what was decided to be a fake can be listed as not the school’s.")
    if row.shown != shown:
        row.shown = shown
        row.save(update_fields=["shown"])
        if shown:
            _record("sighting.shown", row, seat=seat, at=at)
        else:
            _record("sighting.hidden", row, seat=seat, at=at)
    return row


def locked(sighting: Sighting) -> Sighting:
    """Return the row as it is now, kept from everybody else until the transaction ends."""
    rows = Sighting.objects.of(sighting.school_id).select_for_update()
    return rows.select_related("school__trust").get(pk=sighting.pk)


def _check(sighting: Sighting) -> None:
    try:
        sighting.clean_fields(exclude=["said", "decision", "reason"])
    except ValidationError as wrong:
        if "address" in wrong.message_dict:
            raise UnableTo("This is no address of a page. Copy the whole of it, or leave it out.") from None
        raise UnableTo("This is too long, or empty. Write it shorter.") from None


def _record(kind: str, sighting: Sighting, *, seat: Seat, at: datetime, **facts: Any) -> None:
    # The name and the note are left out: either may hold the name of a pupil, and the record is never changed.
    school = sighting.school
    record(kind, by=seat.actor, at=at, trust=school.trust.slug, school=school.slug, subject=f"sighting:{sighting.pk}",
           facts={"platform": platform_name(sighting.platform), **facts})  # fmt: skip
