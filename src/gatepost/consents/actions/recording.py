"""What the actions on lists from the MIS share: their event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.consents.models import Importing


def recorded(kind: str, importing: Importing, *, by: Actor, at: datetime, facts: Mapping[str, Any]) -> None:
    """Record an event about a list, inside the transaction of the action that calls this."""
    school = importing.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=f"import:{importing.pk}",
           facts={"import": importing.pk, **facts})  # fmt: skip
