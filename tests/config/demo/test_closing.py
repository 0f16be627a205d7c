"""An account of the demonstration is closed as its page asks for it."""

import pytest

from gatepost.channels.closing import BEFORE_LAST
from gatepost.channels.closings import progress
from gatepost.config.demo.closing import PROOFS, close_in_order
from gatepost.duties.models import Duty
from tests.cast import AT, cast

pytestmark = pytest.mark.django_db


def test_it_is_closed_with_every_step_done_and_its_task_with_it():
    people = cast()
    close_in_order(people.channel, head=people.head, at=AT)
    people.channel.refresh_from_db()
    assert (people.channel.closed_on, progress(people.channel).missing) == (AT.date(), ())
    assert not Duty.objects.of(people.school).filter(kind="closing", done_at__isnull=True).exists()


def test_every_step_says_how_one_can_tell():
    assert tuple(PROOFS) == BEFORE_LAST
