"""Where a school posts: the tiers and the platforms of its accounts, for whoever says what may be shown there."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from gatepost.channels.queries import open_channels
from gatepost.consents import families
from gatepost.consents.elements import SPLIT
from gatepost.consents.families import Page
from gatepost.consents.listing import platforms_of
from gatepost.consents.models import Link
from gatepost.publishing.situations import tier_of
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class Outlets:
    """The tiers that a school's open accounts post to, and the platforms of the tier that is split by platform."""

    tiers: frozenset[str]
    platforms: frozenset[str]


def outlets(school: School, *, on: date) -> Outlets:
    """Return where a school posts on a day, but for what staff alone see: families are asked of the rest. One query."""
    seen = open_channels(school, on=on).exclude(audience="staff")
    found = {(tier_of(one), one.platform) for one in seen}
    return Outlets(frozenset(tier for tier, _ in found), frozenset(name for tier, name in found if tier == SPLIT))


def platforms_named(school: School, *, on: date) -> tuple[str, ...]:
    """Return the platforms that pages name one by one: those of open accounts, and those that families are asked about.

    They are the same for every pupil. Two queries.
    """
    return tuple(sorted(outlets(school, on=on).platforms | {*platforms_of(school)}))


def page_of(link: Link, *, at: datetime) -> Page:
    """Return what the holder of a link reads: they are asked about every platform that the school posts on."""
    here = outlets(link.pupil.school, on=timezone.localdate(at))
    return families.page_of(link, at=at, platforms=here.platforms)
