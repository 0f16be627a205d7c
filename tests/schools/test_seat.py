"""A refusal says what, where, and who can help."""

import pytest

from gatepost.schools.errors import NotAllowed
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

STAFF = Seat(Person(name="Gwen Price"), School(name="Brookfield"), frozenset({"staff"}))


@pytest.mark.parametrize("permission", sorted(set(Permission) - {Permission.SEE_POLICY}))
def test_what_a_role_does_not_let_somebody_do_is_refused_in_words(permission):
    with pytest.raises(NotAllowed, match=r"^You can’t [a-z ’]+ at Brookfield\. The school office can say who can\.$"):
        STAFF.check_may(permission)


def test_what_a_role_lets_somebody_do_passes():
    STAFF.check_may(Permission.SEE_POLICY)
    assert STAFF.may(Permission.SEE_POLICY)
