import pytest

from gatepost.screening.expected import expected_names
from gatepost.screening.names import small_roster


def places(text, *names):
    """Where the first names of listed people stand."""
    roster = small_roster((f"people[{i}]", {"name": name}) for i, name in enumerate(names))
    return [(finding.start, finding.end) for finding in expected_names(text, roster)]


FOUND = {
    "after a comma": ("Well run, Oliver!", "Oliver Hartley", (10, 16)),
    "with a possessive": ("We loved Oliver's print.", "Oliver Hartley", (9, 15)),
    "a name that is a word": ("Three cheers, Will!", "Will Marsh", (14, 18)),
    "an accent left out": ("A prize, Zoe!", "Zoë Adeyemi", (9, 12)),
    "a double name": ("A prize, Anna-May!", "Anna-May Lowe", (9, 17)),
}
LEFT = {
    "the word at the start of a sentence": ("Will you join us?", "Will Marsh"),
    "the word at the start of a later sentence": ("Doors open at six. Will you come?", "Will Marsh"),
    "the word without its capital": ("They will win, will they?", "Will Marsh"),
    "a season": ("Come to our Summer Fair.", "Summer Jones"),
    "a place": ("A trip to Melbourne!", "Melbourne Lowe"),
    "a longer word": ("We sang Olivera's song.", "Oliver Hartley"),
    "a text in capitals": ("WELL RUN, OLIVER!", "Oliver Hartley"),
    "somebody else": ("Well run, Jacob!", "Oliver Hartley"),
}


@pytest.mark.parametrize(("text", "name", "place"), FOUND.values(), ids=FOUND)
def test_the_first_name_of_somebody_listed_is_found(text, name, place):
    assert places(text, name) == [place]


@pytest.mark.parametrize(("text", "name"), LEFT.values(), ids=LEFT)
def test_a_word_that_looks_like_the_name_is_left_alone(text, name):
    assert places(text, name) == []
