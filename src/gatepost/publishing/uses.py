"""Every use of a pupil: what is live, waiting to go out, waiting for sign-off, or was once out. Named reads.

They read the index that `signoff.send` writes, and so cost what the answer costs, however much a school has posted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Prefetch, Q

from gatepost.channels.models import Channel
from gatepost.consents.effective import NOTHING, Permissions, looked_up
from gatepost.consents.models import Pupil
from gatepost.publishing.appearing import stands_in
from gatepost.publishing.content import Content, texts_of
from gatepost.publishing.models import Delivery, Post, Use, Version
from gatepost.publishing.queries import leavers_used
from gatepost.publishing.situations import tier_of
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

    `needed` are the elements that must be held for it. `maybe` is whether every way in which it uses the pupil is a
    name that others share. `delivery` is None for what has not been signed off.
    """

    version: Version
    delivery: Delivery | None
    hows: tuple[str, ...]
    needed: frozenset[str]
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
    needed = frozenset(element for one in same for element in _needed(one.how, full=one.full))
    if rows := list(version.deliveries.all()):
        return [Used(version, row, hows, needed, maybe, _of_delivery(row.status)) for row in rows]
    waits = version.ended_at is None and version.post.status == "waiting"
    return [Used(version, None, hows, needed, maybe, "waiting" if waits else "stopped")]


def _of_delivery(status: str) -> str:
    if status in OUT:
        return "live"
    if status in WAITING_TO_GO:
        return "scheduled"
    return "down" if status == "down" else "stopped"


def used_now(school: School, pupils: Iterable[int]) -> frozenset[int]:
    """Return those of these pupils, by id, whom anything uses that is live or signed off. A query for each thousand."""
    now = Q(version__deliveries__status__in=[*OUT, *WAITING_TO_GO])
    return frozenset(
        key
        for some in batched(pupils)
        for key in Use.objects.of(school).filter(now, pupil__in=some).order_by().values_list("pupil", flat=True)
    )


def used_live(school: School) -> frozenset[int]:
    """Return the ids of the pupils whom anything uses that is live at a school."""
    rows = Use.objects.of(school).filter(version__deliveries__status__in=OUT).order_by()
    return frozenset(rows.values_list("pupil", flat=True))


def not_out_with(school: School, pupils: Iterable[int]) -> list[Version]:
    """Return the versions that use any of these pupils and are signed off but not out on every channel yet."""
    rows = Version.objects.of(school).filter(ended_at__isnull=True, deliveries__status__in=WAITING_TO_GO)
    rows = rows.select_related("post__school__trust", "post__author")
    found = {row.pk: row for some in batched(pupils) for row in rows.filter(uses__pupil__in=some).distinct()}
    return [found[key] for key in sorted(found)]


def live_that_may_not_stay(school: School, pupils: Iterable[int], *, at: datetime) -> frozenset[int]:
    """Return the ids of the live deliveries that use any of these pupils in a way that is not held at a moment."""
    found: set[int] = set()
    for some in batched(pupils):
        _, held = looked_up(school, some, at=at)
        rows = Delivery.objects.of(school).filter(status__in=OUT, version__uses__pupil__in=some).order_by()
        used = rows.values_list("pk", "channel__audience", "channel__platform", "version__uses__pupil",
                                "version__uses__how", "version__uses__full")  # fmt: skip
        for key, audience, platform, pupil, how, full in used:
            channel = Channel(audience=audience, platform=platform)
            if not _held_on(channel, held, pupil, _needed(how, full=full)):
                found.add(key)
    return frozenset(found)


def waiting_that_may_not(
    school: School, versions: Iterable[Version], *, channels: Mapping[int, Channel], at: datetime
) -> frozenset[int]:
    """Return the ids of those of these versions that use somebody who can't be shown where they are to go.

    For the list of what waits: its own page judges it by the policy. Three queries, however many.
    """
    going = {one.pk: [channels[key] for key in one.content["channels"] if key in channels] for one in versions}
    used = list(Use.objects.of(school).filter(version__in=going).order_by())
    _, held = looked_up(school, {one.pupil_id for one in used}, at=at)
    return frozenset(
        one.version_id
        for one in used
        for channel in going[one.version_id]
        if not _held_on(channel, held, one.pupil_id, _needed(one.how, full=one.full))
    )


def _held_on(
    channel: Channel, held: Mapping[str, Mapping[int, Permissions]], pupil: int, needed: Iterable[str]
) -> bool:
    here = held.get(tier_of(channel), {}).get(pupil, NOTHING).on(channel.platform)
    return all(here.allows(element) for element in needed)


def _needed(how: str, *, full: bool) -> tuple[str, ...]:
    if how in _NEEDED:
        return (_NEEDED[how],)
    return ("name", "full_name") if full else ("name",)


_NEEDED: Final = {"picture": "photo", "work": "work", "quote": "quote"}
"""How a version uses a pupil, other than by name → what must be held. A picture of work alone is a use in both ways."""


def uses_a_leaver(version: Version, *, on: date) -> bool:
    """Return whether a version uses somebody who is not on the roll on a day. One query."""
    return leavers_used(version.post.school_id, on=on).filter(version=version).exists()


def still_names_a_leaver(post: Post, content: Content, *, on: date) -> bool:
    """Return whether words that are sent anew still have somebody whom an earlier version of the post named, and left.

    Leavers are not on the roll by which names are found: without this, sending the same words again would show them.
    """
    rows = Pupil.objects.of(post.school_id).filter(uses__version__post=post, left_on__lt=on).distinct()
    words = "\n".join(texts_of(content))
    return any(stands_in(words, name) for one in rows for name in (one.legal_first, one.preferred_first) if name)


def batched(pupils: Iterable[int]) -> Iterator[list[int]]:
    """Yield ids, each once, in lists that a database takes as the arguments of one query."""
    wanted = sorted(set(pupils))
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


_AT_ONCE: Final = 1_000
