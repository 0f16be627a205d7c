"""Each point stands with what carries it, and a point that nothing carries is counted."""

import json

import pytest

from gatepost import library
from gatepost.policy.coverage import coverage
from gatepost.policy.document import CARRIERS
from gatepost.policy.reading.document import read_document

POLICY = """
policy: example
title: Example
note: Invented.
adopted_by: Example School
sections:
  - id: '1'
    title: One
    clauses:
      - ref: '1'
        points:
          - {strength: must, says: a, controls: [background, when_unsure: {route: dsl}], duty: Check}
          - {strength: must, says: b}
      - ref: '2'
        points: [{strength: may, says: c, guidance: true, controls: [disclaimer]}]
"""
EXAMPLE = coverage(read_document(POLICY, file="example.yaml"))


def test_each_point_has_a_row_with_its_kinds_of_carrier():
    assert [(row.ref, row.number, row.kinds) for row in EXAMPLE.rows] == [
        ("1", 1, ("control", "duty")),
        ("1", 2, ()),
        ("2", 1, ("control", "guidance")),
    ]


def test_a_point_counts_once_for_each_kind_that_carries_it():
    assert {kind: count for kind, count in EXAMPLE.counts.items() if count} == {"control": 2, "duty": 1, "guidance": 1}


def test_a_point_that_nothing_carries_is_counted():
    assert (EXAMPLE.references, len(EXAMPLE.rows), EXAMPLE.nothing) == (2, 3, 1)


def test_a_control_is_shown_with_its_parameters():
    carriers = EXAMPLE.as_json()["clauses"][0]["points"][0]["carriers"]
    assert carriers[1] == {"kind": "control", "name": "when_unsure", "parameters": {"route": "dsl"}}


def test_every_kind_has_a_count():
    assert tuple(EXAMPLE.counts) == CARRIERS


@pytest.mark.parametrize("name", library.IDS)
def test_nothing_in_the_library_is_carried_by_nothing(name):
    found = coverage(library.document(name))
    assert (found.nothing, json.loads(json.dumps(found.as_json()))["points"]) == (0, len(library.document(name).points))
