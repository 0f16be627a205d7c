"""Lists of earlier posts: what is read of them, and what is refused."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from gatepost.publishing.past_lists import MOST, Row, listed, pasted
from gatepost.tables.refused import Unreadable

TODAY = date(2026, 11, 20)


def read(text: str, encoding: str = "utf-8") -> list[Row]:
    return listed(text.encode(encoding), today=TODAY)


def test_links_are_read_one_a_line_and_empty_lines_are_left_out():
    assert pasted("https://a.example/1\n\n  https://a.example/2 \r\n") == [
        Row(1, "https://a.example/1"),
        Row(3, "https://a.example/2"),
    ]


def test_more_links_than_can_be_taken_in_at_once_are_refused():
    with pytest.raises(Unreadable, match="Add them in parts"):
        pasted("a.example/1\n" * (MOST + 1))


HEADS = {
    "our own": "Link,Date,Text",
    "an export of a platform": "Permalink,Publish time,Description",
    "another export": "Post URL,Created time,Caption",
    "a list that somebody keeps": "Web address,Posted on,Words",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_columns_are_known_by_what_schools_and_platforms_call_them(head):
    found = read(f"{head}\nhttps://a.example/1,03/09/2024 14:22,Hello\n")
    assert found == [Row(2, "https://a.example/1", date(2024, 9, 3), "Hello")]


FORMS = {
    "semicolons": ("Link;Date\nhttps://a.example/1;3/9/2024\n", "utf-8"),
    "tabs": ("Link\tDate\nhttps://a.example/1\t3/9/2024\n", "utf-8"),
    "another encoding": ("Link,Date\nhttps://a.example/1,3/9/2024\n", "utf-16"),
    "a title above": ("Our posts\n\nLink,Date\nhttps://a.example/1,3 Sep 2024\n", "utf-8"),
}


@pytest.mark.parametrize(("text", "encoding"), FORMS.values(), ids=FORMS)
def test_a_list_is_read_however_it_was_saved(text, encoding):
    assert [(one.link, one.posted_on) for one in read(text, encoding)] == [("https://a.example/1", date(2024, 9, 3))]


def test_a_text_of_several_lines_stays_whole():
    assert read('Link,Text\nhttps://a.example/1,"One,\ntwo"\n')[0].text == "One,\ntwo"


def test_a_workbook_is_read_as_a_csv_is():
    book = openpyxl.Workbook()
    book.active.append(["Link", "Date", "Text"])
    book.active.append(["https://a.example/1", date(2024, 9, 3), "Hello"])
    book.save(out := BytesIO())
    assert listed(out.getvalue(), today=TODAY) == [Row(2, "https://a.example/1", date(2024, 9, 3), "Hello")]


@pytest.mark.parametrize(("said", "pictured"), [("Text", False), ("none", False), ("Photo", None), ("", None)])
def test_a_list_says_where_there_is_no_picture_and_never_what_one_shows(said, pictured):
    assert read(f"Link,Type\nhttps://a.example/1,{said}\n")[0].pictured is pictured


WRONG = {
    "no such day": ("https://a.example/1,31/2/2024", "is not a day"),
    "a day to come": ("https://a.example/1,1/1/2031", "still to come"),
    "no link": (",3/9/2024", "no link in this row"),
}


@pytest.mark.parametrize(("row", "why"), WRONG.values(), ids=WRONG)
def test_a_row_that_cannot_be_read_says_why(row, why):
    assert why in read(f"Link,Date\n{row}\n")[0].wrong


REFUSED = {
    "a list without links": (b"Name,Date\nx,3/9/2024\n", "Give that column the heading"),
    "headings alone": (b"Link,Date\n", "no post below the headings"),
    "a PDF": (b"%PDF-1.7 x", "PDF"),
    "nothing": (b"", "empty"),
    "a packed file": (b"PK\x03\x04 nothing", "damaged"),
}


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_list_of_posts_is_refused_with_what_to_do(data, why):
    with pytest.raises(Unreadable, match=why):
        listed(data, today=TODAY)
