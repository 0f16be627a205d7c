"""Recognisable faces."""

import pytest

from tests.policy.controls.baseline.drafts import outcomes, photo, post, pupil, reasons

FACE = photo(face_shown="recognisable", reason="The prize is the pupil's own.")
TWO = ["headteacher", "dsl"]

SHOWN = {
    "hands": ({}, ["allow"]),
    "from behind": ({"media": photo(face_shown="back_or_distance")}, ["allow"]),
    "blurred": ({"media": photo(face_shown="blurred")}, ["allow"]),
    "recognisable": ({"media": photo(face_shown="recognisable")}, ["needs_approval"]),
    "recognisable, reason alone": ({"media": FACE}, ["needs_approval"]),
    "recognisable, two agree, no reason": (
        {"media": photo(face_shown="recognisable"), "approved_by": TWO},
        ["needs_approval"],
    ),
    "recognisable, reason and one": ({"media": FACE, "approved_by": ["dsl"]}, ["needs_approval"]),
    "recognisable, reason and one twice": ({"media": FACE, "approved_by": ["dsl", "dsl"]}, ["needs_approval"]),
    "recognisable, reason and two": ({"media": FACE, "approved_by": TWO}, ["allow"]),
    "recognisable, one of the two is the author": (
        {"media": FACE, "approved_by": TWO, "author": {"role": "headteacher"}},
        ["needs_approval"],
    ),
    "recognisable, for a closed group": (
        {"media": photo(face_shown="recognisable"), "audience": "closed_group"},
        ["allow"],
    ),
    "recognisable, for the public": (
        {"media": photo(face_shown="recognisable"), "audience": "public"},
        ["needs_approval"],
    ),
    "a recognisable teacher": (
        {"media": photo(face_shown="recognisable"), "people": pupil(role="teacher")},
        ["allow"],
    ),
    "a recognisable somebody": ({"media": photo(face_shown="recognisable"), "people": None}, ["needs_approval"]),
}


@pytest.mark.parametrize(("facts", "expected"), SHOWN.values(), ids=SHOWN)
def test_a_pupil_s_recognisable_face_needs_a_reason_and_two_people(facts, expected):
    assert outcomes(post(**facts), "image.face") == expected


UNSAID = {
    "a pupil pictured": ({}, ["required"], True),
    "a pupil who may be pictured": ({"people": pupil(in_photo=None)}, ["required"], True),
    "a pupil not pictured": ({"people": pupil(in_photo=False)}, ["allow"], False),
    "a teacher pictured": ({"people": pupil(role="teacher")}, ["allow"], False),
}


@pytest.mark.parametrize(("facts", "expected", "asked"), UNSAID.values(), ids=UNSAID)
def test_a_picture_of_a_pupil_is_not_called_safe_before_somebody_looked(facts, expected, asked):
    verdict = post(media=photo(face_shown=None), **facts)
    assert outcomes(verdict, "image.face") == expected
    assert ("media[0].face_shown" in verdict.unknown) == asked


def test_a_pupil_in_a_picture_that_is_not_listed_is_asked_about():
    verdict = post(media=None)
    assert (verdict.answers["safe"], verdict.unknown) == ("required", ("media[0].face_shown",))


def test_what_is_missing_is_asked_for():
    (reason,) = reasons(post(media=photo(face_shown="recognisable"), approved_by=["headteacher"]), "image.face")
    asked = [(fix.role, fix.fact) for fix in reason.fixes if fix.kind == "ask"]
    assert asked == [("author", "media[0].reason"), ("second_approver", "approved_by")]
