"""An answer follows another, is never taken back, and the record does not say what it was."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from gatepost.audit.models import Event
from gatepost.consents.actions import answers
from gatepost.consents.models import Answer
from tests.cast import AT, by_system, cast
from tests.record import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def oliver():
    """A pupil whose family has agreed to pictures on social media."""
    return cast().oliver


def answer(pupil, **changed):
    """A family's yes to first names on social media, or what is changed of it."""
    said = {"element": "name", "tier": "social", "state": "granted", "given_by": "parent", **changed}
    return answers.record(pupil, **said, **by_system)


def test_the_next_answer_stands_beside_the_last(oliver):
    answer(oliver)
    answer(oliver, state="refused")
    said = Answer.objects.of(oliver.school).filter(element="name").values_list("state", flat=True)
    assert list(said) == ["granted", "refused"]


def test_the_record_says_that_there_is_an_answer_and_not_which(oliver):
    answer(oliver, state="refused")
    event = Event.objects.filter(kind="answer.recorded").order_by("-number")[0]
    assert (words_of(event), event.facts) == (
        f"Gatepost recorded an answer about pupil {oliver.pk}.", {"pupil": oliver.pk}
    )  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [{"element": "smell"}, {"tier": "moon"}, {"state": "perhaps"}, {"tier": "web", "platform": "facebook"}],
    ids=str,
)
def test_an_answer_is_about_something_that_is_asked(oliver, wrong):
    with transaction.atomic(), pytest.raises(IntegrityError):
        answer(oliver, **wrong)


def test_an_answer_is_never_deleted(oliver):
    with pytest.raises(TypeError, match="record the new one"):
        answer(oliver).delete()


MOMENTS = {
    "a yes of a day": ("granted", date(2026, 11, 18), "2026-11-18T00:00"),
    "a no of a day": ("refused", date(2026, 11, 18), "2026-11-18T23:59"),
    "a yes of today": ("granted", AT.date(), "2026-11-20T10:00"),
    "a no of today": ("refused", AT.date(), "2026-11-20T10:00"),
}


@pytest.mark.parametrize(("state", "day", "moment"), MOMENTS.values(), ids=MOMENTS)
def test_of_two_answers_of_one_day_the_no_comes_later(state, day, moment):
    assert answers.moment_of(day, state=state, at=AT).isoformat()[:16] == moment
