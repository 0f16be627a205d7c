from datetime import date

import pytest

from gatepost.handbook.checks import check_can_adopt, check_from
from gatepost.schools.actions import people
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.queries import seat
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db
TODAY = AT.date()


def test_the_head_adopts_for_the_school_and_not_for_the_trust():
    head = cast().head
    check_can_adopt(head, whole_trust=False)
    with pytest.raises(NotAllowed, match="central team"):
        check_can_adopt(head, whole_trust=True)


def test_the_central_team_adopts_for_every_school():
    people_ = cast()
    person = people_.ben.person
    people.give_role(person, "central_team", school=None, **by_system)
    central = seat(person, people_.school, at=AT)
    assert check_can_adopt(central, whole_trust=True) is None


@pytest.mark.parametrize("who", ["amara", "ben", "carys"])
def test_whoever_writes_or_signs_off_does_not_adopt(who):
    with pytest.raises(NotAllowed, match="adopt a policy"):
        check_can_adopt(getattr(cast(), who), whole_trust=False)


def test_what_was_in_force_stays_as_it_was():
    with pytest.raises(UnableTo, match="stays on record"):
        check_from(cast().head, effective_from=date(2026, 3, 3), today=TODAY, whole_trust=False)


def test_a_first_policy_may_have_been_in_force_for_years():
    assert check_from(cast().head, effective_from=date(2020, 1, 1), today=TODAY, whole_trust=True) is None
