"""Checking values of a document one by one, collecting every problem instead of stopping at the first."""

import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from gatepost.policy.document import Month
from gatepost.policy.errors import Place, Problem
from gatepost.policy.reading.nodes import Node

_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_YEARS = range(1900, 2200)
MOST_NUMBER = 1200
"""The largest number that a document may use: a hundred years in months."""
MONTH_HINT = "Write a month as 2026-06 or a day as 2026-06-30."


class Checker:
    """Reads fields out of nodes and keeps the problems found on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def problem(self, place: Place, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(place, message, hint))

    def mapping(
        self, node: Node, *, keys: Iterable[str], what: str, required: Iterable[str] = ()
    ) -> Mapping[str, Node]:
        """Return a mapping's nodes, noting unknown and missing keys."""
        if not isinstance(node.value, dict):
            wanted = ", ".join(f"`{key}: …`" for key in [*keys][:3])
            self.problem(node.place, f"{capital(what)} is written as keys with values.", f"Begin with {wanted}.")
            return {}
        known = [*keys]
        for key in node.value:
            if key not in known:
                self.problem(node.keys[key], f"`{shown(key)}` is not a key of {what}.", closest(key, known))
        for key in required:
            if key not in node.value:
                self.problem(node.place, f"{capital(what)} has no `{key}`.", f"Add `{key}: …`.")
            elif node.value[key].value in (None, ""):
                self.problem(node.keys[key], f"`{key}` of {what} is empty.", f"Write something after `{key}:`.")
        return {key: value for key, value in node.value.items() if key in known}

    def sequence(self, node: Node | None, *, what: str) -> list[Node]:
        """Return the entries of a list; an empty list when the node is not there."""
        if node is None or node.value is None:
            return []
        if not isinstance(node.value, list):
            self.problem(
                node.place, f"{capital(what)} is a list.", "Write it as lines that begin with `- `, or as `[…, …]`."
            )
            return []
        return node.value

    def text(self, node: Node | None, *, what: str) -> str | None:
        """Return text, or None when it is not there."""
        if node is None or node.value is None:
            return None
        if isinstance(node.value, bool):
            self.problem(
                node.place, f"{capital(what)} is text, and YAML reads `{node.raw}` as yes or no.", "Put it in quotes."
            )
        elif isinstance(node.value, dict | list | bytes):
            self.problem(
                node.place, f"{capital(what)} is text.", "Write one text; put it in quotes where it holds a colon."
            )
        elif node.raw.strip():
            return node.raw.strip()
        return None

    def choice(self, node: Node | None, *, choices: Iterable[str], what: str, default: str) -> str:
        """Return one of the choices."""
        value = self.text(node, what=what)
        known = [*choices]
        if value is None or node is None:
            return default
        if value not in known:
            self.problem(node.place, f"`{shown(value)}` is not a value of {what}.", closest(value, known))
            return default
        return value

    def words(self, node: Node | None, *, what: str) -> tuple[str, ...]:
        """Return a list of words; a single word stands for a list of one."""
        if node is not None and isinstance(node.value, str):
            return (node.value.strip(),)
        found = []
        for item in self.sequence(node, what=what):
            value = self.text(item, what=f"an entry of {what}")
            if value is not None:
                found.append(value)
        return tuple(found)

    def known_words(self, node: Node | None, *, known: Iterable[str], what: str) -> tuple[str, ...]:
        """Return a list of words out of those that are known."""
        words = self.words(node, what=what)
        for word in words:
            if node is not None and word not in known:
                self.problem(node.place, f"`{shown(word)}` is not a value of {what}.", closest(word, known))
        return words

    def number(self, node: Node | None, *, what: str) -> int | None:
        """Return a whole number from 0 to 1200, or None when it is not there."""
        if node is None or node.value is None:
            return None
        if is_number(node.value):
            return int(node.value)
        self.problem(
            node.place, f"{capital(what)} is a whole number.", f"Write it in figures, from 0 to {MOST_NUMBER}."
        )
        return None

    def flag(self, node: Node | None, *, what: str, default: bool) -> bool:
        """Return true or false."""
        if node is None or node.value is None:
            return default
        if not isinstance(node.value, bool):
            self.problem(node.place, f"{capital(what)} is `true` or `false`.", "Write one of the two, without quotes.")
            return default
        return node.value

    def month(self, node: Node | None, *, what: str) -> Month | None:
        """Return a month or a day, noting dates that do not exist."""
        if node is None or node.value is None:
            return None
        fault = month_fault(node.raw)
        if fault:
            self.problem(node.place, f"{capital(what)} is `{shown(node.raw)}`, {fault}.", MONTH_HINT)
            return None
        year, month, day = _MONTH.fullmatch(node.raw).groups()  # type: ignore[union-attr]  # month_fault() has matched it
        return Month(int(year), int(month), int(day) if day else None)


def month_fault(text: str) -> str:
    """Return what is wrong with a month or day as it was written; nothing when it is sound."""
    match = _MONTH.fullmatch(text)
    if not match:
        return "which is not a month or a day"
    year, month, day = (int(part) if part else 1 for part in match.groups())
    if year not in _YEARS:
        return f"and a policy's years lie between {_YEARS[0]} and {_YEARS[-1]}"
    if not 1 <= month <= 12:
        return "and there is no such month"
    try:
        date(year, month, day)
    except ValueError:
        return "and there is no such day"
    return ""


def is_number(value: Any) -> bool:
    """Tell whether a value is a whole number that a document may use."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_NUMBER


def capital(what: str) -> str:
    """Return a phrase as the beginning of a sentence."""
    return what[:1].upper() + what[1:]


def shown(value: object) -> str:
    """Return a value short enough for a message, on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def closest(value: Any, known: Iterable[str]) -> str:
    """Return a hint naming the nearest known word, or all of them when they are few."""
    words = [*known]
    near = difflib.get_close_matches(str(value)[:60], words, n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{near[0]}`?"
    if len(words) <= 24:
        return f"Use one of: {', '.join(words)}." if words else "There is nothing that it could name; take it out."
    return "The words that can stand here are in the policy schema; an editor that knows it offers them."
