"""What a person chose about files of one kind: which column, word and type means what."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self, TypeVar

from gatepost.consents.imports.columns import FIELDS
from gatepost.consents.imports.givers import PARENT, PUPIL
from gatepost.consents.imports.types import NOTHING, Cover, covers_of
from gatepost.consents.imports.words import STATES, folded
from gatepost.tables.decoding import ENCODINGS
from gatepost.tables.delimited import DELIMITERS

NEW: Final = "new"
"""What is chosen of a row of a roll that is of nobody who is on it yet."""
KEYS: Final = ("columns", "words", "words_in", "types", "type", "inverted", "matches", "encoding", "delimiter", "full",
               "missing_have_left", "giver", "in_writing", "same")  # fmt: skip
_ALSO: Final = {
    "statuses": "words",
    "status": "words",
    "states": "words",
    "consent_type": "type",
    "separator": "delimiter",
}
T = TypeVar("T")


class WrongChoice(ValueError):
    """A choice that means nothing. `str()` is the sentence for whoever made it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Columns → fields, folded words → states, folded types → covers (none: nothing that is published).

    `words` hold in every column. `words_in` are column → folded words → states: what one column says by a word, and no
    other does. `missing_have_left` where somebody said so of most of a school that a list leaves out.

    `type` is that of a file of one type. `inverted` says of a column whether a yes in it means no. `matches` says of a
    row which pupil it is, by UPN or number, or that it is a new one. `full` where the file lists everybody. `giver` is
    whose answers they are where the file does not say, `in_writing` whether the MIS holds them in writing. `same` where
    rows of a roll that agree in name, year and class with somebody on the roll are that pupil.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    words_in: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    types: Mapping[str, tuple[Cover, ...]] = field(default_factory=dict)
    type: str = ""
    inverted: Mapping[str, bool] = field(default_factory=dict)
    matches: Mapping[int, str] = field(default_factory=dict)
    encoding: str = ""
    delimiter: str = ""
    full: bool = False
    missing_have_left: bool = False
    giver: str = PARENT
    in_writing: bool = False
    same: bool = False

    def turns(self, column: str) -> bool | None:
        """Return whether a yes in this column means no; None where nobody has said."""
        return self.inverted.get(column, self.inverted.get("*"))

    def words_of(self, column: str) -> Mapping[str, str]:
        """Return what the words of a column mean by what somebody said: of this column, or of every one."""
        own = self.words_in.get(column)
        return {**self.words, **own} if own else self.words

    def as_json(self) -> dict[str, Any]:
        """Return what was chosen as JSON has it: what `choices_of` reads."""
        types = {name: [str(cover) for cover in covers] or NOTHING for name, covers in self.types.items()}
        made = {key: getattr(self, key) for key in KEYS} | {"types": types}
        made["matches"] = {str(row): who for row, who in self.matches.items()}
        return {key: value for key, value in made.items() if value and (key, value) != ("giver", PARENT)}

    def lasting(self) -> Self:
        """Return what holds for the next file too: of columns, words and types by name, and of nothing else."""
        inverted = {column: turns for column, turns in self.inverted.items() if column != "*"}
        types = {name: covers for name, covers in self.types.items() if name}
        return type(self)(
            columns=self.columns, words=self.words, words_in=self.words_in, types=types, inverted=inverted
        )  # fmt: skip

    def since(self, before: Self) -> Self:
        """Return these choices with that alone of columns, words and types that was not chosen so before."""
        words_in = {column: _new(words, before.words_in.get(column, {})) for column, words in self.words_in.items()}
        return replace(
            self, columns=_new(self.columns, before.columns), words=_new(self.words, before.words), words_in=words_in,
            types=_new(self.types, before.types), inverted=_new(self.inverted, before.inverted),
        )  # fmt: skip

    def over(self, before: Self) -> Self:
        """Return these choices with what was chosen before of the columns, words and types that they do not name.

        A word that is said of every column now holds in those too of which it was said before.
        """
        words_in = {column: _new(words, {}, but=self.words) for column, words in before.words_in.items()}
        words_in |= {column: {**words_in.get(column, {}), **words} for column, words in self.words_in.items()}
        return replace(
            self, columns={**before.columns, **self.columns}, words={**before.words, **self.words},
            words_in={column: words for column, words in words_in.items() if words},
            types={**before.types, **self.types}, inverted={**before.inverted, **self.inverted},
        )  # fmt: skip


def _new(said: Mapping[str, T], before: Mapping[str, T], *, but: Container[str] = ()) -> dict[str, T]:
    return {name: value for name, value in said.items() if before.get(name) != value and name not in but}


def choices_of(data: Any) -> Choices:
    """Return choices from JSON. Raises WrongChoice, naming the key, where one means nothing."""
    if not isinstance(data, Mapping):
        raise WrongChoice("A mapping is a JSON object, such as {“columns”: {“Pupil ref”: “upn”}}.")
    said: dict[str, Any] = {_ALSO.get(str(key), str(key)): value for key, value in data.items()}
    if unknown := said.keys() - set(KEYS):
        raise WrongChoice(f"“{min(unknown)}” is no part of a mapping. Its parts are {', '.join(KEYS)}.")
    columns = _table(said, "columns", FIELDS)
    return Choices(
        columns=columns, words=_words(said, "words"), words_in=_words_in(said.get("words_in", {})),
        types=_types(said.get("types", {})), type=_text(said, "type"), inverted=_inverted(said.get("inverted", {})),
        matches=_matches(said.get("matches", {})), encoding=_one_of(said, "encoding", ENCODINGS),
        delimiter=_one_of(said, "delimiter", DELIMITERS), full=bool(said.get("full")),
        missing_have_left=bool(said.get("missing_have_left")),
        giver=_one_of(said, "giver", {PARENT: "", PUPIL: ""}) or PARENT, in_writing=bool(said.get("in_writing")),
        same=bool(said.get("same")),
    )  # fmt: skip


def _table(said: Mapping[str, Any], key: str, known: Mapping[str, str]) -> dict[str, str]:
    table = said.get(key, {})
    if not isinstance(table, Mapping):
        raise WrongChoice(f"“{key}” is a JSON object.")
    for name, value in table.items():
        if value not in known:
            raise WrongChoice(f"“{key}”: “{name}” is “{value}”, which is none of {', '.join(known)}.")
    return dict(table)


def _words(said: Mapping[str, Any], key: str) -> dict[str, str]:
    return {folded(word): state for word, state in _table(said, key, STATES).items()}


def _words_in(said: Any) -> dict[str, dict[str, str]]:
    if not isinstance(said, Mapping):
        raise WrongChoice("“words_in” is a JSON object: the name of a column → such as {“j”: “granted”}.")
    return {str(column): _words(said, column) for column in said}


def _types(table: Any) -> dict[str, tuple[Cover, ...]]:
    if not isinstance(table, Mapping):
        raise WrongChoice("“types” is a JSON object: the name of a type → such as [“photo@social”], or “nothing”.")
    try:
        return {folded(name): covers_of(_listed(value)) for name, value in table.items()}
    except ValueError as wrong:
        raise WrongChoice(str(wrong)) from None


def _listed(value: Any) -> list[str]:
    if value in (NOTHING, "ignore", None):
        return []
    return [value] if isinstance(value, str) else [str(one) for one in value]


def _inverted(said: Any) -> dict[str, bool]:
    if isinstance(said, bool):
        return {"*": said}
    if isinstance(said, str):
        return {said: True}
    if isinstance(said, Mapping):
        return {str(name): bool(value) for name, value in said.items()}
    if isinstance(said, list | tuple):
        return {str(name): True for name in said}
    raise WrongChoice("“inverted” is true, false, or the names of the columns in which a yes means no.")


def _matches(said: Any) -> dict[int, str]:
    if not isinstance(said, Mapping) or not all(str(row).isdecimal() for row in said):
        raise WrongChoice("“matches” is a JSON object: the number of a row → the pupil’s UPN or number.")
    return {int(row): str(who) for row, who in said.items()}


def _text(said: Mapping[str, Any], key: str) -> str:
    return str(said.get(key) or "").strip()


def _one_of(said: Mapping[str, Any], key: str, known: Mapping[str, str]) -> str:
    value = str(said.get(key) or "")
    if value and value not in known:
        raise WrongChoice(f"“{key}” is “{value}”, which is none of {', '.join(repr(one) for one in known)}.")
    return value


def with_remembered(given: Mapping[str, Any], before: Mapping[str, Any]) -> Choices:
    """Return what is chosen now, with what was chosen for earlier files where nothing is said now.

    Raises WrongChoice, naming the key, where something means nothing.
    """
    return choices_of(given).over(choices_of(before))
