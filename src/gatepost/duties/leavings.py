"""Who leaves or changes jobs, and what of theirs is still open."""

from datetime import date, datetime, time

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from gatepost.channels.models import Administrator, Channel, Poster
from gatepost.duties.models import Duty, Leaving, LeavingItem
from gatepost.schools.models import HeldRole, Person, School, Trust

_OPEN = Q(done_at__isnull=True, withdrawn_at__isnull=True)
_WHY = "what is left of somebody who left is looked for at every school"
_LAST_MINUTE = time(23, 59)


def due(last_day: date) -> datetime:
    """Return by when all is closed: the end of the last day, by the clock of the school."""
    return timezone.make_aware(datetime.combine(last_day, _LAST_MINUTE), timezone.get_default_timezone())


def leaving_at(school: School, pk: int) -> Leaving:
    """Return one leaving of a school. Raises Leaving.DoesNotExist."""
    rows = Leaving.objects.of(school).select_related("person", "begun_by", "withdrawn_by", "school__trust")
    return rows.get(pk=pk)


def open_leaving(person: Person, school: School) -> Leaving | None:
    """Return what is being closed of somebody at a school, if something is."""
    return Leaving.objects.of(school).filter(_OPEN, person=person).first()


def open_leavings(of: School | Trust) -> QuerySet[Leaving]:
    """Return what is being closed at a school or at the schools of a trust, soonest first, so overdue first.

    `left` counts the items that are open, `all` every one.
    """
    still = Count("items", filter=Q(items__done_at__isnull=True, items__stays=False))
    rows = Leaving.objects.of_trust(of) if isinstance(of, Trust) else Leaving.objects.of(of)
    rows = rows.filter(_OPEN).select_related("person", "school")
    return rows.annotate(left=still, all=Count("items")).order_by("last_day", "pk")


def items_of(leaving: Leaving) -> list[LeavingItem]:
    """Return the items of a leaving, the open ones first."""
    rows = leaving.items.select_related("done_by")
    return list(rows.order_by(F("done_at").asc(nulls_first=True), "pk"))


def to_end(*, on: date) -> QuerySet[Leaving]:
    """Return what Gatepost ends by itself today at every school: a last day is over, and something is still open.

    Beside them those of people who left and have come to stand somewhere again, though they have not come back. What
    was given to somebody after all of a list was closed is a new start, and stays.
    """
    every = Leaving.objects.everywhere(why=_WHY)
    over = Q(ended_at__isnull=True, done_at__isnull=True, last_day__lt=on)
    left = Q(ended_at__isnull=False) | Q(done_at__isnull=False)
    listed = every.filter(_OPEN, person=OuterRef("person"), school=OuterRef("school")).exclude(pk=OuterRef("pk"))
    again = left & Q(why="leaves", person__is_active=False) & _stands() & ~Exists(listed)
    rows = every.filter(over | again, withdrawn_at__isnull=True)
    return rows.select_related("person__trust", "school__trust")


def late() -> QuerySet[Leaving]:
    """Return what was ended at every school, and has items that only a person can close."""
    rows = Leaving.objects.everywhere(why=_WHY).filter(_OPEN, ended_at__isnull=False)
    return rows.select_related("person", "school__trust")


def _stands() -> Q:
    who = OuterRef("person")
    roles = HeldRole.objects.filter(person=who, until__isnull=True)
    admins = Administrator.objects.everywhere(why=_WHY).filter(person=who, until__isnull=True)
    posters = Poster.objects.everywhere(why=_WHY).filter(person=who, until__isnull=True)
    owned = Channel.objects.everywhere(why=_WHY).filter(owner=who)
    tasks = Duty.objects.everywhere(why=_WHY).filter(owner=who, done_at__isnull=True)
    return Q(Exists(roles)) | Q(Exists(admins)) | Q(Exists(posters)) | Q(Exists(owned)) | Q(Exists(tasks))
