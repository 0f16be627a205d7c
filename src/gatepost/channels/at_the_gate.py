"""What the gate asks of one account and of a few people, in one query: it stands on the way of every post.

It is two where the policy says how many accounts there are, or which.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from gatepost.channels.alongside import alongside
from gatepost.channels.demands import demands
from gatepost.channels.models import Administrator, Channel, Check
from gatepost.channels.standing import Standing, standing
from gatepost.handbook.acknowledging import asked_by
from gatepost.handbook.models import Acknowledgement
from gatepost.handbook.queries import InForce
from gatepost.schools.models import Person, School

_NO_DAY: Final = Cast(Value(None), DateField())
Row = tuple[str, str, str, datetime | None, date | None, int]


@dataclass(frozen=True, slots=True)
class Gated:
    """How an account stands now, and whether each of the people, by id, has accepted the policy in force.

    None stands for everybody where the policy asks nobody to.
    """

    standing: Standing
    accepted: dict[int, bool | None]


def gated(channel: Channel, *, school: School, people: Iterable[Person], policy: InForce, on: date) -> Gated:
    """Return what the gate asks. It reads what has not ended, and no moment: what waits for a lock is of now."""
    asked = [person.pk for person in people]
    rows: list[Row] = list(_rows(channel, school, asked, policy))
    said = {key for what, _, _, _, _, key in rows if what == "accepted"}
    wanted = bool(asked_by(policy.policy))
    left = [moment for what, _, how, moment, _, _ in rows if what == "admin" and how == "left" and moment is not None]
    stands = standing(
        channel, policies=policy.all, asked=demands(policy.all),
        admins=[Administrator(pk=row[5], channel=channel) for row in rows if row[0] == "admin" and row[3] is None],
        latest=_latest(channel, rows), left_at=max(left, default=None), on=on,
        beside=alongside(school, policies={school.pk: policy.all}, on=on).get(channel.pk),
    )  # fmt: skip
    return Gated(stands, {key: key in said if wanted else None for key in asked})


def _rows(channel: Channel, school: School, people: list[int], policy: InForce) -> QuerySet[Any, Any]:
    admins = Administrator.objects.of(school).filter(Q(until__isnull=True) | Q(left=True), channel=channel)
    left = Case(When(left=True, then=Value("left")), default=Value(""))
    looks = Check.objects.of(school).filter(channel=channel)
    said = Acknowledgement.objects.of(school).filter(person__in=people, digest=policy.digest)
    return (
        admins.order_by().values_list(Value("admin"), Value(""), left, F("until"), _NO_DAY, F("pk"))
        .union(
            looks.order_by().values_list(Value("check"), F("kind"), F("found"), F("checked_at"), F("expires_on"),
                                         F("pk")),
            said.order_by().values_list(Value("accepted"), F("digest"), Value(""), F("at"), _NO_DAY, F("person_id")),
            all=True,
        )
    )  # fmt: skip


def _latest(channel: Channel, rows: list[Row]) -> Iterable[Check]:
    """Return the latest look of each kind."""
    looks = sorted((moment, key, kind, found, day) for what, kind, found, moment, day, key in rows
                   if what == "check" and moment is not None)  # fmt: skip
    by_kind = {
        kind: Check(pk=key, channel=channel, kind=kind, found=found, checked_at=moment, expires_on=day)
        for moment, key, kind, found, day in looks
    }
    return by_kind.values()
