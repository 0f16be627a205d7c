"""A situation as it comes in, checked against the table of facts."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gatepost.policy.errors import SituationError
from gatepost.policy.facts.facts import Facts, Found, Item
from gatepost.policy.facts.fields import FIELDS, PREFIXES
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.policy.outcomes import KINDS

IGNORED = frozenset({"situation", "expected", "route", "refs", "why", "basis", "set", "accept"})
"""Keys of the worked examples that may stand in a situation and mean nothing to the engine."""

KEYS = frozenset({"id", "policy", "kind", "facts"})
_OPEN = frozenset({"business.relation", "account_name", "team"})


@dataclass(frozen=True, slots=True)
class Situation:
    """One situation: what kind, under which policy, and its facts. `hints` name values nobody recognised."""

    kind: str
    facts: Facts
    id: str | None = None
    policy: str | None = None
    hints: tuple[str, ...] = ()
    raw: Mapping[str, Any] | None = None


def parse_situation(
    data: Any, *, found: Sequence[Found] = (), prose: Mapping[str, frozenset[str]] | None = None
) -> Situation:
    """Check a situation's keys and types and return it.

    `found` and `prose` are what detectors made of its texts. Raises SituationError with a sentence for the writer.
    """
    if not isinstance(data, Mapping):
        raise SituationError("A situation is a mapping with `kind` and `facts`.")
    _check_keys(data)
    kind = data.get("kind")
    kind = kind.casefold() if isinstance(kind, str) else kind
    if kind is None:
        raise SituationError("`kind` is missing.", where="kind", hint=f"Add `kind:` with one of: {', '.join(KINDS)}.")
    if kind not in KINDS:
        raise SituationError(f"`kind` is {kind!r}.", where="kind", hint=f"Use one of: {', '.join(KINDS)}.")
    facts = data.get("facts")
    if not isinstance(facts, Mapping):
        raise SituationError(
            "`facts` is missing or is not a mapping.", where="facts", hint="Write at least `facts: {}`."
        )
    reader = _Reader()
    reader.mapping(facts, prefix="", pattern="", into=reader.values)
    read = Facts(
        kind=kind,
        values=reader.values,
        lists=reader.lists,
        found=tuple(found),
        prose=prose,
        given=frozenset(reader.values) | frozenset(reader.lists),
    )
    return Situation(
        kind=kind,
        facts=read,
        id=_text(data.get("id")),
        policy=_text(data.get("policy")),
        hints=tuple(reader.hints),
        raw=data,
    )


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _check_keys(data: Mapping[Any, Any]) -> None:
    for key in data:
        if key not in KEYS and key not in IGNORED:
            close = difflib.get_close_matches(str(key), [*KEYS], n=1)
            hint = f"Did you mean `{close[0]}`?" if close else f"The keys are {', '.join(sorted(KEYS))}."
            raise SituationError(f"`{key}` is not a key of a situation.", where=str(key), hint=hint)


class _Reader:
    """Flattens nested facts and checks each against its field."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.lists: dict[str, tuple[Item, ...]] = {}
        self.hints: list[str] = []

    def mapping(self, data: Mapping[Any, Any], *, prefix: str, pattern: str, into: dict[str, Any]) -> None:
        """Read one mapping; `pattern` is its path in the table of facts, `prefix` its path in this situation."""
        for key, value in data.items():
            path = f"{pattern}{key}"
            if isinstance(value, Mapping) and path in PREFIXES:
                self.nested(value, prefix=prefix, pattern=pattern, key=str(key), into=into)
            elif path in FIELDS:
                self.field(path, f"{prefix}{key}", value, into)
            elif path not in PREFIXES:
                raise _unknown_key(path, prefix + str(key))
            elif value is not None:
                place = f"{prefix}{key}"
                raise SituationError(
                    f"`{place}` is {value!r}.", where=place, hint="Write a mapping, such as {role: teacher}."
                )

    def nested(self, value: Mapping[Any, Any], *, prefix: str, pattern: str, key: str, into: dict[str, Any]) -> None:
        """Read a mapping below a mapping: its keys are joined with dots."""
        inner: dict[str, Any] = {}
        self.mapping(value, prefix=f"{prefix}{key}.", pattern=f"{pattern}{key}.", into=inner)
        into.update(inner)

    def field(self, path: str, place: str, value: Any, into: dict[str, Any]) -> None:
        """Read one field into `into` under its key relative to the list entry it stands in."""
        field = FIELDS[path]
        key = path.rpartition("[].")[2]
        if value is None:
            into[key] = None
        elif field.type == "list":
            self.list(path, place, value)
        else:
            into[key] = self.typed(field.type, field.values, place, value)

    def list(self, path: str, place: str, value: Any) -> None:
        """Read a list of mappings, such as `people`."""
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise SituationError(f"`{place}` is a list.", where=place, hint="Write it as `[{…}, {…}]`.")
        items = []
        for index, entry in enumerate(value):
            if not isinstance(entry, Mapping):
                raise SituationError(f"`{place}[{index}]` is a mapping.", where=f"{place}[{index}]")
            inner: dict[str, Any] = {}
            self.mapping(entry, prefix=f"{place}[{index}].", pattern=f"{path}[].", into=inner)
            items.append(Item(f"{place}[{index}]", inner))
        self.lists[path] = tuple(items)

    def typed(self, type_: str, vocabulary: str, place: str, value: Any) -> Any:
        """Return the value when it has the field's type; raise otherwise."""
        if type_ == "boolean" and isinstance(value, bool):
            return value
        if type_ == "number" and isinstance(value, int | float) and not isinstance(value, bool):
            return value
        if type_ in ("string", "prose") and isinstance(value, date):
            return value.isoformat()
        if type_ == "date" and isinstance(value, date):
            return (value.date() if isinstance(value, datetime) else value).isoformat()
        if type_ == "strings":
            return self.strings(vocabulary, place, value)
        if type_ == "date" and isinstance(value, str):
            return _checked_date(value, place)
        if type_ in ("string", "prose") and isinstance(value, str):
            return self.recognised(vocabulary, place, value)
        raise SituationError(f"`{place}` is {value!r}.", where=place, hint=_TYPE_HINTS[type_])

    def strings(self, vocabulary: str, place: str, value: Any) -> tuple[str, ...]:
        """Read a list of strings; one string stands for a list of one."""
        entries = [value] if isinstance(value, str) else value
        if not isinstance(entries, Sequence) or not all(isinstance(entry, str) for entry in entries):
            raise SituationError(f"`{place}` is {value!r}.", where=place, hint=_TYPE_HINTS["strings"])
        return tuple(self.recognised(vocabulary, f"{place}[{index}]", entry) for index, entry in enumerate(entries))

    def recognised(self, vocabulary: str, place: str, value: str) -> str:
        """Return the value as the vocabulary writes it; note a hint for one that the vocabulary does not hold."""
        if len(value) > _LONGEST:
            raise SituationError(f"`{place}` holds {len(value):,} characters.", where=place, hint=_TOO_LONG)
        known = VALUES.get(vocabulary)
        if known is None or value in known:
            return value
        slug = "_".join(value.casefold().replace("-", " ").split())
        if slug in known:
            return slug
        close = difflib.get_close_matches(value, sorted(known), n=3, cutoff=0.6)
        close_text = f"; perhaps {' or '.join(close)}" if close else ""
        self.hints.append(f"{place}: “{value}” is not a value Gatepost knows, so it counts as unknown{close_text}.")
        return value


_LONGEST = 100_000
_TOO_LONG = "No platform takes a text longer than 63,206; give at most 100,000, or check it in parts."

_TYPE_HINTS = {
    "boolean": "Write true, false, or null for asked and not there.",
    "number": "Write a number.",
    "string": "Write text.",
    "prose": "Write text.",
    "strings": "Write a list of words, such as [headteacher].",
    "date": "Write a day as 2026-11-21.",
}


def _checked_date(value: str, place: str) -> str:
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        raise SituationError(f"`{place}` is {value!r}.", where=place, hint=_TYPE_HINTS["date"]) from None


def _unknown_key(path: str, place: str) -> SituationError:
    stem, _, _ = path.rpartition(".")
    siblings = [name for name in FIELDS if name.rpartition(".")[0] == stem]
    close = difflib.get_close_matches(path, siblings or [*FIELDS], n=1, cutoff=0.5)
    hint = f"Did you mean `{close[0]}`?" if close else "The fields are listed in docs/reference/facts.md."
    return SituationError(f"`{place}` is not a fact that Gatepost knows.", where=place, hint=hint)
