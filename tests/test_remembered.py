"""What a test begins with is the same whether it was built or put back."""

import pytest
from django.db import transaction

from gatepost import library
from gatepost.audit.models import Event
from tests import cast
from tests.remembered import remembered, stored

pytestmark = pytest.mark.django_db


def begun(policy):
    """A cast that is undone, with everything the database held of it, in whatever order it held it."""
    with transaction.atomic():
        people = again(policy=policy)
        held = {table: sorted(rows, key=str) for table, rows in stored().items()}
        transaction.set_rollback(True)
    return people, held


again = remembered(cast.cast.__wrapped__)


@pytest.mark.parametrize("policy", library.IDS)
def test_what_is_put_back_is_what_was_built(policy):
    (built, first), (put_back, second) = begun(policy), begun(policy)
    assert first == second
    assert first["consents_pupil"]
    assert built == put_back
    assert built.amara is not put_back.amara
    assert built.zofia.legal_first == put_back.zofia.legal_first


def test_what_comes_after_has_numbers_of_its_own():
    begun("southport")
    people = again(policy="southport")
    numbers = set(Event.objects.values_list("pk", flat=True))
    assert cast.published(people).status == "published"
    assert numbers < set(Event.objects.values_list("pk", flat=True))


def test_beside_something_else_it_is_built_and_not_put_back():
    first, second = again(slug="brookfield"), again(slug="thornbeck")
    assert {first.school.pk, first.other.pk}.isdisjoint({second.school.pk, second.other.pk})
