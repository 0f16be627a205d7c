import pytest

from gatepost.policy.facts.vocabulary import VALUES
from gatepost.schools.roles import POSITIONS, ROLES
from gatepost.web.forms.people import AUDIENCES, PLATFORMS, AccountForm, JoinForm, PosterForm, RoleForm

NEW = {"name": "Ms Noor Aziz", "email": "noor@brookfield.example", "role": "poster"}


def test_every_role_and_position_can_be_chosen():
    offered = {slug for slug in (*ROLES, *POSITIONS) if RoleForm({"role": slug}, central=True).is_valid()}
    assert offered == {*ROLES, *POSITIONS}


def test_the_central_team_is_offered_to_the_central_team_alone():
    assert not RoleForm({"role": "central_team"}, central=False).is_valid()


@pytest.mark.parametrize("missing", NEW)
def test_what_is_missing_is_said_in_a_sentence(missing):
    form = JoinForm({**NEW, missing: ""}, central=False)
    assert [len(errors[0].split()) > 2 for errors in form.errors.values()] == [True]


def test_platforms_and_audiences_are_words_that_policies_know():
    assert (set(PLATFORMS) <= VALUES["platform"], AUDIENCES.keys() <= VALUES["audience"]) == (True, True)


@pytest.mark.parametrize(("address", "right"), [("facebook.com/us", True), ("", True), ("javascript:alert(1)", False)])
def test_an_address_is_one_on_the_web(address, right):
    said = {"platform": "facebook", "name": "Ours", "address": address, "audience": "public"}
    assert AccountForm(said).is_valid() == right


def test_nobody_is_named_who_is_not_offered():
    assert not PosterForm({"person": "1", "account": "1"}, speakers=[], accounts=[]).is_valid()
