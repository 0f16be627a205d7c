"""How a pupil may be named, and which details stay out."""

import pytest

from gatepost.policy.controls.names import NamesInPicture, NameStyle, PersonalDetails
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        NameStyle(barred_styles=("surname", "full"), only_with_photo=True),
        {
            "people: [{role: pupil, in_photo: true, named_in_text: full}]": "block",
            "people: [{role: pupil, in_photo: true, named_in_text: surname}]": "block",
            "people: [{role: pupil, in_photo: true, named_in_text: first}]": "allow",
            "people: [{role: pupil, in_photo: false, named_in_text: full}]": "",
            "people: [{role: teacher, in_photo: true, named_in_text: full}]": "",
            "people: [{role: pupil, in_photo: true}]": "?people[0].named_in_text",
            "people: [{role: pupil, in_photo: true, named_in_text: none}], media: [{names_visible: full}]": "block",
            "account: personal, people: [{role: pupil, in_photo: true, named_in_text: full}]": "",
            "people: [], media: [{names_visible: full}]": "block",
            "media: [{names_visible: surname}]": "block",
            "people: [], media: [{names_visible: first}]": "allow",
            "people: [], media: [{names_visible: none}]": "",
            "people: [{role: teacher, in_photo: true}], media: [{names_visible: full}]": "",
            "account: personal, people: [], media: [{names_visible: full}]": "",
        },
    ),
    (NameStyle(barred_styles=("full",), in_picture=False), {"people: [], media: [{names_visible: full}]": ""}),
    (NameStyle(barred_styles=("full",)), {"people: [{role: pupil, in_photo: false, named_in_text: full}]": "block"}),
    (
        NamesInPicture(),
        {
            "media: [{names_visible: none}]": "allow",
            "media: [{names_visible: full}]": "block",
            "media: [{type: photo}]": "?media[0].names_visible",
            "media: [{names_visible: full}], people: [{role: pupil, consents: {name_social: true}}]": "allow",
            "media: [{names_visible: full}], account: personal": "",
        },
    ),
    (
        PersonalDetails(details=("phone", "address")),
        {
            "personal_data: [phone]": "block",
            "personal_data: [car_reg]": "",
            "personal_data: [], found: [phone]": "",
            "text: Ring me, found: [phone]": "block",
            "text: Ring me, found: [email]": "",
            "kind: personal-post, personal_data: [phone], strength: should_not": "advise_against",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_name_or_detail_is_used_as_the_policy_lets_it(control, facts, expected):
    assert said(control, facts) == expected
