"""Incidents."""

import pytest

from gatepost.policy.controls.incident import IncidentVoice
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        IncidentVoice(),
        {
            "incident_active: true": "block",
            "kind: post, incident_active: true": "allow",
            "kind: question, incident_active: true, account: official": "allow",
            "incident_active: false": "",
            "text: A fire": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_official_channels_alone_speak_in_an_incident(control, facts, expected):
    assert said(control, facts) == expected
