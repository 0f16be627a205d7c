"""Gather what the rooms below know, and ask the policy about a post or a version of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.models import Channel
from gatepost.channels.queries import accounts_for
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.publishing.assess import Assessment, assess
from gatepost.publishing.content import Content, content_of
from gatepost.publishing.models import Picture, Post, Version
from gatepost.publishing.queries import incident_at
from gatepost.publishing.situations import Asked
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School
from gatepost.schools.queries import seat
from gatepost.schools.roles import fact_role
from gatepost.schools.seat import Seat


def policy_now(school: School, *, at: datetime) -> InForce:
    """Return the policy in force. Raises UnableTo where none has been adopted."""
    policy = policy_in_force(school, on=timezone.localdate(at))
    if policy is None:
        raise UnableTo(f"{school} has not adopted a policy yet, so nothing can be checked. The head can adopt one.")
    return policy


@dataclass(frozen=True, slots=True)
class Known:
    """What a page, or the gate, has read already, so that it is not read again: None where it has not.

    `seat` is the author's, `accounts` come from `accounts_for`, `pictures` are the post's own; `incident` is
    whether one is on at the school.
    """

    seat: Seat | None = None
    accounts: Sequence[Channel] | None = None
    pictures: Sequence[Picture] | None = None
    incident: bool | None = None


_NOTHING: Final = Known()


def assess_post(post: Post, *, at: datetime, known: Known = _NOTHING) -> Assessment:
    """Return what the policy in force makes of a post as it stands now. Seven queries, fewer where much is known."""
    return _assess(content_of(post, known.pictures), school=post.school, author=post.author, at=at, known=known)


def assess_version(
    version: Version, *, at: datetime, approved_by: Iterable[str] | None = None,
    answers: Mapping[str, str] | None = None, known: Known = _NOTHING,
) -> Assessment:  # fmt: skip
    """Return what the policy in force makes of a frozen version now, with the roles that have agreed.

    `answers` are those of whoever signed it off, yes or no by question key: they are facts on the version.
    """
    post = version.post
    agreed = None if approved_by is None else tuple(approved_by)
    now = _assess(version.content, school=post.school, author=post.author, at=at, approved_by=agreed, known=known)
    return now.with_answers(answers) if answers else now


def _assess(
    content: Content, *, school: School, author: Person, at: datetime, approved_by: tuple[str, ...] | None = None,
    known: Known = _NOTHING,
) -> Assessment:  # fmt: skip
    policy = policy_now(school, at=at)
    every = accounts_for(author, school, at=at) if known.accounts is None else known.accounts
    channels = [channel for channel in every if channel.pk in content["channels"]]
    here = known.seat or seat(author, school, at=at)
    incident = incident_at(school, at=at) is not None if known.incident is None else known.incident
    may_post = {channel.pk: bool(getattr(channel, "listed", False)) for channel in every}
    asked = _asked(may_post, author=here, at=at, approved_by=approved_by, incident=incident)
    return assess(content, channels=channels, school=school, policy=policy, asked=asked, at=at)


def _asked(
    may_post: Mapping[int, bool], *, author: Seat, at: datetime, approved_by: tuple[str, ...] | None, incident: bool
) -> Mapping[int, Asked]:
    until = author.person.training_until
    shared: dict[str, Any] = {
        "at": at,
        "author_role": fact_role(author.roles),
        "trained": None if until is None else until >= timezone.localdate(at),
        "approved_by": approved_by,
        "incident": incident,
    }
    # Until a channel is chosen, whoever posts on any of them is one who posts.
    known = {0: any(may_post.values()), **may_post}
    return {key: Asked(approved_poster=may, **shared) for key, may in known.items()}
