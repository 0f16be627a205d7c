"""Checking values of a document one by one, collecting every problem instead of stopping at the first."""

import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from gatepost.policy.document import Month
from gatepost.policy.errors import Place, Problem
from gatepost.policy.reading.nodes import Node

_MONTH = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


class Checker:
    """Reads fields out of nodes and keeps the problems found on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def problem(self, place: Place, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(place, message, hint))

    def mapping(self, node: Node, *, keys: Iterable[str], what: str, required: Iterable[str] = ()) -> Mapping[str, Node]:
        """Return a mapping's nodes, noting unknown and missing keys."""
        if not isinstance(node.value, dict):
            self.problem(node.place, f"{what} is a mapping.", f"Write keys such as {', '.join([*keys][:3])}.")
            return {}
        known = [*keys]
        for key in node.value:
            if key not in known:
                self.problem(node.keys[key], f"`{key}` is not a key of {what}.", closest(key, known))
        for key in required:
            if key not in node.value:
                self.problem(node.place, f"{what} has no `{key}`.", f"Add `{key}: …`.")
        return {key: value for key, value in node.value.items() if key in known}

    def sequence(self, node: Node | None, *, what: str) -> list[Node]:
        """Return the entries of a list; an empty list when the node is not there."""
        if node is None or node.value is None:
            return []
        if not isinstance(node.value, list):
            self.problem(node.place, f"{what} is a list.", "Write it as `- …` lines or `[…, …]`.")
            return []
        return node.value

    def text(self, node: Node | None, *, what: str) -> str | None:
        """Return text, or None when it is not there."""
        if node is None or node.value is None:
            return None
        if isinstance(node.value, str) and node.value.strip():
            return node.value.strip()
        if isinstance(node.value, int | float) and not isinstance(node.value, bool):
            return str(node.value)
        self.problem(node.place, f"{what} is text.", "Put it in quotes.")
        return None

    def choice(self, node: Node | None, *, choices: Iterable[str], what: str, default: str) -> str:
        """Return one of the choices."""
        value = self.text(node, what=what)
        known = [*choices]
        if value is None or node is None:
            return default
        if value not in known:
            self.problem(node.place, f"`{value}` is not a value of {what}.", closest(value, known))
            return default
        return value

    def words(self, node: Node | None, *, what: str) -> tuple[str, ...]:
        """Return a list of words; a single word stands for a list of one."""
        if node is not None and isinstance(node.value, str):
            return (node.value,)
        found = []
        for item in self.sequence(node, what=what):
            value = self.text(item, what=f"an entry of {what}")
            if value is not None:
                found.append(value)
        return tuple(found)

    def number(self, node: Node | None, *, what: str) -> int | None:
        """Return a whole number of at least nought, or None when it is not there."""
        if node is None or node.value is None:
            return None
        if isinstance(node.value, int) and not isinstance(node.value, bool) and node.value >= 0:
            return node.value
        self.problem(node.place, f"{what} is a whole number.", "Write it in figures.")
        return None

    def month(self, node: Node | None, *, what: str) -> Month | None:
        """Return a month or a day, noting dates that do not exist."""
        if node is None or node.value is None:
            return None
        value = node.value.isoformat() if isinstance(node.value, date) else str(node.value)
        match = _MONTH.fullmatch(value)
        hint = "Write a month as 2026-06 or a day as 2026-06-30."
        if not match:
            self.problem(node.place, f"{what} is {value!r}, which is not a month or a day.", hint)
            return None
        year, number, day = (int(part) if part else None for part in match.groups())
        try:
            date(year or 1, number or 1, day or 1)
        except ValueError:
            self.problem(node.place, f"{what} is {value!r}, and there is no such day.", hint)
            return None
        return Month(year or 1, number or 1, day)


def closest(value: Any, known: Iterable[str]) -> str:
    """Return a hint naming the nearest known word, or all of them when they are few."""
    words = [*known]
    near = difflib.get_close_matches(str(value), words, n=1, cutoff=0.5)
    if near:
        return f"Did you mean `{near[0]}`?"
    return f"Use one of: {', '.join(words)}." if len(words) <= 14 else ""
