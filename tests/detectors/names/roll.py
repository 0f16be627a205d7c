"""An invented roll for the tests of names."""

from gatepost.detectors import Person, Roster, detect_text

_NAMES = [
    ("Oliver", "Hartley", "Ollie"),
    ("Grace", "Young", ""),
    ("Will", "King", ""),
    ("Amelia", "O'Brien", ""),
    ("Zoë", "Smith-Jones", ""),
    ("Summer", "Green", ""),
    ("May", "Park", ""),
    ("Mark", "Reading", ""),
    ("Harriet", "Hughes", ""),
    ("Jack", "Patel", ""),
    ("Imran", "Khan", ""),
    ("Beth", "Wood", ""),
    ("Tomasz", "Marsh", ""),
    ("Anil", "Price", ""),
    ("Mateo", "van der Berg", ""),
]
PEOPLE = [
    Person(upn=f"U{i}", legal_first=first, legal_last=last, nicknames=(nick,) if nick else ())
    for i, (first, last, nick) in enumerate(_NAMES)
]
STAFF = [Person(admission_no="S1", legal_first="Daniel", legal_last="Patel", kind="staff")]
PUPIL_DANIEL = Person(admission_no="A7", legal_first="Daniel", legal_last="Oakes", preferred_first="Danny")
ROLL = Roster([*PEOPLE, *STAFF, PUPIL_DANIEL])
PUPILS = ("pupil_full", "pupil_first", "pupil_surname")


def named(text: str) -> list[tuple[str, str]]:
    """Type and words of every pupil found in the text."""
    return [
        (f.type.removeprefix("pupil_"), text[f.start : f.end]) for f in detect_text(text, roster=ROLL, types=PUPILS)
    ]
