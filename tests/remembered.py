"""What many tests begin with is built once for each database, and put back row by row after that."""

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from itertools import chain
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

from gatepost.schools.models import Trust

Rows = list[tuple[Any, ...]]
P = ParamSpec("P")
M = TypeVar("M")
AT_ONCE = 500
"""Rows in one statement: a database takes only so many values with it."""


@dataclass(frozen=True)
class Kept:
    """What a database held once something was built: table → its rows; and what the building returned."""

    rows: dict[str, Rows]
    made: bytes


def remembered(build: Callable[P, M]) -> Callable[P, M]:
    """Let what `build` makes in an empty database be put back where it is asked for again, with the same numbers.

    Nothing is remembered of what is built beside something else, and no file: another test may have erased it.
    `__wrapped__` builds it anew.
    """
    before: dict[tuple[Any, ...], Kept] = {}

    @wraps(build)
    def again(*args: P.args, **kwargs: P.kwargs) -> M:
        if Trust.objects.exists():
            return build(*args, **kwargs)
        asked = (connection.vendor, *args, *sorted(kwargs.items()))
        if asked in before:
            put_back(before[asked].rows)
            return pickle.loads(before[asked].made)  # noqa: S301 - our own, of this process
        stood = stored()
        made = build(*args, **kwargs)
        before[asked] = Kept(_come_since(stood), pickle.dumps(made))
        return made

    return again


def stored() -> dict[str, Rows]:
    """Return every row of the database: table → its rows, as the database gives them."""
    return {table: _read(f"SELECT * FROM {connection.ops.quote_name(table)}") for table in _columns()}  # noqa: S608


def put_back(rows: dict[str, Rows]) -> None:
    """Write these rows, and let whatever is made next get a number after theirs."""
    with transaction.atomic(), connection.cursor() as cursor:  # what names another row may come before it
        for table, every in rows.items():
            name, one = connection.ops.quote_name(table), f"({', '.join(['%s'] * len(_columns()[table]))})"
            for start in range(0, len(every), AT_ONCE):
                some = every[start : start + AT_ONCE]
                places = ", ".join([one] * len(some))
                cursor.execute(f"INSERT INTO {name} VALUES {places}", list(chain(*some)))  # noqa: S608 - our own tables
        if connection.vendor == "postgresql":
            _count_on(cursor, rows)


def _come_since(stood: dict[str, Rows]) -> dict[str, Rows]:
    come = {table: [row for row in rows if row not in stood[table]] for table, rows in stored().items()}
    return {table: rows for table, rows in come.items() if rows}


def _count_on(cursor: Any, rows: dict[str, Rows]) -> None:
    """PostgreSQL counts by itself, whatever numbers were written: count on from the highest."""
    highest = {table: max(row[0] for row in rows[table]) for table in rows if table in _numbered()}
    counts = [f"setval('{one}', greatest(nextval('{one}'), %s))" for one in (_numbered()[table] for table in highest)]
    cursor.execute(f"SELECT {', '.join(counts)}", list(highest.values()))


def _read(sql: str) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


@cache
def _columns() -> dict[str, Sequence[str]]:
    """Every table of ours, and the names of its columns in their order."""
    with connection.cursor() as cursor:
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        return {one: [of.name for of in connection.introspection.get_table_description(cursor, one)] for one in tables}


@cache
def _numbered() -> dict[str, str]:
    """The tables that PostgreSQL numbers by `id`, which stands first, and what counts for each."""
    return {
        one["table"]: f"{one['table']}_{one['column']}_seq"
        for one in connection.introspection.sequence_list()
        if _columns().get(one["table"], [""])[0] == one["column"]
    }
