"""Finders for code that breaks a habit of the rooms with records: who writes, how actions read, whose rows are read."""

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.habits import SRC, parse

ROOMS = ("audit", "schools", "handbook", "consents", "channels", "duties", "publishing")
"""The rooms that have models."""
DOORS = ("web", "api", "cli", "config")
"""What people and programs come in by: they read through queries and write through actions."""

ALWAYS_WRITES = {"bulk_create", "bulk_update", "get_or_create", "update_or_create"}
WRITES_ROWS = {"create", "delete", "update"}
WRITES_RELATIONS = {"add", "clear", "remove", "set"}
SCOPED = {"bulk_create", "create", "everywhere", "none", "of", "of_trust"}
"""What may follow `.objects` of a model that belongs to a school. The first two are given the school."""


def writes(tree: ast.AST, *, relations: Collection[str] = ()) -> list[int]:
    """The lines that write to the database through the ORM. `relations` are the names of to-many relations."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [call.lineno for call in calls if _writes(call, call.func, relations)]


def _writes(call: ast.Call, func: ast.expr, relations: Collection[str]) -> bool:
    assert isinstance(func, ast.Attribute)
    owner = func.value
    if func.attr in WRITES_ROWS:
        # A dict and a set have such methods too: rows come from a manager, or are updated by field names alone.
        by_name = func.attr == "update" and bool(call.keywords) and not call.args
        return ".objects" in ast.unparse(owner) or by_name or (func.attr == "delete" and not call.args)
    if func.attr in WRITES_RELATIONS:
        return isinstance(owner, ast.Attribute) and owner.attr in relations
    if func.attr == "save":
        return not call.args  # a picture is saved to a file, which is given by its place
    return func.attr in ALWAYS_WRITES or (func.attr == "execute" and "cursor" in ast.unparse(owner))


def unscoped(tree: ast.AST, *, scoped: Collection[str]) -> list[int]:
    """The lines where rows of a model of `scoped` are asked for without saying whose."""
    return [node.lineno for node in asked(tree, scoped=scoped) if node.attr not in SCOPED]


def asked(tree: ast.AST, *, scoped: Collection[str]) -> Iterator[ast.Attribute]:
    """What follows `.objects` of a model of `scoped`, wherever that is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr == "objects":
            model = node.value.value
            if isinstance(model, ast.Name) and model.id in scoped:
                yield node


# --- actions ---


class Action(NamedTuple):
    """A public function of a module of actions that writes, by itself or through a function that it calls."""

    place: str
    node: ast.FunctionDef
    module: ast.Module


def actions() -> list[Action]:
    """Every action of every room."""
    paths = sorted(path for room in ROOMS for path in (SRC / room / "actions").glob("*.py"))
    modules = {path: parse(path) for path in paths}
    functions = [(path, node) for path, module in modules.items() for node in functions_of(module)]
    writers = _writers([node for _, node in functions])
    return [
        Action(f"{path.relative_to(SRC)}:{node.name}", node, modules[path])
        for path, node in functions
        if node.name in writers and not node.name.startswith(("_", "check_"))
    ]


def functions_of(module: ast.Module) -> list[ast.FunctionDef]:
    """The functions at the top of a module."""
    return [node for node in module.body if isinstance(node, ast.FunctionDef)]


def _writers(functions: list[ast.FunctionDef]) -> set[str]:
    """The names of the functions that write, or that call one that does."""
    found = {node.name for node in functions if writes(node, relations=("channels", "named", "people", "pupils"))}
    while further := {node.name for node in functions if calls_of(node) & found} - found:
        found |= further
    return found


def calls_of(function: ast.FunctionDef) -> set[str]:
    """The names of what a function calls, whatever they are reached through."""
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return {ast.unparse(func).rpartition(".")[2] for func in called if isinstance(func, ast.Name | ast.Attribute)}


def keyword_only(action: Action) -> bool:
    """Whether an action takes at most one thing by its place."""
    return len(action.node.args.posonlyargs) + len(action.node.args.args) <= 1


def is_told_when_and_who(action: Action) -> bool:
    """Whether an action is told when it happens and who does it."""
    names = {arg.arg for arg in action.node.args.kwonlyargs}
    return "at" in names and bool(names & {"by", "seat"})


def is_atomic(action: Action) -> bool:
    """Whether everything that an action writes is written together, or nothing of it."""
    return _opens_a_transaction(action.node) or any(
        _opens_a_transaction(helper) for helper in _called(action.node, action.module)
    )


def _opens_a_transaction(function: ast.FunctionDef) -> bool:
    return any("transaction.atomic" in ast.unparse(node) for node in [*function.decorator_list, *_blocks(function)])


def _blocks(function: ast.FunctionDef) -> Iterator[ast.expr]:
    return (item.context_expr for node in ast.walk(function) if isinstance(node, ast.With) for item in node.items)


def _called(function: ast.FunctionDef, module: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in functions_of(module) if node.name in calls_of(function)]


# --- the record ---


def recorded_kinds(tree: ast.AST) -> list[str]:
    """The kinds of events that a module records, as they stand in it."""
    return [
        one.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and call.args and isinstance(call.func, ast.Name) and "record" in call.func.id
        for one in _either(call.args[0])
        if isinstance(one, ast.Constant)
    ]


def _either(node: ast.AST) -> list[ast.AST]:
    """What an argument is: itself, or each of the two that a condition chooses from."""
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]


# --- the one way out ---


def publishing(path: Path) -> list[str]:
    """The functions of a module that give a row the status `published`."""
    functions = [node for node in ast.walk(parse(path)) if isinstance(node, ast.FunctionDef)]
    return [f"{path.relative_to(SRC)}:{node.name}" for node in functions if _publishes(node)]


def _publishes(function: ast.FunctionDef) -> bool:
    return any(_assigns(node) or _gives(node) for node in ast.walk(function))


def _assigns(node: ast.AST) -> bool:
    """Whether this is `x.status = …` or `x.status, … = …` with the constant `published` in it."""
    if not isinstance(node, ast.Assign):
        return False
    to = {part.attr for target in node.targets for part in ast.walk(target) if isinstance(part, ast.Attribute)}
    return "status" in to and _says_published(node.value)


def _gives(node: ast.AST) -> bool:
    """Whether this is a call, a query's filters apart, that is given the status `published`."""
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Attribute) and node.func.attr in {"exclude", "filter", "get"}:
        return False
    if isinstance(node.func, ast.Name) and node.func.id in {"_move", "setattr"}:
        return any(_says_published(arg) for arg in node.args)
    return any(word.arg == "status" and _says_published(word.value) for word in node.keywords)


def _says_published(value: ast.expr) -> bool:
    return any(isinstance(part, ast.Constant) and part.value == "published" for part in ast.walk(value))


# --- pages ---

INLINE = re.compile(r"""\s(?:style|on[a-z]+|hx-on[\w:-]*)\s*=\s*["'{]""", re.IGNORECASE)
BLOCKS = re.compile(r"<(script|style)\b([^>]*)>", re.IGNORECASE)
COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
TAG = re.compile(r"<[a-zA-Z][^<>]*>", re.DOTALL)


def inline(text: str) -> list[int]:
    """The lines of a template where a tag carries a style or a script, which no browser would obey here."""
    bare = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    at = [found.start() for found in TAG.finditer(bare) if INLINE.search(found[0])]
    at += [found.start() for found in BLOCKS.finditer(bare) if "nonce=" not in found[2] and "src=" not in found[2]]
    return sorted(bare.count("\n", 0, place) + 1 for place in at)


def length(function: ast.FunctionDef) -> int:
    """How many lines a function has, its decorators and its docstring apart."""
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0)
