"""Contact with pupils, former pupils and parents."""

import pytest

from gatepost.policy.controls.contact import ContactBar, ContactPermission, OfficialContact, SchoolAddressOnly
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        ContactBar(people=("pupil", "recent_leaver"), except_family="close"),
        {
            "contact_with: {role: pupil, relationship: none}": "block",
            "contact_with: {role: pupil}": "?contact_with.relationship block",
            "contact_with: {role: pupil, relationship: niece}": "allow",
            "contact_with: {role: pupil, relationship: friend}": "block",
            "contact_with: {role: parent, relationship: none}": "",
            "contact_with: {role: former_pupil, relationship: none, left: 2025-07}, today: 2026-11-21": "block",
            "contact_with: {role: former_pupil, relationship: none, left: 2019-07}, today: 2026-11-21": "",
            "contact_with: {role: pupil, relationship: none}, account: official": "",
            "contact_with: {role: pupil, relationship: none}, channel: email": "",
            "kind: access, contact_with: {role: pupil, relationship: none}, action: follow": "block",
            "kind: access, contact_with: {role: pupil, relationship: niece}, action: follow": "allow",
            "kind: access, contact_with: {role: pupil, relationship: none}, channel: learning_platform": "",
            "audience: pupils": "?contact_with.relationship block",
            "audience: parents": "",
            "audience: pupils, account: official": "",
            "audience: pupils, channel: email": "",
            "audience: pupils, contact_with: {role: parent}": "",
        },
    ),
    (
        ContactBar(people=("parent",), except_family="immediate", any_means=True),
        {
            "contact_with: {role: parent, relationship: none}, strength: strongly_advised": "advise_against",
            "contact_with: {role: parent, relationship: sister}": "allow",
            "contact_with: {role: parent, relationship: niece}": "block",
            "contact_with: {role: parent, relationship: none}, channel: email": "block",
            "contact_with: {role: parent, relationship: none}, channel: email, address: school": "",
            "contact_with: {role: carer, relationship: none}": "block",
            "contact_with: {role: step_parent, relationship: none}": "block",
            "contact_with: {role: grandparent, relationship: none}": "",
        },
    ),
    (
        ContactBar(people=("family",), except_family="close"),
        {
            "contact_with: {role: grandparent, relationship: none}": "block",
            "contact_with: {role: step_parent, relationship: none}": "",
            "contact_with: {role: aunt, relationship: none}": "block",
            "contact_with: {role: sibling, relationship: nephew}": "allow",
            "contact_with: {role: relative}": "?contact_with.relationship block",
            "contact_with: {role: parent, relationship: none}": "",
            "contact_with: {role: friend, relationship: none}": "",
        },
    ),
    (
        ContactPermission(route="headteacher"),
        {
            "contact_with: {role: former_pupil, left: 2026-07}, today: 2026-11-21": "needs_approval>headteacher",
            "contact_with: {role: former_pupil, left: 2019-07}, today: 2026-11-21": "",
            "contact_with: {role: former_pupil}, today: 2026-11-21": "?contact_with.left needs_approval>headteacher",
            "contact_with: {role: leaver, left: ²02}, today: 2026-11-21": (
                "?contact_with.left needs_approval>headteacher"
            ),
            "contact_with: {role: former_pupil, left: 2026-07, relationship: son}, today: 2026-11-21": "",
            "contact_with: {role: pupil}": "",
            "contact_with: {role: pupil, status: left, left: 2026-07}, today: 2026-11-21": "needs_approval>headteacher",
            "kind: access, contact_with: {role: alumna, left: 2026-07}, today: 2026-11-21": (
                "needs_approval>headteacher"
            ),
            "contact_with: {role: alumna, left: 2026-07}, today: 2026-11-21, channel: email": "",
        },
    ),
    (
        SchoolAddressOnly(),
        {
            "contact_with: {role: pupil}, channel: email, address: school": "allow",
            "contact_with: {role: pupil}, channel: email, address: personal": "block",
            "contact_with: {role: pupil}, channel: email": "?address",
            "contact_with: {role: pupil}, channel: facebook, address: personal": "",
            "contact_with: {role: parent}, channel: email, address: personal": "",
        },
    ),
    (
        OfficialContact(),
        {
            "contact_with: {role: former_pupil}, account: official": "allow",
            "contact_with: {role: former_pupil}, account: personal": "(advise_against)",
            "contact_with: {role: pupil}, account: official": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_contact_is_barred_allowed_or_asked_about(control, facts, expected):
    assert said(control, facts) == expected
