"""What each role may do, as a table: whoever may sign off does not thereby write, and the other way round."""

import pytest

from gatepost.schools.permissions import Permission
from gatepost.schools.roles import OVERSEEING, POSITIONS, ROLES, permissions_of, role_name

MAY = {
    "poster": "see_policy see_take_downs see_channels see_posts write_posts hand_over take_down see_pupils",
    "approver": "see_policy see_take_downs see_channels see_posts sign_off take_down see_history see_pupils",
    "account_holder": "see_policy see_channels check_channels see_posts write_posts hand_over take_down see_pupils "
                      "see_take_downs look_back lock_channels",
    "headteacher": "see_policy adopt_policy see_posts write_posts sign_off hand_over take_down see_history see_pupils "
                   "stop declare_incident manage_people see_leavers see_channels check_channels lock_channels "
                   "manage_channels look_back record_answers set_bases see_take_downs",
    "dsl": "see_policy see_channels see_posts sign_off take_down see_history see_pupils stop declare_incident "
           "record_answers see_answers protect_pupils lock_channels see_take_downs",
    "dpo": "see_policy see_channels see_posts sign_off take_down see_history see_pupils stop record_answers "
           "see_answers set_bases see_leavers lock_channels see_trust_channels see_take_downs",
    "office": "see_policy see_take_downs see_channels see_pupils record_answers",
    "governor": "see_policy see_take_downs see_channels see_posts see_history",
    "central_team": "see_policy adopt_policy see_posts write_posts sign_off hand_over take_down see_history see_pupils "
                    "stop declare_incident manage_people see_leavers see_channels check_channels lock_channels "
                    "manage_channels look_back record_answers set_bases see_trust_channels "
                    "manage_trust_people see_take_downs",
    "staff": "see_policy",
}  # fmt: skip


def test_the_table_has_every_role():
    assert set(MAY) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_what_the_table_says(role):
    assert permissions_of(frozenset({role})) == {Permission(word) for word in MAY[role].split()}


@pytest.mark.parametrize("position", POSITIONS.keys() - OVERSEEING)
def test_a_position_alone_lets_somebody_see_what_all_staff_see(position):
    assert permissions_of(frozenset({position})) == permissions_of(frozenset({"staff"}))


@pytest.mark.parametrize("position", ["ceo", "elt", "director_of_ict_and_networks"])
def test_who_oversees_a_trust_reads_the_registers_of_its_schools_and_nothing_else(position):
    assert permissions_of(frozenset({position})) == {"see_policy", "see_channels", "see_trust_channels"}


def test_whoever_holds_nothing_sees_nothing():
    assert permissions_of(frozenset()) == frozenset()


def test_roles_held_together_add_up():
    both = permissions_of(frozenset({"poster", "approver"}))
    assert both == permissions_of(frozenset({"poster"})) | permissions_of(frozenset({"approver"}))


NAMES = {"dsl": "DSL", "pa_to_headteacher": "PA to the headteacher", "head_of_sixth_form": "head of sixth form"}


@pytest.mark.parametrize(("slug", "name"), NAMES.items())
def test_a_role_has_a_name_that_a_school_would_use(slug, name):
    assert role_name(slug) == name


def test_no_word_is_both_a_role_and_a_position():
    assert ROLES.keys() & POSITIONS.keys() == set()
