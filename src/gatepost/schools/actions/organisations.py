"""Set up a trust and add its schools."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School, Trust

RESERVED: Final = frozenset({"account", "api", "demo", "families", "official", "static", "trust"})
"""What no school's address may be, because pages stand there already."""


@transaction.atomic
def found_trust(*, name: str, slug: str, by: Actor, at: datetime) -> Trust:
    """Set up a trust. A lone school is a trust of one."""
    trust = Trust.objects.create(name=name, slug=slug)
    record("trust.founded", by=by, at=at, trust=slug, subject=f"trust:{trust.pk}", facts={"trust": name})
    return trust


@transaction.atomic
def add_school(
    *, trust: Trust, name: str, slug: str, colour: str, by: Actor, at: datetime, contacts: Sequence[str] = ()
) -> School:
    """Add a school to a trust. `colour` is `#rrggbb` and stands on its pages; `contacts` are its own numbers."""
    if slug in RESERVED:
        raise UnableTo(f"“{slug}” is an address of Gatepost’s own. Choose another for {name}.")
    school = School(trust=trust, name=name, slug=slug, colour=colour, contacts=list(contacts))
    school.full_clean()
    school.save()
    record("school.added", by=by, at=at, trust=trust.slug, school=slug, subject=f"school:{school.pk}",
           facts={"school": name})  # fmt: skip
    return school
