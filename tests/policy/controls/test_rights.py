"""Marks, pictures and content that belong to somebody."""

import pytest

from gatepost.policy.controls.rights import Brand, OthersMaterial, OursForOneself
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        Brand(marks=("logo",), route="headteacher"),
        {
            "uses_logo: true": "needs_approval>headteacher",
            "uses_logo: true, logo_permission: true": "allow",
            "uses_logo: true, logo_permission: false": "block",
            "uses_logo: false": "",
            "kind: account, uses_org_name: true": "",
            "uses_logo: true, account: official": "",
            "media: [{type: logo}]": "needs_approval>headteacher",
        },
    ),
    (Brand(marks=("logo", "name")), {"kind: account, uses_org_name: true": "block", "uses_logo: null": ""}),
    (
        OthersMaterial(needs="permission"),
        {
            "media: [{source: third_party, permission: true}]": "allow",
            "media: [{source: third_party, permission: false, credited: true}]": "block",
            "media: [{source: third_party}]": "?media[0].permission block",
            "media: [{source: own}]": "",
        },
    ),
    (
        OthersMaterial(needs="permission_or_credit"),
        {"media: [{source: third_party, permission: false, credited: true}]": "allow"},
    ),
    (
        OthersMaterial(needs="credit"),
        {
            "media: [{source: third_party, permission: true, credited: true}]": "allow",
            "media: [{source: third_party, permission: true, credited: false}]": "required",
            "media: [{source: third_party, permission: false, credited: false}]": "",
        },
    ),
    (
        OursForOneself(),
        {
            "share_of: {owner: trust}": "block",
            "share_of: {owner: other}": "",
            "media: [{source: school}]": "block",
            "media: [{source: own}]": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_what_belongs_to_somebody_is_used_with_leave(control, facts, expected):
    assert said(control, facts) == expected
