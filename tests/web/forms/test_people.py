import pytest

from gatepost.schools.roles import OVERSEEING, POSITIONS, ROLES
from gatepost.web.forms.people import JoinForm, RoleForm, role_choices

NEW = {"name": "Ms Noor Aziz", "email": "noor@brookfield.example", "role": "poster"}


def test_every_role_and_position_can_be_chosen():
    offered = {slug for slug in (*ROLES, *POSITIONS) if RoleForm({"role": slug}, central=True).is_valid()}
    assert offered == {*ROLES, *POSITIONS}


def test_the_central_team_is_offered_to_the_central_team_alone():
    assert not RoleForm({"role": "central_team"}, central=False).is_valid()


def test_a_position_that_oversees_accounts_says_so_where_it_is_given():
    positions = dict(role_choices(central=False)[2][1])
    assert {slug for slug, words in positions.items() if "register of accounts" in words} == OVERSEEING


@pytest.mark.parametrize("missing", NEW)
def test_what_is_missing_is_said_in_a_sentence(missing):
    form = JoinForm({**NEW, missing: ""}, central=False)
    assert [len(errors[0].split()) > 2 for errors in form.errors.values()] == [True]
