"""What keeps a post from going out on its accounts as they stand now, so that it can be put right in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from gatepost.channels.conditions import is_locked
from gatepost.channels.models import Channel
from gatepost.channels.standing import Lapse, Standing
from gatepost.channels.standings import standings
from gatepost.channels.stops import Stop, stop
from gatepost.channels.stops import shut as shut_by
from gatepost.publishing.asking import policy_now
from gatepost.publishing.models import Version
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class Condition:
    """How an account is for whoever posts there: why nothing can be posted, empty where it can, and what else is wrong.

    `lapses` is what a clause that binds asks for and does not hold, while posting goes on.
    """

    stop: str
    lapses: tuple[Lapse, ...]


def troubles(version: Version, *, at: datetime) -> tuple[str, ...]:
    """Return, in sentences, why nothing can be posted now on accounts that a version goes to. Empty where all is well.

    The gate asks again when it goes out.
    """
    return tuple(troubled(version.post.school, version.content["channels"], at=at).values())


def troubled(school: School, channels: Iterable[int] | None = None, *, at: datetime) -> dict[int, str]:
    """Return those of these accounts on which nothing can be posted now, by id, each with why. Four queries.

    Without `channels` it asks of every account of the school.
    """
    day = timezone.localdate(at)
    return _said((one.channel.pk, stop(one, on=day)) for one in _standing(school, channels, at=at))


def account_now(school: School, channel: int, *, at: datetime) -> Condition:
    """Return how the account that a post waits for is now. Four queries."""
    day = timezone.localdate(at)
    for one in _standing(school, [channel], at=at):
        wrong = stop(one, on=day)
        lapses = (lapse for lapse in one.lapses if lapse.demand.binding and not lapse.stops)
        return Condition(wrong.says if wrong else "", tuple(lapses))
    return Condition("", ())


def shut(school: School, *, at: datetime) -> dict[int, str]:
    """Return the accounts of a school that are closed, closing or locked, by id, each with why. One query.

    That is what a page with no room for more reads of `troubled`.
    """
    day = timezone.localdate(at)
    return _said((one.pk, shut_by(one, on=day)) for one in _locked_or_not(school))


def _standing(school: School, channels: Iterable[int] | None, *, at: datetime) -> list[Standing]:
    found = list(_locked_or_not(school) if channels is None else _locked_or_not(school).filter(pk__in=list(channels)))
    policies, day = {school.pk: policy_now(school, at=at).all}, timezone.localdate(at)
    return standings(found, of=school, policies=policies, on=day, brief=True)


def _locked_or_not(school: School) -> QuerySet[Channel]:
    return Channel.objects.of(school).annotate(is_locked=is_locked(school, channel=OuterRef("pk")))


def _said(found: Iterable[tuple[int, Stop | None]]) -> dict[int, str]:
    return {key: one.says for key, one in found if one is not None}
