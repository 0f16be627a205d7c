"""What keeps a post from going out on its accounts as they stand now, so that it can be put right in time."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from django.db.models import OuterRef
from django.utils import timezone

from gatepost.channels.checks import trouble, why_shut
from gatepost.channels.conditions import is_locked
from gatepost.channels.models import Channel
from gatepost.channels.standing import Standing
from gatepost.channels.standings import standings
from gatepost.publishing.asking import policy_now
from gatepost.publishing.models import Version
from gatepost.schools.models import School

LOCKED: Final = "{} is locked, since somebody else may have got into it. Nothing goes out."


def troubles(version: Version, *, at: datetime) -> tuple[str, ...]:
    """Return, in sentences, why nothing can be posted now on accounts that a version goes to. Empty where all is well.

    The gate asks again when it goes out.
    """
    return tuple(troubled(version.post.school, version.content["channels"], at=at).values())


def troubled(school: School, channels: Iterable[int], *, at: datetime) -> dict[int, str]:
    """Return those of these accounts on which nothing can be posted now, by id, each with why. Four queries."""
    rows = Channel.objects.of(school).filter(pk__in=list(channels))
    found = list(rows.annotate(is_locked=is_locked(school, channel=OuterRef("pk"))))
    policies, day = {school.pk: policy_now(school, at=at).all}, timezone.localdate(at)
    standing = standings(found, of=school, policies=policies, on=day, brief=True)
    why = {one.channel.pk: _why(one, on=day) for one in standing}
    return {key: sentence for key, sentence in why.items() if sentence}


def _why(one: Standing, *, on: date) -> str:
    if shut := why_shut(one.channel, on=on):
        return shut
    return LOCKED.format(one.channel) if getattr(one.channel, "is_locked", False) else trouble(one)
