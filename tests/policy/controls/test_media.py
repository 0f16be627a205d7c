"""Enquiries from the media, and speaking for the organisation."""

import pytest

from gatepost.policy.controls.media import MediaEnquiry, OpinionOnBehalf
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        MediaEnquiry(route="principal"),
        {
            "enquirer: {role: journalist}": "needs_approval>principal",
            "for_publication: true, written_approval: false": "block>principal",
            "enquirer: {role: journalist}, written_approval: true": "allow",
            "enquirer: {role: parent}": "",
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
