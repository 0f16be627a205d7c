"""Who gets into an account, and where its login is kept."""

import pytest

from gatepost.policy.controls.access import LoginCustody, LoginSharing, LoginsInInvestigation, Posters
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        Posters(otherwise="block", route="slt"),
        {
            "author: {role: teacher, approved_poster: true}": "allow",
            "author: {role: teacher, approved_poster: false}": "block>slt",
            "author: {role: teacher}": "?author.approved_poster block>slt",
            "author: {approved_poster: false}, account: personal": "",
            "kind: access, action: share_login, requester: {authorised: true}": "allow",
            "kind: access, action: share_login, requester: {authorised: false}": "block",
            "kind: access, action: follow": "",
            "kind: question, action: post, requester: {approved_poster: true}": "allow",
            "kind: question, action: post, requester: {approved_poster: false}": "block>slt",
            "kind: question, action: post, author: {role: teacher, approved_poster: true}": "allow",
            "kind: question, action: share_login, requester: {authorised: true}": "allow",
            "kind: question, action: share_login, requester: {authorised: false}": "block",
            "kind: question, action: post, account: personal": "",
            "kind: question, action: follow": "",
            "kind: question, requester: {role: teacher}": "",
        },
    ),
    (
        Posters(by_table=True, otherwise="block"),
        {
            "ref: table.r1, channel: facebook, author: {role: pa_to_headteacher}": "allow",
            "ref: table.r1, channel: facebook, author: {role: teacher, approved_poster: true}": "allow",
            "ref: table.r1, channel: fb, author: {role: teacher}": "?author.approved_poster block>pa_to_headteacher",
            "ref: table.r2, channel: facebook, account_name: trips, author: {role: av_technician}": "allow",
            "ref: table.r2, channel: facebook, author: {role: av_technician}": "",
            "ref: table.r3, channel: linkedin, author: {role: pa_to_headteacher}": "",
            "ref: table.r1, channel: facebook, author: {role: pa_to_headteacher}, today: 2024-08-31": "block",
            "ref: table.r1, channel: facebook, author: {role: pa_to_headteacher}, today: 2024-09-01": "allow",
            "kind: question, ref: table.r1, channel: facebook, action: post, requester: {role: pa_to_headteacher}": (
                "allow"
            ),
            "kind: question, ref: table.r2, channel: facebook, action: post, requester: {role: pa_to_headteacher}": "",
        },
    ),
    (
        LoginSharing(rule="authorised_only"),
        {
            "action: share_login, requester: {authorised: true}": "allow",
            "action: share_login, requester: {authorised: false}": "block",
            "action: access_account": "block",
            "action: share_login, account: personal": "",
            "action: follow": "",
        },
    ),
    (
        LoginSharing(rule="limited"),
        {
            "action: share_login, channel: facebook, requester: {role: pa_to_headteacher}": "allow",
            "action: share_login, channel: facebook, requester: {role: office_manager}": "allow",
            "action: share_login, channel: facebook, requester: {role: av_technician}": "block",
            "action: share_login, channel: facebook, account_name: trips, requester: {role: av_technician}": "allow",
            "action: share_login, channel: facebook, account_name: trips, requester: {role: office_manager}": "block",
            "action: share_login, channel: linkedin, requester: {role: pa_to_headteacher}": "block",
            "action: share_login, requester: {role: pa_to_headteacher}": "block",
            "action: share_login, channel: facebook": "block",
            "action: share_login, channel: facebook, account_name: trips": "block",
        },
    ),
    (
        LoginSharing(rule="with_approval", route="line_manager"),
        {
            "action: share_login, written_approval: true": "allow",
            "action: share_login, written_approval: false": "block",
            "action: share_login, written_approval: null": "needs_approval>line_manager",
            "action: share_login": "?written_approval needs_approval>line_manager",
        },
    ),
    (
        LoginSharing(rule="own"),
        {
            "action: share_login, account: personal, strength: should_not": "advise_against",
            "action: share_login, account: official": "",
        },
    ),
    (
        LoginCustody(),
        {
            "custody: central": "allow",
            "central_record: true": "allow",
            "custody: individual_notebook": "required",
            "central_record: false": "required",
            "action: share_login": "",
        },
    ),
    (
        LoginsInInvestigation(),
        {
            "investigation: true, requested: [login_details], relevant: true": "required",
            "investigation: true, requested: [login_details]": "required",
            "investigation: true, requested: [login_details], relevant: false": "no_action",
            "investigation: false, requested: [login_details]": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_access_follows_authority(control, facts, expected):
    assert said(control, facts) == expected
