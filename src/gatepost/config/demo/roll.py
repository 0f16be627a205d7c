"""Put the invented pupils on the roll, and record what their families answered."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any, Final

from gatepost.audit.actor import SYSTEM
from gatepost.config.demo.document import families, names
from gatepost.consents.actions import answers, pupils
from gatepost.consents.models import Pupil
from gatepost.detectors.upn import check_letter
from gatepost.schools.models import School

SIZE: Final = 120
"""Pupils of each school."""

_YEAR: Final = timedelta(days=365)
_AGE_IN_YEAR_ONE: Final = 5

_PATTERNS: Final[tuple[Mapping[str, bool], ...]] = (
    {"photo": True, "name": True},
    {"photo": True},
    {"photo": True, "name": True, "work": True},
    {},
    {"photo": True, "name": True, "full_name": True, "quote": True},
    {"photo": False},
    {"photo": True, "name": False},
)
"""What families answer for public social media, in turn."""
_RUNS_OUT: Final = 9  # every ninth family answered so long ago that the answer no longer holds


def enrol(school: School, *, years: tuple[int, ...], own_from: int | None, at: datetime) -> dict[str, Pupil]:
    """Put SIZE pupils on a school's roll with their families' answers. Returns those whom every school has, by name.

    `own_from` is the age in years from which pupils answer for themselves, where the school's policy has one.
    """
    known = families()
    rows = [_row(one.first, one.last, years[len(years) // 2], 1) for one in known]
    rows += [_row(*_name(number), *_class(number, years)) for number in range(SIZE - len(known))]
    rows = [{**row, **_numbers(school, place)} for place, row in enumerate(rows, start=1)]
    enrolled = pupils.add(rows, school=school, by=SYSTEM, at=at)
    for pupil, family in zip(enrolled, known, strict=False):
        _answer(pupil, family.social, own_from=own_from, at=at)
    _answer_in_turn(enrolled[len(known) :], own_from=own_from, at=at)
    return {one.first: pupil for one, pupil in zip(known, enrolled, strict=False)}


def _row(first: str, last: str, year: int, form: int) -> dict[str, Any]:
    return {"legal_first": first, "legal_last": last, "year": year, "class_name": f"{year}{'AB'[form % 2]}"}


def _numbers(school: School, place: int) -> dict[str, str]:
    """Return the numbers by which a list knows a pupil again: invented, with the check letter that a UPN has.

    The figures that stand for a local authority are 000, which none has.
    """
    figures = f"000{school.pk % 10_000:04}26{place:03}"
    return {"upn": check_letter(figures) + figures, "admission_no": f"{1000 + place}"}


def _name(number: int) -> tuple[str, str]:
    firsts, lasts = names("first"), names("last")
    return firsts[number % len(firsts)], lasts[(number * 7 + number // len(firsts)) % len(lasts)]


def _class(number: int, years: tuple[int, ...]) -> tuple[int, int]:
    return years[number % len(years)], number // len(years)


def _answer_in_turn(enrolled: Iterable[Pupil], *, own_from: int | None, at: datetime) -> None:
    for number, pupil in enumerate(enrolled):
        ran_out = number % _RUNS_OUT == 0
        given = at - 2 * _YEAR if ran_out else at
        said, until = _PATTERNS[number % len(_PATTERNS)], (given + _YEAR).date()
        _answer(pupil, said, own_from=own_from, at=at, given=given, until=until)


def _answer(
    pupil: Pupil, said: Mapping[str, bool], *, own_from: int | None, at: datetime, given: datetime | None = None,
    until: date | None = None,
) -> None:  # fmt: skip
    # Nobody in the invented roll has a date of birth, so that where pupils answer from an age on both must say yes.
    givers = ("parent", "pupil") if own_from and (pupil.year or 0) - 1 + _AGE_IN_YEAR_ONE >= own_from else ("parent",)
    for giver, (element, yes) in product(givers, said.items()):
        answers.record(
            pupil, element=element, tier="social", state="granted" if yes else "refused", given_by=giver,
            given_at=given, expires_on=until if yes else None, by=SYSTEM, at=at,
        )  # fmt: skip
