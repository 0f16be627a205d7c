"""Whether schools' supplements fit what they supplement, on every day on which an adoption takes part."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from gatepost.handbook.compiled import supplement_of
from gatepost.handbook.models import Adoption
from gatepost.handbook.queries import adoption_in_force
from gatepost.policy import PolicyError, Problem
from gatepost.schools.models import School


def misfits(adoption: Adoption) -> dict[School, tuple[Problem, ...]]:
    """Return the schools in which a supplement and a trust's policy do not fit, one of them being this adoption.

    Each comes with what is wrong on the first such day: a policy that was adopted for a later day counts as well.
    """
    found: dict[School, tuple[Problem, ...]] = {}
    for school in [adoption.school] if adoption.school else _supplementing(adoption):
        for day in _changes(school, adoption):
            if school not in found and (problems := _problems(school, adoption, on=day)):
                found[school] = problems
    return found


def _supplementing(adoption: Adoption) -> list[School]:
    """Return the schools of the trust that have ever adopted a supplement."""
    rows = Adoption.objects.filter(trust=adoption.trust_id, school__isnull=False).exclude(supplements="")
    return list(School.objects.filter(pk__in=rows.values("school")).order_by("name"))


def _changes(school: School, adoption: Adoption) -> Iterator[date]:
    """Yield the days, from the adoption's own on, on which something begins to hold at the school."""
    here = Q(school=school) | Q(school__isnull=True, trust=school.trust_id)
    rows = Adoption.objects.filter(here, effective_from__gte=adoption.effective_from)
    yield from sorted(set(rows.values_list("effective_from", flat=True)))


def _problems(school: School, adoption: Adoption, *, on: date) -> tuple[Problem, ...]:
    own = adoption_in_force(trust=adoption.trust, school=school, on=on)
    above = adoption_in_force(trust=adoption.trust, school=None, on=on)
    if own is None or above is None or not own.supplements or adoption not in (own, above):
        return ()
    try:
        supplement_of(own.text, base=above.text)
    except PolicyError as error:
        return error.problems
    return ()
