"""Enquiries from the media, and speaking for the organisation."""

import pytest

from gatepost.policy.controls.media import MediaEnquiry, OpinionOnBehalf
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        MediaEnquiry(route="principal"),
        {
            "enquirer: {role: journalist}": "?written_approval needs_approval>principal",
            "enquirer: {role: newspaper_reporter}": "?written_approval needs_approval>principal",
            "enquirer: {role: newspaper_reporter}, written_approval: null": "needs_approval>principal",
            "enquirer: {role: newspaper_reporter}, for_publication: false": "",
            "enquirer: {role: media_technician}": "?for_publication",
            "for_publication: true, written_approval: false": "block>principal",
            "enquirer: {role: journalist}, written_approval: true": "allow",
            "enquirer: {role: parent}": "?for_publication",
            "enquirer: {role: parent}, for_publication: true": "?written_approval needs_approval>principal",
            "enquirer: {role: parent}, for_publication: false": "",
            "for_publication: true, written_approval: true": "allow",
            "written_approval: false": "",
            "for_publication: false": "",
        },
    ),
    (
        OpinionOnBehalf(route="headteacher"),
        {
            "opinion_on_behalf: true": "needs_approval>headteacher",
            "opinion_on_behalf: true, author: {spokesperson_authority: headteacher}": "allow",
            "opinion_on_behalf: true, author: {spokesperson_authority: teacher}": "needs_approval>headteacher",
            "opinion_on_behalf: false": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_nobody_speaks_for_the_organisation_without_authority(control, facts, expected):
    assert said(control, facts) == expected
