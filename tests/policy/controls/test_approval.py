"""Who has to agree before something goes out."""

import pytest

from gatepost.policy.controls.approval import Oversight, SecondChannel, Suggestions, WhenUnsure, WorkUse
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        Oversight(route="slt"),
        {
            "approved_by: [headteacher]": "allow",
            "approved_by: []": "needs_approval>slt",
            "approved_by: null": "needs_approval>slt",
            "text: Open evening": "?approved_by needs_approval>slt",
            "approved_by: null, account: personal": "",
        },
    ),
    (
        Oversight(of="people_and_pictures"),
        {
            "approved_by: null, people: [{role: pupil}]": "needs_approval",
            "approved_by: null, media: [{type: photo}]": "needs_approval",
            "approved_by: null, people: []": "",
            "approved_by: null, text: Open evening": "",
        },
    ),
    (
        WorkUse(),
        {
            "approved_by: [line_manager], working_hours: true": "allow",
            "approved_by: [pupil], working_hours: true": "?manager_permission needs_approval>line_manager",
            "approved_by: [pupil]": "?working_hours ?manager_permission needs_approval>line_manager",
            "manager_permission: null, working_hours: true": "needs_approval>line_manager",
            "manager_permission: null, working_hours: null": "needs_approval>line_manager",
            "manager_permission: false, working_hours: true": "block",
            "manager_permission: true": "allow",
            "working_hours: false": "",
            "account: personal": "",
            "kind: question, business: {use: true}, working_hours: true": (
                "?manager_permission needs_approval>line_manager"
            ),
            "kind: question, business: {use: true}, working_hours: true, manager_permission: true": "allow",
            "kind: question, business: {use: true}, working_hours: true, channel: email": "",
            "kind: question, purpose: chat, working_hours: true": "",
        },
    ),
    (
        WhenUnsure(route="headteacher"),
        {"uncertain: true": "needs_approval>headteacher", "uncertain: false": "", "text: Good morning": ""},
    ),
    (WhenUnsure(), {"uncertain: true": "block", "uncertain: null": ""}),
    (
        SecondChannel(),
        {
            "other_channels: [newsletter]": "allow",
            "other_channels: [facebook, letter]": "allow",
            "other_channels: [facebook]": "required",
            "other_channels: [carrier_pigeon]": "required",
            "other_channels: null": "?other_channels",
            "other_channels: []": "required",
            "text: Good morning": "?other_channels",
            "other_channels: [], account: personal": "",
        },
    ),
    (
        Suggestions(route="line_manager"),
        {"action: suggest_post": "needs_approval>line_manager", "action: post": ""},
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_approval_is_asked_for_where_it_is_due(control, facts, expected):
    assert said(control, facts) == expected
