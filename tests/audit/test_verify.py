from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gatepost.audit.chain import START, digest_of
from gatepost.audit.verify import EMPTY, SAYS, End, Fault, Row, verify

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
COVERED = [one.name for one in fields(Row) if one.name not in {"number", "digest"}]


def line(number, previous, *, subject="post:1"):
    """One row as `record` writes it."""
    row = Row("ashgrove", number, "post.edited", AT + timedelta(minutes=number), "person", str(number % 3), "Amara",
              "brookfield", subject, {"version": number}, previous, "")  # fmt: skip
    row.digest = digest_of(row)
    return row


def chain(length):
    """A record of this many events."""
    rows, previous = [], START
    for number in range(1, length + 1):
        rows.append(line(number, previous))
        previous = rows[-1].digest
    return rows


def end(rows):
    """Where a record ends."""
    return End(len(rows), rows[-1].digest) if rows else EMPTY


def rewritten(rows, subject):
    """The same record with another first event, and every digest after it worked out again."""
    anew, previous = [], START
    for number, row in enumerate(rows, start=1):
        other = replace(row, number=number, previous=previous, subject=subject if number == 1 else row.subject)
        other.digest = digest_of(other)
        anew.append(other)
        previous = other.digest
    return anew


def numbered(rows):
    """The rows with numbers that run again from one."""
    return [replace(row, number=number) for number, row in enumerate(rows, start=1)]


def fault(rows, *, head, kept=()):
    """What is found."""
    return verify(sorted(rows, key=lambda row: row.number), head=head, kept=kept).fault


lengths = st.integers(2, 12)


@given(st.integers(0, 12))
def test_a_record_as_it_was_written_has_no_fault(length):
    rows = chain(length)
    checked = verify(rows, head=end(rows), kept=[end(rows), end(rows[:3])])
    assert (checked.events, checked.end, checked.fault) == (length, end(rows), None)


@given(lengths, st.data(), st.sampled_from(COVERED), st.booleans())
def test_a_changed_row_is_found_and_named(length, data, field, with_its_digest):
    rows = chain(length)
    place = data.draw(st.integers(0, length - 1))
    others = {"at": AT, "facts": {"version": 0}}
    changed = replace(rows[place], **{field: others.get(field, "another")})
    if with_its_digest:
        assume(field != "previous")
        changed.digest = digest_of(changed)
    found = fault([*rows[:place], changed, *rows[place + 1 :]], head=end(rows))
    assert found == Fault("changed", place + 1)


@given(lengths, st.data())
def test_a_changed_digest_is_found(length, data):
    rows = chain(length)
    place = data.draw(st.integers(0, length - 1))
    rows[place] = replace(rows[place], digest="f" * 64)
    assert fault(rows, head=end(chain(length))) == Fault("changed", place + 1)


@given(lengths, st.data(), st.booleans())
def test_a_removed_row_is_found_and_named(length, data, numbers_run_on):
    rows = chain(length)
    place = data.draw(st.integers(0, length - 1))
    left = [*rows[:place], *rows[place + 1 :]]
    assert fault(numbered(left) if numbers_run_on else left, head=end(rows)) == Fault("removed", place + 1)


@given(lengths, st.data())
def test_rows_that_changed_places_are_found_and_named(length, data):
    rows = chain(length)
    one, other = sorted(data.draw(st.sets(st.integers(0, length - 1), min_size=2, max_size=2)))
    rows[one], rows[other] = rows[other], rows[one]
    assert fault(numbered(rows), head=end(chain(length))) == Fault("reordered", one + 1)


@given(lengths, st.data(), st.booleans())
def test_an_inserted_row_is_found_and_named(length, data, numbers_run_on):
    rows = chain(length)
    place = data.draw(st.integers(0, length - 1))
    forged = line(place + 1, rows[place - 1].digest if place else START, subject="post:99")
    put_in = [*rows[:place], forged, *rows[place:]]
    found = fault(numbered(put_in) if numbers_run_on else put_in, head=end(rows))
    assert found in (Fault("inserted", place + 1), Fault("inserted", place + 2))


@given(lengths, st.data())
def test_a_row_that_stands_twice_was_inserted(length, data):
    rows = chain(length)
    place, other = data.draw(st.integers(0, length - 1)), data.draw(st.integers(0, length - 1))
    found = fault(numbered([*rows[:place], rows[other], *rows[place:]]), head=end(rows))
    assert found is not None
    assert found.kind == "inserted"


@given(lengths)
def test_a_row_put_at_the_end_without_its_head_was_inserted(length):
    rows = chain(length)
    assert fault([*rows, line(length + 1, rows[-1].digest)], head=end(rows)) == Fault("inserted", length + 1)


@given(lengths, st.data())
def test_a_shortened_record_hangs_together_and_is_found_against_a_kept_head(length, data):
    rows = chain(length)
    left = rows[: data.draw(st.integers(0, length - 1))]
    assert fault(left, head=end(left)) is None
    assert fault(left, head=end(left), kept=[end(rows)]) == Fault("shortened", len(left) + 1)


@given(lengths, st.data())
def test_a_rewritten_record_hangs_together_and_is_found_against_a_kept_head(length, data):
    rows = chain(length)
    kept = end(rows[: data.draw(st.integers(1, length))])
    anew = rewritten(rows, "post:99")
    assert fault(anew, head=end(anew)) is None
    assert fault(anew, head=end(anew), kept=[kept]) == Fault("rewritten", kept.count)


@given(lengths)
def test_a_record_that_has_grown_since_its_head_was_kept_is_whole(length):
    rows = chain(length)
    assert fault(rows, head=end(rows), kept=[end(rows[:-1])]) is None


def test_a_record_without_its_head_is_not_taken_for_an_empty_one():
    assert fault(chain(3), head=None) == Fault("inserted", 1)


@pytest.mark.parametrize("forged_last", [True, False])
def test_a_head_forged_beside_the_one_that_was_kept_does_not_hide_a_rewritten_record(forged_last):
    rows = chain(4)
    anew = rewritten(rows, "post:2")
    kept = [end(rows), end(anew)] if forged_last else [end(anew), end(rows)]
    assert fault(anew, head=end(anew), kept=kept) == Fault("contradicted", 4)


def test_a_record_whose_kept_heads_contradict_each_other_is_not_taken_for_whole():
    rows = chain(4)
    assert fault(rows, head=end(rows), kept=[End(2, rows[1].digest), End(2, "f" * 64)]) == Fault("contradicted", 2)


@pytest.mark.parametrize("kind", SAYS)
def test_every_fault_has_a_sentence_with_the_event(kind):
    assert "1,204" in str(Fault(kind, 1204))
