"""Staff members' own use."""

import pytest

from gatepost.policy.controls.personal_use import (
    Background,
    BusinessOnOwnAccount,
    PersonalTime,
    WorkEmail,
    WorkEquipment,
)
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        PersonalTime(barred_time="working_hours", allowed_periods=("lunch", "break")),
        {
            "period: lunch": "allow",
            "period: weekend": "allow",
            "period: ppa": "block",
            "working_hours: true": "block",
            "working_hours: false": "allow",
            "own_time: null": "?period",
            "period: ppa, account: official": "",
            "period: ppa, action: follow": "",
            "device: personal": "",
        },
    ),
    (
        PersonalTime(barred_time="timetabled_teaching"),
        {"timetabled_teaching: true": "block", "timetabled_teaching: false": "allow", "period: lesson": "block"},
    ),
    (
        WorkEquipment(),
        {
            "device: work": "block",
            "device: personal": "allow",
            "period: lunch": "?device",
            "device: work, channel: email": "",
            "device: work, account: official": "",
        },
    ),
    (Background(), {"in_background: true": "block", "in_background: false": "allow", "period: lesson": ""}),
    (
        WorkEmail(),
        {
            "signup_email: work": "block",
            "signup_email: school, strength: should_not": "advise_against",
            "signup_email: personal": "allow",
            "signup_email: work, account: official": "",
            "address: school": "",
        },
    ),
    (
        BusinessOnOwnAccount(),
        {
            "account: personal, business: {use: true}": "block",
            "account: personal, as.purpose: [work_matters], strength: should_not": "advise_against",
            "account: official, business: {use: true}": "",
            "account: personal, business: {use: true}, capacity: professional": "",
            "account: personal": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_private_use_keeps_to_its_time_and_place(control, facts, expected):
    assert said(control, facts) == expected
