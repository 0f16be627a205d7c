"""The list of accounts, and what stands in order about each."""

import pytest

from gatepost.policy.controls.register import AccountList, PageLikes, StandingDuty
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        AccountList(holder="dpo"),
        {"action: view_account_register": "allow>dpo", "action: follow": "", "requester: {role: teacher}": ""},
    ),
    (
        PageLikes(),
        {
            "action: like_page, channel: facebook, page: {commercial: false}": "allow",
            "action: like_page, channel: facebook, page: {commercial: true}": "block",
            "action: like_page, channel: instagram, page: {commercial: false}": "block",
            "action: like_page, channel: facebook": "?page.commercial",
            "action: like_page, account: personal, page: {commercial: true}": "",
            "action: follow, page: {commercial: true}": "",
        },
    ),
    (
        StandingDuty(fact="mfa", possible="mfa_supported", route="dpo"),
        {
            "mfa: true": "allow",
            "mfa: false": "?mfa_supported required>dpo",
            "mfa: null": "?mfa_supported required>dpo",
            "mfa: false, mfa_supported: true": "required>dpo",
            "mfa: false, mfa_supported: null": "required>dpo",
            "mfa: false, mfa_supported: false": "no_action",
            "in_privacy_notice: false": "",
        },
    ),
    (
        StandingDuty(fact="password_length", least=15, undone="advise_against"),
        {"password_length: 15": "allow", "password_length: 14": "advise_against"},
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_an_account_is_kept_as_the_register_asks(control, facts, expected):
    assert said(control, facts) == expected
