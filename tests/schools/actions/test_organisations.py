"""Trusts are founded and schools added, each on record."""

import pytest
from django.core.exceptions import ValidationError

from gatepost.audit.models import Event
from gatepost.config.urls import urlpatterns
from gatepost.schools.actions import organisations
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from tests.cast import by_system
from tests.record import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    """A trust without schools."""
    return organisations.found_trust(name="Ashgrove Learning Trust", slug="ashgrove", **by_system)


def add(trust, **changed):
    """A school of the trust."""
    said = {"name": "Brookfield", "slug": "brookfield", "colour": "#7b2d43", **changed}
    return organisations.add_school(trust=trust, **said, **by_system)


def test_a_school_belongs_to_its_trust(trust):
    school = add(trust)
    assert list(trust.schools.all()) == [school]


def test_each_is_on_the_trusts_record(trust):
    add(trust)
    said = [(event.school, words_of(event)) for event in Event.objects.filter(trust="ashgrove")]
    assert said == [("", "Gatepost set up Ashgrove Learning Trust."), ("brookfield", "Gatepost added Brookfield.")]


@pytest.mark.parametrize("wrong", [{"colour": "red"}, {"slug": "with space"}, {"name": ""}], ids=str)
def test_a_school_that_pages_could_not_show_is_refused(trust, wrong):
    with pytest.raises(ValidationError):
        add(trust, **wrong)


def test_a_refused_school_leaves_nothing(trust):
    with pytest.raises(ValidationError):
        add(trust, colour="red")
    assert (School.objects.count(), Event.objects.count()) == (0, 1)


def test_an_address_is_taken_once(trust):
    add(trust)
    with pytest.raises(ValidationError):
        add(trust, name="Another")


@pytest.mark.parametrize("slug", sorted(organisations.RESERVED))
def test_a_schools_address_is_none_of_gateposts_own(trust, slug):
    with pytest.raises(UnableTo, match="Choose another"):
        add(trust, slug=slug)


def test_every_address_of_gateposts_own_is_kept_from_schools():
    assert {str(one.pattern).strip("/") for one in urlpatterns if str(one.pattern)} <= organisations.RESERVED
