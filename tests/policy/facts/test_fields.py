"""The table of facts: complete against the situations that people wrote, and valid in every row."""

import pytest

from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.facts import FIELDS
from gatepost.policy.facts.fields import PREFIXES
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.policy.outcomes import KINDS
from tests.policy.examples import examples
from tests.policy.generate import flat

TYPES = {"boolean", "number", "string", "strings", "prose", "date", "list"}
WRITTEN = [
    example for name in ("worked/situations", "sets", "rows_2_6", "rows_7_11", "unseen") for example in examples(name)
]


def paths(facts):
    """Return the path of every fact that a situation gives, those of the entries of its lists among them."""
    given = flat(facts)
    lists = {path: entries for path, entries in given.items() if FIELDS[path].type == "list"}
    return {*given, *(f"{path}[].{key}" for path, entries in lists.items() for entry in entries or () for key in entry)}


def test_every_fact_of_the_situations_that_people_wrote_is_in_the_table():
    assert {path for example in WRITTEN for path in paths(example["facts"])} <= set(FIELDS)


# Facts that no control is told of by this kind of situation yet, but that a writer gave all the same.
@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_is_listed_for_every_kind_whose_worked_situations_give_it(kind):
    given = {
        path for example in examples("worked/situations") if example["kind"] == kind for path in paths(example["facts"])
    }
    assert {path for path in given if not {kind, "*"} & set(FIELDS[path].kinds)} == set()


@pytest.mark.parametrize("path", FIELDS)
def test_a_row_of_the_table_is_valid(path):
    field = FIELDS[path]
    assert field.type in TYPES
    assert field.polarity in {"permission", "problem", "neutral"}
    assert set(field.kinds) <= {*KINDS, "*"}
    assert field.values in {"", *VALUES}


@pytest.mark.parametrize("path", FIELDS)
def test_a_row_says_what_its_fact_is(path):
    says = FIELDS[path].says
    assert says[:1].isupper()
    assert "_" not in says
    assert not says.endswith(".")


def test_a_field_in_a_list_has_its_list_in_the_table():
    lists = {path.partition("[]")[0] for path in FIELDS if "[]" in path}
    assert lists == {path for path, field in FIELDS.items() if field.type == "list"}


def test_only_a_yes_or_a_word_can_be_a_permission_or_a_problem():
    judged = {field.type for field in FIELDS.values() if field.polarity != "neutral"}
    assert judged == {"boolean", "string", "strings", "number"}


def test_no_field_hides_a_mapping_of_its_name_but_the_two_that_people_write_both_ways():
    assert {*FIELDS} & PREFIXES == {"about", "subject"}


def test_every_vocabulary_is_used_by_a_field_or_a_control():
    by_controls = {
        item.metadata["vocabulary"]
        for control in CONTROLS.values()
        for item in control.__dataclass_fields__.values()
        if item.metadata
    }
    assert set(VALUES) <= {field.values for field in FIELDS.values()} | by_controls
