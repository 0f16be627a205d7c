"""The one effective answer about a pupil, at a moment: what everybody else is handed of what was answered.

`deciding` has the rule for what was answered, and `answering` who is asked. Above both stand: a pupil who has left may
not be shown any more, and one whom the DSL has flagged may not be shown at all, whatever anybody said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db.models import BigIntegerField, Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone

from gatepost.consents.answering import Custom, who_answers
from gatepost.consents.customs import usual
from gatepost.consents.deciding import NOTHING, Bases, Permissions, Said, decided
from gatepost.consents.elements import BY_LINK
from gatepost.consents.gathered import Gathered
from gatepost.consents.models import Basis, Flag, Pupil
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.schools.models import School

__all__ = ["NOTHING", "Permissions", "flagged_at", "looked_up"]


def looked_up(
    school: School, ids: Iterable[int], *, at: datetime, policy: InForce | None = None
) -> tuple[Mapping[int, Pupil], Mapping[str, Mapping[int, Permissions]]]:
    """Return pupils of a school by id, and by tier what may be shown of each at a moment. One query for all of it.

    A tier that nobody answered about, and that rests on consent alone, is left out: there nothing is held. `policy` is
    the one in force, where the caller has it: another query looks for it where not.
    """
    # A number from an address may be more than a database takes: there is nobody of that number.
    wanted = [one for one in ids if abs(one) <= BigIntegerField.MAX_BIGINT]
    if not wanted:
        return {}, {}
    today = timezone.localdate(at)
    holds = policy or policy_in_force(school, on=today)
    pupils: dict[int, Pupil] = {}
    tiers: dict[str, dict[int, Permissions]] = {}
    for pupil, of, said in _told(school, wanted, at=at, policy=holds):
        pupils[pupil.pk] = pupil
        who = who_answers(of["custom"], year=pupil.year, dob=pupil.dob, on=today, chosen=pupil.who_answers)
        here = not of["flagged"] and (pupil.left_on is None or pupil.left_on >= today)
        bases = of["bases"]
        for tier in dict.fromkeys([one.tier for one in said] + [tier for tier, _, _ in bases]):
            held = decided(said, tier=tier, bases=bases, who=who, on=today) if here else NOTHING
            tiers.setdefault(tier, {})[pupil.pk] = held
    return pupils, tiers


def bases_at(school: School, *, at: datetime) -> Bases:
    """Return the lawful bases of a school at a moment that are not simply consent for a whole tier. One query."""
    return _last(Basis.objects.of(school).filter(since__lte=at).values("tier", "platform", "element", "basis"))


def _last(rows: Iterable[Mapping[str, Any]]) -> Bases:
    """Return of bases, the oldest first, those that hold."""
    last = {(row["tier"], row["platform"], row["element"]): row["basis"] for row in rows}
    return {key: basis for key, basis in last.items() if basis != "consent" or key[1]}


def flagged_at(at: datetime) -> Q:
    """Return the condition under which a flag holds at a moment; also one on record that began a moment after it."""
    began = Q(since__lte=at) | Q(since__lte=F("recorded_at"))
    return began & (Q(until__isnull=True) | Q(until__gt=at))


_PUPIL: Final = tuple(field.attname for field in Pupil._meta.concrete_fields)
_ANSWER: Final = ("tier", "platform", "element", "state", "given_by", "contact", "contact__ended_on",
                  "contact__parental_responsibility", "in_writing", "expires_on", "relationship",
                  "importing", "method")  # fmt: skip
_CUSTOM: Final = ("from_year", "from_age", "with_parent")


def _told(
    school: School, ids: list[int], *, at: datetime, policy: InForce | None
) -> Iterator[tuple[Pupil, dict[str, Any], list[Said]]]:
    """Yield each pupil with what of the school and of flags bears on them, and what was answered, oldest first."""
    # A no counts from the moment at which it is on record, also for what began a moment before.
    known = Q(answers__given_at__lte=at) | ~Q(answers__state="granted")
    rows = Pupil.objects.of(school).filter(pk__in=ids).annotate(
        said=FilteredRelation("answers", condition=known),
        flagged=Exists(Flag.objects.of(school).filter(flagged_at(at), pupil=OuterRef("pk"))),
        bases=_bases(school, at=at),
    ).order_by("pk", "said__given_at", "said__pk").values_list(
        *_PUPIL, "flagged", "bases", "school__nation", "school__asking",
        *(f"school__asking__{name}" for name in _CUSTOM), *(f"said__{name}" for name in _ANSWER),
    )  # fmt: skip
    end = len(_PUPIL)
    bases: Bases | None = None
    for _, some in groupby(rows, key=itemgetter(0)):
        same = list(some)
        pupil = Pupil.from_db(rows.db, _PUPIL, same[0][:end])
        pupil.school = school
        flagged, gathered, nation, chosen, *custom = same[0][end : end + 7]
        # The same for every pupil of the school.
        bases = _last(sorted(gathered or [], key=itemgetter("since", "id"))) if bases is None else bases
        said = [_said(row[end + 7 :]) for row in same if row[end + 7]]
        asked = Custom(*custom) if chosen else usual(nation, policy)
        yield pupil, {"flagged": flagged, "bases": bases, "custom": asked}, said


def _said(row: Sequence[Any]) -> Said:
    *plain, importing, method = row
    told: list[Any] = [*plain, importing is not None, method in BY_LINK]
    return Said(*told)


def _bases(school: School, *, at: datetime) -> Subquery:
    """Return the school's lawful bases as one value of a query about its pupils."""
    rows = Basis.objects.of(school).filter(since__lte=at).order_by().values("school")
    fields = ("id", "since", "tier", "platform", "element", "basis")
    return Subquery(rows.annotate(all=Gathered(JSONObject(**{name: name for name in fields}))).values("all"))
