"""What a policy reaches."""

import pytest

from gatepost.policy.controls.scope import InScope, Topic
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        InScope(platforms=("whatsapp",), audiences=("closed_group",)),
        {
            "channel: whatsapp": "(allow)",
            "channel: facebook, audience: closed_group": "(allow)",
            "channel: facebook": "",
            "audience: public": "",
        },
    ),
    (
        Topic(words=("phish",), outcome="advise_against", route="dpo"),
        {
            "topic: a phishing mail": "advise_against>dpo",
            "topic: fishing": "",
            "concern: phishing": "advise_against>dpo",
            "text: phishing": "",
            "topic: what to do about phishing mail": "advise_against>dpo",
            "topic: what to do about a phishing mail": "",
            "topic: what_to_do_about_phishing_mail": "advise_against>dpo",
            "topic: what_to_do_about_a_phishing_mail": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_definition_reaches_what_it_names(control, facts, expected):
    assert said(control, facts) == expected
