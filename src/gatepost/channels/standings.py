"""The register with everything that its pages, its gate and its exports ask of it, in few queries whatever its size."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db.models import F, Max, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from gatepost.channels.models import Administrator, Channel, Check
from gatepost.channels.standing import Standing, standing
from gatepost.policy import CompiledPolicy
from gatepost.schools.models import School, Trust

Row = TypeVar("Row", Administrator, Check)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is on record of some accounts: administrators of now, latest checks and the last leaver, by channel id."""

    admins: Mapping[int, list[Administrator]]
    latest: Mapping[int, list[Check]]
    left_at: Mapping[int, datetime]


def kept(channels: QuerySet[Channel], *, of: School | Trust, at: datetime) -> Kept:
    """Return what is on record of these accounts of a school or a trust. Three queries."""
    rows = _of(Administrator, of).filter(channel__in=channels.values("pk"))
    now = rows.filter(since__lte=at).exclude(until__lte=at).select_related("person")
    gone = rows.filter(left=True, until__lte=at).values("channel").annotate(last=Max("until"))
    return Kept(
        _by_channel(now), _by_channel(latest_checks(channels, of=of, at=at)),
        {row["channel"]: row["last"] for row in gone.order_by("channel")},
    )  # fmt: skip


def latest_checks(channels: QuerySet[Channel], *, of: School | Trust, at: datetime) -> QuerySet[Check]:
    """Return the latest check of each kind of each of these accounts."""
    newest = Window(
        RowNumber(), partition_by=[F("channel"), F("kind")], order_by=[F("checked_at").desc(), F("id").desc()]
    )
    rows = _of(Check, of).filter(channel__in=channels.values("pk"), checked_at__lte=at)
    return rows.annotate(place=newest).filter(place=1).select_related("checked_by")


def standings(
    channels: QuerySet[Channel], *, of: School | Trust, policies: Mapping[int, Sequence[CompiledPolicy]], at: datetime
) -> list[Standing]:
    """Return how each of these accounts stands at a moment, in their order. Four queries.

    `policies` are those in force, by school id; an account of a school without any is judged by none.
    """
    held = kept(channels, of=of, at=at)
    return [_stands(channel, held, policies.get(channel.school_id, ()), on=timezone.localdate(at))
            for channel in channels]  # fmt: skip


def _stands(channel: Channel, held: Kept, policies: Sequence[CompiledPolicy], *, on: date) -> Standing:
    return standing(
        channel, policies=policies, admins=held.admins.get(channel.pk, ()), latest=held.latest.get(channel.pk, ()),
        left_at=held.left_at.get(channel.pk), on=on,
    )  # fmt: skip


def _of(model: type[Row], of: School | Trust) -> QuerySet[Row]:
    rows: QuerySet[Row] = model.objects.of_trust(of) if isinstance(of, Trust) else model.objects.of(of)
    return rows


def _by_channel(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.channel_id].append(row)
    return found
