"""Comments on official accounts."""

import pytest

from gatepost.policy.controls.moderation import BlockRepeated, DeleteComments, PoliteFirst, PupilActivityModerated
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        DeleteComments(categories=("racist", "donation_request")),
        {
            "comment: {categories: [racist]}": "delete",
            "comment: {categories: [criticism]}": "(no_action)",
            "comment: {text: Give here}, found.comment: [donation_link]": "delete",
            "comment: {categories: [], text: Give here}, found.comment: [donation_link]": "(no_action)",
            "comment: {text: Well played}": "",
            "channel: facebook": "?comment.categories",
            "comment: {categories: [racist]}, account: personal": "",
        },
    ),
    (
        BlockRepeated(),
        {
            "comment: {categories: [abusive]}, commenter: {prior_incidents: 2}": "block_user",
            "comment: {categories: [abusive]}, commenter: {prior_incidents: 1}": "",
            "comment: {categories: [abusive]}": "?commenter.prior_incidents",
            "comment: {categories: [concern]}, commenter: {prior_incidents: 9}": "",
        },
    ),
    (
        PoliteFirst(route="complaints_policy"),
        {
            "comment: {categories: [concern]}": "required>complaints_policy",
            "comment: {categories: [concern, abusive]}": "required>complaints_policy",
            "comment: {categories: [inappropriate]}": "required>complaints_policy",
            "comment: {categories: [abusive]}": "",
            "comment: {categories: [praise]}": "no_action",
            "comment: {categories: [spam]}": "",
        },
    ),
    (
        PupilActivityModerated(),
        {
            "topic: moderation of comments, people: [{role: pupil}]": "required",
            "topic: moderation of comments, people: [{role: teacher}]": "no_action",
            "topic: comments, people: [{role: pupil}]": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_comment_is_moderated_as_the_policy_asks(control, facts, expected):
    assert said(control, facts) == expected
