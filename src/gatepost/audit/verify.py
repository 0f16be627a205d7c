"""Say whether the lines of a record are those that were written, and if not, what was done to which. Pure.

A chain that hangs together to its head was written by somebody who could write the head as well: whoever can change
every row of the database can write it anew from any line on. That is found against a head that was kept elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from gatepost.audit.chain import START, digest_of

SAYS: Final[dict[str, str]] = {
    "changed": "Event {number} is not as it was written.",
    "removed": "Event {number} is missing.",
    "reordered": "Event {number} is not where it was written: another stands in its place.",
    "inserted": "What stands as event {number} was put in afterwards.",
    "shortened": "The record once had more events: event {number} and what follows are missing.",
    "rewritten": "The record was written anew: event {number} is not the one whose digest was kept.",
    "contradicted": "Event {number} was kept with more than one digest: the record was written anew, or what was kept.",
}
"""Kind of fault → its sentence. The last three are found only against a head that was kept elsewhere."""


@dataclass(slots=True)
class Row:
    """One event as it is stored."""

    trust: str
    number: int
    kind: str
    at: datetime
    actor_kind: str
    actor_ref: str
    actor_name: str
    school: str
    subject: str
    facts: Any
    previous: str
    digest: str


@dataclass(frozen=True, slots=True)
class End:
    """How many events a record has, and the digest of the last: what is kept elsewhere."""

    count: int
    digest: str


EMPTY: Final = End(0, START)


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that is wrong with a record: one of SAYS, and the number of the event."""

    kind: str
    number: int

    def __str__(self) -> str:
        return SAYS[self.kind].format(number=f"{self.number:,}")


@dataclass(frozen=True, slots=True)
class Checked:
    """A record that was looked at: how many events were read, where it ends, and its first fault."""

    events: int
    end: End
    fault: Fault | None


def verify(rows: Iterable[Row], *, head: End | None, kept: Iterable[End] = ()) -> Checked:
    """Look at a record from its first line to its last.

    `rows` are ordered by number, `head` is the end as the database has it, `kept` are ends that were kept elsewhere.
    Rows are read one by one; only where something is wrong are the rest of them held together.
    """
    waiting = _digests(kept)
    rewritten: Fault | None = None
    read, last = 0, EMPTY
    before: Row | None = None
    line = iter(rows)
    for row in line:
        if not _fits(row, last.count + 1, last.digest):
            rest = [row, *line]
            return Checked(read + len(rest), last, _named(rest, last, before))
        read, last, before = read + 1, End(row.number, row.digest), row
        rewritten = rewritten or _against(waiting.pop(row.number, set()), row)
    return Checked(read, last, _beyond(last, head) or rewritten or _shortened(waiting, last))


def _digests(kept: Iterable[End]) -> dict[int, set[str]]:
    """Return every digest that was kept of an event: a head that is forged later doesn't hide the one before it."""
    found: dict[int, set[str]] = {}
    for end in kept:
        if end.count:
            found.setdefault(end.count, set()).add(end.digest)
    return found


def _against(kept: set[str], row: Row) -> Fault | None:
    """Return what the digests that were kept of an event say of its row."""
    if kept <= {row.digest}:
        return None
    return Fault("contradicted" if len(kept) > 1 else "rewritten", row.number)


def _fits(row: Row, number: int, previous: str) -> bool:
    """Return whether a row was written as this line, after the one with this digest."""
    return row.number == number and row.previous == previous and digest_of(row) == row.digest


def _beyond(last: End, head: End | None) -> Fault | None:
    """Return what the end as the database has it says of a chain that hangs together."""
    written = head or EMPTY
    if written.count > last.count:
        return Fault("removed", last.count + 1)
    if written.count < last.count:
        return Fault("inserted", written.count + 1)
    return None if written.digest == last.digest else Fault("changed", last.count)


def _shortened(missing: dict[int, set[str]], last: End) -> Fault | None:
    return Fault("shortened", last.count + 1) if missing else None


def _named(rest: list[Row], last: End, before: Row | None) -> Fault:
    """Return what is wrong with the first of the rows that are left; `last` and `before` are what still held."""
    row, number = rest[0], last.count + 1
    belongs = next((one for one in rest if _was_written_as(one, number, last.digest)), None)
    if belongs is row:
        return Fault("changed", number)  # nothing but its number is another
    if belongs is not None:
        return Fault("reordered" if _stands_later(row, belongs, rest) else "inserted", number)
    if before is not None and _was_written_as(row, before.number, before.previous):
        return Fault("inserted", before.number)
    if row.number != number or any(_was_written_as(row, number + more, row.previous) for more in (1, 2)):
        return Fault("removed" if row.number >= number else "inserted", number)
    if before is not None and row.previous != last.digest and digest_of(row) == row.digest:
        return Fault("changed", before.number)  # with its digest; but this row still names the one that it had
    return Fault("changed", number)


def _was_written_as(row: Row, number: int, previous: str) -> bool:
    return row.previous == previous and digest_of(replace(row, number=number)) == row.digest


def _stands_later(row: Row, belongs: Row, rest: list[Row]) -> bool:
    """Return whether a row is one that was written after `belongs`, and stands only once."""
    if sum(one.digest == row.digest for one in rest) > 1:
        return False
    return row.digest in set(_following(belongs, rest))


def _following(first: Row, rest: list[Row]) -> Iterator[str]:
    """Yield the digests of a chain from a row on, whatever order the rows stand in."""
    after = {one.previous: one.digest for one in rest}
    digest: str | None = first.digest
    while digest is not None:
        yield digest
        digest = after.pop(digest, None)
