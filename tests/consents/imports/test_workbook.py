"""Excel workbooks as text."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from gatepost.consents.imports.refused import Unreadable
from gatepost.consents.imports.workbook import sheets_of
from tests import malformed


def book(*rows, form=""):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    if form:
        made.active.cell(row=1, column=1).number_format = form
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


CELLS = {
    "a number shown with zeros": (45, "000000", "000045"),
    "a number": (45, "", "45"),
    "a whole number with a point": (45.0, "", "45"),
    "text that looks like a number": ("00045", "", "00045"),
    "a day": (date(2026, 9, 3), "", "2026-09-03"),
    "a day with a time": (datetime(2026, 9, 3, 10, 15), "", "2026-09-03 10:15:00"),  # noqa: DTZ001 - as in a cell
    "a truth": (True, "", "TRUE"),
    "a formula that was never worked out": ("=1+1", "", ""),
}


@pytest.mark.parametrize(("value", "form", "text"), CELLS.values(), ids=CELLS)
def test_a_cell_is_read_as_a_person_sees_it(value, form, text):
    cells = sheets_of(book([value, "x"], form=form))["Sheet"][0].cells
    assert cells[0] == text


def test_a_hidden_sheet_is_left_out():
    made = openpyxl.load_workbook(io.BytesIO(book(["UPN"])))
    made.create_sheet("Secret").sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    assert list(sheets_of(out.getvalue())) == ["Sheet"]


def test_a_workbook_that_would_fill_the_memory_is_refused_unopened():
    bomb = malformed.KINDS["a workbook that fills the memory"](malformed.random.Random(1))
    with pytest.raises(Unreadable, match="unpacks to far more"):
        sheets_of(bomb)


def test_a_workbook_with_a_password_is_called_that():
    with pytest.raises(Unreadable, match="password"):
        sheets_of(malformed.KINDS["a workbook with a password"](malformed.random.Random(1)))
