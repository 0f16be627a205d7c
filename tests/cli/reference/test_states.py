"""The page of the states draws every status and every move, and no others."""

import re

import pytest

from gatepost.cli.reference.states import diagram, states_page
from gatepost.publishing import states

TABLES = {"the post": (states.POST, states.POST_MOVES), "a delivery": (states.DELIVERY, states.DELIVERY_MOVES)}


@pytest.mark.parametrize(("names", "moves"), TABLES.values(), ids=TABLES)
def test_the_diagram_has_each_move_once(names, moves):
    drawn = re.findall(r"^    (\w+) --> (\w+): ", diagram(names, moves), flags=re.MULTILINE)
    assert drawn == [(start, to) for start, leads in moves.items() for to in leads]


@pytest.mark.parametrize(("names", "moves"), TABLES.values(), ids=TABLES)
def test_the_diagram_names_each_status(names, moves):
    drawn = re.findall(r'^    state "(.+)" as (\w+)$', diagram(names, moves), flags=re.MULTILINE)
    assert [(slug, name) for name, slug in drawn] == list(names.items())


@pytest.mark.parametrize(("names", "moves"), TABLES.values(), ids=TABLES)
def test_the_page_holds_the_diagram(names, moves):
    assert diagram(names, moves) in states_page()
