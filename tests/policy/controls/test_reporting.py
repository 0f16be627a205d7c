"""Who hears of a concern, and what is kept."""

import pytest

from gatepost.policy.controls.reporting import EvidenceKept, ReportTo, SiteReport
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        ReportTo(concerns=("pupil_contact",), route="dsl|slt_member", family_exempt=True),
        {
            "direction: pupil_to_staff, pupil: {family: false}": "report>dsl|slt_member",
            "direction: pupil_to_staff, pupil: {family: true}": "no_action",
            "direction: pupil_to_staff": "?pupil.family report>dsl|slt_member",
            "direction: parent_to_staff": "",
            "direction: former_pupil_to_staff": "",
        },
    ),
    (
        ReportTo(concerns=("pupil_contact",), route="dsl", personal_only=True, current_only=True),
        {
            "direction: pupil_to_staff": "report>dsl",
            "direction: pupil_to_staff, account: personal": "report>dsl",
            "direction: pupil_to_staff, account: official": "",
            "direction: pupil_to_staff, pupil: {status: current}": "report>dsl",
            "direction: pupil_to_staff, pupil: {status: former}": "",
            "direction: pupil_to_staff, pupil: {status: left}": "",
        },
    ),
    (
        ReportTo(concerns=("pupil_contact",), route="dsl"),
        {
            "direction: pupil_to_staff, account: official": "report>dsl",
            "direction: pupil_to_staff, pupil: {status: former}": "report>dsl",
        },
    ),
    (
        ReportTo(concerns=("former_pupil_contact",), route="headteacher"),
        {"direction: former_pupil_to_staff": "report>headteacher", "direction: pupil_to_staff": ""},
    ),
    (
        ReportTo(concerns=("online_safety",), route="dsl"),
        {
            "topic: the filter let a game through": "report>dsl",
            "topic: Filter down since Monday": "report>dsl",
            "topic: a new photo filter on Snapchat": "",
            "posted_by: {role: pupil}, as.content: [bullying]": "report>dsl",
            "kind: comment, comment: {categories: [bullying]}": "report>dsl",
            "posted_by: {role: pupil}, as.content: [abusive]": "",
            "posted_by: {role: parent}, as.content: [bullying], names: [{role: teacher}]": "",
            "posted_by: {role: teacher}, as.content: [bullying]": "",
        },
    ),
    (
        ReportTo(concerns=("head_activity",), route="headteacher|chair_of_governors"),
        {
            "subject: headteacher": "report>chair_of_governors",
            "posted_by: {role: principal}": "report>chair_of_governors",
            "posted_by: {role: parent}, subject: headteacher, harmful: true": "",
            "subject: colleagues": "",
        },
    ),
    (
        ReportTo(concerns=("pupil_contact_improper",), route="headteacher"),
        {
            "direction: pupil_to_staff, harmful: true": "report>headteacher",
            "direction: pupil_to_staff, harmful: false": "no_action",
            "posted_by: {role: parent}, harmful: false": "",
        },
    ),
    (
        ReportTo(concerns=("colleague_activity",), route="headteacher|chair_of_governors", outcome="escalate"),
        {
            "posted_by: {role: teacher}": "escalate>headteacher|chair_of_governors",
            "posted_by: {role: headteacher}": "escalate>chair_of_governors",
            "posted_by: {role: parent}, harmful: true": "",
        },
    ),
    (
        SiteReport(),
        {
            "posted_by: {role: parent}, names: [{role: teacher}], harmful: true": "report",
            "posted_by: {role: parent}, names: [{role: teacher}], harmful: false": "",
            "posted_by: {role: parent}, names: [], harmful: true": "",
        },
    ),
    (
        EvidenceKept(any_of=("evidence.screenshot",), where_possible=True),
        {
            "posted_by: {role: teacher}, evidence: {screenshot: true}": "(allow)",
            "posted_by: {role: teacher}, evidence: {screenshot: false}": "required",
            "posted_by: {role: teacher}, evidence: {screenshot: false}, deleted: true": "no_action",
            "posted_by: {role: teacher}, evidence: {link: false}": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_concern_goes_where_the_policy_sends_it(control, facts, expected):
    assert said(control, facts) == expected
