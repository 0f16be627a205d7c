import pytest

from gatepost.detectors import Person, Roster
from gatepost.detectors.pictures import Box, Seen, Words, names_on

ROLL = Roster([
    Person(upn="A1", legal_first="Oliver", legal_last="Hartley", preferred_first="Ollie"),
    Person(upn="A2", legal_first="Zofia", legal_last="Kowalczyk"),
    Person(upn="A3", legal_first="Grace", legal_last="King"),
    Person(upn="A4", legal_first="Seán", legal_last="O'Brien"),
    Person(upn="A5", legal_first="Lily-Rose", legal_last="Ashworth-Bell"),
    Person(upn="A6", legal_first="Mia", legal_last="Lee"),
    Person(upn="S1", legal_first="Harriet", legal_last="Openshaw", kind="staff"),
])  # fmt: skip


def read(*lines: str | tuple[str, int, int]) -> Seen:
    """Lines as they were read: one under the other, unless a place is given."""
    placed = [line if isinstance(line, tuple) else (line, 100, 100 + 100 * i) for i, line in enumerate(lines)]
    words = tuple(Words(Box(x, y, 30 * len(text), 60), text, 0.99) for text, x, y in placed)
    return Seen(1600, 1200, (), words, 0)


def found(*lines: str | tuple[str, int, int]) -> list[tuple[tuple[str, ...], str]]:
    return [(named.who, named.form) for named in names_on(read(*lines), ROLL)]


FULL = {
    "on a line of its own": (["Oliver Hartley"], "A1"),
    "in capitals": (["OLIVER HARTLEY"], "A1"),
    "without its space": (["OliverHartley"], "A1"),
    "amid a sentence": (["Awarded to Oliver Hartley for maths"], "A1"),
    "under the words before it": (["This is to certify that", "Zofia Kowalczyk", "swam 25 metres"], "A2"),
    "over two lines": (["OLIVER", "HARTLEY"], "A1"),
    "over two lines, the surname first": (["HARTLEY", "Oliver"], "A1"),
    "side by side": ([("Zofia", 100, 100), ("Kowalczyk", 300, 105)], "A2"),
    "the words before it on the first line": (["Well done Zofia", "Kowalczyk"], "A2"),
    "surname first": (["Hartley, Oliver"], "A1"),
    "by the name that is used": (["Ollie Hartley"], "A1"),
    "of words that mean something else too": (["Grace King"], "A3"),
    "with a mark that was not read": (["Sean OBrien"], "A4"),
    "of two parts each": (["Lily-Rose Ashworth-Bell"], "A5"),
    "short": (["Mia Lee"], "A6"),
    "with a letter misread": (["Zofia Kowa1czyk"], "A2"),
    "with a letter lost": (["Olver Hartley"], "A1"),
}


@pytest.mark.parametrize(("lines", "who"), FULL.values(), ids=FULL)
def test_a_whole_name_is_found(lines, who):
    assert found(*lines) == [((who,), "full")]


ALONE = {
    "a badge": (["Zofia"], ("A2",), "first"),
    "a badge under hello": (["HELLO", "my name is", "OLIVER"], ("A1",), "first"),
    "a shirt": (["HARTLEY", "7"], ("A1",), "surname"),
    "praise": (["Well done Ollie!"], ("A1",), "first"),
}


@pytest.mark.parametrize(("lines", "who", "form"), ALONE.values(), ids=ALONE)
def test_half_a_name_is_found_where_it_stands_alone_or_is_praised(lines, who, form):
    assert found(*lines) == [(who, form)]


NONE = {
    "no words": [],
    "words": ["SPORTS DAY", "Year 4"],
    "virtues on a wall": ["GRACE", "HOPE", "KINDNESS"],
    "a chess piece": ["King"],
    "a musical": ["OLIVER!"],
    "somebody who is not on the roll": ["Olivia Hartman"],
    "a short name but for a letter": ["Mia Les"],
    "the first name and surname of two people": [("Zofia", 100, 100), ("Hartley", 1200, 1000)],
    "a teacher by title": ["Mr Hartley"],
    "a date": ["20 November 2026"],
}


@pytest.mark.parametrize("lines", NONE.values(), ids=NONE)
def test_other_words_name_nobody_in_full(lines):
    assert "full" not in [form for _, form in found(*lines)]


def test_virtues_and_titles_name_nobody_at_all():
    assert found("GRACE", "HOPE", "King", "OLIVER", "Mr Hartley") == []


def test_the_box_of_a_name_holds_both_its_lines():
    (named,) = names_on(read("OLIVER", "HARTLEY"), ROLL)
    assert (named.text, named.box) == ("OLIVER HARTLEY", Box(100, 100, 210, 160))


def test_a_misread_name_is_less_sure_and_says_so():
    (exact,), (near,) = names_on(read("Zofia Kowalczyk"), ROLL), names_on(read("Zofia Kowa1czyk"), ROLL)
    assert exact.confidence > near.confidence
    assert "but for a letter or two" in near.why


def test_a_name_of_two_people_names_both():
    twins = Roster([Person(upn=key, legal_first="Oliver", legal_last="Hartley") for key in ("A1", "B2")])
    (named,) = names_on(read("Oliver Hartley"), twins)
    assert named.who == ("A1", "B2")


def test_a_member_of_staff_is_told_apart():
    (named,) = names_on(read("Harriet Openshaw"), ROLL)
    assert (named.who, named.kind) == (("S1",), "staff")
