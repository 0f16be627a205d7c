"""The roll with what may be shown, for pages: can or can’t, and never why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from gatepost.consents.deciding import NOTHING, Permissions
from gatepost.consents.effective import looked_up
from gatepost.consents.elements import ELEMENTS, SPLIT, TIERS
from gatepost.consents.models import Basis, Pupil, Wording
from gatepost.consents.queries import on_roll, search
from gatepost.schools.models import School

Held = Mapping[str, Mapping[int, Permissions]]
"""Tier → pupil → what is held, as `looked_up` returns it."""


@dataclass(frozen=True, slots=True)
class Place:
    """One tier, or one platform of it, with the elements that can and that can’t be shown there, as slugs."""

    tier: str
    platform: str
    can: tuple[str, ...]
    cannot: tuple[str, ...]


def places(held: Held, pupil: int, *, platforms: Iterable[str] = ()) -> list[Place]:
    """Return every place, the same for every pupil of a school, with what can be shown of this one.

    `platforms` are those by which the school splits its tier: never those that a family happened to answer about. The
    row of the tier itself has what can be shown on all of its platforms, those of the family among them.
    """
    asked: list[tuple[str, str]] = []
    for tier in TIERS:
        asked += [(tier, one) for one in ("", *(platforms if tier == SPLIT else ()))]
    return [_place(held.get(tier, {}).get(pupil, NOTHING), tier, platform) for tier, platform in asked]


def _place(held: Permissions, tier: str, platform: str) -> Place:
    can = tuple(one for one in ELEMENTS if _allows(held, platform, one))
    return Place(tier, platform, can, tuple(one for one in ELEMENTS if one not in can))


def platforms_of(school: School) -> tuple[str, ...]:
    """Return the platforms that a school asks about one by one: those that have a wording or a basis of their own."""
    rows = (model.objects.of(school).exclude(platform="").order_by().values_list("platform") for model in _SPLITTING)
    first, second = rows
    return tuple(sorted({platform for (platform,) in first.union(second)}))


_SPLITTING: Final = (Wording, Basis)


def pupils_of(school: School, *, words: str, class_name: str, at: datetime) -> QuerySet[Pupil]:
    """Return the pupils on the roll, by name; `words` looks for names, `class_name` for one class."""
    rows = search(school, words, on=timezone.localdate(at))
    return rows.filter(class_name=class_name) if class_name else rows


def how_many(school: School, class_name: str, *, at: datetime) -> int:
    """Return how many pupils of a class are on the roll: of so many `cannot_be_shown` tells."""
    return on_roll(school, on=timezone.localdate(at)).filter(class_name=class_name).count()


def cannot_be_shown(
    school: School, class_name: str, *, tier: str, platform: str = "", element: str = "photo", at: datetime
) -> list[Pupil]:
    """Return the pupils of a class of whom an element can’t be shown, by name. Three queries, whatever the roll.

    Without a platform: those of whom it can’t be shown on one platform of the tier at least.
    """
    rows = on_roll(school, on=timezone.localdate(at)).filter(class_name=class_name)
    ids = list(rows.order_by("legal_last", "legal_first", "pk").values_list("pk", flat=True))
    pupils, held = looked_up(school, ids, at=at)
    here = held.get(tier, {})
    return [pupils[key] for key in ids if not _allows(here.get(key, NOTHING), platform, element)]


def _allows(held: Permissions, platform: str, element: str) -> bool:
    return held.on(platform).allows(element) if platform else held.allows_everywhere(element)
