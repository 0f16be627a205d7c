"""One role of somebody who stays ends: whoever had an account by it no longer knows its password."""

from datetime import timedelta

import pytest

from gatepost.channels.actions import looking
from gatepost.channels.models import Administrator
from gatepost.duties.actions import leaving, roles
from gatepost.duties.models import Duty
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import HeldRole
from tests.cast import AT, cast

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


@pytest.fixture
def people():
    """The cast; whoever is line manager administers the page."""
    found = cast()
    looking.add_admin(found.channel, role="line_manager", seat=found.head, at=AT)
    return found


def held(person, role):
    """A role that somebody holds."""
    return HeldRole.objects.get(person=person.person, role=role, until=None)


def asked(people):
    """Who is to change the password of the page."""
    return [one.owner for one in Duty.objects.of(people.school).filter(about__endswith=":password_changed")]


def test_the_password_of_what_somebody_administered_by_it_is_to_change(people):
    found = roles.end(held(people.ben, "line_manager"), seat=people.head, at=LATER)
    assert (found, asked(people)) == ([people.channel], [people.head.person])
    assert Administrator.objects.of(people.school).get(until=None).since == LATER


def test_another_role_that_ends_asks_for_no_password(people):
    assert (roles.end(held(people.ben, "approver"), seat=people.head, at=LATER), asked(people)) == ([], [])


def test_the_last_role_ends_only_with_the_list_of_everything_else(people):
    roles.end(held(people.ben, "approver"), seat=people.head, at=LATER)
    with pytest.raises(UnableTo, match="They leave or change jobs"):
        roles.end(held(people.ben, "line_manager"), seat=people.head, at=LATER)
    assert (held(people.ben, "line_manager").until, asked(people)) == (None, [])


def test_a_role_that_is_on_such_a_list_ends_there(people):
    leaving.begin(people.ben.person, last_day=AT.date(), why="moves", seat=people.head, at=AT)
    with pytest.raises(UnableTo, match="on the list of what Ben Oduya leaves behind"):
        roles.end(held(people.ben, "line_manager"), seat=people.head, at=LATER)


def test_somebody_with_a_role_at_another_school_alone_has_none_left_here(people):
    HeldRole.objects.filter(person=people.ben.person, role="approver").update(school=people.other)
    with pytest.raises(UnableTo, match="the last role of Ben Oduya at Brookfield"):
        roles.end(held(people.ben, "line_manager"), seat=people.head, at=LATER)
