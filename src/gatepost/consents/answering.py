"""Who answers about a pupil on a day: a parent, the pupil, or both. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class Custom:
    """From a year group or an age on the pupil is asked, with or without a parent. With neither it is the parent."""

    from_year: int | None = None
    from_age: int | None = None
    with_parent: bool = True


PARENTS: Final = Custom()
NATIONS: Final[Mapping[str, Custom]] = {"scotland": Custom(from_age=12)}
"""What holds where a school has said nothing. From 12 a child in Scotland is presumed to understand (Data
Protection Act 2018, s. 208); a parent is asked as well until the school says otherwise."""

_AGE_AT_START: Final = 4  # whoever is in Year 1 was 5 by 31 August: their year and four is the least they can be


def who_answers(custom: Custom, *, year: int | None, dob: date | None, on: date, chosen: str = "") -> str:
    """Return who answers: a slug of WHO_ANSWERS. `chosen` is what the DPO decided for this pupil, and comes first.

    Where it cannot be known whether the pupil has come to the age, both must say yes.
    """
    if chosen:
        return chosen
    come = _has_come(custom, year=year, dob=dob, on=on)
    if come is None:
        return "both"
    return ("both" if custom.with_parent else "pupil") if come else "parent"


def _has_come(custom: Custom, *, year: int | None, dob: date | None, on: date) -> bool | None:
    if custom.from_year is not None:
        return None if year is None else year >= custom.from_year
    if custom.from_age is None:
        return False
    if dob is not None:
        return _age(dob, on=on) >= custom.from_age
    if year is None:
        return None
    least = year + _AGE_AT_START
    return True if least >= custom.from_age else None if least + 1 >= custom.from_age else False


def _age(dob: date, *, on: date) -> int:
    return on.year - dob.year - ((on.month, on.day) < (dob.month, dob.day))
