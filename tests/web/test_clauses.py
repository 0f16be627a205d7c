"""What pages call the documents that clauses come from."""

import pytest

from gatepost import library
from gatepost.web.clauses import source_name

NAMES = {library.BASELINE: "Law and guidance", "southport": "Our policy", "Brookfield 2026": "Brookfield 2026"}


@pytest.mark.parametrize(("source", "name"), NAMES.items())
def test_a_document_is_called_what_people_call_it(source, name):
    assert source_name(source) == name
