"""The list of staff, from the command line."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from gatepost.audit.actor import SYSTEM, Actor
from gatepost.cli.output import UsageProblem
from gatepost.config.commands.start import check_up_to_date
from gatepost.duties import staff_told
from gatepost.duties.actions import staff_lists
from gatepost.duties.staff_difference import difference
from gatepost.schools.actions import staffing
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seat
from gatepost.schools.seat import Seat
from gatepost.tables.refused import Unreadable


@dataclass(frozen=True, slots=True)
class _AtTheTerminal(Seat):
    """Somebody for whom the command line acts: the record names them, and says by which door it was done."""

    @property
    def actor(self) -> Actor:
        """The person as the record names them."""
        return replace(self.person.actor, name=f"{self.person.name} (from the command line)")


def take_in(data: bytes, *, school: str, by: str, dry_run: bool) -> dict[str, Any]:
    """Take in a list, or say what it would change. Where a row is wrong, nothing has changed.

    `by` is the e-mail address of whoever answers for it, and who may change people at the school. Raises UsageProblem
    where the file cannot be read, there is no such school, or they may not.
    """
    now = timezone.now()
    there = _seat(school, by, at=now)
    try:
        found = difference(data, seat=there, at=now)
        if not found.errors and not dry_run:
            found = staff_lists.take_in(data, seat=there, at=now, seen=found.digest)
    except (Unreadable, UnableTo) as refusal:
        raise UsageProblem(str(refusal)) from None
    return staff_told.difference(found)


def found_central_team(*, school: str, email: str, name: str) -> str:
    """Make somebody the first of the central team of a school’s trust, and return what was done, as a sentence.

    Raises UsageProblem where the address is none, there is a central team, or there is no such school.
    """
    found = _school(school)
    try:
        validate_email(email)
        person = staffing.found_central_team(
            trust=found.trust, email=email, name=name, by=SYSTEM, at=timezone.now()
        )  # fmt: skip
    except ValidationError:
        raise UsageProblem(f"“{email}” is not an e-mail address.") from None
    except UnableTo as refusal:
        raise UsageProblem(str(refusal)) from None
    return (
        f"{person} is of the central team of {found.trust}, at every school. To sign in for the first time, they "
        "choose “Forgotten your password?” once."
    )


def _seat(slug: str, email: str, *, at: datetime) -> Seat:
    school = _school(slug)
    person = Person.objects.filter(email__iexact=email, trust=school.trust_id).first()
    if person is None:
        raise UsageProblem(
            f"Nobody in People of {school} has the address “{email}”. Name whoever answers for the list."
        )
    there = _AtTheTerminal(person, school, seat(person, school, at=at).roles)
    try:
        there.check_may(Permission.MANAGE_PEOPLE)
    except NotAllowed:
        raise UsageProblem(f"{person} can’t change people’s roles at {school}. Name somebody who can.") from None
    return there


def _school(slug: str) -> School:
    check_up_to_date()
    found = School.objects.select_related("trust").filter(slug=slug).first()
    if found is None:
        raise UsageProblem(f"There is no school at “{slug}”. Look at its part of the pages’ addresses.")
    return found
