"""Open and close accounts, keep what the register says of them, and name who posts on them."""

from copy import copy
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.channels.doubles import TELLING, check_single, hold
from gatepost.channels.models import Channel, Poster, PosterRole
from gatepost.channels.said import (
    NAMING,
    changes,
    check_entry_stands,
    check_kind,
    check_not_closed,
    check_said,
    check_trial,
    kept,
)
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School
from gatepost.schools.roles import POSITIONS, ROLES, role_name


@transaction.atomic
def open_channel(
    school: School, *, platform: str, name: str, by: Actor, at: datetime, opened_on: date | None = None, **said: Any
) -> Channel:
    """Put an account on the register. `said` holds particulars by the names of `channels.said`; the rest is empty.

    `opened_on` is the day from which it exists, today where nobody says. Raises UnableTo for a text that seems to hold
    a secret, and for an account that is there already and not closed.
    """
    said = kept({"platform": platform, "name": name, **said})
    check_said(said, school=school)
    check_kind(said.get("kind", "account"), platform=platform)
    opened_on = opened_on or timezone.localdate(at)
    check_trial(said.get("trial_until"), opened_on=opened_on)
    hold(school)  # of two who add one account at once, the second finds the first one's
    channel = Channel(school=school, opened_on=opened_on, **said)
    check_single(channel, on=timezone.localdate(at))
    channel.save()
    _record("channel.opened", channel, by=by, at=at, platform=channel.platform_name)
    return channel


@transaction.atomic
def amend(channel: Channel, *, said: dict[str, Any], by: Actor, at: datetime) -> Channel:
    """Change what the register says of an account; what `said` leaves out stays. Saying the same changes nothing.

    The record names which particulars changed and never what they say, but for the kind and the platform. Raises
    UnableTo for a text that seems to hold a secret, and where it would become another account of the register.
    """
    if TELLING & said.keys():
        hold(channel.school)  # before the account itself, as an import does
    channel = Channel.objects.of(channel.school_id).select_for_update().select_related("school__trust").get(
        pk=channel.pk
    )  # fmt: skip
    said = kept(said)
    check_said(said, school=channel.school)
    changed = changes(channel, said)
    check_entry_stands(channel, changed)
    check_kind(said.get("kind", channel.kind), platform=said.get("platform", channel.platform))
    check_trial(said.get("trial_until"), opened_on=channel.opened_on)
    if {"kind", "platform"} & changed.keys():
        check_is_new(channel)
    was = copy(channel)
    for name in changed:
        setattr(channel, name, said[name])
    if TELLING & changed.keys():
        check_single(channel, on=timezone.localdate(at), was=was)
    if NAMING & changed.keys():
        channel.named_since = at
    if changed:
        channel.save(update_fields=[*changed, "named_since"])
        _record("channel.amended", channel, by=by, at=at, what=", ".join(changed.values()))
    return channel


def check_is_new(channel: Channel) -> None:
    """Raise UnableTo where people post on an account, or have looked at it: it does not turn into another."""
    if channel.posters.exists() or channel.poster_roles.exists() or channel.looks.exists():
        raise UnableTo(
            f"{channel} is in use, so its platform and what it is stay as they are. Close it, and put the other on the "
            "register."
        )


@transaction.atomic
def close_channel(channel: Channel, *, by: Actor, at: datetime) -> None:
    """Close an account today: from now on nothing is posted there."""
    channel = Channel.objects.of(channel.school_id).select_for_update().get(pk=channel.pk)
    if channel.closed_on is not None:
        raise UnableTo(f"{channel} is closed already.")
    if channel.closing_on is not None and channel.kind != "associated":
        raise UnableTo(f"{channel} is being closed step by step. Finish the steps on the page of its closing.")
    channel.closed_on = timezone.localdate(at)
    channel.save(update_fields=["closed_on"])
    _record("channel.closed", channel, by=by, at=at, platform=channel.platform_name)


@transaction.atomic
def name_poster(channel: Channel, person: Person, *, by: Actor, at: datetime) -> Poster:
    """Put a person on the list of those who post on an account, or of those who are in a messaging group."""
    if person.trust_id != channel.school.trust_id:
        raise UnableTo(f"{person} does not belong to the trust of {channel.school}.")
    check_not_closed(_held(channel))
    listed = Poster.objects.of(channel.school_id)
    poster, new = listed.get_or_create(channel=channel, person=person, until=None, defaults={"since": at})
    if new:  # the list of a messaging group holds all who are in it, since all write there
        _record(
            "member.named" if channel.kind == "group" else "poster.named", channel, by=by, at=at, person=person.name
        )
    return poster


@transaction.atomic
def remove_poster(poster: Poster, *, by: Actor, at: datetime) -> None:
    """Take a person off the list."""
    poster = Poster.objects.of(poster.channel.school_id).select_for_update().get(pk=poster.pk)
    if poster.until is not None:
        raise UnableTo("This person was taken off the list already.")
    poster.until = at
    poster.save(update_fields=["until"])
    _record(
        "member.removed" if poster.channel.kind == "group" else "poster.removed",
        poster.channel,
        by=by,
        at=at,
        person=poster.person.name,
    )


@transaction.atomic
def name_poster_role(channel: Channel, *, role: str, by: Actor, at: datetime) -> PosterRole:
    """Put whoever holds a role at the school on the list, for as long as they hold it."""
    if role not in ROLES and role not in POSITIONS:
        raise UnableTo("Choose a role of the list.")
    check_not_closed(_held(channel))
    listed = PosterRole.objects.of(channel.school_id)
    row, new = listed.get_or_create(channel=channel, role=role, until=None, defaults={"since": at})
    if new:
        _record(
            "member.role_named" if channel.kind == "group" else "poster.role_named",
            channel,
            by=by,
            at=at,
            role=role_name(role),
        )
    return row


@transaction.atomic
def remove_poster_role(row: PosterRole, *, by: Actor, at: datetime) -> None:
    """Take a role off the list."""
    row = PosterRole.objects.of(row.channel.school_id).select_for_update().get(pk=row.pk)
    if row.until is not None:
        raise UnableTo("This role was taken off the list already.")
    row.until = at
    row.save(update_fields=["until"])
    _record(
        "member.role_removed" if row.channel.kind == "group" else "poster.role_removed",
        row.channel,
        by=by,
        at=at,
        role=role_name(row.role),
    )


def _held(channel: Channel) -> Channel:
    return Channel.objects.of(channel.school_id).select_for_update(of=("self",)).get(pk=channel.pk)


def _record(kind: str, channel: Channel, *, by: Actor, at: datetime, **facts: str) -> None:
    school = channel.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=f"channel:{channel.pk}",
           facts={"channel": channel.name, **facts})  # fmt: skip
