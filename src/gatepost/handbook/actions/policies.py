"""Adopt a policy."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gatepost import library
from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.handbook.checks import check_can_adopt, check_from
from gatepost.handbook.compiled import compiled_text, supplement_of
from gatepost.handbook.errors import CannotAdopt
from gatepost.handbook.fitting import misfits
from gatepost.handbook.models import Adoption
from gatepost.handbook.queries import adoption_in_force
from gatepost.policy import Document, PolicyError
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School, Trust
from gatepost.schools.seat import Seat


@transaction.atomic
def adopt(
    *, trust: Trust, school: School | None, source: str, effective_from: date, by: Actor, at: datetime,
    person: Person | None = None,
) -> Adoption:  # fmt: skip
    """Adopt a policy for a trust, or for one of its schools, from a day on.

    `source` is the YAML of a policy document, or the id of one in the library. Raises CannotAdopt, with every problem
    and its line, where it cannot be read, or where a supplement loosens what it supplements; and UnableTo, naming the
    schools, where a policy for the whole trust leaves schools with supplements that do not fit it.
    """
    Trust.objects.select_for_update().get(pk=trust.pk)  # a supplement and what it supplements may come at once
    text = library.text(source) if source in library.IDS else source
    document = _read(text, trust=trust, school=school, on=effective_from)
    head = document.head
    adoption = Adoption.objects.create(
        trust=trust, school=school, policy_id=head.id, title=head.title, version=head.version or "",
        supplements=head.supplements or "", text=text, digest=document.digest, effective_from=effective_from,
        adopted_by=person, adopted_at=at,
    )  # fmt: skip
    _check_fits(adoption)
    record(
        "policy.adopted", by=by, at=at, trust=trust.slug, school=school.slug if school else "",
        subject=f"policy:{head.id}",
        facts={"policy": head.title, "from": effective_from.isoformat(), "digest": document.digest},
    )  # fmt: skip
    return adoption


def adopt_as(*, seat: Seat, source: str, effective_from: date, at: datetime, whole_trust: bool = False) -> Adoption:
    """Adopt a policy for the school that somebody sits at, or, with `whole_trust`, for every school of the trust.

    Raises NotAllowed where it is not for them to say, and UnableTo as `adopt` does, or for a day that is gone.
    """
    check_can_adopt(seat, whole_trust=whole_trust)
    check_from(seat, effective_from=effective_from, today=timezone.localdate(at), whole_trust=whole_trust)
    return adopt(
        trust=seat.school.trust, school=None if whole_trust else seat.school, source=source,
        effective_from=effective_from, by=seat.actor, at=at, person=seat.person,
    )  # fmt: skip


def _read(text: str, *, trust: Trust, school: School | None, on: date) -> Document:
    try:
        document = compiled_text(text).document
        if document.head.supplements:
            if school is None:
                raise UnableTo("A supplement belongs to one school. Choose the school that it is for.")
            base = adoption_in_force(trust=trust, school=None, on=on)
            if base is None:
                raise UnableTo("A supplement needs the trust’s policy to be adopted first.")
            supplement_of(text, base=base.text)
    except PolicyError as error:
        raise CannotAdopt(error.problems) from error
    return document


def _check_fits(adoption: Adoption) -> None:
    """Raise UnableTo where a supplement would not fit: a policy that cannot be put together would stop every page."""
    found = misfits(adoption)
    if not found:
        return
    if adoption.school:
        raise CannotAdopt(found[adoption.school])
    said = " ".join(
        f"{school}: {' '.join(problem.message for problem in problems)}" for school, problems in found.items()
    )
    raise UnableTo(
        f"The policy can’t be adopted for every school yet: there are supplements that would not fit it. {said} "
        "Let each of these schools adopt a policy that stands by itself from that day on, and then try again."
    )
