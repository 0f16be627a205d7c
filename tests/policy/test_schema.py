"""The published schema is the generated one, takes what the reader takes, and refuses what it can see is wrong."""

import json
import os
import re
from importlib.resources import files
from pathlib import Path
from typing import ClassVar

import jsonschema
import pytest
import yaml

from gatepost import library
from gatepost.policy import schema

BAD = Path(__file__).parent / "reading" / "bad"
SOUND = (BAD.parent / "sound.yaml").read_text(encoding="utf-8")
PUBLISHED = Path(str(files("gatepost.policy").joinpath(schema.FILE)))
VALIDATOR = jsonschema.Draft202012Validator(schema.json_schema())

SEEN = """carrier_that_is_a_list carrier_without_its_first_key clauses_not_a_list conflict_of_one
    empty_title impossible_month missing_all_parameters missing_parameter no_points no_strength not_a_date not_a_mapping
    parameter_not_a_choice parameter_not_a_list parameter_not_a_platform parameter_of_wrong_type parameter_out_of_range
    text_only two_controls_in_one_entry unknown_carrier unknown_control unknown_group_of_people unknown_key
    unknown_parameter unknown_platform_of_channel unknown_strength
    year_out_of_range""".split()
BEYOND = """dangling_channel dangling_conflict dangling_lift duplicate_reference impossible_day review_before_approval
    yes_for_text""".split()


class Editor(yaml.SafeLoader):
    """YAML 1.2, as editors read it: dates, `on` and `yes` are text."""

    yaml_implicit_resolvers: ClassVar = {
        first: [pair for pair in pairs if not pair[0].endswith((":timestamp", ":bool"))]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def as_an_editor_reads(text: str) -> object:
    """A YAML file as an editor hands it to a schema."""
    return yaml.load(text, Loader=Editor)  # noqa: S506  # derived from the safe loader


def test_the_published_file_is_the_generated_schema():
    if os.environ.get("GATEPOST_WRITE_GOLDEN") == "1":
        PUBLISHED.write_text(schema.schema_text(), encoding="utf-8")
    assert PUBLISHED.read_text(encoding="utf-8") == schema.schema_text()


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema.json_schema())
    assert json.loads(schema.schema_text()) == schema.json_schema()


@pytest.mark.parametrize("name", library.IDS)
def test_every_document_of_the_library_meets_it(name):
    assert [error.message for error in VALIDATOR.iter_errors(as_an_editor_reads(library.text(name)))] == []


@pytest.mark.parametrize("name", library.IDS)
def test_every_document_of_the_library_tells_an_editor_where_it_is(name):
    first = library.text(name).splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../policy/{schema.FILE}"


def test_the_sound_document_meets_it():
    assert VALIDATOR.is_valid(as_an_editor_reads(SOUND))


@pytest.mark.parametrize("name", SEEN)
def test_a_mistake_that_an_editor_can_see_is_refused(name):
    assert not VALIDATOR.is_valid(as_an_editor_reads((BAD / f"{name}.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", BEYOND)
def test_what_an_editor_cannot_see_is_left_to_the_reader(name):
    assert VALIDATOR.is_valid(as_an_editor_reads((BAD / f"{name}.yaml").read_text(encoding="utf-8")))
