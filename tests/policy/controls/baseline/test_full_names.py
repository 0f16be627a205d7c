"""Surnames beside pictures."""

import pytest

from tests.policy.controls.baseline.drafts import outcomes, photo, post, pupil, reasons

FACE = photo(face_shown="recognisable")
REASONED = photo(face_shown="recognisable", reason="The prize is the pupil's own.")
FULL = pupil(named_in_text="full", name="Oliver Hartley")

NAMES = {
    "full name, face": ({"people": FULL, "media": FACE}, ["needs_approval"]),
    "full name, nobody said": ({"people": FULL, "media": photo(face_shown=None)}, ["needs_approval"]),
    "full name, hands": ({"people": FULL}, []),
    "full name, face, reason and two": (
        {"people": FULL, "media": REASONED, "approved_by": ["headteacher", "dsl"]},
        ["allow"],
    ),
    "full name, face, reason and one": (
        {"people": FULL, "media": REASONED, "approved_by": ["dsl"]},
        ["needs_approval"],
    ),
    "surname, face": ({"people": pupil(named_in_text="surname"), "media": FACE}, ["needs_approval"]),
    "first name, face": ({"people": pupil(named_in_text="first"), "media": FACE}, ["allow"]),
    "no name, face": ({"media": FACE}, []),
    "full name, not pictured": ({"people": pupil(named_in_text="full", in_photo=False), "media": FACE}, []),
    "full name of a teacher, face": ({"people": pupil(named_in_text="full", role="teacher"), "media": FACE}, []),
    "full name on a certificate": (
        {"media": photo(face_shown="recognisable", names_visible="full")},
        ["needs_approval"],
    ),
    "first name on a badge": ({"media": photo(face_shown="recognisable", names_visible="first")}, []),
    "full name on a certificate in hands": ({"media": photo(names_visible="full")}, []),
}


@pytest.mark.parametrize(("facts", "expected"), NAMES.values(), ids=NAMES)
def test_a_surname_does_not_stand_beside_a_face(facts, expected):
    assert outcomes(post(**facts), "image.name") == expected


def test_the_first_name_is_offered_in_place_of_the_full_one():
    (reason,) = reasons(post(people=FULL, media=FACE, text="Well run, Oliver Hartley!"), "image.name")
    assert reason.fixes[0].as_json() == {
        "kind": "replace",
        "where": [10, 24],
        "with": "Oliver",
        "fact": "people[0].named_in_text",
    }


def test_a_surname_alone_can_only_be_left_out():
    (reason,) = reasons(post(people=pupil(named_in_text="surname", name="Hartley"), media=FACE), "image.name")
    assert reason.fixes[0].kind == "remove"
