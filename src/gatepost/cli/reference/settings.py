"""docs/reference/settings.md: what whoever runs Gatepost can set, read from the settings as they are written."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import gatepost
from gatepost.cli.reference.markdown import code, page, table

SOURCE: Final = Path(gatepost.__file__).parent / "config" / "settings.py"
KINDS: Final = {
    "text": "text",
    "secret": "text",
    "switch": "1 or 0",
    "number": "whole number",
    "words": "list, parted by commas",
    "folder": "folder",
    "database": "address",
}
"""Reader of the environment → what it reads, in words."""


class Setting(NamedTuple):
    """One setting, with what stands below it in the settings. `default` is as people read it."""

    name: str
    kind: str
    default: str
    says: str


def settings_page() -> str:
    """Return the page."""
    rows = [(code(one.name), one.kind, one.default, one.says) for one in settings()]
    return page(
        "Settings",
        "Gatepost is set by the environment that its server runs in. `<NAME>_FILE` may name a file that holds a "
        "setting instead, as secrets are often given. A setting that cannot be read stops the server from starting, "
        "with a sentence that says what to do.",
        table(("setting", "what it is", "without it", "what it does"), rows),
    )


def settings(source: str | None = None) -> list[Setting]:
    """Return every setting that is read from the environment, in order. `source` is another text than ours."""
    body = ast.parse(SOURCE.read_text("utf-8") if source is None else source).body
    found = []
    for number, node in enumerate(body):
        for call in _readers(node):
            below = body[number + 1] if number + 1 < len(body) else None
            found.append(Setting(_name(call), KINDS[_reader(call)], _default(call), _said(below)))
    return found


def _readers(node: ast.stmt) -> Iterator[ast.Call]:
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and ast.unparse(part.func).startswith("env."):
            yield part


def _reader(call: ast.Call) -> str:
    return ast.unparse(call.func).removeprefix("env.")


def _name(call: ast.Call) -> str:
    return str(ast.literal_eval(call.args[0]))


def _default(call: ast.Call) -> str:
    given = [*call.args[1:], *(word.value for word in call.keywords if word.arg == "default")]
    if not given:
        return "0" if _reader(call) == "switch" else "must be set"
    try:
        return code(ast.literal_eval(given[0])) if ast.literal_eval(given[0]) != "" else "nothing"
    except ValueError:
        return "as said beside it"


def _said(node: ast.stmt | None) -> str:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    return " ".join(str(ast.literal_eval(node.value)).split()) if is_text else ""  # type: ignore[union-attr]
