"""Who answers about one pupil is decided with a reason, which the record does not have."""

import pytest

from gatepost.audit.models import Event
from gatepost.consents.actions import answerers, answers
from gatepost.consents.effective import looked_up
from gatepost.consents.models import Answerer
from gatepost.schools.errors import NotAllowed, UnableTo
from tests import cast
from tests.cast import AT, by_system

pytestmark = pytest.mark.django_db
WHY = "The parents can’t be asked: a court has said so."


@pytest.fixture
def people():
    """The cast."""
    return cast.cast()


def decide(people, who="both", reason=WHY, seat=None):
    return answerers.decide(people.oliver, who=who, reason=reason, seat=seat or people.carys, at=AT)


def shown(pupil):
    """Whether the pupil's picture may be on social media."""
    return looked_up(pupil.school, [pupil.pk], at=AT)[1]["social"][pupil.pk].allows("photo")


@pytest.mark.parametrize(("who", "holds"), [("parent", True), ("pupil", False), ("both", False)])
def test_a_parents_yes_holds_only_where_a_parent_alone_answers(people, who, holds):
    decide(people, who)
    assert shown(people.oliver) is holds


def test_the_pupils_yes_holds_where_the_pupil_answers(people):
    decide(people, "pupil")
    answers.record(people.oliver, element="photo", tier="social", state="granted", given_by="pupil", **by_system)
    assert shown(people.oliver)


def test_the_record_says_neither_who_nor_why(people):
    decide(people)
    event = Event.objects.order_by("-number").first()
    assert (event.kind, event.facts) == ("answerer.decided", {"pupil": people.oliver.pk})


@pytest.mark.parametrize(("who", "reason", "says"), [
    ("both", "  ", "Write why"), ("teacher", WHY, "Choose who answers"), ("", WHY, "stands so already"),
])  # fmt: skip
def test_what_cannot_be_decided_changes_nothing(people, who, reason, says):
    with pytest.raises(UnableTo, match=says):
        decide(people, who, reason)
    assert not Answerer.objects.of(people.school).exists()


def test_only_who_may_read_the_answers_decides(people):
    with pytest.raises(NotAllowed):
        decide(people, seat=people.head)


def test_a_decision_is_followed_by_another_and_never_removed(people):
    decide(people)
    last = decide(people, "")
    kept = Answerer.objects.of(people.school).values_list("who", flat=True)
    assert (list(kept), shown(people.oliver)) == (["both", ""], True)
    with pytest.raises(TypeError, match="never deleted"):
        last.delete()
