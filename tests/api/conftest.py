"""What every test of the API begins with."""

import pytest

from tests.cast import Cast, cast


@pytest.fixture
def people() -> Cast:
    """The cast."""
    return cast()
