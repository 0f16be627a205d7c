"""What a list would change."""

from datetime import date, datetime, timedelta

import pytest

from gatepost.consents.imports.difference import Held, difference
from gatepost.consents.imports.placing import Placed, Slot
from gatepost.consents.imports.pupils import Who
from gatepost.consents.imports.said import Said
from gatepost.consents.imports.types import Cover

SLOT = Slot(1, Cover("photo", "social"), "parent", "")
DAY = datetime(2026, 9, 3)  # noqa: DTZ001 - what a list says has no zone


TODAY = date(2026, 11, 20)
EWA = SLOT._replace(giver="ewa nowak")


def made(
    state, held=None, *, at=DAY, expires_on=None, in_writing=False, full=False, on_roll=frozenset({1}),
    said_by=SLOT, held_by=SLOT, relationship="",
):  # fmt: skip
    said = Said(2, Who(), "Photos", state, (SLOT.cover,), at, relationship=relationship, expires_on=expires_on)
    found = Placed({said_by: said}, {2: 1}, ())
    return difference(
        found, {held_by: held} if held else {}, on_roll=on_roll, full=full, in_writing=in_writing, today=TODAY
    )


SORTS = [
    ("granted", None, ["granted"]),
    ("granted", "granted", []),
    ("granted", "unknown", ["granted"]),
    ("refused", None, ["refused"]),
    ("refused", "granted", ["refused"]),
    ("refused", "refused", []),
    ("withdrawn", "granted", ["refused"]),
    ("withdrawn", "refused", ["refused"]),
    ("unknown", None, []),
    ("unknown", "granted", ["changed"]),
    ("unknown", "refused", []),
]


@pytest.mark.parametrize(("state", "before", "sorts"), SORTS)
def test_a_change_is_of_the_sort_that_a_person_would_call_it(state, before, sorts):
    found = made(state, Held(before, DAY) if before else None)
    assert ([one.sort for one in found.changes], found.unchanged) == (sorts, 1 - len(sorts))


NOES = {
    "no day": (None, True),
    "the day before": (DAY - timedelta(days=1), True),
    "the same moment": (DAY, True),
    "later on the same day": (DAY.replace(hour=23, minute=59), True),
    "the day after": (DAY + timedelta(days=1), False),
}


@pytest.mark.parametrize("no", ["refused", "withdrawn", "objected"])
@pytest.mark.parametrize(("at", "stands"), NOES.values(), ids=NOES)
def test_a_no_on_record_stands_unless_the_list_dates_its_yes_on_a_later_day(at, stands, no):
    found = made("granted", Held(no, DAY.replace(hour=11)), at=at, said_by=EWA, held_by=EWA)
    assert (len(found.stands), [one.sort for one in found.changes]) == (1, []) if stands else (0, ["granted"])


@pytest.mark.parametrize("who", [{}, {"relation": "mother"}, {"giver": "mrs nowak"}, {"giver": "e nowak"}])
def test_a_later_yes_of_perhaps_another_person_lifts_no_no(who):
    slot = SLOT._replace(**who)
    assert (
        len(made("granted", Held("refused", DAY), at=DAY + timedelta(days=9), said_by=slot, held_by=slot).stands) == 1
    )


def test_a_pupil_who_thinks_again_lifts_their_no():
    pupil = SLOT._replace(kind="pupil")
    found = made("granted", Held("refused", DAY), at=DAY + timedelta(days=1), said_by=pupil, held_by=pupil)
    assert [one.sort for one in found.changes] == ["granted"]


def test_a_father_lifts_no_no_of_a_mother_whose_name_he_has():
    held = Held("refused", DAY, relationship="Mother")
    found = made("granted", held, at=DAY + timedelta(days=9), said_by=EWA, held_by=EWA, relationship="Father")
    assert len(found.stands) == 1


def test_a_father_s_yes_is_written_beside_a_mother_s_no():
    mother, father = SLOT._replace(relation="mother"), SLOT._replace(relation="father")
    found = made("granted", Held("refused", DAY), said_by=father, held_by=mother)
    assert [one.sort for one in found.changes] == ["granted"]


def test_a_row_whose_yes_lifts_no_no_is_told_with_what_to_do():
    (told,) = made("granted", Held("withdrawn", DAY), at=None).unlifted()
    assert (told.row, "Ask the family again" in told.why, "“Photos”" in told.why) == (2, True, True)


@pytest.mark.parametrize(("said_by", "held_by", "stands"), [(SLOT, EWA, 1), (EWA, SLOT, 0), (EWA, EWA, 1)])
def test_a_yes_of_no_name_may_be_that_of_whoever_said_no(said_by, held_by, stands):
    assert len(made("granted", Held("refused", DAY), at=None, said_by=said_by, held_by=held_by).stands) == stands


def test_a_question_opened_again_after_a_no_still_asks_for_a_yes_of_a_later_day():
    held = Held("unknown", DAY, open_since_no=DAY.date())
    assert (len(made("granted", held, at=None).stands), len(made("granted", held, at=DAY).stands)) == (1, 1)


def test_a_list_that_names_no_last_day_takes_none_away():
    held = Held("granted", DAY, expires_on=date(2026, 7, 31))
    later = made("granted", held, at=DAY + timedelta(days=1))
    assert (made("granted", held, at=None).changes, [one.sort for one in later.changes]) == ((), ["changed"])


def test_a_yes_that_ends_on_another_day_is_a_change():
    found = made("granted", Held("granted", DAY), expires_on=date(2027, 7, 31))
    assert [one.sort for one in found.changes] == ["changed"]


@pytest.mark.parametrize(("before", "now", "sorts"), [(True, False, []), (False, True, ["changed"]), (True, True, [])])
def test_a_form_on_record_stays_one_whatever_a_list_leaves_unsaid(before, now, sorts):
    found = made("granted", Held("granted", DAY, in_writing=before), at=None, in_writing=now)
    assert [one.sort for one in found.changes] == sorts


ENDED = Held("granted", DAY, expires_on=date(2026, 10, 31))


@pytest.mark.parametrize("at", [None, DAY - timedelta(days=1), DAY])
@pytest.mark.parametrize("in_writing", [True, False])
def test_a_yes_that_ran_out_begins_again_by_no_yes_that_is_not_later(at, in_writing):
    assert made("granted", ENDED, at=at, in_writing=in_writing).changes == ()


@pytest.mark.parametrize("expires_on", [None, date(2027, 7, 31)])
def test_a_row_that_does_not_renew_a_yes_that_ran_out_is_told(expires_on):
    (told,) = made("granted", ENDED, at=None, expires_on=expires_on).unlifted()
    assert "has run out" in told.why


def test_a_yes_that_ran_out_and_stands_in_the_list_as_it_was_is_nothing_new():
    found = made("granted", ENDED, at=None, expires_on=ENDED.expires_on)
    assert (found.unchanged, found.stands) == (1, ())


def test_a_yes_that_ran_out_begins_again_by_a_later_one():
    assert [one.sort for one in made("granted", ENDED, at=DAY + timedelta(days=60)).changes] == ["changed"]


def test_a_form_on_record_takes_no_last_day_away():
    held = Held("granted", DAY, expires_on=date(2027, 7, 31))
    assert made("granted", held, at=None, in_writing=True).changes == ()


def test_whoever_a_full_list_leaves_out_is_missing():
    assert made("granted", full=True, on_roll=frozenset({1, 2, 3})).missing == (2, 3)


def test_from_a_list_of_some_pupils_nobody_is_missing():
    assert made("granted", full=False, on_roll=frozenset({1, 2, 3})).missing == ()
