"""That a code is used once is true in the database."""

import pytest
from django.db import IntegrityError, transaction

from gatepost.schools.models import UsedCode
from tests.cast import AT, cast

pytestmark = pytest.mark.django_db


def test_a_code_is_used_once_by_one_person():
    found = cast()
    for person in (found.amara.person, found.ben.person):
        UsedCode.objects.create(person=person, digest="0" * 64, at=AT)
    with transaction.atomic(), pytest.raises(IntegrityError):
        UsedCode.objects.create(person=found.amara.person, digest="0" * 64, at=AT)
