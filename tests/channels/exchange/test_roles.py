"""Roles as registers name them, and several in one cell."""

import pytest

from gatepost.channels.exchange.roles import parts_of, role_of
from gatepost.schools.roles import POSITIONS, ROLES, role_name
from tests.channels.exchange import thornfield


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("PA to Headteacher", "pa_to_headteacher"), ("PA to the Headteacher", "pa_to_headteacher"),
        ("Head’s PA", "pa_to_headteacher"), (thornfield.MEDIA, "av_technician"), ("Head", "headteacher"),
        ("Head teacher", "headteacher"), ("Deputy Head", "deputy_headteacher"),
        ("Senior Deputy Head", "senior_deputy_head"), ("Designated Safeguarding Lead", "dsl"), ("SLT", "slt"),
        ("The school office", "office"), ("Data Protection Officer", "dpo"), ("Business Manager", "business_manager"),
        ("Marketing and Admissions Officer", "marketing_and_admissions_officer"),
        ("Ruth Hartley", None), ("Everybody", None), ("Pupils", None),
    ],
)  # fmt: skip
def test_a_role_is_told_by_its_words(said, role):
    assert role_of(said) == role


@pytest.mark.parametrize("slug", [*ROLES, *POSITIONS])
def test_every_role_is_read_again_as_it_is_written(slug):
    assert role_of(role_name(slug)) == slug
    assert parts_of(role_name(slug)) == [role_name(slug)]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        (thornfield.THREE, ["Senior Deputy Head", "PA to Headteacher", thornfield.MEDIA]),
        (thornfield.MEDIA, [thornfield.MEDIA]),
        ("Headteacher; Office", ["Headteacher", "Office"]),
        ("Headteacher, DSL, and Office", ["Headteacher", "DSL", "Office"]),
        ("Headteacher & Business Manager", ["Headteacher", "Business Manager"]),
        ("Headteacher/DSL", ["Headteacher", "DSL"]),
        ("Headteacher\nOffice", ["Headteacher", "Office"]),
        ("Web and Media Officer", ["Web and Media Officer"]),
        ("Web Officer and Media Officer", ["Web Officer", "Media Officer"]),
    ],
)
def test_several_roles_in_a_cell_are_parted_and_one_role_with_and_is_not(cell, parts):
    assert parts_of(cell) == parts
