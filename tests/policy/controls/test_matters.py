"""Politics, adverts, messages, links and what is not public."""

import pytest

from gatepost.policy import parse_situation
from gatepost.policy.controls.base import Setting
from gatepost.policy.controls.matters import Adverts, NotPublic, Political, PrivateMessages, StaffLinks
from gatepost.policy.facts import Found
from gatepost.policy.verdict import Fix, Span
from tests.policy.controls.tables import HEAD, cases, names, said

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


FIXED = ((Political(), "political"), (Adverts(), "commercial_link"), (StaffLinks(), "personal_profile"))
STATED = (
    (Political(), {"political": True}),
    (Political(stance="care"), {"text": "Vote"}),
    (Adverts(), {"commercial": True, "business": {"directly_related": False}}),
    (Adverts(), {"text": "Vote", "business": {"directly_related": True}}),
    (StaffLinks(), {"links_to_staff_account": True}),
)


def fixes(control, facts, *found):
    """Return the fixes that a control offers, with what detectors found in the text's characters 4 to 9."""
    read = parse_situation({"kind": "post", "facts": facts}, found=[Found(name, 4, 9) for name in found]).facts
    said_of = control.decide(Setting("1.p1", "must_not", HEAD), read)
    return [fix for item in said_of for fix in getattr(item, "fixes", ())]


@pytest.mark.parametrize(("control", "found"), FIXED, ids=[found for _, found in FIXED])
def test_words_that_were_found_can_be_taken_out(control, found):
    assert fixes(control, {"text": "See there now"}, found) == [Fix("remove", Span("text", 4, 9))]


@pytest.mark.parametrize(("control", "facts"), STATED, ids=[f"{control.name} {facts}" for control, facts in STATED])
def test_what_no_words_show_or_what_is_allowed_has_nothing_to_take_out(control, facts):
    found = ("political", "commercial_link") if "text" in facts else ()
    assert fixes(control, facts, *found) == []
