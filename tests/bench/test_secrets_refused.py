"""What the measurement of secrets counts, and that what is held back shares no sentence with what is tuned on."""

from bench import secret_notes, secret_notes_kept, secret_notes_typed, secret_notes_written
from bench.secrets_refused import refusal

LABELLED = [("Password: Sunflower12", True), ("In the safe", False), ("Ask the office", True), ("pw Lantern7", False)]


def test_recall_is_of_the_secrets_and_precision_of_the_refused():
    figures = refusal(LABELLED)
    assert (figures["recall"], figures["precision"]) == (0.5, 0.5)


def test_the_notes_are_the_same_for_the_same_seed_and_half_of_them_tell():
    first, again = (secret_notes_kept.kept_notes(7, count=50) for _ in range(2))
    assert (first == again, sum(secret for _, secret in first), len(first)) == (True, 50, 100)


def test_no_note_of_those_held_back_is_written_like_one_that_is_tuned_on():
    tuned = {line for one in (secret_notes, secret_notes_typed, secret_notes_written)
             for line in (*one._TELLING, *one._QUIET)}  # fmt: skip
    assert tuned.isdisjoint((*secret_notes_kept._TELLING, *secret_notes_kept._QUIET))
