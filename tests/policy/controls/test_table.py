"""What every control of the catalogue has: a table of its own here, questions, and words that a person can read."""

import ast
import inspect
import re
from dataclasses import fields
from pathlib import Path

import pytest

from gatepost import library
from gatepost.policy.controls.base import STRICTER
from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.facts import FIELDS
from gatepost.policy.facts.fields import PREFIXES
from gatepost.policy.outcomes import KINDS
from tests.habits import POLICY_NAMES

# The controls of the baseline have their tests in a folder of their own.
OURS = {name: control for name, control in CONTROLS.items() if ".baseline" not in control.__module__}
PARAMETERS = [(control, item) for control in CONTROLS.values() for item in fields(control)]
SENTENCE = re.compile(r"[A-Z][^_]*[.?]")
BUILT = {
    carrier.control.name: carrier.control
    for policy in (*library.IDS, library.BASELINE)
    for point in library.document(policy).points
    for carrier in point.carriers
    if carrier.control is not None
}
"""Name → one instance of the control as a document of the library uses it."""


def tabled(path):
    """Return the controls, by the name of the class, to which the `TABLE` of a test module gives at least two rows."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    table = next((node for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "TABLE"), None)
    rows = [(entry.elts[0].func.id, len(entry.elts[1].keys)) for entry in table.value.elts] if table else []
    return {name for name, _ in rows if sum(count for other, count in rows if other == name) > 1}


def test_every_control_has_a_table_of_its_own():
    paths = [path for path in sorted(Path(__file__).parent.glob("test_*.py")) if path != Path(__file__)]
    tables = {name for path in paths for name in tabled(path)}
    assert tables == {control.__name__ for control in OURS.values()}


@pytest.mark.parametrize("control", OURS.values(), ids=OURS)
def test_a_control_stands_in_the_module_in_which_it_is_tested(control):
    module = control.__module__.rpartition(".")[2]
    assert control.__name__ in tabled(Path(__file__).parent / f"test_{module}.py")


@pytest.mark.parametrize("control", CONTROLS.values(), ids=CONTROLS)
def test_a_control_says_what_it_is(control):
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", control.name)
    assert control.family
    assert SENTENCE.match(inspect.getdoc(control))


@pytest.mark.parametrize("control", CONTROLS.values(), ids=CONTROLS)
def test_a_control_is_about_kinds_and_facts_that_there_are(control):
    assert control.kinds
    assert set(control.kinds) <= set(KINDS)
    assert {*control.triggers, *control.reads} <= {*FIELDS, *PREFIXES}


@pytest.mark.parametrize("control", [c for c in CONTROLS.values() if c.name != "topic"], ids=lambda c: c.name)
def test_a_control_answers_everyday_questions(control):
    assert control.asks
    assert [question for question in control.asks if "_" in question or question.endswith("?")] == []


@pytest.mark.parametrize("name", CONTROLS)
def test_a_control_explains_itself_in_sentences(name):
    words = BUILT[name].explain()
    assert SENTENCE.fullmatch(words), words


@pytest.mark.parametrize("name", CONTROLS)
def test_an_explanation_has_no_hole_in_it(name):
    assert not re.search(r"None|True|False|\(\)|\[\]|  |\{|\bnobody\b$", BUILT[name].explain())


@pytest.mark.parametrize(("control", "item"), PARAMETERS, ids=[f"{c.name}.{i.name}" for c, i in PARAMETERS])
def test_a_parameter_says_what_it_means_and_which_way_is_stricter(control, item):
    assert item.metadata["says"]
    assert item.metadata["stricter"] in STRICTER


def test_no_control_knows_a_policy_by_name():
    sources = {control.name: inspect.getsource(inspect.getmodule(control)) for control in CONTROLS.values()}
    assert [name for name, source in sources.items() if POLICY_NAMES.search(source)] == []


def test_the_catalogue_names_each_control_once():
    classes = [control.__name__ for control in CONTROLS.values()]
    assert len(set(classes)) == len(classes) == len(CONTROLS)
