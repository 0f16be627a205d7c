"""Politics, adverts, messages, links and what is not public."""

import pytest

from gatepost.policy.controls.matters import Adverts, NotPublic, Political, PrivateMessages, StaffLinks
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        Political(),
        {
            "political: true": "block",
            "political: false, text: Vote, found: [political]": "",
            "text: Vote, found: [political]": "block",
            "political: true, account: personal": "",
            "text: Good morning": "",
        },
    ),
    (Political(stance="care"), {"political: true": "allow", "text: Now, found: [inflammatory]": "allow"}),
    (
        Adverts(),
        {
            "business: {relation: cafe, directly_related: false}": "block",
            "business: {relation: uniform_shop, directly_related: true}": "allow",
            "business: {relation: cafe}": "?business.directly_related block",
            "commercial: true, business: {directly_related: false}": "block",
            "commercial: false, business: {relation: cafe}": "",
            "text: Buy now, found: [commercial_link]": "?business.directly_related block",
            "text: Bake sale": "",
        },
    ),
    (
        PrivateMessages(),
        {
            "addressed_to: individual": "block",
            "addressed_to: group": "",
            "addressed_to: individual, account: personal": "",
        },
    ),
    (
        StaffLinks(),
        {
            "links_to_staff_account: true": "block",
            "links_to_staff_account: false, text: See, found: [personal_profile]": "",
            "text: See, found: [personal_profile]": "block",
            "text: See, found: [commercial_link]": "",
        },
    ),
    (
        NotPublic(),
        {
            "embargoed: true": "block",
            "confidential: true, disclaimer: true": "block",
            "kind: personal-post, confidential: true, strength: should_not": "advise_against",
            "embargoed: false, as.topic: [embargoed]": "",
            "topic: a merger, as.topic: [embargoed]": "block",
            "text: Good morning": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_a_delicate_matter_is_stopped_where_the_policy_stops_it(control, facts, expected):
    assert said(control, facts) == expected
