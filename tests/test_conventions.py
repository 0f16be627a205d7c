"""The habits that a reviewer would otherwise have to remember."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import habits
from tests.habits import NAMELESS, POLICY_NAMES, PURE, ROOT, SRC, TESTS, VAGUE_NAMES, modules, parse

WRITTEN = [path for path in modules(SRC) if path.parent.name != "migrations"]
"""The modules that somebody wrote: Django writes the migrations."""
PURE_MODULES = modules(*(SRC / room for room in PURE))
TEST_MODULES = [path for path in modules(TESTS) if path.name.startswith("test_")]
ADRS = sorted((ROOT / "docs" / "adr").glob("*.md"))

# Tests of no single module: journeys through a browser, real peers, the engine as a whole, and what stands at the root.
UNMIRRORED_FOLDERS = {"journeys", "servers"}
UNMIRRORED = {
    "tests/config/test_queries.py",
    "tests/consents/test_alike.py",
    "tests/policy/test_properties.py",
    "tests/policy/test_situations.py",
    "tests/publishing/gate/test_no_history_shows_them.py",
    "tests/config/demo/test_public_list.py",
    "tests/publishing/gate/test_no_lapse_lets_out.py",
    "tests/publishing/gate/test_no_road_around.py",
    "tests/test_cast.py",
    "tests/test_remembered.py",
    "tests/test_conftest.py",
    "tests/test_conventions.py",
    "tests/test_dev.py",
    "tests/test_docs.py",
    "tests/test_queries.py",
    "tests/test_rooms.py",
}


def faults(paths: list[Path], find: Callable[[ast.Module], list[int]]) -> list[str]:
    """`file:line` for each line that a finder names."""
    return [f"{path.relative_to(ROOT)}:{line}" for path in paths for line in find(parse(path))]


def test_no_module_outgrows_its_reader():
    limits = [*((path, 300) for path in WRITTEN), *((path, 500) for path in modules(TESTS, ROOT / "bench"))]
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) - limit for path, limit in limits}
    assert {path: over for path, over in lengths.items() if over > 0} == {}


def test_every_module_is_named_for_what_it_holds():
    assert [path for path in modules(SRC, TESTS, ROOT / "bench") if {path.stem, path.parent.name} & VAGUE_NAMES] == []


def test_every_folder_of_modules_is_a_package():
    assert [str(path.parent) for path in modules(SRC) if not (path.parent / "__init__.py").is_file()] == []


def test_what_differs_between_policies_is_a_parameter():
    files = [path for room in NAMELESS for path in (SRC / room).rglob("*") if path.suffix in {".py", ".txt", ".yaml"}]
    assert [str(path) for path in files if POLICY_NAMES.search(path.read_text(encoding="utf-8"))] == []


def test_everything_public_says_what_it_is():
    assert faults(WRITTEN, habits.undocumented) == []


def test_no_string_was_cut_in_two_by_hand():
    assert faults(modules(SRC, ROOT / "bench"), habits.broken_strings) == []


def test_only_the_command_line_prints():
    assert faults([path for path in modules(SRC) if path.relative_to(SRC).parts[0] != "cli"], habits.printing) == []


def test_a_pure_room_is_told_the_date():
    assert faults(PURE_MODULES, habits.clock_reading) == []


def test_a_pure_room_knows_no_framework():
    assert faults(PURE_MODULES, lambda tree: habits.importing(tree, package="django")) == []


def test_every_test_can_fail():
    assert faults(modules(TESTS), habits.toothless) == []


def test_no_test_is_excused():
    assert faults(modules(TESTS, ROOT / "bench"), habits.excused) == []


def mirrored(path: Path) -> Path:
    """The module, without its suffix, that a test file's place says it tests."""
    inside = path.relative_to(TESTS)
    home = ROOT if inside.parts[0] == "bench" else SRC
    return home / inside.parent / path.stem.removeprefix("test_")


def test_every_test_file_mirrors_a_module():
    ours = [path for path in TEST_MODULES if str(path.relative_to(ROOT).as_posix()) not in UNMIRRORED]
    ours = [path for path in ours if path.relative_to(TESTS).parts[0] not in UNMIRRORED_FOLDERS]
    lost = [path for path in ours if not mirrored(path).is_dir() and not mirrored(path).with_suffix(".py").is_file()]
    assert [str(path.relative_to(ROOT)) for path in lost] == []


def test_decision_records_are_numbered_without_a_gap():
    assert [path.name[:4] for path in ADRS] == [f"{number:04}" for number in range(1, len(ADRS) + 1)]


def test_every_decision_record_has_the_same_four_parts():
    parts = [re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE) for path in ADRS]
    assert {tuple(part) for part in parts} == {("Status", "Context", "Decision", "Consequences")}


# --- each finder finds what it is for, and leaves its near miss alone ---

BROKEN = {
    "a module without a docstring": (habits.undocumented, "x = 1"),
    "a function without a docstring": (habits.undocumented, '"""M."""\ndef f(): pass'),
    "a class without a docstring": (habits.undocumented, '"""M."""\nclass C: pass'),
    "a print": (habits.printing, "print(1)"),
    "the date of today": (habits.clock_reading, "datetime.date.today()"),
    "the time now": (habits.clock_reading, "datetime.now(tz=UTC)"),
    "the seconds now": (habits.clock_reading, "import time\ntime.time()"),
    "the seconds now, imported bare": (habits.clock_reading, "from time import time as seconds\nseconds()"),
    "the day now, as it is here": (habits.clock_reading, "timezone.localdate()"),
    "a framework": (lambda tree: habits.importing(tree, package="django"), "import django.conf"),
    "a part of a framework": (lambda tree: habits.importing(tree, package="django"), "from django.db import models"),
    "a test without an assertion": (habits.toothless, "def test_it():\n    evaluate()"),
    "a test of a constant": (habits.toothless, "def test_it():\n    assert 1"),
    "a skipped test": (habits.excused, "pytestmark = pytest.mark.skip"),
    "a test that may fail": (habits.excused, "pytest.xfail('later')"),
}

SOUND = {
    "an empty module": (habits.undocumented, ""),
    "a private function": (habits.undocumented, '"""M."""\ndef _f(): pass'),
    "a function named like print": (habits.printing, "printed(1)"),
    "a fact named today": (habits.clock_reading, "facts.today"),
    "a time that is given": (habits.clock_reading, "datetime.time(9, 30)"),
    "the day of a moment": (habits.clock_reading, "timezone.localdate(at)"),
    "a package named alike": (lambda tree: habits.importing(tree, package="django"), "import djangonaut"),
    "a test that expects an error": (habits.toothless, "def test_it():\n    with pytest.raises(E):\n        f()"),
    "a test that asks a helper": (habits.toothless, "def test_it():\n    check_places(1)"),
    "a word in a name": (habits.excused, "skipped = 1"),
}


@pytest.mark.parametrize(("find", "source"), BROKEN.values(), ids=BROKEN)
def test_a_broken_habit_is_found(find, source):
    assert find(ast.parse(source)) != []


@pytest.mark.parametrize(("find", "source"), SOUND.values(), ids=SOUND)
def test_a_near_miss_is_left_alone(find, source):
    assert find(ast.parse(source)) == []
