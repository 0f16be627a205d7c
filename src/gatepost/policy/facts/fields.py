"""The table of facts: every field that a situation may use, from the data file beside this module."""

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a situation.

    `polarity` is permission (true is good, unknown is not held), problem (true is bad, unknown is not presumed)
    or neutral. `kinds` are the kinds of situation that use it. `values` names an open vocabulary, if any.
    """

    path: str
    type: str
    polarity: str
    kinds: tuple[str, ...]
    values: str
    says: str


def _read() -> dict[str, Field]:
    table = files("gatepost.policy.facts").joinpath("fields.csv").read_text("utf-8")
    rows = csv.DictReader(table.splitlines())
    return {
        row["path"]: Field(
            row["path"], row["type"], row["polarity"], tuple(row["kinds"].split("|")), row["values"], row["says"]
        )
        for row in rows
    }


FIELDS = _read()
"""Path → field. `people[].year` is a field of each entry of the list `people`."""

PREFIXES = frozenset(
    prefix
    for path in FIELDS
    for prefix in (path[:index] for index, char in enumerate(path) if char == ".")
    if not prefix.endswith("[]")
)
"""Paths that are mappings, such as `author` or `people[].consents`."""
