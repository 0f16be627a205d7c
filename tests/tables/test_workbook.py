"""Excel workbooks as text."""

import io
import re
import time
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from gatepost.tables.refused import Unreadable
from gatepost.tables.workbook import sheets_of
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


def packed(rows, *, dimension="", after="", styles=""):
    """A workbook whose sheet has these rows as they stand in the file, below a row of headings."""
    source, out = zipfile.ZipFile(io.BytesIO(book(["UPN", "Surname"]))), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            part = source.read(name).decode()
            if name.endswith("sheet1.xml"):
                part = part.replace("</sheetData>", f"{rows}</sheetData>{after}")
                part = re.sub("<dimension[^>]*>", dimension, part) if dimension else part
            elif name.endswith("styles.xml"):
                part = part.replace("</cellXfs>", f"{styles}</cellXfs>")
            made.writestr(name, part)
    return out.getvalue()


def filled(place):
    text = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    return f'<row r="2">{text.format("A2", "a")}{text.format(place, "b")}</row>'


def test_empty_cells_far_to_the_right_cost_no_more_than_they_are():
    """Each such row once took as long as 16,384 cells: 5,000 of them are as quick as their 5,000 cells."""
    rows = "".join(f'<row r="{number}"><c r="XFD{number}"/></row>' for number in range(2, 5002))
    before = time.process_time()
    assert [len(line.cells) for line in sheets_of(packed(rows))["Sheet"]] == [2]
    assert time.process_time() - before < 3


def test_a_cell_beyond_the_most_columns_is_refused_and_not_left_out():
    with pytest.raises(Unreadable, match="Row 2 has more than 300 columns"):
        sheets_of(packed(filled("XFD2")))


@pytest.mark.parametrize("says", ["A1", "A1:XFD1048576", "A1:A1"])
def test_what_a_sheet_says_of_its_size_is_not_believed(says):
    lines = sheets_of(packed(filled("D2"), dimension=f'<dimension ref="{says}"/>'))["Sheet"]
    assert [line.cells for line in lines] == [("UPN", "Surname"), ("a", "", "", "b")]


BOMBS = {
    "cells in one row": {"rows": f"<row>{'<c/>' * 1_000_001}</row>"},
    "empty rows": {"rows": "<row/>" * 100_001},
    "tags after the rows": {"rows": "", "after": f"<mergeCells>{'<a/>' * 2_500_001}</mergeCells>"},
    "styles": {"rows": "", "styles": "<xf/>" * 100_001},
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_small_file_with_very_much_in_it_is_refused_with_what_to_do(bomb):
    with pytest.raises(Unreadable, match=r"very many|far more"):
        sheets_of(packed(**bomb))


def changed(change):
    """A workbook whose parts are changed, by name."""
    source, out = zipfile.ZipFile(io.BytesIO(book(["UPN", "Surname"]))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, part in change({name: source.read(name).decode() for name in source.namelist()}).items():
            made.writestr(name, part)
    return out.getvalue()


def one_sheet_fifty_times(parts):
    sheets = re.sub("(<sheet [^>]*>)", lambda found: found[1] * 50, parts["xl/workbook.xml"])
    return parts | {"xl/workbook.xml": sheets}


def a_workbook_called_a_sheet(parts):
    moved = parts["[Content_Types].xml"].replace("/xl/workbook.xml", "/xl/worksheets/book.xml")
    rels = {"xl/worksheets/_rels/book.xml.rels": parts["xl/_rels/workbook.xml.rels"]}
    return parts | rels | {"[Content_Types].xml": moved, "xl/worksheets/book.xml": parts["xl/workbook.xml"]}


@pytest.mark.parametrize("strange", [one_sheet_fifty_times, a_workbook_called_a_sheet])
def test_a_workbook_that_would_be_read_for_longer_than_its_size_says_is_refused(strange):
    with pytest.raises(Unreadable, match="damaged"):
        sheets_of(changed(strange))
