"""Use of the organisation's own systems."""

import pytest

from gatepost.policy.controls.monitoring import SystemMonitoring
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        SystemMonitoring(),
        {
            "network: trust, notice_given: false": "allow",
            "network: school, purpose: check on a leak": "allow",
            "network: home, notice_given: false": "",
            "network: trust": "",
            "network: trust, notice_given: true, contact_with: {role: pupil}": "",
            "network: trust, notice_given: true, subject: {role: teacher}": "allow",
            "network: trust, notice_given: true, subject: {role: governor}": "allow",
            "network: trust, notice_given: true, subject: {role: pupil}": "",
            "network: trust, notice_given: true, subject: {role: candidate}": "",
            "network: trust, notice_given: true, action: keep_copies": "",
        },
    ),
    (
        SystemMonitoring(purposes=("standard", "crime")),
        {
            "network: trust, notice_given: true, purpose: check standards": "allow",
            "network: trust, notice_given: true, purpose: Check Standards": "allow",
            "network: trust, notice_given: true, purpose: check who likes whom": "",
            "network: trust, notice_given: true, purpose: curiosity": "",
            "network: trust, notice_given: true": "allow",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_the_organisation_looks_at_its_own_systems_alone(control, facts, expected):
    assert said(control, facts) == expected
