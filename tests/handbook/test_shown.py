from dataclasses import replace

import pytest

from gatepost import library
from gatepost.handbook.shown import called, carrying, sections

SOUTHPORT = library.document("southport")


def refs(document=SOUTHPORT, **asked):
    """The references that are shown."""
    return [clause.ref for section in sections(document, **asked) for clause in section.clauses]


@pytest.mark.parametrize("name", [*library.IDS, library.BASELINE])
def test_every_clause_is_shown_once_and_in_order(name):
    document = library.document(name)
    assert refs(document) == [clause.ref for clause in document.clauses]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Social media policy", "Social media policy of Southport Learning Trust"),
        ("Southport Learning Trust: social media", "Southport Learning Trust: social media"),
    ],
)
def test_a_policy_is_called_with_whose_it_is(title, said):
    assert called(replace(SOUTHPORT, head=replace(SOUTHPORT.head, title=title))) == said


def test_no_two_of_the_library_are_called_the_same():
    assert len({called(library.document(name)) for name in library.IDS}) == len(library.IDS)


def test_every_word_that_is_looked_for_stands_in_each_clause():
    found = sections(SOUTHPORT, words="personal RECORD")
    assert 0 < sum(len(section.clauses) for section in found) < len(SOUTHPORT.clauses)


def test_a_reference_is_found():
    assert refs(words="2.official.b6") == ["2.official.b6"]


def test_words_that_stand_nowhere_find_nothing():
    assert refs(words="zeppelin") == []


def test_our_words_are_said_to_be_ours_and_a_schools_are_not():
    point = SOUTHPORT.sections[0].clauses[0].points[0]
    clause = replace(SOUTHPORT.sections[0].clauses[0], points=(replace(point, wording="As the governors put it."),))
    document = replace(SOUTHPORT, sections=(replace(SOUTHPORT.sections[0], clauses=(clause,)),))
    [shown] = sections(document)[0].clauses
    assert (shown.points[0].says, shown.points[0].ours) == ("As the governors put it.", False)
    assert sections(SOUTHPORT)[0].clauses[0].ours


def test_clauses_that_disagree_name_each_other():
    shown = {clause.ref: clause.conflicts for section in sections(SOUTHPORT) for clause in section.clauses}
    assert (shown["1.p2"][0][0], shown["5.sensitive.b1"][0][0]) == ("5.sensitive.b1", "1.p2")


def test_what_law_asks_names_its_sources():
    [section, *_] = sections(library.document(library.BASELINE))
    assert [clause.ref for clause in section.clauses if not clause.sources] == []


@pytest.mark.parametrize("name", library.IDS)
def test_the_counts_are_those_of_the_document(name):
    whole = carrying(library.document(name))
    assert (whole.clauses, whole.points, whole.nothing) == (
        len(library.document(name).clauses), len(library.document(name).points), 0,
    )  # fmt: skip
