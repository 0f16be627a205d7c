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
            "period: ppa, purpose: online shopping": "block",
            "period: lunch, purpose: online shopping": "allow",
            "period: ppa, purpose: lesson planning, as.purpose: [work_matters]": "",
            "period: ppa, purpose: personal, as.purpose: [work_matters]": "block",
            "period: ppa, capacity: professional": "",
            "period: ppa, business: {use: true}": "",
            "period: ppa, purpose: online shopping, account: official": "",
            "kind: question, purpose: online shopping, working_hours: true": "block",
            "period: ppa, account: official": "",
            "period: ppa, action: follow": "",
            "device: personal": "",
        },
    ),
    (
        PersonalTime(barred_time="timetabled_teaching"),
        {
            "timetabled_teaching: true": "block",
            "timetabled_teaching: false": "allow",
            "timetabled_teaching: null": "?period",
            "timetabled_teaching: true, purpose: online shopping": "block",
            "timetabled_teaching: true, as.purpose: [work_matters]": "allow",
            "kind: question, timetabled_teaching: true, as.purpose: [work_matters]": "",
            "period: lesson": "block",
        },
    ),
    (
        PersonalTime(barred_time="working_time", allowed_periods=("lunch",)),
        {
            "period: break, own_time: true": "allow",
            "period: break, own_time: false": "block",
            "period: break, own_time: null": "block",
            "period: break": "?own_time block",
            "period: lunch, own_time: false": "allow",
        },
    ),
    (PersonalTime(barred_time="working_hours", allowed_periods=("lunch",)), {"period: break": "block"}),
    (
        WorkEquipment(),
        {
            "device: work": "block",
            "device: personal": "allow",
            "period: lunch": "?device",
            "device: work, channel: email": "",
            "device: work, account: official": "",
            "device: work, purpose: online shopping": "block",
            "device: work, as.purpose: [work_matters]": "allow",
            "device: null": "?device",
            "kind: question, device: work, period: lunch": "block",
            "kind: question, device: personal, period: lunch": "allow",
            "kind: question, period: lunch": "?device",
            "kind: question, device: work": "",
            "kind: question, device: work, period: lunch, as.purpose: [work_matters]": "",
            "device: work, media: [{type: photo}]": "",
        },
    ),
    (
        Background(),
        {
            "in_background: true": "block",
            "in_background: false": "allow",
            "in_background: null": "allow",
            "in_background: true, period: evening": "allow",
            "in_background: true, period: lunch": "block",
            "in_background: true, own_time: true": "allow",
            "in_background: true, own_time: false": "block",
            "period: lesson": "",
        },
    ),
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
