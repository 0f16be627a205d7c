"""Permission, people said, nobody shown."""

import pytest

from tests.policy.controls.baseline.drafts import outcomes, photo, post, pupil, reasons

NOT_HELD = {"photo_social": False}
HELD_FOR_PHOTO = {"photo_social": True}

USES = {
    "pictured, held": ({}, ["allow"]),
    "pictured, refused": ({"consents": NOT_HELD}, ["block"]),
    "pictured, nothing on file": ({"consents": None}, ["block"]),
    "not pictured, refused": ({"in_photo": False, "consents": NOT_HELD}, []),
    "named, held for the picture only": ({"named_in_text": "first", "consents": HELD_FOR_PHOTO}, ["block", "allow"]),
    "quoted, held for the picture only": ({"quoted": True, "consents": HELD_FOR_PHOTO}, ["block", "allow"]),
    "not quoted, held for the picture only": ({"quoted": False, "consents": HELD_FOR_PHOTO}, ["allow"]),
}


@pytest.mark.parametrize(("person", "expected"), USES.values(), ids=USES)
def test_each_use_of_a_person_needs_its_permission(person, expected):
    assert outcomes(post(people=pupil(**person)), "permission.holds") == expected


def test_one_finding_names_every_clause_that_rests_on_it():
    (found,) = reasons(post(people=pupil(consents=NOT_HELD)), "permission.holds")
    assert {"permission.unanswered", "permission.flag"} <= set(found.also)


def test_a_picture_that_cannot_go_out_can_be_blurred():
    (found,) = reasons(post(people=pupil(consents=NOT_HELD)), "permission.holds")
    assert [(fix.kind, fix.fact) for fix in found.fixes] == [("blur", "people[0]"), ("ask", None)]


SAID = {
    "a photo, nobody listed": ({"people": None}, ["required"]),
    "a photo, listed as empty": ({"people": []}, []),
    "a photo that shows no people": ({"people": None, "media": photo(face_shown="no_people")}, []),
    "a logo": ({"people": None, "media": photo(type="logo")}, []),
    "a bought picture": ({"people": None, "media": photo(source="stock")}, []),
    "no picture": ({"people": None, "media": None}, []),
    "a pupil who may be in it": ({"people": pupil(in_photo=None)}, ["required"]),
    "a pupil who is not in it": ({"people": pupil(in_photo=False)}, []),
}


@pytest.mark.parametrize(("facts", "expected"), SAID.values(), ids=SAID)
def test_who_is_in_a_picture_has_to_be_said(facts, expected):
    assert outcomes(post(**facts), "permission.looked_up") == expected


NOBODY = {
    "nobody listed": ({"people": [], "media": None}, ["allow"]),
    "listed and not used": ({"people": pupil(in_photo=False)}, ["allow"]),
    "named": ({"people": pupil(in_photo=False, named_in_text="first")}, []),
    "pictured": ({}, []),
}


@pytest.mark.parametrize(("facts", "expected"), NOBODY.values(), ids=NOBODY)
def test_a_post_that_uses_nobody_needs_no_permission(facts, expected):
    assert outcomes(post(**facts), "permission.nobody") == expected
