"""Which policy was in force where, and when."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from gatepost import library
from gatepost.handbook.compiled import compiled_text, supplement_of
from gatepost.handbook.models import Adoption
from gatepost.policy import CompiledPolicy
from gatepost.schools.models import School, Trust


@dataclass(frozen=True, slots=True)
class InForce:
    """The policy that holds at a school on a day: the adoptions it is made of, and the whole, compiled.

    `own` is the school's adoption, or the trust's where the school has none; `above` is the trust's where `own`
    supplements it.
    """

    own: Adoption
    above: Adoption | None
    policy: CompiledPolicy

    @property
    def digest(self) -> str:
        """What names the policy on records: the digests of what it is made of."""
        return "+".join(one.digest for one in (self.own, self.above) if one is not None)

    @property
    def all(self) -> tuple[CompiledPolicy, ...]:
        """What a draft is judged by: the policy, and the statutory baseline."""
        return self.policy, library.compiled(library.BASELINE)


def adoption_in_force(*, trust: Trust, school: School | None, on: date) -> Adoption | None:
    """Return what a trust (or, with `school`, that school itself) had in force on a day."""
    rows = Adoption.objects.filter(trust=trust, school=school, effective_from__lte=on)
    return rows.order_by("-effective_from", "-id").first()


def policy_in_force(school: School, *, on: date) -> InForce | None:
    """Return the policy that held at a school on a day; None where nothing had been adopted by then."""
    here = Adoption.objects.filter(Q(school=school) | Q(school__isnull=True, trust=school.trust_id))
    rows = here.filter(effective_from__lte=on).order_by("-effective_from", "-id")
    own = trusts = None
    for row in rows:  # two at most are needed, and a school adopts a policy every year or two
        own = own or (row if row.school_id else None)
        trusts = trusts or (None if row.school_id else row)
    return _whole(own, trusts)


def policies_in_force(trust: Trust, *, on: date) -> dict[int, InForce]:
    """Return the policy that held at each school of a trust on a day, by the school’s id. Two queries.

    Schools for which nothing had been adopted by then are left out.
    """
    newest = Window(RowNumber(), partition_by=[F("school")], order_by=[F("effective_from").desc(), F("id").desc()])
    rows = Adoption.objects.filter(trust=trust, effective_from__lte=on).annotate(place=newest).filter(place=1)
    held = {row.school_id: row for row in rows}
    schools = School.objects.filter(trust=trust).values_list("pk", flat=True)
    found = {school: _whole(held.get(school), held.get(None)) for school in schools}
    return {school: policy for school, policy in found.items() if policy is not None}


def _whole(own: Adoption | None, trusts: Adoption | None) -> InForce | None:
    if own is None:
        return InForce(trusts, None, compiled_text(trusts.text)) if trusts else None
    if own.supplements and trusts:
        return InForce(own, trusts, supplement_of(own.text, base=trusts.text))
    return InForce(own, None, compiled_text(own.text))


def history(school: School) -> QuerySet[Adoption]:
    """Return every policy adopted for a school, by itself or by its trust, newest first."""
    here = Q(school=school) | Q(school__isnull=True, trust=school.trust_id)
    return Adoption.objects.filter(here).select_related("adopted_by", "school")


def adopted_as(school: School, digest: str) -> list[Adoption]:
    """Return what was adopted under the digests that a record names, joined by `+`: a school's own and its trust's."""
    here = Q(school=school) | Q(school__isnull=True, trust=school.trust_id)
    rows = Adoption.objects.filter(here, digest__in=digest.split("+")).order_by("effective_from", "id")
    return list({row.digest: row for row in rows}.values())


@dataclass(frozen=True, slots=True)
class Period:
    """An adoption, and how long it was in force: `until` is its last day, None while nothing has taken its place."""

    adoption: Adoption
    until: date | None


def periods(school: School) -> list[Period]:
    """Return what was adopted for a school, by itself and by its trust, newest first, each with its last day.

    What was replaced on the day on which it would have begun never was in force, and ends before it began.
    """
    found: list[Period] = []
    following: dict[bool, date] = {}
    for row in history(school):
        own = row.school_id is not None
        after = following.get(own)
        found.append(Period(row, after - timedelta(days=1) if after else None))
        following[own] = row.effective_from
    return found
