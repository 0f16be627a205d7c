"""What the tests of the pages share."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _tries_are_forgotten() -> Iterator[None]:
    """Counts of tries to sign in are kept in a cache that outlives a test."""
    cache.clear()
    yield
    cache.clear()
