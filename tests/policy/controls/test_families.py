"""What pupils and parents are asked."""

import pytest

from gatepost.policy.controls.families import FamiliesConduct, PicturesByFamilies
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        PicturesByFamilies(released_by="own_child"),
        {
            "author: {role: parent}, people: [{role: pupil, relationship: daughter}]": "allow",
            "author: {role: parent}, people: [{role: pupil, relationship: none}]": "block",
            "author: {role: parent}, people: [{relationship: niece}], strength: should_not": "advise_against",
            "author: {role: teacher}, people: [{role: pupil}]": "",
            "author: {role: parent}, people: [{role: pupil, in_photo: false}]": "",
        },
    ),
    (
        PicturesByFamilies(released_by="permission"),
        {
            "author: {role: pupil}, people: [{role: pupil, consents: {photo_social: true, given_by: pupil}}]": "allow",
            "author: {role: pupil}, people: [{role: pupil, consents: {photo_social: false}}]": "block",
            "author: {role: pupil}, people: [{role: pupil, consents: {photo_social: true, given_by: parent}}]": "block",
        },
    ),
    (
        FamiliesConduct(subjects=("complaint",), route="complaints_policy"),
        {
            "author: {role: parent}, as.topic: [complaint]": "block>complaints_policy",
            "author: {role: parent}, as.topic: [complaint], strength: should": "advise_against>complaints_policy",
            "author: {role: parent}, as.topic: [celebration]": "",
            "author: {role: teacher}, as.topic: [complaint]": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_families_are_asked_what_the_policy_asks_of_them(control, facts, expected):
    assert said(control, facts) == expected
