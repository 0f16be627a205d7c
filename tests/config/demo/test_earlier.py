"""The invented look through earlier posts."""

import pytest

from gatepost.consents.models import Pupil
from gatepost.publishing.asking import policy_now
from gatepost.publishing.back_catalogue import Overview, campaign_now, overview
from gatepost.schools.models import School
from tests.config.demo.conftest import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(schools: list[School]) -> Overview:
    school = next(one for one in schools if one.slug == "brookfield")
    return overview(campaign_now(school), policy=policy_now(school, at=AT), at=AT)


def test_it_has_something_left_to_look_at_something_to_come_down_and_something_settled(seen):
    progress = seen.progress
    assert all((progress.to_look_at, progress.to_go, progress.settled))


def test_whoever_opens_it_meets_somebody_who_cannot_be_shown_a_leaver_and_a_risk(seen):
    assert {mark.kind for one in seen.open for mark in one.marks} >= {"cannot", "leaver", "risk", "unknown"}


def test_one_school_looks_back_and_one_pupil_of_it_has_left(schools):
    assert [one.slug for one in schools if campaign_now(one)] == ["brookfield"]
    left = [Pupil.objects.of(one).filter(left_on__isnull=False).count() for one in schools]
    assert sum(left) == 1
