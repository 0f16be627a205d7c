"""Where people may go from a page of a school."""

import pytest

from gatepost.schools.permissions import Permission
from gatepost.schools.roles import ROLES
from gatepost.web.navigation import PLACES, address_of, links
from tests.cast import cast

pytestmark = pytest.mark.django_db


def labels(seat):
    """What the menu of a seat says."""
    return [link.label for link in links(seat, path="/brookfield/", counts={})]


def test_nobody_is_offered_a_page_that_they_may_not_see():
    people = cast()
    offered = {place.label for place in PLACES if people.amara.may(place.permission)}
    assert set(labels(people.amara)) <= offered


def test_everybody_who_holds_a_role_may_see_the_home_page():
    assert all(Permission.SEE_POLICY in role.may for role in ROLES.values())


def test_the_page_that_one_is_on_is_marked():
    assert links(cast().amara, path="/brookfield/", counts={})[0].current == "page"


def test_home_is_not_marked_on_another_page():
    assert links(cast().amara, path="/brookfield/archive/", counts={})[0].current == ""


def test_an_address_that_does_not_exist_is_left_out():
    assert address_of("no_such_page", school="brookfield") is None
