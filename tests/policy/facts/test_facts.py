"""Reading facts in three values: yes, no and unknown."""

from datetime import date

import pytest

from gatepost.policy import parse_situation


def facts_of(kind, **given):
    """Return the facts of a situation."""
    return parse_situation({"kind": kind, "facts": given}).facts


@pytest.mark.parametrize(
    ("given", "true", "false"),
    [({"mfa": True}, True, False), ({"mfa": False}, False, True), ({"mfa": None}, False, False), ({}, False, False)],
)
def test_unknown_is_neither_true_nor_false(given, true, false):
    facts = facts_of("account", **given)
    assert (facts.true("mfa"), facts.false("mfa")) == (true, false)


ACTORS = [
    ("post", {"author": {"role": "governor"}}, "staff"),
    ("post", {"author": {"role": "pupil"}, "account": "official"}, "staff"),
    ("post", {"author": {"role": "governor"}, "account": "personal"}, "governor"),
    ("personal-post", {"author": {"role": "mum"}}, "parent"),
    ("personal-post", {"author": {"role": "head_of_fencing"}}, "staff"),
    ("post", {"author": {"role": "head_of_pe"}}, "staff"),
    ("post", {"author": {"role": "head_of_fencing"}}, "staff"),
    ("post", {"author": {"role": "mum"}}, "staff"),
    ("post", {}, "staff"),
    ("question", {"requester": {"role": "pupil"}}, "pupil"),
    ("question", {"author": {"role": "parent"}, "requester": {"role": "pupil"}}, "parent"),
    ("access", {"author": {"role": "parent"}, "requester": {"role": "pupil"}}, "pupil"),
    ("account", {"requested_by": {"role": "volunteer"}}, "volunteer"),
    ("report", {"found_by": {"role": "supply_teacher"}, "author": {"role": "pupil"}}, "agency"),
    ("comment", {"commenter": {"role": "parent"}}, "staff"),
]


@pytest.mark.parametrize(("kind", "given", "actor"), ACTORS, ids=[f"{kind} {given}" for kind, given, _ in ACTORS])
def test_the_actor_is_the_person_whose_act_the_kind_is_about(kind, given, actor):
    assert facts_of(kind, **given).actor == actor


OWN = [
    ("post", {}, False),
    ("post", {"account": "personal"}, True),
    ("personal-post", {}, True),
    ("personal-post", {"account": "official"}, False),
    ("question", {"account": None}, False),
]


@pytest.mark.parametrize(("kind", "given", "own"), OWN, ids=[f"{kind} {given}" for kind, given, _ in OWN])
def test_an_act_is_a_persons_own_by_the_account_and_else_by_its_kind(kind, given, own):
    assert facts_of(kind, **given).own is own


@pytest.mark.parametrize(("value", "name"), [("twitter", "x"), ("x", "x"), ("Twitter", "x"), (None, None)])
def test_a_platform_goes_by_its_present_name(value, name):
    assert facts_of("post", channel=value).platform == name


def test_the_day_is_the_one_given_and_never_the_clock():
    assert facts_of("post", today="2026-11-21").today == date(2026, 11, 21)
    assert facts_of("post").today is None


@pytest.mark.parametrize(
    ("role", "group"),
    [("ex_pupil", "former_pupil"), ("former_teacher", "public"), ("sports_coach", "contractor"), ("xyzzy", None)],
)
def test_a_role_belongs_to_a_group_by_the_words_in_it(role, group):
    assert facts_of("post", author={"role": role}).group("author.role") == group


def test_prose_has_the_classes_that_detectors_gave_it():
    prose = {"topic": frozenset({"complaint"}), "concern": frozenset({"extremist"})}
    facts = parse_situation({"kind": "post", "facts": {}}, prose=prose).facts
    assert facts.classes("topic", "concern", "nature") == {"complaint", "extremist"}
    assert facts.classes("nature") == frozenset()
