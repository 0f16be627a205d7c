"""Which accounts count as official."""

import pytest

from gatepost.policy.controls.accounts import (
    ListedChannel,
    OfficialTest,
    OpenChannel,
    QuasiAccount,
    SubjectAccounts,
    UnauthorisedName,
)
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        ListedChannel(platforms=("facebook", "linkedin")),
        {
            "channel: facebook": "allow",
            "channel: fb": "allow",
            "channel: tiktok": "block",
            "channel: something_new": "block",
            "": "?channel",
            "channel: tiktok, account: personal": "",
            "kind: account, channel: tiktok, requested_by: {role: teacher}": "not_official",
            "kind: account, channel: facebook, requested_by: {role: teacher}": "(allow)",
            "kind: account, channel: tiktok, requested_by: {role: teacher}, action: close": "",
        },
    ),
    (
        ListedChannel(platforms=("facebook",), unlisted="block"),
        {"kind: account, channel: instagram, uses_org_name: true": "block"},
    ),
    (
        ListedChannel(platforms=("facebook",), unlisted="block", one_each=True),
        {
            "kind: account, channel: facebook, older_accounts: 0": "(allow)",
            "kind: account, channel: facebook, older_accounts: 1": "block",
            "kind: account, channel: facebook, older_accounts: 1, action: close": "",
            "kind: account, channel: facebook, in_policy_table: false": "(allow)",
            "kind: account, channel: facebook": "(allow)",
            "channel: facebook, older_accounts: 1": "allow",
        },
    ),
    (
        ListedChannel(platforms=("facebook",), tabled=True),
        {
            "kind: account, channel: facebook, in_policy_table: true": "(allow)",
            "kind: account, channel: facebook, in_policy_table: false": "not_official",
            "kind: account, channel: facebook, older_accounts: 1": "(allow)",
            "kind: account, channel: facebook": "(allow)",
            "kind: account, in_policy_table: true": "?channel",
            "channel: facebook, in_policy_table: false": "allow",
        },
    ),
    (
        OpenChannel(platform="facebook"),
        {
            "channel: facebook": "allow",
            "channel: instagram": "",
            "channel: facebook, account: personal": "",
            "kind: account, channel: facebook": "(allow)",
        },
    ),
    (
        OfficialTest(test="master_rights"),
        {
            "requested_by: {role: teacher}, master_rights: school": "allow",
            "requested_by: {role: teacher}, master_rights: individual": "not_official",
            "requested_by: {role: teacher}": "?master_rights",
            "channel: facebook": "?master_rights",
            "channel: facebook, action: close": "",
        },
    ),
    (
        OfficialTest(test="limited_admins", most_admins=3),
        {
            "on_register: true, admins: 3": "allow",
            "on_register: true, admins: 4": "not_official",
            "on_register: true, admins: null": "?admins",
        },
    ),
    (
        OfficialTest(test="limited_admins", least_admins=2),
        {
            "on_register: true, admins: 2": "allow",
            "on_register: true, admins: 1": "not_official",
            "on_register: true, admins: null": "?admins",
        },
    ),
    (
        OfficialTest(test="authorised"),
        {
            "authorised: true": "(allow)",
            "authorised: true, requested_by: {role: teacher}": "allow",
            "authorised: true, uses_org_name: true": "allow",
            "authorised: false": "not_official",
            "authorised: null": "?authorised",
            "authorised: true, action: close": "",
        },
    ),
    (
        QuasiAccount(),
        {
            "uses_org_name: true, master_rights: individual": "not_official",
            "uses_org_name: true, editorial_oversight: false": "not_official",
            "uses_org_name: true, master_rights: school, editorial_oversight: true": "",
            "uses_org_name: true": "",
            "master_rights: individual": "",
        },
    ),
    (
        UnauthorisedName(),
        {
            "uses_org_name: true, authorised: false": "not_official",
            "uses_org_name: true": "",
            "uses_org_name: false, authorised: false": "",
        },
    ),
    (
        SubjectAccounts(),
        {
            "requested_by: {role: teacher}, account_name: Year 9 Maths": "block",
            "requested_by: {role: teacher}, account_name: Year 9 Maths, strength: should_not": "block",
            "requested_by: {role: teacher}, on_register: true": "",
            "account_name: Year 9 Maths": "",
            "uses_org_name: true, authorised: false": "block",
            "uses_org_name: true, authorised: true": "",
            "uses_org_name: true, authorised: null": "",
            "uses_org_name: true": "",
            "authorised: false": "",
            "uses_org_name: true, authorised: false, on_register: true": "",
            "uses_org_name: true, authorised: false, action: close": "",
            "master_rights: individual": "block",
            "master_rights: school": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_an_account_is_official_or_not_by_its_facts(control, facts, expected):
    assert said(control, facts) == expected
