"""What families are told is numbered, kept, and never changed."""

import pytest

from gatepost.consents.actions import wordings
from gatepost.consents.models import Wording
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """The cast."""
    return cast()


def test_each_wording_has_the_next_number_of_its_own_question(people):
    for text, more in (("One.", {}), ("Two.", {}), ("Of Facebook.", {"tier": "social", "platform": "facebook"})):
        wordings.publish(text=text, seat=people.head, at=AT, **more)
    kept = Wording.objects.of(people.school).values_list("platform", "number", "text")
    assert list(kept) == [("", 1, "One."), ("", 2, "Two."), ("facebook", 1, "Of Facebook.")]


def test_a_wording_says_something(people):
    with pytest.raises(UnableTo, match="Write what families are told"):
        wordings.publish(text="  ", seat=people.head, at=AT)


def test_whoever_may_not_publishes_nothing(people):
    with pytest.raises(NotAllowed):
        wordings.publish(text="One.", seat=people.amara, at=AT)


def test_a_wording_is_never_deleted(people):
    with pytest.raises(TypeError, match="publish the next"):
        wordings.publish(text="One.", seat=people.head, at=AT).delete()
