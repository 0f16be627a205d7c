"""A look through what a school posted before: begin it, add posts to it, and end it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.publishing.actions.stops import once
from gatepost.publishing.asking import policy_now
from gatepost.publishing.back_catalogue import overview
from gatepost.publishing.models import Campaign, PastPost
from gatepost.publishing.past_lists import Row
from gatepost.publishing.past_places import Place, Places, Problem
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

_ALREADY = "A look through earlier posts is going on already. End that one first."


@transaction.atomic
def begin(*, seat: Seat, name: str, due_on: date, at: datetime) -> Campaign:
    """Begin a look through earlier posts, to be finished by a day. One goes on at a time."""
    seat.check_may(Permission.LOOK_BACK)
    called = " ".join(name.split())[:80]
    if not called:
        raise UnableTo("Give it a name, such as: Back-catalogue, autumn 2026.")
    if due_on < timezone.localdate(at):
        raise UnableTo("Choose a day that is still to come, so that there is time to finish.")
    held = Campaign.objects.of(seat.school)
    if held.filter(ended_at__isnull=True).exists():
        raise UnableTo(_ALREADY)
    if held.filter(name=called).exists():
        raise UnableTo(f"There was one called “{called}”. Give this one another name.")
    with once(_ALREADY):
        begun = Campaign.objects.create(
            school=seat.school, name=called, due_on=due_on, begun_at=at, begun_by=seat.person
        )
    _record("campaign.begun", begun, seat, at=at, due=f"{due_on:%-d %B %Y}")
    return begun


@transaction.atomic
def end(campaign: Campaign, *, seat: Seat, at: datetime) -> None:
    """End a look through earlier posts, once nothing is left to do."""
    held = open_campaign(campaign, seat)
    progress = overview(held, policy=policy_now(seat.school, at=at), at=at).progress
    if progress.left:
        raise UnableTo(f"It can be ended when nothing is left. Left: {progress.left}.")
    held.ended_at, held.ended_by = at, seat.person
    held.save(update_fields=["ended_at", "ended_by"])
    _record("campaign.ended", held, seat, at=at)


@transaction.atomic
def resume(campaign: Campaign, *, seat: Seat, at: datetime) -> None:
    """Go on with a look through earlier posts that had ended: something that was kept has to be looked at again."""
    seat.check_may(Permission.LOOK_BACK)
    rows = Campaign.objects.of(seat.school)
    held = rows.select_for_update().filter(pk=campaign.pk, ended_at__isnull=False).first()
    if held is None:
        raise UnableTo("This one has not ended.")
    if rows.filter(ended_at__isnull=True).exists():
        raise UnableTo(_ALREADY)
    held.ended_at = held.ended_by = None
    with once(_ALREADY):
        held.save(update_fields=["ended_at", "ended_by"])
    _record("campaign.resumed", held, seat, at=at)


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a list: how many posts were added, and the rows that were not, each with what to do about it."""

    count: int
    problems: tuple[Problem, ...]


@transaction.atomic
def add(campaign: Campaign, *, rows: Sequence[Row], place: Place | None, seat: Seat, at: datetime) -> Added:
    """Add the posts of a list, and return what was not added and why. Nothing is fetched from any address.

    `place` is the account on which all of them stand; with None each link tells, or the row.
    """
    held = open_campaign(campaign, seat)
    if not rows:
        raise UnableTo("Paste at least one link, or choose a file.")
    places = Places(seat.school, place)
    fit, problems = places.sorted_out(rows)
    for one in fit:
        one.campaign, one.school, one.added_at, one.added_by = held, seat.school, at, seat.person
    PastPost.objects.bulk_create(fit, batch_size=500)
    if fit:
        _record("campaign.filled", held, seat, at=at, count=len(fit))
    return Added(len(fit), tuple(problems))


def open_campaign(campaign: Campaign, seat: Seat) -> Campaign:
    """Return a campaign again, locked: what happens to its posts happens one after another.

    Raises NotAllowed for another school's, UnableTo where it has ended.
    """
    seat.check_may(Permission.LOOK_BACK)
    if campaign.school_id != seat.school.pk:
        raise NotAllowed("These posts belong to another school.")
    held = Campaign.objects.of(seat.school).select_for_update(of=("self",)).select_related("school__trust")
    found = held.get(pk=campaign.pk)
    if found.ended_at is not None:
        raise UnableTo(f"“{found}” has ended. Begin another look through earlier posts.")
    return found


def _record(kind: str, campaign: Campaign, seat: Seat, *, at: datetime, **facts: Any) -> None:
    school = seat.school
    record(kind, by=seat.actor, at=at, trust=school.trust.slug, school=school.slug, subject=campaign.subject,
           facts={"campaign": campaign.name, **facts})  # fmt: skip
