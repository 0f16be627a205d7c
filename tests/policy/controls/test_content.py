"""What is posted, and what nobody posts."""

import pytest

from gatepost.policy.controls.content import PermittedKind, Prohibited, Purpose
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        Purpose(objectives=("education", "celebration")),
        {
            "objective: celebration": "allow",
            "objective: recruitment": "block",
            "objective: null": "",
            "objective: recruitment, account: personal": "",
        },
    ),
    (PermittedKind(types=("trip", "event")), {"post_type: trip": "allow", "post_type: opinion": "", "text: Hello": ""}),
    (
        Prohibited(categories=("mocking", "racist")),
        {
            "tone: [mocking]": "block",
            "tone: [racist]": "block",
            "tone: [respectful]": "",
            "tone: [], text: Well, found: [disparaging]": "",
            "text: Well, found: [disparaging]": "block",
            "kind: personal-post, tone: [mocking], strength: should_not": "advise_against",
            "as.topic: [hateful], topic: what they are": "block",
            "media: [{type: meme}], about: {identifiable: true}": "block",
            "media: [{type: meme}], about: {identifiable: false}": "",
        },
    ),
    (
        Prohibited(categories=("mocking",), about=("staff",), standard=True),
        {
            "tone: [mocking], about: {role: staff}": "block",
            "tone: [mocking], about: {role: parent}": "",
            "text: Good morning": "(allow)",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_content_is_judged_by_what_is_in_it(control, facts, expected):
    assert said(control, facts) == expected
