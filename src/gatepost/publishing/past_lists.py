"""Lists of earlier posts as schools have them: links pasted one a line, and exports as CSV or Excel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gatepost.consents.imports.columns import plain
from gatepost.tables.days import day_of
from gatepost.tables.decoding import decoded
from gatepost.tables.delimited import lines_of
from gatepost.tables.grid import Line
from gatepost.tables.opening import check_is_list
from gatepost.tables.refused import Unreadable
from gatepost.tables.workbook import sheets_of

MOST: Final = 5_000
"""Posts that are taken in at once."""
LONGEST_TEXT: Final = 10_000

COLUMNS: Final[dict[str, frozenset[str]]] = {
    field: frozenset(names.split("|"))
    for field, names in {
        "link": "link|url|address|web address|post link|post url|permalink|permanent link|post permalink|href|"
                "link to post|share url|sharelink|share link|tweet permalink|video url",
        "date": "date|posted|posted on|published|published on|publish date|publish time|publish date time|created|"
                "created at|created time|post date|date posted|date published|time|timestamp|published at",
        "text": "text|caption|message|post|post text|post message|content|words|description|title|tweet|tweet text|"
                "full text|body|status message|commentary|sharecommentary|share commentary",
        "platform": "platform|network|channel|account|page|page name|source|where|site|account name|social network",
        "picture": "picture|pictures|photo|photos|media|media type|post type|type|has photo|has picture|image|images",
    }.items()
}  # fmt: skip
"""Field → what its column is called, in the exports of the platforms and in lists that people keep."""
_NO_PICTURE: Final = frozenset("no|none|0|n|text|text only|status|link|links|false".split("|"))
_LOOKED_AT: Final = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One post of a list: its number there, its link as it stands, and what the list says of it.

    `pictured` is False where the list says that it has no picture, else None. `where` is what the list calls the
    platform or the account; `wrong` what cannot be read of the row, as a sentence.
    """

    number: int
    link: str
    posted_on: date | None = None
    text: str = ""
    where: str = ""
    pictured: bool | None = None
    wrong: str = ""


def pasted(text: str) -> list[Row]:
    """Return the links of a text, one a line; empty lines are left out. Raises Unreadable where there are too many."""
    rows = [Row(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    _check_room(len(rows))
    return rows


def listed(data: bytes, *, today: date) -> list[Row]:
    """Return the posts of a CSV file or an Excel workbook. Raises Unreadable, saying what to do."""
    check_is_list(data)
    if data.startswith(b"PK"):
        sheets = [lines for lines in sheets_of(data).values() if lines]
        lines = next((one for one in sheets if _header(one) is not None), sheets[0] if sheets else [])
    else:
        lines = lines_of(decoded(data), known=_known)
    place = _header(lines)
    if place is None:
        raise Unreadable(
            "No row names a column of links. Give that column the heading “Link”, and save the list again."
        )
    fields = _fields(lines[place].cells)
    rows = [_row(line, fields, today=today) for line in lines[place + 1 :]]
    if not rows:
        raise Unreadable("There is no post below the headings. Export the list with its posts.")
    _check_room(len(rows))
    return rows


def _check_room(rows: int) -> None:
    if rows > MOST:
        raise Unreadable(f"This is more than {MOST:,} posts. Add them in parts, by year for example.")


def _known(cells: Sequence[str]) -> int:
    return len(_fields(cells))


def _header(lines: Sequence[Line]) -> int | None:
    """Return which row names the columns: one of the first with a column of links."""
    return next((place for place, line in enumerate(lines[:_LOOKED_AT]) if "link" in _fields(line.cells)), None)


def _fields(cells: Iterable[str]) -> dict[str, int]:
    """Return the place of each field; the first column counts where two are called alike."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        for field, names in COLUMNS.items():
            if plain(cell) in names:
                found.setdefault(field, place)
    return found


def _row(line: Line, fields: dict[str, int], *, today: date) -> Row:
    said = {field: line.cells[place] for field, place in fields.items() if place < len(line.cells)}
    day, wrong = _day(said.get("date", ""), today=today)
    link = said.get("link", "")
    none = said.get("picture", "").casefold() in _NO_PICTURE and "picture" in said
    wrong = wrong or ("" if link else "There is no link in this row.")
    text = said.get("text", "")[:LONGEST_TEXT]
    return Row(line.number, link, day, text, said.get("platform", ""), False if none else None, wrong)


def _day(said: str, *, today: date) -> tuple[date | None, str]:
    if not said:
        return None, ""
    day = day_of(said)
    if day is None:
        return None, f"“{said[:40]}” is not a day. Days are written as 3/9/2026."
    return (None, f"The day {day:%-d/%-m/%Y} is still to come.") if day > today else (day, "")
