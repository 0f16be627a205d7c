"""Reading the controls of a point: the name, and parameters checked against what the control declares."""

from dataclasses import MISSING, fields
from datetime import date
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from gatepost.policy.controls.base import Control
from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.policy.reading.fields import MONTH_HINT, Checker, closest, is_number, month_fault, shown
from gatepost.policy.reading.nodes import Node

_HINTS: dict[type[Control], dict[str, Any]] = {}


def read_control(node: Node, checker: Checker) -> Control | None:
    """Read `name` or `name: {parameter: value}`; None when it cannot be built, with the problems noted."""
    name, body = _name_and_body(node, checker)
    if name is None:
        return None
    place = node.keys.get(name, node.place)
    kind = CONTROLS.get(name)
    if kind is None:
        checker.problem(place, f"There is no control `{shown(name)}`.", closest(name, CONTROLS))
        return None
    found = len(checker.problems)
    values = _parameters(kind, body, checker, place)
    return kind(**values) if len(checker.problems) == found else None


def _name_and_body(node: Node, checker: Checker) -> tuple[str | None, Node | None]:
    if isinstance(node.value, str):
        return node.value, None
    if isinstance(node.value, dict) and len(node.value) == 1:
        return next(iter(node.value.items()))
    checker.problem(
        node.place, "A control is a name, or a name with its parameters.", "Write `name: {parameter: value}`."
    )
    return None, None


def _parameters(kind: type[Control], body: Node | None, checker: Checker, place: Any) -> dict[str, Any]:
    known = {item.name: item for item in fields(kind)}
    if body is None or body.value is None:
        given: dict[str, Node] = {}
    else:
        given = dict(checker.mapping(body, keys=known, what=f"the control `{kind.name}`"))
    for name, item in known.items():
        if item.default is MISSING and name not in given:
            checker.problem(
                place, f"`{kind.name}` needs `{name}`.", f"Add `{name}: …`, which says: {item.metadata['says']}."
            )
    return {name: _value(kind, name, node, checker) for name, node in given.items()}


def _value(kind: type[Control], name: str, node: Node, checker: Checker) -> Any:
    hints = _HINTS.setdefault(kind, get_type_hints(kind))
    meta = next(item.metadata for item in fields(kind) if item.name == name)
    value = _typed(hints[name], node)
    what = f"`{name}` of `{kind.name}`"
    if value is MISSING:
        checker.problem(node.place, f"{what} cannot be {_seen(node)}.", _wanted(hints[name], meta))
        return None
    if meta["stricter"] == "earlier" and (fault := month_fault(str(value))):
        checker.problem(node.place, f"{what} is `{shown(value)}`, {fault}.", MONTH_HINT)
    known = meta["choices"] or (sorted(VALUES[meta["vocabulary"]]) if meta["vocabulary"] else ())
    for word in value if isinstance(value, tuple) else (value,):
        if known and isinstance(word, str) and word not in known:
            checker.problem(node.place, f"`{shown(word)}` is not a value of {what}.", closest(word, known))
    return value


def _typed(hint: Any, node: Node) -> Any:
    """Return the node's value as the parameter's type, or MISSING when it does not fit."""
    value = node.plain()
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if value is None:
        return None if NoneType in options else MISSING
    for option in options:
        if get_origin(option) is tuple:
            words = [value] if isinstance(value, str) else value
            if isinstance(words, list) and all(isinstance(word, str) for word in words):
                return tuple(words)
        elif option is str and isinstance(value, date):
            return node.raw
        elif (option is int and is_number(value)) or (option not in (int, NoneType) and type(value) is option):
            return value
    return MISSING


def _seen(node: Node) -> str:
    """Return a value as its writer sees it."""
    if isinstance(node.value, dict):
        return "keys with values"
    return "this list" if isinstance(node.value, list) else f"`{shown(node.raw)}`" if node.raw else "empty"


def _wanted(hint: Any, meta: Any) -> str:
    names = {str: "one word or text", int: "a whole number from 0 to 1200", bool: "true or false"}
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    wanted = " or ".join(names.get(option, "a list of words") for option in options if option is not NoneType)
    return f"Write {wanted}. It says: {meta['says']}."
