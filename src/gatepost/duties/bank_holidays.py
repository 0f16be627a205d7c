"""The bank holidays of the three jurisdictions, as data.

They follow the Banking and Financial Dealings Act 1971, schedule 1, and the proclamations under it, of which
https://www.gov.uk/bank-holidays is the list. Compared on 2026-11-21 with the package holidays 0.109, which keeps the
same days by rules of its own (docs/verified-against.md).
"""

from datetime import date
from typing import Final

_ALL: Final = (
    "2026-01-01 2026-04-03 2026-05-04 2026-05-25 2026-12-25 2026-12-28 "
    "2027-01-01 2027-03-26 2027-05-03 2027-05-31 2027-12-27 2027-12-28 "
    "2028-01-03 2028-04-14 2028-05-01 2028-05-29 2028-12-25 2028-12-26"
)
_EASTER_MONDAY: Final = "2026-04-06 2027-03-29 2028-04-17"
_LATE_AUGUST: Final = "2026-08-31 2027-08-30 2028-08-28"
_SCOTLAND: Final = (
    "2026-01-02 2026-06-15 2026-08-03 2026-11-30 2027-01-04 2027-08-02 2027-11-30 2028-01-04 2028-08-07 2028-11-30"
)
_ST_PATRICK_AND_THE_BOYNE: Final = "2026-03-17 2026-07-13 2027-03-17 2027-07-12 2028-03-17 2028-07-12"


def _days(*written: str) -> frozenset[date]:
    return frozenset(date.fromisoformat(day) for day in " ".join(written).split())


_ENGLAND_AND_WALES: Final = _days(_ALL, _EASTER_MONDAY, _LATE_AUGUST)

BANK_HOLIDAYS: Final[dict[str, frozenset[date]]] = {
    "england": _ENGLAND_AND_WALES,
    "wales": _ENGLAND_AND_WALES,
    "scotland": _days(_ALL, _SCOTLAND),
    "northern_ireland": _days(_ALL, _EASTER_MONDAY, _LATE_AUGUST, _ST_PATRICK_AND_THE_BOYNE),
}
"""Nation (as in School) → its bank holidays."""

LAST_YEAR: Final = 2028
"""The last year that the table knows. After it a bank holiday counts as a school day: a clock runs too fast, never
too slow."""
