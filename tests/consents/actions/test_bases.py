"""Bases and who is asked are set by those who may, with a reason, and hold from then on."""

import pytest
from django.core.exceptions import ValidationError

from gatepost.audit.models import Event
from gatepost.consents.actions import bases
from gatepost.consents.models import Asking, Basis
from gatepost.schools.errors import NotAllowed, UnableTo
from tests.cast import AT, cast
from tests.record import words_of

pytestmark = pytest.mark.django_db
WORK = {"tier": "in_school", "element": "work", "basis": "public_task", "note": "Displays: see the privacy notice."}
NEVER = {"from_year": None, "from_age": None, "with_parent": True}


@pytest.fixture
def people():
    """The cast."""
    return cast()


def test_a_basis_is_set_and_the_record_says_for_what(people):
    bases.set_basis(seat=people.head, at=AT, **WORK)
    assert words_of(Event.objects.order_by("-number").first()) == (
        "Helen Achebe set public task as the basis for a piece of work, in school."
    )


def test_the_next_basis_stands_beside_the_last(people):
    bases.set_basis(seat=people.head, at=AT, **WORK)
    bases.set_basis(seat=people.head, at=AT, **{**WORK, "basis": "consent"})
    assert [row.basis for row in Basis.objects.of(people.school)] == ["public_task", "consent"]


def test_another_basis_than_consent_needs_a_reason(people):
    with pytest.raises(UnableTo, match="where families are told"):
        bases.set_basis(seat=people.head, at=AT, **{**WORK, "note": " "})


@pytest.mark.parametrize("wrong", [{"platform": "facebook"}, {"tier": "moon"}, {"element": "smell"}], ids=str)
def test_a_basis_is_for_a_place_that_there_is(people, wrong):
    with pytest.raises(ValidationError):
        bases.set_basis(seat=people.head, at=AT, **{**WORK, **wrong})


@pytest.mark.parametrize("who", ["amara", "ben", "carys", "dev"])
def test_whoever_may_not_sets_nothing(people, who):
    seat = getattr(people, who) if who != "dev" else people.amara
    for act, said in ((bases.set_basis, WORK), (bases.set_asking, NEVER)):
        with pytest.raises(NotAllowed):
            act(seat=seat, at=AT, **said)
    assert not Basis.objects.of(people.school).exists()


WHO = {
    "never": (NEVER, "a parent or carer"),
    "from a year": ({**NEVER, "from_year": 7}, "the pupil and a parent or carer from Year 7"),
    "from an age, alone": ({**NEVER, "from_age": 13, "with_parent": False}, "the pupil alone from the age of 13"),
}


@pytest.mark.parametrize(("said", "who"), WHO.values(), ids=WHO)
def test_who_is_asked_is_settled_and_told(people, said, who):
    bases.set_asking(seat=people.head, at=AT, **NEVER)
    bases.set_asking(seat=people.head, at=AT, **said)
    assert words_of(Event.objects.order_by("-number").first()) == f"Helen Achebe changed who is asked: {who}."
    assert Asking.objects.of(people.school).count() == 1


def test_a_year_and_an_age_together_say_nothing(people):
    with pytest.raises(UnableTo, match="not both"):
        bases.set_asking(seat=people.head, at=AT, from_year=7, from_age=13, with_parent=True)
