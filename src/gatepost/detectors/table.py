"""Every text detector, one line each. To add one: write its module, add its line."""

from __future__ import annotations

from types import MappingProxyType

from gatepost.detectors import (
    abuse,
    address,
    car_reg,
    claim,
    commercial,
    disparaging,
    dob,
    email,
    future_place_time,
    inflammatory,
    links,
    ni_number,
    other_person,
    phone,
    political,
    postcode,
    upn,
)
from gatepost.detectors.detector import Detector
from gatepost.detectors.names import detector as names

_ALL = (
    names.DETECTOR,
    other_person.DETECTOR,
    phone.DETECTOR,
    email.DETECTOR,
    address.DETECTOR,
    postcode.DETECTOR,
    upn.DETECTOR,
    ni_number.DETECTOR,
    dob.DETECTOR,
    car_reg.DETECTOR,
    links.DETECTOR,
    political.DETECTOR,
    commercial.DETECTOR,
    claim.DETECTOR,
    future_place_time.DETECTOR,
    abuse.DETECTOR,
    disparaging.DETECTOR,
    inflammatory.DETECTOR,
)

DETECTORS: MappingProxyType[str, Detector] = MappingProxyType({d.name: d for d in _ALL})
