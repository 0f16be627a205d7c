"""Gather what the rooms below know, and ask the policy about a post or a version of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.queries import posts_on
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.publishing.assess import Assessment, assess
from gatepost.publishing.content import Content, content_of
from gatepost.publishing.models import Post, Version
from gatepost.publishing.queries import incident_at
from gatepost.publishing.situations import Asked
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School
from gatepost.schools.queries import seat
from gatepost.schools.roles import POSITIONS

_SPEAKING: Final = ("headteacher", "dsl", "dpo", "central_team", "governor")


def fact_role(roles: Iterable[str]) -> str:
    """Return the role by which a policy knows somebody: their position, else a role that policies name, else staff."""
    held = frozenset(roles)
    positions = sorted(held & POSITIONS.keys() - {"approved_user"})
    speaking = [role for role in _SPEAKING if role in held]
    return (positions + speaking + ["staff"])[0]


def policy_now(school: School, *, at: datetime) -> InForce:
    """Return the policy in force. Raises UnableTo where none has been adopted."""
    policy = policy_in_force(school, on=timezone.localdate(at))
    if policy is None:
        raise UnableTo(f"{school} has not adopted a policy yet, so nothing can be checked. The head can adopt one.")
    return policy


def assess_post(post: Post, *, at: datetime) -> Assessment:
    """Return what the policy in force makes of a post as it stands now."""
    return _assess(content_of(post), school=post.school, author=post.author, at=at)


def assess_version(version: Version, *, at: datetime, approved_by: Iterable[str] | None = None) -> Assessment:
    """Return what the policy in force makes of a frozen version now, with the roles that have agreed.

    What its approvers answered is among the facts.
    """
    post = version.post
    agreed = None if approved_by is None else tuple(approved_by)
    return _assess(version.content, school=post.school, author=post.author, at=at, approved_by=agreed)


def _assess(
    content: Content, *, school: School, author: Person, at: datetime, approved_by: tuple[str, ...] | None = None
) -> Assessment:
    policy = policy_now(school, at=at)
    asked = _asked(content, school=school, author=author, at=at, approved_by=approved_by)
    return assess(content, school=school, policy=policy, asked=asked, at=at)


def _asked(
    content: Content, *, school: School, author: Person, at: datetime, approved_by: tuple[str, ...] | None
) -> Mapping[int, Asked]:
    listed = posts_on(author, school, at=at)
    until = author.training_until
    shared: dict[str, Any] = {
        "at": at,
        "author_role": fact_role(seat(author, school, at=at).roles),
        "trained": None if until is None else until >= timezone.localdate(at),
        "approved_by": approved_by,
        "incident": incident_at(school, at=at) is not None,
    }
    return {key: Asked(approved_poster=key in listed, **shared) for key in (0, *content["channels"])}
