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
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_the_organisation_looks_at_its_own_systems_alone(control, facts, expected):
    assert said(control, facts) == expected
