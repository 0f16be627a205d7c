"""One answer a person, whatever lies behind it: demands D-05 and D-06."""

import json

import pytest

from gatepost import library
from gatepost.policy import evaluate, parse_situation

ELEMENTS = ("photo_social", "name_social", "quote_social")
YES = dict.fromkeys(ELEMENTS, True)

# Every way in which somebody can't be shown. One of them is a matter of a child's safety, and none may stand out.
CAUSES = {
    "refused": dict.fromkeys(ELEMENTS, False),
    "asked, no answer": dict.fromkeys(ELEMENTS),
    "never asked": {},
    "withdrawn": {**YES, "withdrawn": True},
    "objected": {**YES, "objected": True},
    "expired": {**YES, "expires": "2026-11-20"},
    "expired last month": {**YES, "expires": "2026-10"},
    "flagged": {**YES, "do_not_show": True},
    "flagged and refused": {**dict.fromkeys(ELEMENTS, False), "do_not_show": True},
    "flagged, never asked": {"do_not_show": True},
    "the pupil said no": {**YES, "pupil_agrees": False},
}
FLAG = CAUSES["flagged"]

PERSON = {"name": "Oliver Hartley", "role": "pupil", "year": 9, "in_photo": True, "named_in_text": "none"}
USES = {
    "pictured": {},
    "pictured and named": {"named_in_text": "full"},
    "named only": {"in_photo": False, "named_in_text": "first"},
    "quoted": {"in_photo": False, "quoted": True},
    "a member of staff": {"role": "teacher", "named_in_text": "full"},
    "an unknown role": {"role": None},
}
# What else may be on file about an answer; it must not matter which answer it goes with.
FILED = {
    "nothing": {},
    "in writing, by a parent": {"written": True, "given_by": "parent"},
    "not in writing": {"written": False},
}


def verdict(consents, *, policy, use=USES["pictured"], today="2026-11-21", kind="post", **person):
    """Return what a policy and the baseline say of a post about one person."""
    facts = {
        "channel": "facebook",
        "account": "official" if kind == "post" else "personal",
        "text": "Oliver Hartley takes the 1500m record!",
        "media": [{"type": "photo", "names_visible": "none"}],
        "people": [{**PERSON, **use, **person, "consents": consents}],
        "author": {"role": "account_manager", "approved_poster": True},
        "today": today,
    }
    return evaluate(
        [library.resolve(policy), library.resolve(library.BASELINE)],
        parse_situation({"id": "one", "kind": kind, "facts": facts}),
    )


def written(given):
    """Return a verdict as the bytes that leave."""
    return json.dumps(given.as_json(), ensure_ascii=False).encode()


@pytest.mark.parametrize("filed", FILED.values(), ids=FILED)
@pytest.mark.parametrize("use", USES.values(), ids=USES)
@pytest.mark.parametrize("policy", library.IDS)
def test_no_cause_can_be_told_from_another(policy, use, filed):
    seen = {name: written(verdict({**consents, **filed}, policy=policy, use=use)) for name, consents in CAUSES.items()}
    assert {name for name, said in seen.items() if said != seen["refused"]} == set()


@pytest.mark.parametrize("policy", library.IDS)
def test_no_cause_can_be_told_from_another_on_a_person_s_own_account(policy):
    said = {name: {**consents, "written": True} for name, consents in CAUSES.items()}
    seen = {name: written(verdict(each, policy=policy, kind="personal-post")) for name, each in said.items()}
    assert {name for name, said in seen.items() if said != seen["refused"]} == set()


@pytest.mark.parametrize("policy", library.IDS)
@pytest.mark.parametrize("cause", ["flagged", "withdrawn", "objected", "expired", "the pupil said no", "refused"])
def test_agreeing_to_be_identified_outweighs_no_cause(policy, cause):
    agreed = {"identified": True, "written": True}
    own = verdict({**CAUSES[cause], **agreed}, policy=policy, kind="personal-post", role="teacher")
    refused = verdict({**CAUSES["refused"], "written": True}, policy=policy, kind="personal-post", role="teacher")
    assert (own.outcome, own.refs) == (refused.outcome, refused.refs)


@pytest.mark.parametrize("policy", library.IDS)
def test_a_permission_that_holds_does_look_different(policy):
    assert verdict(YES, policy=policy).answers["lawful"] == "allow"
    assert written(verdict(YES, policy=policy)) != written(verdict(FLAG, policy=policy))


@pytest.mark.parametrize("policy", library.IDS)
@pytest.mark.parametrize("consents", CAUSES.values(), ids=CAUSES)
def test_nobody_is_shown_without_permission_under_any_policy(policy, consents):
    said = verdict(consents, policy=policy)
    assert (said.outcome, said.answers["lawful"]) == ("block", "block")


@pytest.mark.parametrize("consents", CAUSES.values(), ids=CAUSES)
def test_nothing_of_the_cause_is_in_what_leaves(consents):
    said = verdict(consents, policy=library.BASELINE)
    facts = {cause.fact for reason in said.reasons for cause in reason.because} | {*said.unknown}
    held = {f"people[0].consents.{name}" for name in ELEMENTS}
    assert {fact for fact in facts if "consents" in fact} <= held


ENDS = {
    "the day before": ("2026-11-20", "block"),
    "the day itself": ("2026-11-21", "allow"),
    "the day after": ("2026-11-22", "allow"),
    "this month": ("2026-11", "allow"),
    "last month": ("2026-10", "block"),
    "a day with a time": ("2026-11-21T09:00", "allow"),
    "words that are no day": ("next summer", "block"),
    "a year alone": ("2027", "block"),
}


@pytest.mark.parametrize(("expires", "lawful"), ENDS.values(), ids=ENDS)
def test_a_permission_ends_with_its_day_or_its_month(expires, lawful):
    assert verdict({**YES, "expires": expires}, policy=library.BASELINE).answers["lawful"] == lawful


def test_a_permission_with_an_end_is_not_held_on_an_unknown_day():
    assert verdict({**YES, "expires": "2030-01-01"}, policy=library.BASELINE, today=None).answers["lawful"] == "block"


ANSWERS = {
    "everybody agrees": ({"pupil_agrees": True}, {"parent_consent": True}, "allow"),
    "the pupil does not": ({"pupil_agrees": False}, {"parent_consent": True}, "block"),
    "a parent does not": ({"pupil_agrees": True}, {"parent_consent": False}, "block"),
    "the pupil was not asked": ({}, {"parent_consent": True}, "allow"),
    "the parents were not asked": ({"pupil_agrees": True}, {}, "allow"),
    "a parent of a grown person does not": ({}, {"parent_consent": False, "role": "teacher"}, "allow"),
}


@pytest.mark.parametrize(("consents", "person", "lawful"), ANSWERS.values(), ids=ANSWERS)
def test_the_answer_that_protects_most_wins(consents, person, lawful):
    assert verdict({**YES, **consents}, policy=library.BASELINE, **person).answers["lawful"] == lawful
