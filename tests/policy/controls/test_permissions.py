"""Whose permission a post needs."""

import pytest

from gatepost.policy.controls.permissions import ElementPermission, WrittenPermission
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        ElementPermission(elements=("photo", "name", "quote")),
        {
            "people: [{role: pupil, in_photo: true, consents: {photo_social: true}}]": "allow",
            "people: [{in_photo: true, consents: {photo_social: false}}]": "?people[0].consents.photo_social block",
            "people: [{role: pupil, in_photo: true}]": "?people[0].consents.photo_social block",
            "people: [{role: pupil, in_photo: false, named_in_text: full, consents: {name_social: true}}]": "allow",
            "people: [{quoted: true, consents: {quote_social: false}}]": "?people[0].consents.quote_social block",
            "people: [{role: pupil, in_photo: false, named_in_text: none}]": "",
            "people: [{in_photo: true, consents: {do_not_show: true}}]": "?people[0].consents.photo_social block",
            "people: [{role: teacher, in_photo: true}]": "?people[0].consents.photo_social block",
            "people: []": "",
            "text: Good morning": "?people",
            "account: personal, people: [{role: pupil, in_photo: true}]": "",
            "people: [], media: [{names_visible: full}]": "block",
            "people: [], media: [{names_visible: none}]": "",
            "people: null": "",
            "people: null, media: [{names_visible: first}]": "block",
            "media: [{names_visible: full}]": "?people block",
            "people: [{role: pupil, in_photo: false}], media: [{names_visible: full}]": "block",
            "account: personal, people: [], media: [{names_visible: full}]": "",
        },
    ),
    (
        ElementPermission(elements=("photo",), people=("pupil",)),
        {
            "people: [{role: teacher, in_photo: true, consents: {photo_social: false}}]": "",
            "people: [{role: pupil, named_in_text: full, consents: {name_social: false}}]": "",
            "people: [], media: [{names_visible: full}]": "",
        },
    ),
    (
        ElementPermission(elements=("name",), visible_names=False),
        {"people: [], media: [{names_visible: full}]": ""},
    ),
    (ElementPermission(elements=("name",), people=("adult",)), {"people: [], media: [{names_visible: full}]": ""}),
    (
        ElementPermission(elements=("photo",), given_by=("parent",)),
        {
            "people: [{in_photo: true, consents: {photo_social: true, given_by: parent}}]": "allow",
            "people: [{in_photo: true, consents: {photo_social: true}}]": "?people[0].consents.given_by allow",
            "people: [{in_photo: true, consents: {photo_social: true, given_by: null}}]": (
                "?people[0].consents.given_by allow"
            ),
            "people: [{role: teacher, in_photo: true, consents: {photo_social: true}}]": "allow",
            "people: [{in_photo: true, consents: {photo_social: true}, parent_consent: true}]": "allow",
        },
    ),
    (
        ElementPermission(elements=("photo",), given_by=("parent", "pupil"), pupil_from_age=13),
        {
            "people: [{age: 13, in_photo: true, consents: {photo_social: true, given_by: pupil}}]": "allow",
            "people: [{age: 12, in_photo: true, consents: {photo_social: true, given_by: carer}}]": "allow",
            "people: [{in_photo: true, consents: {photo_social: true, given_by: pupil}}]": (
                "?people[0].consents.given_by block"
            ),
        },
    ),
    (
        WrittenPermission(),
        {
            "people: [{in_photo: true, consents: {photo_social: true, written: true}}]": "allow",
            "people: [{in_photo: true, consents: {photo_social: true, written: false}}]": "block",
            "people: [{in_photo: true, consents: {photo_social: true}}]": "?people[0].consents.written",
            "people: [{in_photo: true, consents: {photo_social: true, written: null}}]": (
                "?people[0].consents.written block"
            ),
            "people: [{in_photo: true, consents: {written: true}}]": "?people[0].consents.written block",
            "people: [{role: pupil, in_photo: false}]": "",
            "account: personal, people: [{role: pupil, in_photo: true, consents: {written: false}}]": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_person_is_shown_or_named_with_permission_only(control, facts, expected):
    assert said(control, facts) == expected
