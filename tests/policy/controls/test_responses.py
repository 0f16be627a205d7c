"""What people do about a post."""

import pytest

from gatepost.policy.controls.responses import AskPoster, FreeOpinion, NotAlone, TakeDown
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        AskPoster(),
        {
            "about: self, posted_by: {role: friend}": "required",
            "about: self, posted_by: {role: friend}, asked_to_remove: true": "no_action",
            "about: self, posted_by: {role: friend}, removed: true": "no_action",
            "about: self, posted_by: {role: pupil}": "",
            "posted_by: {role: friend}": "",
        },
    ),
    (
        NotAlone(route="headteacher"),
        {
            "proposed_action: reply_directly, posted_by: {role: parent}": "block>headteacher",
            "proposed_action: message, harmful: true": "block>headteacher",
            "proposed_action: confront, names: [{role: teacher}]": "block>headteacher",
            "proposed_action: confront": "",
            "proposed_action: reply_directly, names: [], harmful: false": "",
            "proposed_action: report, posted_by: {role: parent}": "",
            "posted_by: {role: parent}": "",
        },
    ),
    (
        FreeOpinion(),
        {
            "names: [], harmful: false": "no_action",
            "names: [], as.nature: [criticism]": "no_action",
            "names: [], harmful: true": "",
            "names: [{role: teacher}], harmful: false": "no_action",
            "names: [{role: teacher}], harmful: false, as.nature: [complaint]": "",
            "harmful: false": "",
        },
    ),
    (
        TakeDown(route="disciplinary_process"),
        {
            "posted_by: {role: teacher}, deleted: true": "escalate>disciplinary_process",
            "posted_by: {role: teacher}, deleted: false": "required",
            "posted_by: {role: parent}, deleted: false": "",
            "posted_by: {role: teacher}": "",
        },
    ),
    (TakeDown(), {"posted_by: {role: teacher}, removed: true": ""}),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_people_answer_a_post_as_the_policy_asks(control, facts, expected):
    assert said(control, facts) == expected
