"""Conditions on an account that other rooms put into queries of their own."""

from django.db.models import Exists, OuterRef, Q, Subquery

from gatepost.channels.models import ClosingStep, Lock, Poster, PosterRole
from gatepost.channels.queries import roles_held
from gatepost.schools.models import Person, School, Trust


def listed_now(person: Person, school: School, *, channel: OuterRef | int) -> Q:
    """Return the condition that a person stands on an account's list of posters now, by name or by a role held now.

    It reads what has not ended, and no moment: what waits for a lock must not be judged by the past.
    """
    by_name = Poster.objects.of(school).filter(channel=channel, person=person, person__is_active=True)
    roles = roles_held(person, school).filter(until__isnull=True, person__is_active=True).values("role")
    by_role = PosterRole.objects.of(school).filter(channel=channel, role__in=roles)
    return Q(Exists(by_name.filter(until__isnull=True))) | Q(Exists(by_role.filter(until__isnull=True)))


def is_locked(of: School | Trust, *, channel: OuterRef | int) -> Exists:
    """Return the condition that an account of a school or a trust is locked: somebody else may have got into it."""
    rows = Lock.objects.of_trust(of) if isinstance(of, Trust) else Lock.objects.of(of)
    return Exists(rows.filter(channel=channel, ended_at__isnull=True))


def kept_by(of: School | Trust, *, channel: OuterRef) -> Subquery:
    """Return who keeps the name of an account, as the step of its closing says; None where nobody does."""
    rows = ClosingStep.objects.of_trust(of) if isinstance(of, Trust) else ClosingStep.objects.of(of)
    kept = rows.filter(channel=channel, step="handle", skipped=False, given_up_at__isnull=True)
    return Subquery(kept.values("proof")[:1])
