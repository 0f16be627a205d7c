"""What a list says of parental responsibility."""

import pytest

from gatepost.consents.imports.pupils import Who
from gatepost.consents.imports.responsible import Asked, responsibility
from gatepost.consents.imports.said import Said

TABLE = [
    ("says no of whom it was not known", None, False, "lost"),
    ("says no of somebody who has it", True, False, "lost"),
    ("says yes of whom it was not known", None, True, "gained"),
    ("says yes of somebody who has none", False, True, "stands"),
    ("says what is on record", True, True, ""),
    ("says what is on record: none", False, False, ""),
]


def made(*, before, says, name="Ewa Nowak"):
    said = Said(2, Who(), "Photos", "granted", (), given_by="Ewa NOWAK", responsibility=says)
    return responsibility({(1, "ewa nowak"): said}, [Asked(7, 1, name, before)])


@pytest.mark.parametrize(("what", "before", "says", "sort"), TABLE, ids=[row[0] for row in TABLE])
def test_a_list_takes_responsibility_away_and_never_gives_it_back(what, before, says, sort):
    found = made(before=before, says=says)
    assert [one for one in ("gained", "lost", "stands") if getattr(found, one)] == ([sort] if sort else [])


def test_somebody_else_s_responsibility_is_as_it_was():
    assert made(before=True, says=False, name="Jan Nowak").lost == ()
