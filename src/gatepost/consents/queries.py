"""The roll of a school."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from gatepost.consents.models import Importing, Mapping, Pupil
from gatepost.schools.models import School


def on_roll(school: School, *, on: date) -> QuerySet[Pupil]:
    """Return the pupils on the roll of a school on a day."""
    return Pupil.objects.of(school).filter(Q(left_on__isnull=True) | Q(left_on__gte=on))


def everybody(school: School) -> QuerySet[Pupil]:
    """Return the pupils of a school, those who have left among them."""
    return Pupil.objects.of(school)


def classes(school: School, *, on: date) -> list[str]:
    """Return the names of the classes, by year."""
    rows = on_roll(school, on=on).exclude(class_name="").order_by("year", "class_name")
    return list(dict.fromkeys(rows.values_list("class_name", flat=True)))


def search(school: School, words: str, *, on: date) -> QuerySet[Pupil]:
    """Return the pupils whose names begin with each of the words, in any order."""
    found = on_roll(school, on=on)
    for word in words.split()[:4]:
        names = ("legal_first", "legal_last", "preferred_first", "preferred_last")
        starts = Q()
        for name in names:
            starts |= Q(**{f"{name}__istartswith": word})
        found = found.filter(starts)
    return found.order_by(Lower("legal_last"), Lower("legal_first"))


def chosen(school: School, ids: Iterable[int]) -> list[Pupil]:
    """Return those pupils of a school that somebody chose, by id. Others are left out."""
    return list(Pupil.objects.of(school).filter(pk__in=list(ids)))


def remembered(school: School, *, kind: str) -> dict[str, Any]:
    """Return what somebody chose about a school's earlier lists of a kind, as JSON has it; nothing where nobody did."""
    last = Mapping.objects.of(school).filter(kind=kind).order_by("number").last()
    return dict(last.choices) if last else {}


def broken_off(school: School, *, ref: str) -> QuerySet[Importing]:
    """Return the lists whose taking-in was broken off, of whoever gave them in: by the `ref` of an actor."""
    return Importing.objects.of(school).filter(status="failed", by_ref=ref[:60]).order_by("-at")


def importings(school: School) -> QuerySet[Importing]:
    """Return the lists that came to a school, the latest first."""
    return Importing.objects.of(school).select_related("school__trust", "mapping")
