"""Situations that people judged by reading the five policies, each under its policy alone."""

import pytest

from gatepost import library
from tests.policy.examples import accepted, examples, judged, references, said

WORKED = examples("worked/situations")
BLIND = tuple(example for name in ("sets", "rows_2_6", "rows_7_11", "unseen") for example in examples(name))
DISPUTED = {entry["id"]: entry["why"] for entry in examples("disputed")}
"""Situations in which we read the policy otherwise than their writer did, with the reason in a sentence."""

ROWS = {
    2: (
        "People",
        "Pupils bound?",
        "Parents bound?",
        "Personal use in scope",
        "WhatsApp counts as social media",
        "Online games",
        "Closed / private groups",
        "Duty to read",
    ),
    3: (
        "Channels allowed",
        "X",
        "YouTube",
        "Instagram",
        'Tests for "official"',
        "Subject / teacher-run accounts",
        "Register of accounts",
        "Approved posters",
        "Opened / closed dates",
        "Listed in Privacy Notice",
        "Linked from website",
        "Ownership, deletion of accounts",
        "Other channels alongside",
        "Following / liking pages",
    ),
    4: (
        "Login custody",
        "Sharing logins",
        "Handing over own passwords",
        "MFA",
        "Password form",
        "Reset protection",
        "Third-party app review",
        "Privacy settings, own",
        "Privacy settings, official",
        "Phishing",
    ),
    5: (
        "Approval needed by whom",
        "Purpose limit",
        "Tone",
        "Political content",
        "Business adverts",
        "Messages to specific people",
        "Links to staff accounts",
        "Unpublished plans",
        "When in doubt",
    ),
    6: (
        "Who consents for a pupil",
        "Consent items",
        "Form",
        "Where held",
        "First name with photo",
        "Surname / full name with photo",
        "Names visible in the picture",
        "Adults' names and photos",
        "Pupils on a staff member's own account",
        "Reposting from LinkedIn",
        "Camera",
        "Personal device photos",
        "Pupils photographing pupils",
        "Parents photographing children",
    ),
    7: (
        "Friends with pupils",
        "Family exception",
        "Former pupils",
        "Friends with parents",
        "Discussions with parents",
        "Discussions with colleagues",
        "WhatsApp for work",
        "Email to pupils",
        "Pupil contacts staff",
    ),
    8: (
        "In the working day",
        "Break time",
        "PPA / non-contact",
        "Equipment",
        "Left in background",
        "Work email for sign-up",
        "Employer on profile",
        "Disclaimer",
        "School news on own account",
        "Complaining about work",
        "References on LinkedIn",
        "CPD forums",
        "Extremist groups",
        "Blogs",
        "Explicit images",
        "Logos",
    ),
    9: (
        "Staff abused online",
        "Complaint naming staff",
        "Improper reference to the organisation",
        "Friend's post about me",
        "Inappropriate pupil contact",
        "Colleague's or pupil's own social media",
        "Concern about the head",
        "Illegal content, nudes, radicalisation",
        "Who decides",
        "Deal with it yourself?",
        "Where logged",
        "Evidence",
        "Speed",
        "Defamation",
        "Free expression",
        "Questions about the policy",
        "Removal of staff posts",
        "Ceiling of sanction",
    ),
    10: ("What is moderated", "Deleted", "Speed", "First response", "Blocking"),
    11: (
        "Incident communications",
        "Media enquiries",
        "Monitoring of systems",
        "Policy monitoring",
        "Online-presence checks",
        "Training",
        "Copyright / others' content",
    ),
}
"""Section → the parameters in which the five policies differ, as our reading of them lists them."""

CELLS = [(policy, f"{section}: {row}") for section, rows in ROWS.items() for row in rows for policy in library.IDS]


def ids(situations):
    """Name each case of a table by its situation."""
    return [situation["id"] for situation in situations]


@pytest.mark.parametrize("example", WORKED, ids=ids(WORKED))
def test_a_worked_situation_gets_the_outcome_that_the_text_demands(example):
    assert said(judged(example)) in accepted(example)


@pytest.mark.parametrize("example", WORKED, ids=ids(WORKED))
def test_a_worked_situation_cites_the_clause_that_decides_it(example):
    refs = judged(example).refs
    assert example["refs"][0] in refs
    assert set(refs) <= references(library.resolve(example["policy"]))


def test_the_worked_situations_use_every_policy_and_kind():
    assert {example["policy"] for example in WORKED} == set(library.IDS)
    assert len(WORKED) == 46


@pytest.mark.parametrize("example", BLIND, ids=ids(BLIND))
def test_a_situation_is_read_as_its_writer_read_it_unless_we_say_why_not(example):
    agrees = said(judged(example)) in accepted(example)
    assert agrees == (example["id"] not in DISPUTED), DISPUTED.get(example["id"], example["why"])


@pytest.mark.parametrize("policy", library.IDS)
def test_every_reference_of_every_verdict_is_in_the_document(policy):
    ours = [example for example in BLIND if example["policy"] == policy]
    cited = {ref for example in ours for ref in judged(example).refs}
    assert cited - references(library.resolve(policy)) == set()


def test_every_dispute_names_a_situation_and_says_why():
    assert set(DISPUTED) <= {example["id"] for example in BLIND}
    assert [name for name, why in DISPUTED.items() if not why.endswith(".")] == []


def fails(verdict, example, *, cited):
    """Whether a verdict has another outcome, another route or, where that is known, not the reference expected."""
    return said(verdict) not in accepted(example) or (cited and example["refs"][0] not in verdict.refs)


def tells_apart(example):
    """Whether a situation passes under its own policy and fails under one that it is said to differ from.

    Its first reference counts where its own policy cites it; an outcome that is accepted beside may rest on another.
    """
    own = judged(example)
    cited = example["refs"][0] in own.refs
    others = (judged(example, policy=other) for other in example["differs_from"])
    return not fails(own, example, cited=cited) and any(fails(other, example, cited=cited) for other in others)


@pytest.mark.parametrize(("policy", "row"), CELLS, ids=[f"{row} · {policy}" for policy, row in CELLS])
def test_a_parameter_makes_a_difference(policy, row):
    ours = [example for example in BLIND if (example["policy"], example.get("row")) == (policy, row)]
    assert any(tells_apart(example) for example in ours), [example["id"] for example in ours]


def test_every_situation_about_a_parameter_is_of_a_parameter_listed():
    listed = {row for _, row in CELLS}
    assert {example["row"] for example in BLIND if "row" in example} == listed
