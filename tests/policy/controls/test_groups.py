"""Discussions and messaging groups."""

import pytest

from gatepost.policy.controls.groups import DiscussionBar, WorkMessaging
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        DiscussionBar(people=("parents", "colleagues")),
        {
            "members: parents, channel: facebook": "block",
            "members: staff, channel: whatsapp": "block",
            "members: colleagues, channel: email": "",
            "members: public, channel: facebook": "",
            "members: parents, account: official": "",
            "contact_with: {role: teacher}, as.topic: [work_matters]": "block",
            "contact_with: {role: teacher}, action: message": "",
            "contact_with: {role: friend}, as.topic: [work_matters]": "",
            "contact_with: {role: teacher}, as.topic: [work_matters], channel: email": "",
        },
    ),
    (DiscussionBar(people=("parents",)), {"members: staff, channel: whatsapp": ""}),
    (
        WorkMessaging(on_personal_devices="barred"),
        {
            "members: staff, channel: whatsapp, device: personal": "block",
            "members: staff, channel: whatsapp, device: work": "allow",
            "members: staff, channel: whatsapp": "?device",
            "members: staff, channel: facebook, device: personal": "",
            "members: parents, channel: whatsapp, device: personal": "",
        },
    ),
    (WorkMessaging(on_personal_devices="allowed"), {"members: staff, channel: whatsapp, device: personal": "allow"}),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_group_is_judged_by_who_is_in_it(control, facts, expected):
    assert said(control, facts) == expected
