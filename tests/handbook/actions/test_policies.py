from datetime import date

import pytest

from gatepost import library
from gatepost.audit.models import Event
from gatepost.handbook.actions.policies import adopt, adopt_as
from gatepost.handbook.errors import CannotAdopt
from gatepost.handbook.models import Adoption
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 1)
OURS = """
policy: ours
title: Our supplement
note: Invented.
adopted_by: Brookfield
supplements: southport
sections:
  - id: S
    title: Ours
    clauses:
      - ref: S.1
        points: [{strength: must, says: 'No politics.', controls: [political]}]
"""


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


@pytest.fixture
def supplementing():
    """The cast, whose school supplements its trust's policy."""
    people = cast()
    adopt(trust=people.trust, school=None, source="southport", effective_from=date(2026, 9, 1), **by_system)
    adopt(trust=people.trust, school=people.school, source=OURS, effective_from=date(2026, 9, 2), **by_system)
    return people


def test_a_trusts_policy_that_a_supplement_does_not_fit_is_refused_naming_the_school(supplementing):
    refused = "Brookfield: `ours` supplements `southport`, and not `littleover`"
    with pytest.raises(UnableTo, match=refused):
        adopt(trust=supplementing.trust, school=None, source="littleover", effective_from=LATER, **by_system)
    held = policy_in_force(supplementing.school, on=LATER)
    assert held.above.policy_id == "southport"


def test_a_trusts_policy_that_no_supplement_is_beside_any_more_is_adopted(supplementing):
    people = supplementing
    adopt(trust=people.trust, school=people.school, source="north-star", effective_from=LATER, **by_system)
    adopt(trust=people.trust, school=None, source="littleover", effective_from=LATER, **by_system)
    held = policy_in_force(people.school, on=LATER)
    assert (held.own.policy_id, held.above) == ("north-star", None)


def test_the_next_version_that_every_supplement_fits_is_adopted(supplementing):
    text = library.text("southport").replace("title:", "title: The next,", 1)
    adopt(trust=supplementing.trust, school=None, source=text, effective_from=LATER, **by_system)
    held = policy_in_force(supplementing.school, on=LATER)
    assert held.above.effective_from == LATER


def test_a_supplement_that_what_comes_later_does_not_fit_is_refused():
    people = cast()
    for source, day in (("southport", date(2026, 9, 1)), ("littleover", LATER)):
        adopt(trust=people.trust, school=None, source=source, effective_from=day, **by_system)
    with pytest.raises(CannotAdopt, match="not `littleover`"):
        adopt(trust=people.trust, school=people.school, source=OURS, effective_from=date(2026, 9, 2), **by_system)
