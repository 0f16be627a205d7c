"""The register with everything that its pages, its gate and its exports ask of it, in few queries whatever its size."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from gatepost.channels.alongside import alongside
from gatepost.channels.check_kinds import JUDGED
from gatepost.channels.demands import demands
from gatepost.channels.models import Administrator, Channel, Check
from gatepost.channels.standing import Standing, standing
from gatepost.policy import CompiledPolicy
from gatepost.schools.models import School, Trust

Row = TypeVar("Row", Administrator, Check)


class Brief(NamedTuple):
    """As much of a Check as a list of hundreds of accounts reads."""

    channel_id: int
    kind: str
    found: str
    checked_at: datetime
    expires_on: date | None


OfAccount = TypeVar("OfAccount", Administrator, Check | Brief)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is on record of some accounts: administrators of now, latest checks and the last leaver, by channel id."""

    admins: Mapping[int, list[Administrator]]
    latest: Mapping[int, list[Check | Brief]]
    left_at: Mapping[int, datetime]


def kept(
    channels: Sequence[Channel], *, of: School | Trust, brief: bool = False, checks: Iterable[Check] | None = None
) -> Kept:  # fmt: skip
    """Return what is on record of these accounts of a school or a trust. Two queries; one with all their `checks`.

    It reads what has not ended, and no moment: what waits for a lock must not be judged by the past. `brief` leaves out
    who administers them by name, and of the checks who looked, how, and the evidence.
    """
    these = [channel.pk for channel in channels]
    rows = _of(Administrator, of).filter(Q(until__isnull=True) | Q(left=True), channel__in=these)
    named = rows.only("channel", "person", "until", "left") if brief else rows.select_related("person")
    every = list(named)
    left_at: dict[int, datetime] = {}
    for row in every:
        if row.until is not None:
            left_at[row.channel_id] = max(row.until, left_at.get(row.channel_id, row.until))
    now = (row for row in every if row.until is None)
    latest = _latest_checks(these, of=of, brief=brief) if checks is None else _latest(checks)
    return Kept(_by_channel(now), _by_channel(latest), left_at)


def _latest_checks(channels: Sequence[int], *, of: School | Trust, brief: bool) -> Iterable[Check | Brief]:
    """Return the latest check of each kind of each of these accounts, by their ids.

    `brief` leaves out who looked, how, and the evidence, which a list of hundreds of accounts does not show, and the
    kinds that decide nothing of how an account stands.
    """
    newest = Window(
        RowNumber(), partition_by=[F("channel"), F("kind")], order_by=[F("checked_at").desc(), F("id").desc()]
    )
    rows = _of(Check, of).filter(channel__in=channels)
    found = (rows.filter(kind__in=JUDGED) if brief else rows).annotate(place=newest).filter(place=1)
    if brief:
        return map(Brief._make, found.values_list(*Brief._fields))  # thousands of rows: models are a third of the page
    return found.select_related("checked_by")


def _latest(checks: Iterable[Check]) -> Iterable[Check]:
    found: dict[tuple[int, str], Check] = {}
    for check in checks:  # the latest first
        found.setdefault((check.channel_id, check.kind), check)
    return found.values()


def standings(
    channels: Sequence[Channel], *, of: School | Trust, policies: Mapping[int, Sequence[CompiledPolicy]], on: date,
    brief: bool = False, checks: Iterable[Check] | None = None, every: Iterable[Channel] | None = None,
) -> list[Standing]:  # fmt: skip
    """Return how each of these accounts stands on a day, in their order. Two queries, however many they are, and a
    third where a policy says how many accounts there are, or which.

    `policies` are those in force, by school id; an account of a school without any is judged by none.
    `brief` reads of the checks only when and what was found; `checks` are all of these accounts, the latest first,
    where the caller has them, `every` all accounts of the school or trust.
    """
    held = kept(channels, of=of, brief=brief, checks=checks)
    asked = {school: demands(judges) for school, judges in policies.items()}
    beside = alongside(of, policies=policies, on=on, every=every) if channels else {}
    return [
        standing(
            channel, policies=policies.get(channel.school_id, ()), asked=asked.get(channel.school_id, ()),
            admins=held.admins.get(channel.pk, ()), latest=held.latest.get(channel.pk, ()),
            left_at=held.left_at.get(channel.pk), on=on, beside=beside.get(channel.pk),
        )
        for channel in channels
    ]  # fmt: skip


def _of(model: type[Row], of: School | Trust) -> QuerySet[Row]:
    rows: QuerySet[Row] = model.objects.of_trust(of) if isinstance(of, Trust) else model.objects.of(of)
    return rows


def _by_channel(rows: Iterable[OfAccount]) -> dict[int, list[OfAccount]]:
    found: dict[int, list[OfAccount]] = defaultdict(list)
    for row in rows:
        found[row.channel_id].append(row)
    return found
