"""What goes on at a school, as every page of it tells whoever looks: a stop, an incident, and what waits for them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import attrgetter, or_
from typing import Any, Final, NamedTuple

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    DateTimeField,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.utils import timezone

from gatepost.handbook.models import Acknowledgement, Adoption
from gatepost.publishing.models import Approval, Incident, Stop, Version
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import ANSWERING
from gatepost.schools.seat import Seat


@dataclass(frozen=True, slots=True)
class Stopped:
    """An emergency stop that holds: why, by whom and since when, and whether at every school of the trust."""

    reason: str
    by: str
    at: datetime
    whole_trust: bool


@dataclass(frozen=True, slots=True)
class News:
    """What goes on at a school, for somebody there.

    A stop that holds, why an incident was declared, the digests of the policies that the school and its trust have in
    force, whether this person has `accepted` what the school is held to, and how many posts wait for them.
    """

    stop: Stopped | None
    incident: str | None
    own_policy: str | None
    trusts_policy: str | None
    accepted: bool
    waiting: int


def news(seat: Seat, *, at: datetime) -> News:
    """Return what goes on at a school at a moment, for whoever looks. One query.

    Every page asks this, and Django takes longer to write a query than the database to answer it: short ones in a row
    cost a third of one that asks each thing of the school in a column of its own.
    """
    found = _found(seat, at=at)
    # One of the school and one of the trust may hold at once: what began first is told.
    stop, incident = (min(found[what], key=_BEGUN, default=None) for what in ("stop", "incident"))
    in_force = {row.number is None: row for row in sorted(found["adopted"], key=_ADOPTED)}  # the last of each stays
    own, trusts = in_force.get(False), in_force.get(True)
    return News(
        Stopped(stop.text, stop.more, stop.since, whole_trust=stop.number is None) if stop and stop.since else None,
        incident.text if incident else None,
        own.text if own else None,
        trusts.text if trusts else None,
        accepted=_held_to(own, trusts) in {row.text for row in found["accepted"]},
        waiting=sum(row.number or 0 for row in found["waiting"]),
    )


def _found(seat: Seat, *, at: datetime) -> dict[str, list["_Told"]]:
    """Return every row of `news`, by what it is."""
    here = Q(school=seat.school) | Q(school__isnull=True, trust=seat.school.trust_id)
    stops = Stop.objects.filter(here, ended_at__isnull=True)
    incidents = Incident.objects.filter(here, ended_at__isnull=True)
    adopted = Adoption.objects.filter(here, effective_from__lte=timezone.localdate(at))
    accepted = Acknowledgement.objects.of(seat.school).filter(person=seat.person)
    first = _told("stop", stops, text="reason", more="started_by__name", since="started_at", number="school")
    others = [
        _told("incident", incidents, text="reason", since="declared_at"),
        _told("adopted", adopted, text="digest", more="supplements", number="school", day="effective_from", pk="pk"),
        _told("accepted", accepted, text="digest"),
    ]
    if seat.may(Permission.SIGN_OFF):
        others.append(_told("waiting", _waiting(seat), number=Count("pk")))
    found: dict[str, list[_Told]] = defaultdict(list)
    for row in map(_Told._make, first.union(*others, all=True)):
        found[row.what].append(row)
    return found


class _Told(NamedTuple):
    """One row of `news`: what it is, and of it what its kind has."""

    what: str
    text: str
    more: str
    since: datetime | None
    number: int | None
    day: date | None
    pk: int | None


_BEGUN: Final = attrgetter("since")
_ADOPTED: Final = attrgetter("day", "pk")
_NO_NUMBER: Final = Cast(Value(None), BigIntegerField())
_EMPTY: Final[Mapping[str, str | Combinable]] = {
    "text": Value("", CharField()),
    "more": Value("", CharField()),
    "since": Cast(Value(None), DateTimeField()),
    "number": _NO_NUMBER,
    "day": Cast(Value(None), DateField()),
    "pk": _NO_NUMBER,
}


def _told(what: str, rows: QuerySet[Any], **columns: str | Combinable) -> QuerySet[Any, tuple[Any, ...]]:
    """Return rows as _Told has them: what they are, and these of its columns, the others empty."""
    said = {**_EMPTY, **columns}
    return rows.order_by().values_list(Value(what, CharField()), *said.values())


def _held_to(own: _Told | None, trusts: _Told | None) -> str | None:
    """Return what names the policy that holds at the school on records, as `InForce.digest` does."""
    if own and trusts and own.more:
        return f"{own.text}+{trusts.text}"
    in_force = own or trusts
    return in_force.text if in_force else None


def _waiting(seat: Seat) -> QuerySet[Version]:
    """Return what waits at a school for an approval that this person may give.

    The steps of a version are JSON: that one of them asks for a role is seen by the role's name in quotation marks.
    """
    asks = (one for one in {*ANSWERING, *seat.roles} if seat.roles & ANSWERING.get(one, frozenset({one})))
    named = reduce(or_, (Q(asked__contains=f'"{one}"') for one in sorted(asks)))
    rows = Version.objects.of(seat.school).filter(post__status="waiting", ended_at__isnull=True)
    decided = Approval.objects.of(seat.school).filter(version=OuterRef("pk"), person=seat.person)
    others = rows.exclude(post__author=seat.person).exclude(sent_by=seat.person).filter(~Exists(decided))
    return others.annotate(asked=Cast("steps", TextField())).filter(named)
