from datetime import date

import pytest

from gatepost.handbook.actions.policies import adopt
from gatepost.handbook.fitting import misfits
from gatepost.handbook.models import Adoption
from tests.cast import AT, by_system, cast
from tests.handbook.actions.test_policies import OURS

pytestmark = pytest.mark.django_db


def later(people, school=None, **changed):
    """Something of the trust's first adoption, adopted again by a door that did not look."""
    first = {"title": "Another", "text": OURS, "digest": "0" * 64, "effective_from": date(2026, 12, 1)}
    return Adoption.objects.create(trust=people.trust, school=school, adopted_at=AT, **(first | changed))


def test_what_nothing_supplements_fits():
    people = cast()
    assert misfits(later(people, policy_id="other")) == {}


def test_a_school_whose_supplement_is_of_another_policy_is_named():
    people = cast()
    for school, source in ((None, "southport"), (people.school, OURS)):
        adopt(trust=people.trust, school=school, source=source, effective_from=date(2026, 9, 2), **by_system)
    text = OURS.replace("supplements: southport\n", "").replace("policy: ours", "policy: other")
    assert list(misfits(later(people, policy_id="other", text=text))) == [people.school]
