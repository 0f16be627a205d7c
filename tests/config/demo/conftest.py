"""The invented trust, made once for the tests that read it."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from gatepost.config.demo import seed
from gatepost.schools.models import Trust
from tests.remembered import remembered

AT = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
"""A Monday morning: working days before it are not all days before it."""
seeded = remembered(seed)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The trust as of AT; whatever it put in the database is gone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield seeded(AT)
        transaction.set_rollback(True)


@pytest.fixture
def schools(demo: Trust):
    """Its schools."""
    return list(demo.schools.all())
