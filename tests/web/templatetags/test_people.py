import pytest

from gatepost.schools.roles import POSITIONS, ROLES
from gatepost.web.templatetags.people import platforms, role_called, role_does


@pytest.mark.parametrize("slug", [*ROLES, *POSITIONS])
def test_a_role_is_called_what_people_call_it(slug):
    assert "_" not in role_called(slug)


def test_a_position_says_what_it_is_by_its_name():
    assert (role_does("approver"), role_does("line_manager")) == ("signs off other people’s posts", "")


def test_platforms_are_written_as_they_write_themselves():
    assert platforms(frozenset({"linkedin", "facebook"})) == "Facebook, LinkedIn"
