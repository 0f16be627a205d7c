"""The school's own numbers and addresses."""

import pytest

from gatepost.detectors import Person, Roster, detect_text

CONTACTS = ["01632 960142", "office@oakfield.sch.uk", "Oakfield School, 12 Station Road, Hull HU5 3QR"]
OWN = [
    "Ring (01632) 960-142 please",
    "Ring +44 1632 960142 please",
    "Write to OFFICE@oakfield.sch.uk",
    "Come to 12 Station Road",
    "We are at HU5 3QR",
]
OTHERS = {"Ring 01632 960143": "phone", "Write to head@oakfield.sch.uk": "email", "At HU5 3QS": "postcode"}


@pytest.mark.parametrize("text", OWN)
def test_the_schools_own_contact_is_no_problem(text):
    assert {f.type for f in detect_text(text, contacts=CONTACTS)} == {"school_contact"}


@pytest.mark.parametrize(("text", "kind"), OTHERS.items())
def test_a_contact_that_only_resembles_it_stays_what_it_is(text, kind):
    assert {f.type for f in detect_text(text, contacts=CONTACTS)} == {kind}


def test_contacts_that_the_roster_brings_count_too():
    roll = Roster([Person(legal_first="Ann", legal_last="Oak")], contacts=CONTACTS)
    assert {f.type for f in detect_text(OWN[0], roster=roll)} == {"school_contact"}
