"""A list such as an MIS gives, about the pupils of a demonstration, for somebody who has none of their own to try."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from gatepost.consents.models import Pupil

COLUMNS: Final = ("UPN", "Legal forename", "Legal surname", "Reg", "Consent type", "Status", "Date")
_TYPE: Final = "Photographs on social media"
_NOBODY: Final = ("B999999999999", "Robin", "Elsewhere", "")
"""A number that no pupil has, and that fails its check letter: every real list has one such row."""


def sample(pupils: Iterable[Pupil], *, on: date) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a list of a day: mostly yes, some no, one withdrawn, one not answered, and one nobody knows."""
    earlier, day = f"{on - timedelta(days=30):%d/%m/%Y}", f"{on:%d/%m/%Y}"
    for number, pupil in enumerate(pupils):
        status = _STATUS.get(number % 12, "Yes")
        who = (pupil.upn, pupil.legal_first, pupil.legal_last, pupil.class_name)
        yield (*who, _TYPE, status, day if status == "Withdrawn" else earlier if status else "")
    yield (*_NOBODY, _TYPE, "Yes", earlier)


_STATUS: Final = {3: "No", 7: "Withdrawn", 10: ""}
