"""What a list says, row by row, before anybody is looked up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gatepost.consents.imports.pupils import Who
from gatepost.consents.imports.types import Cover


@dataclass(frozen=True, slots=True)
class Said:
    """One answer as a list has it. `covers` is what it is about; none where that is still to be chosen.

    `at` is when it was given, without a zone; None where the list does not tell, or tells what cannot be. `by_pupil`
    where a column of its own says that the pupil answered.
    """

    row: int
    who: Who
    type: str
    state: str
    covers: tuple[Cover, ...]
    at: datetime | None = None
    given_by: str = ""
    relationship: str = ""
    responsibility: bool | None = None
    expires_on: date | None = None
    by_pupil: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A row with what is wrong with it, or what somebody must look at."""

    row: int
    why: str
    like: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What only a person can say. `about` is the column, word or type; `options` are what it may be.

    `column` is where a word stands. What is said of it holds there alone.
    """

    kind: str
    about: str
    ask: str
    options: tuple[str, ...] = ()
    suggestion: tuple[str, ...] = ()
    rows: int = 0
    column: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the choice as JSON has it."""
        told = {"kind": self.kind, "about": self.about, "ask": self.ask, "options": list(self.options),
                "suggestion": list(self.suggestion), "rows": self.rows}  # fmt: skip
        return told | ({"column": self.column} if self.column else {})


@dataclass(frozen=True, slots=True)
class Understood:
    """Everything that a list says, what of it is wrong, and what is still to be chosen."""

    rows: int
    said: tuple[Said, ...]
    errors: tuple[Remark, ...]
    choices: tuple[Choice, ...]
    fields: dict[str, str]
    columns: tuple[str, ...]

    @property
    def whos(self) -> dict[int, Who]:
        """Who stands in which row."""
        return {one.row: one.who for one in self.said}


def in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return remarks by row, each once."""
    return tuple(sorted(dict.fromkeys(remarks), key=lambda one: one.row))
