"""Year groups as lists have them."""

import re
from typing import Final

RECEPTION: Final = 0
_YEAR: Final = re.compile(r"(?:nc )?(?:year|yr|y)?[ .]*(?:group )?(\d{1,2})")
_RECEPTION: Final = frozenset({"r", "reception", "year r", "yr r", "rec", "yr", "eyfs r", "f2", "fs2"})
_LAST: Final = 14


def year_of(text: str) -> int | None:
    """Return a year group: 0 for Reception, 1 to 14; None for nursery, and where the cell names none."""
    said = " ".join(text.casefold().split())
    if said in _RECEPTION:
        return RECEPTION
    found = _YEAR.fullmatch(said)
    return int(found[1]) if found and int(found[1]) <= _LAST else None
