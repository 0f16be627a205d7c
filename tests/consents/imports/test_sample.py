"""What a demonstration offers to try is a list that Gatepost itself takes in, with something of everything."""

from datetime import date

import pytest

from gatepost.consents.imports.sample import COLUMNS, sample
from gatepost.consents.models import Pupil
from gatepost.tables.sheets import csv_of
from tests import cast
from tests.publishing.actions.test_imports import take, upn

pytestmark = pytest.mark.django_db


def test_it_is_taken_in_but_for_the_row_that_nobody_knows():
    made = cast.cast()
    pupils = [
        Pupil(school=made.school, legal_first=f"Ada{n}", legal_last="Byron", upn=upn(n), changed_at=cast.AT)
        for n in range(100, 112)
    ]
    Pupil.objects.bulk_create(pupils)
    rows = list(sample(pupils, on=date(2026, 11, 20)))
    done = take(made, csv_of(COLUMNS, rows), everything=True)
    assert ({row[5] for row in rows}, len(rows)) == ({"Yes", "No", "Withdrawn", ""}, 13)
    assert (done.taken.counts["granted"], done.taken.counts["refused"]) == (9, 2)
