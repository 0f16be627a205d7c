"""From bytes to a table, and two hundred files that are no list."""

import re
from datetime import date

import pytest

from gatepost.consents.imports.choices import Choices
from gatepost.consents.imports.opening import opened
from gatepost.consents.imports.understand import understood
from gatepost.tables.refused import Unreadable
from tests import malformed

SENTENCE = re.compile(r"[A-Z][^\n]{20,240}\.")


def test_each_of_200_malformed_files_gives_a_sentence_that_says_what_to_do():
    told = []
    for kind, data in malformed.files():
        with pytest.raises(Unreadable) as refusal:
            understood(opened(data), Choices(), today=date(2026, 11, 21))
        told.append((kind, bool(SENTENCE.fullmatch(str(refusal.value)))))
    assert (len(told), [kind for kind, clear in told if not clear]) == (200, [])


@pytest.mark.parametrize("data", [malformed.LIST.encode(), malformed.workbook()], ids=["text", "workbook"])
def test_the_sound_list_that_they_are_made_of_is_read(data):
    read = understood(opened(data), Choices(), today=date(2026, 11, 21))
    assert (read.rows, {one.state for one in read.said}, read.choices) == (40, {"granted"}, ())


def test_a_workbook_whose_other_sheets_are_no_lists_is_read():
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(malformed.workbook()))
    book.create_sheet("About").append(["Printed by the office"])
    out = io.BytesIO()
    book.save(out)
    assert len(opened(out.getvalue()).lines) == 40
