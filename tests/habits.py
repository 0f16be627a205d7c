"""Finders for code that breaks a habit of the project: each takes a parsed module and returns the lines at fault."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "gatepost"
TESTS = ROOT / "tests"

PURE = ("policy", "library", "detectors", "tables", "platforms", "screening")
# Rooms where what differs between two policies is a parameter, never the name of one of them.
NAMELESS = ("policy", "detectors", "screening", "cli")
POLICY_NAMES = re.compile(r"southport|north[-_ ]star|true[-_ ]learning|littleover|everyone[-_ ]matters", re.IGNORECASE)

VAGUE_NAMES = {"common", "constants", "helper", "helpers", "managers", "misc", "services", "util", "utils"}
CLOCKS = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "timezone.now"}
EXCUSES = {"importorskip", "skip", "skipif", "xfail"}


def modules(*folders: Path) -> list[Path]:
    """Every Python file under the folders that exist, in order."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def parse(path: Path) -> ast.Module:
    """A file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def dotted(node: ast.expr) -> str:
    """The last two names of an expression: `datetime.now` for `datetime.datetime.now`."""
    return ".".join(ast.unparse(node).split(".")[-2:])


def calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """What is called, and on which line."""
    return ((dotted(node.func), node.lineno) for node in ast.walk(tree) if isinstance(node, ast.Call))


def undocumented(tree: ast.Module) -> list[int]:
    """A module, or a public function or class of it, without a docstring."""
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    missing = [node.lineno for node in public if ast.get_docstring(node) is None]
    return missing if ast.get_docstring(tree) or not tree.body else [1, *missing]


def printing(tree: ast.Module) -> list[int]:
    """A print, which belongs to the command line."""
    return [line for name, line in calls(tree) if name == "print"]


def clock_reading(tree: ast.Module) -> list[int]:
    """A look at the clock: a pure room is told the date."""
    bare = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "time"
        for alias in node.names
        if alias.name == "time"
    }
    asked = [line for name, line in calls(tree) if name in CLOCKS | bare]
    return [*asked, *(node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and _of_no_moment(node))]


def _of_no_moment(call: ast.Call) -> bool:
    """Whether this is a local day or time of no given moment, which is that of the clock."""
    return dotted(call.func) in {"timezone.localdate", "timezone.localtime"} and not (call.args or call.keywords)


def importing(tree: ast.Module, *, package: str) -> list[int]:
    """An import of a package, or of anything in it."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    named = [(alias.name, node.lineno) for node in imports for alias in node.names]
    named += [(node.module or "", node.lineno) for node in froms]
    return [line for name, line in named if name.split(".")[0] == package]


def excused(tree: ast.Module) -> list[int]:
    """A test that is skipped, or allowed to fail."""
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in EXCUSES]


def toothless(tree: ast.Module) -> list[int]:
    """A test that asserts nothing, or asserts a constant."""
    tests = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    return [test.lineno for test in tests if not can_fail(test)]


def can_fail(test: ast.FunctionDef) -> bool:
    """Whether a test asserts something itself, expects an error, or calls a helper that asserts."""
    asserts = any(isinstance(node, ast.Assert) and not isinstance(node.test, ast.Constant) for node in ast.walk(test))
    helpers = ("check_", "assert_", "django_assert_")
    return asserts or any(
        name in {"pytest.raises", "pytest.warns"} or name.split(".")[-1].startswith(helpers) for name, _ in calls(test)
    )


def broken_strings(tree: ast.Module) -> list[int]:
    """The lines of strings over several lines that hold a quotation mark where one line was cut into two."""
    cut = re.compile(r'\w"\n\s*" ?\w')
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and cut.search(node.value)
    ]
