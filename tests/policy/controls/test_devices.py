"""Devices and networks for work."""

import pytest

from gatepost.policy.controls.devices import CaptureDevice, TidyDevice, WorkDevice
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        CaptureDevice(route="line_manager"),
        {
            "media: [{capture_device: school_device}]": "allow",
            "media: [{capture_device: personal_device}]": "?manager_permission needs_approval>line_manager",
            "media: [{capture_device: personal_device}], manager_permission: null": "needs_approval>line_manager",
            "media: [{capture_device: personal_device}], manager_permission: true": "allow",
            "media: [{capture_device: personal_device}], manager_permission: false": "block",
            "media: [{type: photo}]": "?media[0].capture_device",
            "media: [{type: graphic}]": "",
            "media: [{capture_device: personal_device}], account: personal": "",
        },
    ),
    (CaptureDevice(), {"media: [{capture_device: personal}], manager_permission: true": "block"}),
    (
        TidyDevice(),
        {
            "deleted_from_device: true": "allow",
            "uploaded_to_school_device: true, deleted_from_device: false": "allow",
            "deleted_from_device: false": "required",
            "media: [{capture_device: personal}]": "?deleted_from_device",
            "used_on: 2026-11-20": "",
        },
    ),
    (
        WorkDevice(of="device", route="line_manager"),
        {
            "posted_from: {device: organisation}": "allow",
            "posted_from: {device: personal}": "needs_approval>line_manager",
            "posted_from: {device: personal}, manager_permission: true": "allow",
            "posted_from: {device: personal}, manager_permission: false": "block",
            "posted_from: {network: home}": "",
            "posted_from: {device: personal}, account: personal": "",
            "kind: question, device: personal": "",
        },
    ),
    (WorkDevice(of="network"), {"posted_from: {network: home}": "block", "posted_from: {network: school}": "allow"}),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_work_runs_on_the_devices_the_policy_names(control, facts, expected):
    assert said(control, facts) == expected
