"""Open and close accounts, and name who posts on them."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.channels.models import Channel, Poster
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School


@transaction.atomic
def open_channel(
    school: School, *, platform: str, name: str, by: Actor, at: datetime, address: str = "", audience: str = "public"
) -> Channel:
    """Put an account on the register."""
    channel = Channel.objects.create(
        school=school, platform=platform, name=name, address=address, audience=audience,
        opened_on=timezone.localdate(at),
    )  # fmt: skip
    _record("channel.opened", channel, by=by, at=at, platform=channel.platform_name)
    return channel


@transaction.atomic
def close_channel(channel: Channel, *, by: Actor, at: datetime) -> None:
    """Close an account today: from now on nothing is posted there."""
    channel = Channel.objects.of(channel.school_id).select_for_update().get(pk=channel.pk)
    if channel.closed_on is not None:
        raise UnableTo(f"{channel} is closed already.")
    channel.closed_on = timezone.localdate(at)
    channel.save(update_fields=["closed_on"])
    _record("channel.closed", channel, by=by, at=at, platform=channel.platform_name)


@transaction.atomic
def name_poster(channel: Channel, person: Person, *, by: Actor, at: datetime) -> Poster:
    """Put a person on the list of those who post on an account."""
    if person.trust_id != channel.school.trust_id:
        raise UnableTo(f"{person} does not belong to the trust of {channel.school}.")
    listed = Poster.objects.of(channel.school_id)
    poster, new = listed.get_or_create(channel=channel, person=person, until=None, defaults={"since": at})
    if new:
        _record("poster.named", channel, by=by, at=at, person=person.name)
    return poster


@transaction.atomic
def remove_poster(poster: Poster, *, by: Actor, at: datetime) -> None:
    """Take a person off the list."""
    poster = Poster.objects.of(poster.channel.school_id).select_for_update().get(pk=poster.pk)
    if poster.until is not None:
        raise UnableTo("This person was taken off the list already.")
    poster.until = at
    poster.save(update_fields=["until"])
    _record("poster.removed", poster.channel, by=by, at=at, person=poster.person.name)


def _record(kind: str, channel: Channel, *, by: Actor, at: datetime, **facts: str) -> None:
    school = channel.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=f"channel:{channel.pk}",
           facts={"channel": channel.name, **facts})  # fmt: skip
