"""A refusal says what, where, and who can help."""

import re

import pytest

from gatepost.schools.errors import NotAllowed
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import ROLES
from gatepost.schools.seat import Seat

STAFF = Seat(Person(name="Gwen Price"), School(name="Brookfield"), frozenset({"staff"}))


@pytest.mark.parametrize("permission", sorted(set(Permission) - {Permission.SEE_POLICY}))
def test_what_a_role_does_not_let_somebody_do_is_refused_in_words(permission):
    with pytest.raises(
        NotAllowed, match=r"^You can’t [a-z ’]+ at Brookfield\. That takes the role of [\w ,]+\.$"
    ) as why:
        STAFF.check_may(permission)
    named = re.split(", | or ", str(why.value).partition("the role of ")[2].rstrip("."))
    assert set(named) == {role.name for role in ROLES.values() if permission in role.may}


def test_the_office_is_sent_to_whoever_can_and_never_to_itself():
    office = Seat(Person(name="Gwen Price"), School(name="Brookfield"), frozenset({"office"}))
    with pytest.raises(NotAllowed, match="takes the role of headteacher or central team") as why:
        office.check_may(Permission.MANAGE_PEOPLE)
    assert "office" not in str(why.value)


def test_what_a_role_lets_somebody_do_passes():
    STAFF.check_may(Permission.SEE_POLICY)
    assert STAFF.may(Permission.SEE_POLICY)
