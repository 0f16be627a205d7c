"""Every use of a pupil: what is live, waiting to go out, waiting for sign-off, or was once out. Named reads.

They read the index that `signoff.send` writes, and so cost what the answer costs, however much a school has posted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Prefetch, QuerySet

from gatepost.consents.models import Pupil
from gatepost.publishing.models import Delivery, Use, Version
from gatepost.publishing.states import OUT, WAITING_TO_GO
from gatepost.schools.models import School

STANDS: Final[dict[str, str]] = {
    "live": "Live",
    "scheduled": "Signed off, not out yet",
    "waiting": "Waiting for sign-off",
    "down": "Taken down",
    "stopped": "Stopped before it went out",
}
"""Slug → where a use stands, in the order of the list."""


@dataclass(frozen=True, slots=True)
class Used:
    """One version that uses a pupil, on one channel or not out anywhere: how, and where it stands (one of STANDS).

    `maybe` is whether every way in which it uses the pupil is a name that others share. `delivery` is None for what
    has not been signed off.
    """

    version: Version
    delivery: Delivery | None
    hows: tuple[str, ...]
    maybe: bool
    stands: str


def uses_of(school: School, pupil: Pupil | int) -> list[Used]:
    """Return every use of one pupil of a school, what is live first, the newest first. Three queries."""
    key = pupil if isinstance(pupil, int) else pupil.pk
    deliveries = Prefetch("deliveries", Delivery.objects.of(school).select_related("channel").order_by("pk"))
    rows = Use.objects.of(school).filter(pupil=key).order_by("-version_id", "how")
    rows = rows.select_related("version__post__author").defer("version__verdict", "version__steps")
    by_version: dict[int, list[Use]] = {}
    for row in rows.prefetch_related(Prefetch("version__deliveries", deliveries.queryset)):
        by_version.setdefault(row.version_id, []).append(row)
    found = [one for same in by_version.values() for one in _stands(same)]
    order = list(STANDS)
    return sorted(found, key=lambda one: order.index(one.stands))


def _stands(same: list[Use]) -> list[Used]:
    """Return one row for each channel of a version; one in all where it went to none."""
    version = same[0].version
    hows, maybe = tuple(one.how for one in same), all(one.maybe for one in same)
    if rows := list(version.deliveries.all()):
        return [Used(version, row, hows, maybe, _of_delivery(row.status)) for row in rows]
    waits = version.ended_at is None and version.post.status == "waiting"
    return [Used(version, None, hows, maybe, "waiting" if waits else "stopped")]


def _of_delivery(status: str) -> str:
    if status in OUT:
        return "live"
    if status in WAITING_TO_GO:
        return "scheduled"
    return "down" if status == "down" else "stopped"


def live_with(school: School, pupils: Iterable[int]) -> QuerySet[Use]:
    """Return the uses of pupils, by id, in what can be seen by the world now."""
    return _of(school, pupils).filter(version__deliveries__status__in=OUT).distinct()


def not_out_with(school: School, pupils: Iterable[int]) -> QuerySet[Version]:
    """Return the versions that use any of these pupils, hold, and are not out on every channel yet."""
    used = _of(school, pupils).values("version")
    rows = Version.objects.of(school).filter(pk__in=used, ended_at__isnull=True, post__status="approved")
    return rows.filter(deliveries__status__in=WAITING_TO_GO).distinct()


def _of(school: School, pupils: Iterable[int]) -> QuerySet[Use]:
    return Use.objects.of(school).filter(pupil__in=list(pupils)).order_by()
