"""The DSL alone raises and ends a flag, says why, and the record tells it from no other change."""

import pytest

from gatepost.audit.models import Event
from gatepost.consents.actions import flags
from gatepost.consents.effective import looked_up
from gatepost.consents.models import Flag
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """The cast."""
    return cast()


def can_be_shown(people):
    """Whether a picture of Oliver may be shown on social media."""
    _, held = looked_up(people.school, [people.oliver.pk], at=AT)
    return held["social"][people.oliver.pk].allows("photo")


def test_a_flag_overrides_a_yes_until_it_is_ended(people):
    flags.set_flag(people.oliver, reason="A court has said so.", seat=people.carys, at=AT)
    during = can_be_shown(people)
    flags.end_flag(people.oliver, seat=people.carys, at=AT)
    assert (during, can_be_shown(people)) == (False, True)


@pytest.mark.parametrize("who", ["amara", "ben", "head", "dev"])
def test_nobody_but_the_dsl_raises_or_ends_one(people, who):
    for act in (flags.set_flag, flags.end_flag):
        more = {"reason": "Why."} if act is flags.set_flag else {}
        with pytest.raises(NotAllowed):
            act(people.oliver, seat=getattr(people, who), at=AT, **more)
    assert not Flag.objects.of(people.school).exists()


def test_a_flag_has_a_reason(people):
    with pytest.raises(UnableTo, match="Write why"):
        flags.set_flag(people.oliver, reason="  ", seat=people.carys, at=AT)


def test_one_flag_stands_at_a_time(people):
    flags.set_flag(people.oliver, reason="First.", seat=people.carys, at=AT)
    with pytest.raises(UnableTo, match="End that first"):
        flags.set_flag(people.oliver, reason="Second.", seat=people.carys, at=AT)


def test_what_stands_no_more_cannot_be_ended(people):
    with pytest.raises(UnableTo, match="any more"):
        flags.end_flag(people.oliver, seat=people.carys, at=AT)


def test_the_record_holds_neither_the_reason_nor_that_it_was_a_flag(people):
    flags.set_flag(people.oliver, reason="A court has said so.", seat=people.carys, at=AT)
    event = Event.objects.order_by("-number").first()
    assert (event.kind, event.facts) == ("permission.changed", {"pupil": people.oliver.pk})


def test_a_flag_is_never_deleted(people):
    with pytest.raises(TypeError, match="end it"):
        flags.set_flag(people.oliver, reason="Why.", seat=people.carys, at=AT).delete()
