"""The record only grows."""

import pytest
from django.db import IntegrityError, transaction

from gatepost.audit.actions.events import record
from gatepost.audit.actor import SYSTEM
from gatepost.audit.models import Event
from tests.cast import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    """The first event of a trust."""
    return record("trust.founded", by=SYSTEM, at=AT, trust="ashgrove", subject="trust:1", facts={"trust": "Ashgrove"})


def test_an_event_is_never_deleted(event):
    with pytest.raises(TypeError, match="only grows"):
        event.delete()


def test_a_number_stands_once_in_a_line(event):
    event.pk = None
    with transaction.atomic(), pytest.raises(IntegrityError):
        event.save(force_insert=True)


def test_an_event_has_no_foreign_keys():
    assert [field.name for field in Event._meta.get_fields() if field.is_relation] == []
