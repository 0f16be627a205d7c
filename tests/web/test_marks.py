from hypothesis import given
from hypothesis import strategies as st

from gatepost.web.marks import Part, marked


def test_a_place_is_marked_and_has_its_number():
    ring, number, now = marked("Ring 07700 now", [(5, 10, 4)])
    assert number == Part("07700", marked=True, pins=(4,))
    assert (ring, now) == (Part("Ring ", marked=False, pins=()), Part(" now", marked=False, pins=()))


def test_places_over_each_other_are_one_mark_with_a_number_at_each_end():
    parts = marked("abcdef", [(0, 4, 1), (2, 6, 2)])
    assert [(one.text, one.pins) for one in parts] == [("abcd", (1,)), ("ef", (2,))]


def test_two_findings_of_the_same_words_stand_side_by_side():
    assert marked("abc", [(0, 3, 7), (0, 3, 2)]) == (Part("abc", marked=True, pins=(2, 7)),)


def test_a_place_counts_an_emoji_as_one():
    assert [one.text for one in marked("🌋🌋 Maisie", [(3, 9, 1)])] == ["🌋🌋 ", "Maisie"]


def test_a_place_that_is_not_in_the_text_is_cut_to_fit():
    assert marked("abc", [(-5, 1, 1), (2, 99, 2), (3, 3, 3), (2, 1, 4)])[-1] == Part("c", marked=True, pins=(2,))


def test_nothing_is_made_of_nothing():
    assert marked("", [(0, 4, 1)]) == ()


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45), st.integers(1, 9)), max_size=6)
)
def test_all_parts_together_are_the_text(text, places):
    assert "".join(one.text for one in marked(text, places)) == text
