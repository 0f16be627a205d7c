from collections import Counter

import pytest

from gatepost.config.demo.roll import SIZE
from gatepost.consents.effective import permissions
from gatepost.consents.models import Answer, Pupil
from tests.config.demo.conftest import AT

pytestmark = pytest.mark.django_db


def test_every_school_has_its_pupils_in_classes(schools):
    assert [Pupil.objects.of(one).exclude(class_name="").count() for one in schools] == [SIZE] * len(schools)


def test_no_two_pupils_of_a_school_have_one_name(schools):
    rows = [Counter(Pupil.objects.of(one).values_list("legal_first", "legal_last")) for one in schools]
    assert [name for row in rows for name, count in row.items() if count > 1] == []


@pytest.mark.parametrize("held", [{"photo"}, {"photo", "name"}, set()])
def test_families_have_answered_in_every_way(schools, held):
    answered = permissions(Pupil.objects.of(schools[0]), tier="social", at=AT)
    assert sum(one.held == held for one in answered.values()) > 10


def test_some_answers_have_run_out_and_some_are_no(schools):
    rows = Answer.objects.of(schools[0])
    assert (rows.filter(expires_on__lt=AT).exists(), rows.filter(yes=False).exists()) == (True, True)


def test_pupils_answer_for_themselves_only_where_a_policy_lets_them(schools):
    themselves = {one.slug for one in schools if Answer.objects.of(one).filter(given_by="pupil").exists()}
    assert themselves == {"castlemoor"}
