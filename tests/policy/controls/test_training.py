"""Reading, training, and what a breach can bring."""

import pytest

from gatepost.policy.controls.training import Acknowledged, Sanction, Trained
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        Acknowledged(route="line_leader"),
        {
            "staff: [{role: teacher, acknowledged: true}]": "no_action",
            "staff: [{role: teacher, acknowledged: false}]": "acknowledge_required>line_leader",
            "staff: [{role: teacher}]": "?staff[0].acknowledged acknowledge_required>line_leader",
            "staff: [{role: teacher, acknowledged: null}]": "?staff[0].acknowledged acknowledge_required>line_leader",
            "staff: [{role: volunteer, acknowledged: false}]": "",
            "today: 2026-11-21": "",
        },
    ),
    (
        Trained(required=True),
        {
            "author: {training_done: true}": "allow",
            "author: {training_done: false}": "required",
            "author: {role: teacher}": "",
            "author: {training_done: false}, account: personal": "",
        },
    ),
    (Trained(), {"author: {training_done: false}": "no_action"}),
    (
        Sanction(most="disciplinary_action", about="contact"),
        {
            "proposed_action: disciplinary_action, topic: pupil contact": "required>disciplinary_process",
            "proposed_action: dismissal, topic: pupil contact": "",
            "proposed_action: disciplinary_action, topic: a joke": "",
            "proposed_action: ignore, topic: pupil contact": "",
            "proposed_action: disciplinary_action, topic: nudes, as.topic: [nude_imagery]": "",
        },
    ),
    (
        Sanction(most="gross_misconduct", about="explicit"),
        {
            "proposed_action: dismissal, topic: nudes, as.topic: [nude_imagery]": "required>disciplinary_process",
            "proposed_action: dismissal, topic: explicit pictures": "required>disciplinary_process",
            "proposed_action: dismissal, topic: a joke": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_what_people_owe_is_told_from_what_they_have_done(control, facts, expected):
    assert said(control, facts) == expected
