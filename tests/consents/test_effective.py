from datetime import date, timedelta

import pytest

from gatepost.consents.actions import answers
from gatepost.consents.effective import NOTHING, Permissions, looked_up
from gatepost.consents.models import Pupil
from tests.cast import AT, Cast, by_system, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def held(people: Cast, pupil: Pupil, tier: str = "social") -> Permissions:
    _, by_tier = looked_up(people.school, [pupil.pk], at=AT + timedelta(minutes=1))
    return by_tier.get(tier, {}).get(pupil.pk, NOTHING)


def tell(pupil: Pupil, **answer) -> None:
    known = {"element": "photo", "tier": "social", "yes": True, "given_by": "parent"}
    answers.record(pupil, **(known | answer), **by_system)


def test_a_yes_is_held_in_its_tier_alone(people):
    assert held(people, people.oliver).allows("photo")
    assert not held(people, people.oliver, "press").allows("photo")


def test_whoever_was_never_asked_has_nothing_held(people):
    assert held(people, people.zofia) == NOTHING


@pytest.mark.parametrize("answer", [{"yes": False}, {"expires_on": date(2026, 11, 19)}])
def test_the_latest_answer_decides_and_a_no_reads_like_an_end(people, answer):
    tell(people.oliver, **answer)
    assert held(people, people.oliver) == NOTHING


def test_a_yes_holds_on_its_last_day(people):
    tell(people.oliver, expires_on=date(2026, 11, 20))
    assert held(people, people.oliver).allows("photo")


def test_whoever_has_left_has_nothing_held(people):
    Pupil.objects.of(people.school).filter(pk=people.oliver.pk).update(left_on=date(2026, 11, 19))
    assert held(people, people.oliver) == NOTHING


def test_a_pupil_of_another_school_is_not_found(people):
    assert looked_up(people.other, [people.oliver.pk], at=AT) == ({}, {})


def test_several_answers_and_pupils_cost_one_query(people, django_assert_num_queries):
    tell(people.oliver, element="name")
    tell(people.zofia, tier="web", given_by="pupil")
    with django_assert_num_queries(1):
        pupils, by_tier = looked_up(people.school, [people.oliver.pk, people.zofia.pk], at=AT)
    assert set(pupils) == {people.oliver.pk, people.zofia.pk}
    assert by_tier["social"][people.oliver.pk].held == {"photo", "name"}
    assert by_tier["web"][people.zofia.pk].given_by == "pupil"
