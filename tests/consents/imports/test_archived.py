"""Rows that are kept for the record alone."""

from datetime import date

import pytest

from gatepost.consents.imports.choices import choices_of
from gatepost.consents.imports.opening import opened
from gatepost.consents.imports.understand import understood

PHOTOS = "Photographs on social media"
IN_USE = [("Archived", "No"), ("Archived", ""), ("Archived", "0"), ("Archived", "Active"), ("Active", "Yes"),
          ("isActive", "true"), ("Current", "1"), ("Inactive", "No")]  # fmt: skip
PUT_AWAY = [("Archived", "Yes"), ("Archived", "TRUE"), ("Archived", "Archived"), ("Date archived", "3/9/2025"),
            ("Active", "No"), ("isActive", "false"), ("Current", "0"), ("Inactive", "Y")]  # fmt: skip
IN_DOUBT = [("Archived", "Partly"), ("Archived", "requested"), ("Active", ""), ("Active", "see file")]


def read(column, cell, *, answer="Yes", status="Status", **choices):
    text = f"UPN,Consent Type,{status},{column}\nA1,{PHOTOS},{answer},{cell}\n"
    return understood(opened(text.encode()), choices_of(choices), today=date(2026, 11, 21))


def answers(found):
    return [one.state for one in found.said if one.covers]


@pytest.mark.parametrize(("column", "cell"), IN_USE)
def test_a_yes_that_is_in_use_is_taken(column, cell):
    assert (answers(read(column, cell)), read(column, cell).errors) == (["granted"], ())


@pytest.mark.parametrize(("column", "cell"), PUT_AWAY)
def test_a_yes_that_was_put_away_is_not_taken(column, cell):
    assert (answers(read(column, cell)), read(column, cell).errors) == ([], ())


@pytest.mark.parametrize(("column", "cell"), IN_DOUBT)
def test_a_yes_that_may_have_been_put_away_is_not_taken_and_told(column, cell):
    assert (answers(read(column, cell)), [one.row for one in read(column, cell).errors]) == ([], [2])


@pytest.mark.parametrize(("column", "cell"), PUT_AWAY + IN_DOUBT)
def test_a_no_counts_all_the_same(column, cell):
    assert answers(read(column, cell, answer="No")) == ["refused"]


def test_a_no_to_having_denied_is_a_yes_here_too():
    found = [read("Archived", cell, answer="No", status="Consent Denied", inverted=["Consent Denied"])
             for cell in ("Yes", "No")]  # fmt: skip
    assert list(map(answers, found)) == [[], ["granted"]]


def test_whoever_has_nothing_else_in_the_list_is_in_it_all_the_same():
    assert [who.upn for who in read("Archived", "Yes").whos.values()] == ["A1"]


def test_the_days_of_a_list_without_a_status_are_put_away_with_their_row():
    text = "UPN,Consented date,Archived\nA1,2/9/2026,Yes\nA2,2/9/2026,No\n"
    found = understood(opened(text.encode()), choices_of({"type": PHOTOS}), today=date(2026, 11, 21))
    assert [(one.row, one.state) for one in found.said if one.covers] == [(3, "granted")]
