"""One school's look through what it posted before: a few invented posts, some of them decided about already."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml
from django.utils import timezone

from gatepost.audit.actor import SYSTEM
from gatepost.channels.queries import open_channels
from gatepost.config.demo.days import working_days_before
from gatepost.consents.actions import pupils
from gatepost.consents.models import Pupil
from gatepost.publishing.actions import back_catalogue, past_posts
from gatepost.publishing.back_catalogue import posts_of
from gatepost.publishing.models import Campaign, PastPost
from gatepost.publishing.past_lists import Row
from gatepost.schools.models import School
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat

SCHOOL: Final = "brookfield"
"""The school that looks through its earlier posts."""
_BEGUN: Final = 1  # working days ago: what is to come down is not overdue yet
_A_WHILE: Final = timedelta(minutes=4)


def look_back(school: School, known: Mapping[str, Pupil], *, at: datetime) -> Iterator[datetime]:
    """Yield the moments of the look through, and do at each what happens then. `known` are pupils by first name."""
    yield (now := working_days_before(at, _BEGUN, hour=15))
    told = _document()
    left_on = timezone.localdate(at) - timedelta(days=800)
    pupils.add([{**told["leaver"], "left_on": left_on}], school=school, by=SYSTEM, at=now)
    seat = _holder(school, at=now)
    campaign = back_catalogue.begin(
        seat=seat, name=f"Back-catalogue, {_season(now)} {now.year}", due_on=_due(at), at=now
    )  # fmt: skip
    yield (now := now + _A_WHILE)
    posts = _added(campaign, told["posts"], seat, at=now)
    for said, post in zip(told["posts"], posts, strict=True):
        if "said" in said or "decision" in said:
            yield (now := now + _A_WHILE)
            _look(said, post, known, seat, at=now)
        if "proof" in said:
            yield (now := now + _A_WHILE)
            past_posts.down(post, seat=seat, proof=said["proof"], at=now)


def _added(campaign: Campaign, told: list[dict[str, Any]], seat: Seat, *, at: datetime) -> list[PastPost]:
    facebook = open_channels(seat.school, on=timezone.localdate(at)).filter(platform="facebook").get()
    rows = [
        Row(number, f"{facebook.address}/posts/{3_100 + 7 * number}", timezone.localdate(at) - timedelta(one["days"]),
            one["text"], pictured=one.get("picture"))
        for number, one in enumerate(told, start=1)
    ]  # fmt: skip
    back_catalogue.add(campaign, rows=rows, place=None, seat=seat, at=at)
    return posts_of(campaign)


def _look(said: dict[str, Any], post: PastPost, known: Mapping[str, Pupil], seat: Seat, *, at: datetime) -> None:
    shown = tuple(known[first].pk for first in said.get("pupils", ()))
    told = past_posts.Describing(said.get("said", post.shows), shown, said.get("nobody", False))
    if "decision" in said:
        reason = said.get("reason", "")
        past_posts.decide(post, seat=seat, decision=said["decision"], reason=reason, said=told, at=at)
    else:
        past_posts.describe(post, seat=seat, shows=told.shows, pupils=told.pupils, nobody=told.nobody, at=at)


def _holder(school: School, *, at: datetime) -> Seat:
    return seats(school, at=at, roles=["account_holder"])[0]


def _season(at: datetime) -> str:
    return ("spring", "summer", "autumn")[(at.month - 1) // 4]


def _due(at: datetime) -> date:
    return timezone.localdate(at) + timedelta(weeks=4)


@cache
def _document() -> dict[str, Any]:
    text = (files("gatepost.config.demo") / "earlier.yaml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    return read
