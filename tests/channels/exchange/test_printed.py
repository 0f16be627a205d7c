"""The table of accounts is found in whatever it comes in."""

import io

import openpyxl
import pytest

from gatepost.channels.exchange.printed import opened
from gatepost.tables.refused import Unreadable
from tests.channels.exchange import thornfield

COLUMNS = ("Platform", "Account name", "Master administration role", "Approved users (posting)", "Opened",
           "Closed")  # fmt: skip


def workbook(rows) -> bytes:
    """A workbook with these rows on one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def shapes() -> dict[str, bytes]:
    """The same table in every shape in which schools have it."""
    return {
        "tabs": thornfield.tabbed().encode(), "csv": thornfield.as_csv().encode(),
        "old csv": thornfield.as_csv().encode("cp1252"), "xlsx": workbook(thornfield.TABLE),
    }  # fmt: skip


@pytest.mark.parametrize("shape", shapes())
def test_two_rows_of_headings_are_one_and_every_account_is_a_row(shape):
    table = opened(shapes()[shape])
    assert table.columns == COLUMNS
    assert [line.cells[:2] for line in table.lines][:5] == [row[:2] for row in thornfield.ROWS]


def test_text_that_spaces_lay_out_is_put_together_again_from_its_broken_lines():
    table = opened(thornfield.laid_out().encode())
    assert table.columns == COLUMNS
    cells = table.cells(table.lines[1])
    assert cells["Master administration role"] == thornfield.MEDIA
    assert cells["Approved users (posting)"] == thornfield.THREE


def test_a_platform_that_was_merged_over_two_rows_counts_for_both():
    rows = [["Platform", "Account name", "Opened"], ["Facebook", "Thornfield", "2019"], ["", "Trips", "2020"]]
    assert opened(workbook(rows)).lines[1].cells[0] == "Facebook"


def test_a_line_that_only_goes_on_from_the_one_above_is_no_account():
    rows = [["Platform", "Account name", "Posters"], ["Facebook", "Thornfield", "Headteacher,"], ["", "", "Office"]]
    assert [line.cells[2] for line in opened(workbook(rows)).lines] == ["Headteacher, Office"]


BROKEN = {
    "nothing": b"",
    "prose": b"We post on several networks.\nThe head decides.",
    "headings alone": b"Platform,Account name,Opened\n",
    "a pdf": b"%PDF-1.7 thornfield",
    "a web page": b"<html><table><tr><td>Platform</td></tr></table></html>",
    "half a workbook": workbook(thornfield.TABLE)[:900],
    "damaged text": b"Platform,Account name\nFacebook,\x00\x01\x02\n",
    "an open quotation mark": b'Platform,Account name\nFacebook,"Thornfield\n',
    "one column for a thing twice": b"Platform,Account name,Page,Opened\nFacebook,A,B,2020\n",
    "far too many rows": b"Platform,Account name\n" + b"".join(b"Facebook,A%d\n" % n for n in range(1001)),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_holds_no_table_is_refused_with_what_to_do(what):
    with pytest.raises(Unreadable, match=r"[A-Z].{20,}\."):
        opened(BROKEN[what])
