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
            "kind: question, account: personal, people: [{role: pupil, in_photo: true}]": "block",
            "kind: question, account: official, people: [{role: pupil, in_photo: true}]": "",
            "kind: question, people: [{role: pupil, in_photo: true}]": "",
            "people: [{role: pupil, relationship: son, in_photo: true}]": "block",
        },
    ),
    (
        PersonalAccountContent(keeps_off=("pupil_picture", "school_news"), own_child=False),
        {
            "people: [{role: pupil, relationship: son, in_photo: true}]": "",
            "people: [{role: pupil, relationship: nephew, in_photo: true}]": "block block",
            "people: [{role: pupil, relationship: none, in_photo: true}]": "block block",
        },
    ),
    (
        PersonalAccountContent(keeps_off=("pupil_mention",)),
        {
            "kind: question, account: personal, about: {role: pupil}": "block",
            "kind: question, account: personal, about: {role: pupil, identifiable: false}": "",
            "kind: question, account: personal, about: {role: former_pupil}": "",
            "kind: question, about: {role: pupil}": "",
        },
    ),
    (
        PersonalAccountContent(keeps_off=("colleague_mention", "school_news")),
        {
            "people: [{role: teacher}]": "block",
            "people: [{role: friend}]": "",
            "people: [{role: neighbour, in_photo: true}]": "",
            "people: [{role: former_colleague}]": "",
            "about: {role: friend}": "",
            "kind: question, account: personal, topic: school news": "",
            "as.purpose: [work_matters], purpose: the sports day": "block",
            "kind: question, account: personal, as.purpose: [work_matters], purpose: the sports day": "",
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
