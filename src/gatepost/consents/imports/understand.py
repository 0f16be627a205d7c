"""From a table and what a person chose to what the list says."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from gatepost.consents.imports.archived import in_doubt, is_archived
from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.columns import FIELDS, INVERTED, fields_of, plain, twice
from gatepost.consents.imports.file_names import type_in
from gatepost.consents.imports.givers import has_responsibility, says_pupil
from gatepost.consents.imports.moments import NO, When, when
from gatepost.consents.imports.pupils import Who
from gatepost.consents.imports.said import Choice, Remark, Said, Understood, in_order
from gatepost.consents.imports.types import Cover, Meaning, meaning
from gatepost.consents.imports.words import GRANTED, STATES, UNKNOWN, folded, is_word, state_of, turned
from gatepost.tables.days import day_of
from gatepost.tables.grid import Line, Table
from gatepost.tables.refused import Unreadable

_DAYS: Final = frozenset({"consented_at", "rejected_at", "withdrawn_at"})
_WHO: Final = ("upn", "mis_id", "admission_no", "legal_first", "legal_last", "preferred_first", "preferred_last",
               "name", "dob")  # fmt: skip
_NO_END: Final = frozenset({"", "-", "–", "—", "n/a", "none", "never", "no expiry"})
_WHEN_ENDS: Final = (
    "“{end}” is not a day, so nobody knows until when the yes holds, and it is not taken. Days are written as 3/9/2026."
)
_TELLS: Final = frozenset({"upn", "mis_id", "admission_no", "legal_last", "name"})


def understood(table: Table, choices: Choices, *, today: date, file_name: str = "") -> Understood:
    """Return what a list of permissions says. `file_name` may be where the one type of a list stands.

    Raises Unreadable where no column tells which pupil a row is about, or none tells an answer.
    """
    return _Reader(table, choices, today, file_name).read()


class _Reader:
    def __init__(self, table: Table, choices: Choices, today: date, file_name: str) -> None:
        self._table, self._choices, self._today = table, choices, today
        fields = fields_of(table, choices.columns)
        self._twice = twice(fields)
        self._fields = fields
        self._column = {field: name for name, field in reversed(fields.items())}
        self._type = choices.type or type_in(file_name, table.titles)
        self._unknown_words: Counter[tuple[str, str]] = Counter()
        self._unsure: Counter[str] = Counter()
        self._turned: Counter[str] = Counter()
        self._errors: list[Remark] = []

    def read(self) -> Understood:
        if not _TELLS & self._column.keys():
            raise Unreadable(
                "No column tells which pupil a row is about. Export the list with the UPN, or the admission number."
            )
        said = tuple(one for line in self._table.lines for one in self._line(line))
        return Understood(
            len(self._table.lines), said, in_order(self._errors), tuple(self._asked()), dict(self._fields),
            self._table.columns,
        )  # fmt: skip

    def _line(self, line: Line) -> Iterator[Said]:
        by_name = self._table.cells(line)
        cells = {field: by_name[name] for field, name in self._column.items()}
        moments = when(cells, today=self._today)
        who = Who(**{part: cells.get(part, "") for part in _WHO})
        for type_, column, word in self._answers(by_name, cells):
            if type_ or not self._is_long:
                yield from self._one(line.number, who, type_, column, word, cells, moments)
            else:
                self._errors.append(
                    Remark(line.number, "It does not say what was asked: the type of consent is empty.")
                )
                yield _nothing(line.number, who, type_)

    @property
    def _is_long(self) -> bool:
        return "type" in self._column

    def _answers(self, by_name: Mapping[str, str], cells: Mapping[str, str]) -> Iterator[tuple[str, str, str | None]]:
        """Yield, for each answer of a row, its type, its column and its word; no word where the days tell."""
        if not (self._is_long or {"status", *_DAYS} & self._column.keys()):
            yield from ((name, name, by_name[name]) for name in self._types())
            return
        type_ = cells["type"] if self._is_long else self._type
        if "status" in self._column:
            yield type_, self._column["status"], cells["status"]
        elif _DAYS & self._column.keys():
            yield type_, "", None
        else:
            raise Unreadable("No column tells what was answered. Export the list with the status of each consent.")

    def _types(self) -> list[str]:
        """Return the columns of a wide list that are types of consent: by their name, or by their words."""
        free = [name for name in self._table.columns if name not in self._fields]
        found = [name for name in free if self._is_type(name)]
        if not found:
            raise Unreadable("No column tells what was answered. Export the list with the status of each consent.")
        return found

    def _is_type(self, name: str) -> bool:
        told = meaning(name)
        values, words = list(self._table.values(name)), self._choices.words_of(name)
        worded = bool(values) and all(is_word(value) or folded(value) in words for value in values)
        return folded(name) in self._choices.types or worded or bool(told.elements or told.tiers)

    def _one(
        self, row: int, who: Who, type_: str, column: str, word: str | None, cells: Mapping[str, str], moments: When
    ) -> Iterator[Said]:
        told = moments.state() if word is None else self._word(word, column)
        state = self._directed(told, column, type_)
        if state == GRANTED and is_archived(cells):
            self._errors += [Remark(row, fault) for fault in in_doubt(cells)]
            yield _nothing(row, who, type_)
            return
        dated = told if word is None else state
        faults = moments.faults(dated)
        also = " The no counts all the same, from today." if state in NO else ""
        self._errors += [Remark(row, fault + also) for fault in faults]
        if faults and state not in NO:
            yield _nothing(row, who, type_)
            return
        end = cells.get("expires_on", "") if state == GRANTED else ""
        if folded(end) not in _NO_END and day_of(end) is None:
            self._errors.append(Remark(row, _WHEN_ENDS.format(end=end[:40])))
            yield _nothing(row, who, type_)
            return
        covers = self._covers(type_, state, said=state != UNKNOWN or self._waits(word, column))
        yield Said(
            row, who, type_, state, covers, moments.of(dated), cells.get("given_by", ""),
            cells.get("relationship", ""), has_responsibility(cells.get("responsibility", "")), day_of(end),
            says_pupil(cells.get("consented_by_student", "")),
        )  # fmt: skip

    def _word(self, word: str, column: str) -> str:
        state = state_of(word, chosen=self._choices.words_of(column))
        if state is None:
            self._unknown_words[folded(word), column] += 1
            return UNKNOWN
        return state

    def _directed(self, state: str, column: str, type_: str) -> str:
        """Return what an answer means by what its column and its type ask: nothing yet, where a person must say so."""
        for about in dict.fromkeys((column, type_)):
            if not about or state == UNKNOWN:
                continue
            turns = self._turns(about, column)
            if turns is None and self._may_turn(about, state):
                self._turned[about] += 1
                return UNKNOWN
            state = turned(state) if turns else state
        return state

    def _turns(self, about: str, column: str) -> bool | None:
        """Return what a person said of a column or, by its own name alone, of a type."""
        return self._choices.turns(about) if about == column else self._choices.inverted.get(about)

    def _may_turn(self, about: str, state: str) -> bool:
        """Return whether a yes here may well be a no: only a person can say which. A no in doubt is a no."""
        told = meaning(about)
        if plain(about) in INVERTED or told.negated:
            return True
        if about in self._fields or folded(about) in self._choices.types:
            return False
        return state == GRANTED and told.doubtful and bool(told.elements or told.tiers)

    def _waits(self, word: str | None, column: str) -> bool:
        """Return whether a word says something, and a person is asked what: then its type is asked about as well."""
        return word is not None and state_of(word, chosen=self._choices.words_of(column)) != UNKNOWN

    def _covers(self, type_: str, state: str, *, said: bool) -> tuple[Cover, ...]:
        chosen = self._choices.types.get(folded(type_))
        if chosen is not None:
            return chosen
        told = meaning(type_)
        if told.sure or (told.clear and type_ in self._choices.inverted):
            return told.grants
        # Of what is clear but for its direction the direction alone is asked.
        if said and (state == GRANTED or not told.clear):
            self._unsure[type_] += 1
        return told.refuses if state in NO else ()

    def _asked(self) -> Iterator[Choice]:
        for field, names in self._twice.items():
            ask = f"Which column is the {FIELDS[field]}? The others can be “nothing that we need”."
            yield Choice("column", field, ask, tuple(names), rows=len(self._table.lines))
        for about, rows in self._turned.items():
            ask = f"In “{about}”, does a yes mean that they said no?"
            yield Choice("inverted", about, ask, ("true", "false"), rows=rows)
        for (word, column), rows in self._unknown_words.items():
            ask = f"What does “{word}” mean in “{column}”?"
            yield Choice("word", word, ask, tuple(STATES), rows=rows, column=column)
        for type_, rows in self._unsure.items():
            yield _of_type(type_, meaning(type_), rows)


def _nothing(row: int, who: Who, type_: str) -> Said:
    """Return what a row says whose answer is not taken: who is in it, so that nobody takes them to be missing."""
    return Said(row, who, type_, UNKNOWN, ())


def _of_type(type_: str, told: Meaning, rows: int) -> Choice:
    if not type_:
        return Choice("type", "", "Which consent is this list about? Its file does not say.", rows=rows)
    suggestion = () if told.negated or told.doubtful else tuple(map(str, told.grants))
    return Choice("type", type_, f"What does “{type_}” allow, and where?", suggestion=suggestion, rows=rows)
