from datetime import date

import pytest

from gatepost import library
from gatepost.audit.models import Event
from gatepost.handbook.actions.policies import adopt, adopt_as
from gatepost.handbook.errors import CannotAdopt
from gatepost.handbook.models import Adoption
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 1)


def test_an_adoption_keeps_the_text_and_is_recorded_once():
    people = cast()
    before = Event.objects.count()
    adoption = adopt_as(seat=people.head, source="littleover", effective_from=LATER, at=AT)
    assert (adoption.text, adoption.adopted_by) == (library.text("littleover"), people.head.person)
    assert Event.objects.count() == before + 1


def test_a_text_with_faults_is_refused_with_every_line():
    with pytest.raises(CannotAdopt) as refusal:
        adopt_as(seat=cast().head, source="policy: mine\ntitle: 7\nclauses: []\n", effective_from=LATER, at=AT)
    assert [problem.place.line > 0 for problem in refusal.value.problems].count(True) > 1


def test_nothing_is_kept_of_a_text_with_faults():
    people = cast()
    before = (Adoption.objects.count(), Event.objects.count())
    with pytest.raises(CannotAdopt):
        adopt_as(seat=people.head, source="nonsense", effective_from=LATER, at=AT)
    assert (Adoption.objects.count(), Event.objects.count()) == before


def test_somebody_else_cannot_adopt():
    with pytest.raises(NotAllowed):
        adopt_as(seat=cast().ben, source="littleover", effective_from=LATER, at=AT)


def test_a_supplement_needs_a_school_and_something_to_supplement():
    people = cast()
    text = library.text("southport").replace("policy: southport", "policy: ours\nsupplements: southport", 1)
    with pytest.raises(UnableTo, match="supplement belongs to one school"):
        adopt(trust=people.trust, school=None, source=text, effective_from=LATER, **by_system)
