"""The roll of a school as the detectors of names read it."""

from datetime import date
from functools import lru_cache

from django.db.models import Count, DateTimeField, Max, Value

from gatepost.consents.models import Pupil
from gatepost.consents.queries import everybody, on_roll
from gatepost.detectors import Person as Named
from gatepost.detectors import Roster
from gatepost.schools.models import HeldRole, School


def key_of(pupil_id: int) -> str:
    """Return what a finding calls a pupil: never the UPN, which has no business in a verdict."""
    return f"p{pupil_id}"


def id_of(key: str) -> int | None:
    """Return the pupil whom a finding means; None for staff and others."""
    return int(key[1:]) if key.startswith("p") and key[1:].isdigit() else None


def roster(school: School, *, on: date, leavers: bool = False) -> Roster:
    """Return the roll of a school on a day, with its staff. Built once for each state of the roll.

    With `leavers` those who have left are on it too: what was posted years ago may name them.
    """
    return _built(school, None if leavers else on, _stamp(school))


def known(school: School) -> Roster:
    """Return everybody whose name a school holds: its pupils and staff, those who have left among them.

    What everybody can read names none of them, for as long as the school keeps their names.
    """
    return _built(school, None, _stamp(school), past_staff=True)


def _stamp(school: School) -> tuple[object, ...]:
    """Return what changes with the roll or the staff. One query."""
    never = Value(None, output_field=DateTimeField())
    pupils = Pupil.objects.of(school).order_by().values("school")
    staff = HeldRole.objects.filter(person__trust=school.trust_id).order_by().values("person__trust")
    counted = pupils.values_list(Value("pupils"), Count("id"), Max("id"), Max("changed_at"))
    others = staff.values_list(Value("staff"), Count("id"), Max("id"), never)
    return tuple(sorted(others.union(counted), key=lambda row: str(row[0])))


@lru_cache(maxsize=32)
def _built(school: School, on: date | None, _stamp: tuple[object, ...], *, past_staff: bool = False) -> Roster:
    rows = everybody(school) if on is None else on_roll(school, on=on)
    pupils = [_named(pupil) for pupil in rows]
    here = HeldRole.objects.filter(person__trust=school.trust_id)
    people = here if past_staff else here.filter(person__is_active=True)
    names = dict(people.values_list("person_id", "person__name"))
    return Roster([*pupils, *(_staff(key, name) for key, name in names.items())])


def _named(pupil: Pupil) -> Named:
    return Named(
        admission_no=key_of(pupil.pk), legal_first=pupil.legal_first, legal_last=pupil.legal_last,
        preferred_first=pupil.preferred_first, preferred_last=pupil.preferred_last,
        year="" if pupil.year is None else str(pupil.year), class_name=pupil.class_name,
        nicknames=tuple(word.strip() for word in pupil.nicknames.split(",") if word.strip()),
    )  # fmt: skip


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev"})


def _staff(key: int, name: str) -> Named:
    words = [word for word in name.split() if word.strip(".").lower() not in _TITLES]
    first, last = " ".join(words[:-1]), "".join(words[-1:])
    return Named(admission_no=f"s{key}", legal_first=first, legal_last=last, kind="staff")
