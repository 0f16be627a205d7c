"""A look through earlier posts at the school of the cast, for the tests of it."""

from datetime import date
from typing import Any

from gatepost.consents.actions import pupils
from gatepost.consents.models import Pupil
from gatepost.publishing.actions import back_catalogue, past_posts
from gatepost.publishing.asking import policy_now
from gatepost.publishing.back_catalogue import Overview, overview
from gatepost.publishing.models import Campaign, PastPost
from gatepost.publishing.past_lists import Row
from gatepost.schools.seat import Seat
from tests.cast import AT, Cast, by_system

DUE = date(2026, 12, 18)
NAME = "Back-catalogue, autumn 2026"


def begun(people: Cast) -> Campaign:
    """A look through that Helen has begun."""
    return back_catalogue.begin(seat=people.head, name=NAME, due_on=DUE, at=AT)


def link(number: int) -> str:
    """The link of a post."""
    return f"https://www.facebook.com/brookfield/posts/{number}"


def added(campaign: Campaign, seat: Seat, *texts: str, **more: Any) -> list[PastPost]:
    """Posts with these texts, in that order."""
    first = campaign.posts.count()
    rows = [Row(number, link(first + number), text=text, **more) for number, text in enumerate(texts, start=1)]
    back_catalogue.add(campaign, rows=rows, place=None, seat=seat, at=AT)
    return list(campaign.posts.order_by("pk"))[first:]


def one(people: Cast, text: str = "", **more: Any) -> PastPost:
    """One post, in a look through that has just been begun."""
    return added(begun(people), people.head, text, **more)[0]


def decided(post: PastPost, seat: Seat, decision: str, **more: Any) -> PastPost:
    """A decision about it: with `shows`, `pupils` or `nobody`, what it shows is said with it."""
    said = {name: more.pop(name) for name in ("shows", "pupils", "nobody") if name in more}
    told = past_posts.Describing(said.get("shows", ""), said.get("pupils", ()), said.get("nobody", False))
    given = {"reason": "", "at": AT} | more
    return past_posts.decide(post, seat=seat, decision=decision, said=told if said else None, **given)


def standing(people: Cast, campaign: Campaign) -> Overview:
    """How it stands."""
    return overview(campaign, policy=policy_now(people.school, at=AT), at=AT)


def leaver(people: Cast) -> Pupil:
    """Rosa, who left two summers ago."""
    row = {"legal_first": "Rosalie", "legal_last": "Thackeray", "year": 6, "left_on": date(2024, 7, 19)}
    return pupils.add([row], school=people.school, **by_system)[0]
