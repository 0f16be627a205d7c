"""What people ask about: the visible table of topics, each with its controls and everyday phrasings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from gatepost.policy.controls.table import CONTROLS

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Decides:
    """A fact that would change the answer, and what to ask back for it.

    `about` are the facet values to which it belongs, all when empty. `where` are conditions of which one must hold of
    the policy's controls for the fact to matter. `unless` are words that show that the question says it already.
    """

    fact: str
    ask: str
    about: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that people ask about. `facets` maps a parameter to its values and the words that name them."""

    name: str
    title: str
    controls: tuple[str, ...]
    phrases: tuple[str, ...]
    facets: Mapping[str, Mapping[str, tuple[str, ...]]]
    speaks_of: Mapping[str, str]
    words: tuple[str, ...]
    decides: tuple[Decides, ...]

    def wordings(self) -> tuple[str, ...]:
        """Every way of putting the topic: the phrasings, the controls' own questions, staff's questions, the title."""
        own = tuple(ask for name in self.controls for ask in CONTROLS[name].asks)
        return (*self.phrases, *own, *asked().get(self.name, ()), self.title)


@cache
def asked() -> Mapping[str, tuple[str, ...]]:
    """Return questions as staff put them, by topic."""
    text = files("gatepost.policy.ask").joinpath("asked.txt").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        name, tab, question = line.partition("\t")
        if tab:
            found[name] = (*found.get(name, ()), question)
    return found


@cache
def topics() -> tuple[Topic, ...]:
    """Return the table, in its order."""
    text = files("gatepost.policy.ask").joinpath("topics.yaml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506  # a safe loader
    return tuple(_topic(name, row) for name, row in table.items())


def _topic(name: str, row: dict[str, Any]) -> Topic:
    facets = {
        parameter: {value: tuple(words) for value, words in values.items()}
        for parameter, values in row.get("facets", {}).items()
    }
    return Topic(
        name=name,
        title=row["title"],
        controls=tuple(row["controls"]),
        phrases=tuple(row["phrases"]),
        facets=facets,
        speaks_of=row.get("speaks_of", {}),
        words=tuple(row.get("words", ())),
        decides=tuple(_decides(entry) for entry in row.get("decides", ())),
    )


def _decides(entry: dict[str, Any]) -> Decides:
    lists = {key: tuple(entry.get(key, ())) for key in ("about", "where", "unless")}
    return Decides(fact=entry["fact"], ask=entry["ask"], **lists)
