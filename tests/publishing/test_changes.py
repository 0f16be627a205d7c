import pytest

from gatepost.publishing.changes import passage


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("Well done Zofia Nowak!", "Well done to one of our pupils!", "Zofia Nowak", "to one of our pupils"),
        ("Ring 07700 900118.", "Ring 01632 960417.", "07700 900118", "01632 960417"),
        ("See you at Zofia, on Friday.", "See you, on Friday.", " at Zofia", ""),
        ("Zofia Nowak scored.", "Scored.", "Zofia Nowak scored", "Scored"),
        ("Oliver Hartley won", "Oliver won", "Hartley ", ""),
    ],
)
def test_what_became_of_a_text_is_told_in_whole_words(before, after, was, now):
    told = passage(before, after)
    assert (told.was, told.now) == (was, now)
    assert before == told.lead + told.was + told.trail


def test_only_a_few_words_stand_on_either_side():
    told = passage(
        "Once upon a time " * 9 + "X" + " then it went on" * 9, "Once upon a time " * 9 + " then it went on" * 9
    )
    assert (told.lead[0], told.trail[-1]) == ("…", "…")
    assert max(len(told.lead), len(told.trail)) <= 41


def test_a_line_above_is_not_shown():
    assert passage("Private.\nRing Jo", "Private.\nRing").lead == "Ring"
