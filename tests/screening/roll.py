"""The roll of the tests: invented pupils, and a member of staff who shares a pupil's name."""

from gatepost.detectors import Person, Roster

OLIVER = "A100000000001"
OTHER_OLIVER = "A100000000002"
ZOE = "A100000000003"

PEOPLE = (
    Person(upn=OLIVER, legal_first="Oliver", legal_last="Hartley", nicknames=("Ollie",)),
    Person(upn=OTHER_OLIVER, legal_first="Oliver", legal_last="Pemberton"),
    Person(upn=ZOE, legal_first="Zoë", legal_last="Adeyemi-Clarke", preferred_last="Adeyemi"),
    Person(admission_no="S1", legal_first="Marian", legal_last="Thackeray", kind="staff"),
)


def roll() -> Roster:
    """The roll, built anew."""
    return Roster(PEOPLE)
