"""Forums, groups, references and blogs."""

import pytest

from gatepost.policy.controls.forums import Blogs, ExtremistGroups, ForumCompany, ProfessionalForums, References
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        References(),
        {
            "action: write_reference": "block",
            "action: write_reference, strength: should_not": "advise_against",
            "action: follow": "",
        },
    ),
    (
        ExtremistGroups(route="slt"),
        {
            "concern: a group, as.concern: [extremist]": "needs_approval>slt",
            "concern: a group, as.concern: [extremist], certain: true": "block",
            "concern: a group, as.concern: [friendly], certain: true": "",
        },
    ),
    (
        ForumCompany(),
        {
            "concern: a group, as.concern: [abusive]": "block",
            "concern: a group, as.concern: [abusive], account: official": "",
            "concern: a group": "",
        },
    ),
    (
        ProfessionalForums(platforms=("forum", "linkedin")),
        {
            "channel: forum, capacity: professional": "allow",
            "channel: linkedin, topic: cpd for maths": "allow",
            "channel: facebook, capacity: professional": "",
            "channel: forum, capacity: personal": "",
        },
    ),
    (
        Blogs(),
        {
            "channel: blog, device: personal, working_hours: false": "allow",
            "channel: blog, device: personal": "?working_hours allow",
            "channel: blog, working_hours: false": "?device allow",
            "channel: blog, device: null, working_hours: null": "allow",
            "channel: blog, device: personal, working_hours: false, period: lesson": "block",
            "channel: blog, device: work": "block",
            "channel: blog, working_hours: true": "block",
            "topic: a blog about food": "?device ?working_hours allow",
            "channel: forum, device: work": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_forum_is_welcome_or_kept_out_of(control, facts, expected):
    assert said(control, facts) == expected
