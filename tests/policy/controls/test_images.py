"""What about school stays off a personal account."""

import pytest

from gatepost.policy.controls.images import PersonalAccountContent, SharingException
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        PersonalAccountContent(keeps_off=("pupil_picture", "pupil_name"), released_by="written_consent"),
        {
            "people: [{role: pupil, in_photo: true}]": "block",
            "people: [{role: pupil, named_in_text: first}], strength: should_not": "advise_against",
            "people: [{role: pupil, in_photo: true, consents: {photo_social: true, written: true}}]": "allow",
            "people: [{role: pupil, in_photo: true, consents: {photo_social: true}}]": "block",
            "people: [{role: pupil, in_photo: false, named_in_text: none}]": "",
            "people: [{role: teacher, in_photo: true}]": "",
            "about: {role: pupil}": "",
        },
    ),
    (
        PersonalAccountContent(keeps_off=("colleague_mention", "school_news")),
        {
            "about: {role: teacher}": "block",
            "about: {role: teacher, identifiable: false}": "",
            "share_of: {owner: school}": "block",
            "share_of: {owner: other}": "",
            "topic: School news": "block",
            "topic: my garden": "",
        },
    ),
    (
        SharingException(platforms=("linkedin",), lifts=("3.p4",)),
        {"share_of: {channel: linkedin}": "allow", "share_of: {channel: facebook}": "", "channel: linkedin": ""},
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_school_stays_off_a_personal_account(control, facts, expected):
    assert said(control, facts) == expected
