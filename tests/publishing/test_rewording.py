import pytest

from gatepost.publishing.rewording import unnamed, without

ONE = "Zofia Nowak"


def place(text: str) -> tuple[int, int]:
    return text.index(ONE), text.index(ONE) + len(ONE)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Well done Zofia Nowak, who won.", "Well done to one of our pupils, who won."),
        ("Well done, Zofia Nowak!", "Well done to one of our pupils!"),
        ("Well done to Zofia Nowak.", "Well done to one of our pupils."),
        (
            "We had fun. Congratulations Zofia Nowak on a goal.",
            "We had fun. Congratulations to one of our pupils on a goal.",
        ),
        ("Big thanks Zofia Nowak.", "Big thanks to one of our pupils."),
        ("Happy birthday Zofia Nowak!", "Happy birthday to one of our pupils!"),
        ("Zofia Nowak scored twice.", "One of our pupils scored twice."),
        ("A win! Zofia Nowak scored.", "A win! One of our pupils scored."),
        ("Thanks to Zofia Nowak and Oliver.", "Thanks to one of our pupils and Oliver."),
        ("Thanks to one of our pupils and Zofia Nowak!", "Thanks to two of our pupils!"),
        ("Thanks to two of our pupils, Zofia Nowak and Bo.", "Thanks to three of our pupils and Bo."),
        ("Zofia Nowak and one of our pupils won.", "Two of our pupils won."),
        ("We loved Zofia Nowak’s model.", "We loved a pupil’s model."),
        ("Zofia Nowak's model won.", "A pupil’s model won."),
        ("Well done Zofia Nowak’s team", "Well done to a pupil’s team"),
        ("We loved one of our pupils and Zofia Nowak’s model.", "We loved two of our pupils’ model."),
        ("Our very own Zofia Nowak won.", "One of our pupils won."),
        ("Then the talented Zofia Nowak won.", "Then the talented pupil won."),
        ("Then our captain Zofia Nowak scored.", "Then our captain scored."),
        ("In the final Zofia Nowak scored.", "In the final one of our pupils scored."),
        ("It went well, done Zofia Nowak", "It went well, done one of our pupils"),
        ("They thanked Zofia Nowak.", "They thanked one of our pupils."),
        ("Zofia Nowak ‘won’", "One of our pupils ‘won’"),
    ],
)
def test_a_sentence_without_the_name_still_reads_as_one(text, after):
    assert unnamed(text, *place(text)).done(text) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Well done to Zofia Nowak, who won.", "Well done, who won."),
        ("Well done, Zofia Nowak!", "Well done!"),
        ("Zofia Nowak scored twice.", "Scored twice."),
        ("Thanks to Zofia Nowak and Oliver.", "Thanks to Oliver."),
        ("Thanks to Oliver and Zofia Nowak.", "Thanks to Oliver."),
        ("Bo, Zofia Nowak and Al won.", "Bo and Al won."),
        ("Look at Zofia Nowak, Bo and Al.", "Look at Bo and Al."),
        ("Zofia Nowak, Bo and Al ran.", "Bo and Al ran."),
        ("Zofia Nowak, you won!", "You won!"),
        ("We loved Zofia Nowak’s model.", "We loved the model."),
        ("Well done Zofia Nowak’s team", "Well done to the team"),
        ("Bo and Zofia Nowak’s work", "Bo and the work"),
        ("Then our very own Zofia Nowak won.", "Then won."),
        ("Thank you Zofia Nowak", "Thank you"),
        ("See you at Zofia Nowak, on Friday.", "See you, on Friday."),
        ("See you at Zofia Nowak on Friday.", "See you at on Friday."),
        ("He lives near Zofia Nowak.", "He lives."),
        ("We walked from Zofia Nowak", "We walked"),
        ("A cat Zofia Nowak.", "A cat."),
        ("On Zofia Nowak, we won.", "On, we won."),
        ("a\nZofia Nowak b", "a\nB"),
        ("(Zofia Nowak)", "()"),
    ],
)
def test_nothing_stays_behind_where_a_name_is_taken_out(text, after):
    start, end = place(text)
    assert without(text[:start], text[end:]) == after
