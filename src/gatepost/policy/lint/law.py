"""What lint knows about law, guidance and platforms: dated data read from YAML, never written in code."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeVar

import yaml

from gatepost.policy.lint.finding import Severity
from gatepost.policy.lint.phrases import phrase

Mark = Literal["P", "S", "R", "BG"]
MARKS: Mapping[str, str] = {
    "P": "primary: published by the body that makes the rule",
    "S": "second-hand: lawyers, sector bodies, newspapers",
    "R": "notes in public that point to the primary text",
    "BG": "what is generally known; look it up first",
}
"""How sure the data are: what stands behind each entry."""

Patterns = tuple[re.Pattern[str], ...]
_Entry = Mapping[str, Any]
_T = TypeVar("_T")


class UnableToReadLaw(ValueError):
    """The data file cannot be used; the sentence names the entry."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a guidance and the day from which it applies."""

    name: str
    since: date
    mark: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """A guidance that appears in editions. `moved` tells where paragraphs went, as far as evidence goes."""

    title: str
    patterns: Patterns
    editions: tuple[Edition, ...]
    note: str = ""
    moved: tuple[tuple[str, str], ...] = ()

    def in_force(self, today: date) -> Edition | None:
        """Return the edition that applies on a day, or None before the first one known."""
        return max((each for each in self.editions if each.since <= today), key=lambda each: each.since, default=None)


@dataclass(frozen=True, slots=True)
class LawEntry:
    """An instrument, platform, practice or topic: how it is recognised, since when what is true of it, and how we know.

    `unless` are wordings close by that show the text already knows; `when` limits an entry to texts on its subject;
    `controls` are those by which a document covers a topic whatever its words.
    """

    name: str
    patterns: Patterns
    status: str
    since: date
    note: str
    mark: str
    severity: Severity = "warning"
    replaced_by: tuple[str, ...] = ()
    unless: Patterns = ()
    when: Patterns = ()
    controls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Law:
    """All of it, with the day on which a person last checked it."""

    checked: date
    guidance: tuple[Guidance, ...] = ()
    instruments: tuple[LawEntry, ...] = ()
    platforms: tuple[LawEntry, ...] = ()
    practices: tuple[LawEntry, ...] = ()
    topics: tuple[LawEntry, ...] = ()
    live_platforms: tuple[str, ...] = field(default=())

    def ref(self, title: str, mark: str) -> str:
        """Return a source as findings cite it: title, evidence mark, day checked."""
        return f"{title} [{mark}, checked {self.checked.isoformat()}]"


def _patterns(entry: _Entry, key: str) -> Patterns:
    exact_case = bool(entry.get("exact_case", False))
    return tuple(phrase(str(each), exact_case=exact_case) for each in entry.get(key, ()))


def _mark(entry: _Entry) -> str:
    mark = str(entry["source"])
    if mark not in MARKS:
        raise UnableToReadLaw(f"source {mark!r} is not one of {', '.join(MARKS)}")
    return mark


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise UnableToReadLaw(f"{value!r} is not a day: write 2026-11-21")
    return value


def _guidance(entry: _Entry) -> Guidance:
    editions = tuple(Edition(str(each["name"]), _day(each["since"]), _mark(each)) for each in entry["editions"])
    moved = tuple((str(each["was"]), str(each["now"])) for each in entry.get("moved", ()))
    return Guidance(str(entry["title"]), _patterns(entry, "patterns"), editions, str(entry.get("note", "")), moved)


def _entry(entry: _Entry) -> LawEntry:
    severity: Severity = entry.get("severity", "warning")
    if severity not in ("error", "warning", "note"):
        raise UnableToReadLaw(f"severity {severity!r} is not error, warning or note")
    return LawEntry(
        name=str(entry["name"]),
        patterns=_patterns(entry, "patterns"),
        status=str(entry.get("status", "")),
        since=_day(entry["since"]),
        note=str(entry["note"]).strip(),
        mark=_mark(entry),
        severity=severity,
        replaced_by=tuple(str(each) for each in entry.get("replaced_by", ())),
        unless=_patterns(entry, "unless"),
        when=_patterns(entry, "when"),
        controls=tuple(str(each) for each in entry.get("controls", ())),
    )


def _all(entries: Iterable[_Entry], reader: Callable[[_Entry], _T], *, where: str) -> tuple[_T, ...]:
    read: list[_T] = []
    for at, entry in enumerate(entries, start=1):
        try:
            read.append(reader(entry))
        except (KeyError, TypeError, re.error, UnableToReadLaw) as problem:
            raise UnableToReadLaw(f"{where}, entry {at}: {problem}") from problem
    return tuple(read)


def _loaded(text: str) -> dict[str, Any]:
    try:
        data = yaml.safe_load(text) if text else {}
    except (yaml.YAMLError, ValueError) as problem:
        raise UnableToReadLaw(f"The data are not YAML: {problem}") from problem
    if not isinstance(data, dict):
        raise UnableToReadLaw("The data must be a mapping with sections such as `instruments`.")
    return data


def read_law(text: str, *, topics: str = "") -> Law:
    """Read law.yaml (`text`) and guidance_topics.yaml (`topics`); raises UnableToReadLaw with the entry at fault."""
    data, wanted = _loaded(text), _loaded(topics)
    if "checked" not in data:
        raise UnableToReadLaw("The data must say when they were `checked`.")
    return Law(
        checked=_day(data["checked"]),
        guidance=_all(data.get("guidance", ()), _guidance, where="guidance"),
        instruments=_all(data.get("instruments", ()), _entry, where="instruments"),
        platforms=_all(data.get("platforms", ()), _entry, where="platforms"),
        practices=_all(data.get("practices", ()), _entry, where="practices"),
        topics=_all(wanted.get("topics", ()), _entry, where="topics"),
        live_platforms=tuple(str(each) for each in data.get("live_platforms", ())),
    )
