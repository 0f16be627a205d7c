"""A situation as it comes in: what is taken, what is refused, and where the writer is told to look."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.policy.errors import SituationError
from gatepost.policy.facts import FIELDS, parse_situation


def read(**facts):
    """Return the facts of a post, read."""
    return parse_situation({"kind": "post", "facts": facts}).facts


def refusal(facts):
    """Return the error with which the facts of a post are refused."""
    with pytest.raises(SituationError) as caught:
        parse_situation({"kind": "post", "facts": facts})
    return caught.value


REFUSED = [
    ({"chanel": "facebook"}, "chanel", "Did you mean `channel`?"),
    ({"zzz": 1}, "zzz", "The fields are listed in docs/reference/facts.md."),
    ({"author": {"roel": "teacher"}}, "author.roel", "Did you mean `author.role`?"),
    ({"people": [{}, {"yaer": 9}]}, "people[1].yaer", "Did you mean `people[].year`?"),
    ({"people": [{"consents": {"foto": True}}]}, "people[0].consents.foto", ""),
    ({"people": {"role": "pupil"}}, "people", "Write it as `[{…}, {…}]`."),
    ({"people": "pupil"}, "people", "Write it as `[{…}, {…}]`."),
    ({"people": ["pupil"]}, "people[0]", ""),
    ({"author": "teacher"}, "author", "Write a mapping, such as {role: teacher}."),
    ({"author": ["teacher"]}, "author", "Write a mapping, such as {role: teacher}."),
    ({"text": {"en": "Hello"}}, "text", "Write text."),
    ({"text": 9}, "text", "Write text."),
    ({"topic": ["a"]}, "topic", "Write text."),
    ({"mfa": "yes"}, "mfa", "Write true, false, or null for asked and not there."),
    ({"mfa": 1}, "mfa", "Write true, false, or null for asked and not there."),
    ({"admins": "three"}, "admins", "Write a number."),
    ({"admins": True}, "admins", "Write a number."),
    ({"people": [{"year": "nine"}]}, "people[0].year", "Write a number."),
    ({"approved_by": 3}, "approved_by", "Write a list of words, such as [headteacher]."),
    ({"approved_by": [3]}, "approved_by", "Write a list of words, such as [headteacher]."),
    ({"approved_by": {"role": "head"}}, "approved_by", "Write a list of words, such as [headteacher]."),
    ({"today": "21.11.2026"}, "today", "Write a day as 2026-11-21."),
    ({"today": "2026-02-30"}, "today", "Write a day as 2026-11-21."),
    ({"today": "2026-11-21 or so"}, "today", "Write a day as 2026-11-21."),
    ({"today": 20261121}, "today", "Write a day as 2026-11-21."),
]


@pytest.mark.parametrize(("facts", "where", "hint"), REFUSED, ids=[f"{facts}" for facts, _, _ in REFUSED])
def test_a_fact_that_cannot_be_read_is_named_with_its_place_and_what_to_write(facts, where, hint):
    error = refusal(facts)
    assert (error.where, f"`{where}`" in str(error)) == (where, True)
    assert error.hint == hint or not hint


WRONG = [
    (None, "", "mapping"),
    ([], "", "mapping"),
    ("post", "", "mapping"),
    ({"facts": {}}, "kind", "post, personal-post"),
    ({"kind": "posts", "facts": {}}, "kind", "post, personal-post"),
    ({"kind": ["post"], "facts": {}}, "kind", "post, personal-post"),
    ({"kind": "post"}, "facts", "facts: {}"),
    ({"kind": "post", "facts": []}, "facts", "facts: {}"),
    ({"kind": "post", "fact": {}}, "fact", "Did you mean `facts`?"),
    ({"kind": "post", "facts": {}, "colour": 1}, "colour", "The keys are"),
]


@pytest.mark.parametrize(("data", "where", "words"), WRONG, ids=[f"{data}" for data, _, _ in WRONG])
def test_what_is_no_situation_is_refused_with_what_to_write(data, where, words):
    with pytest.raises(SituationError) as caught:
        parse_situation(data)
    assert (caught.value.where, words in str(caught.value)) == (where, True)


TAKEN = [
    ({"today": "2026-11-21"}, "today", "2026-11-21"),
    ({"today": date(2026, 11, 21)}, "today", "2026-11-21"),
    ({"today": datetime(2026, 11, 21, 9, 30, tzinfo=UTC)}, "today", "2026-11-21"),
    ({"today": "2026-11-21T09:30"}, "today", "2026-11-21"),
    ({"today": None}, "today", None),
    ({"used_on": date(2026, 11, 20)}, "used_on", "2026-11-20"),
    ({"approved_by": "headteacher"}, "approved_by", ("headteacher",)),
    ({"approved_by": ["slt", "dpo"]}, "approved_by", ("slt", "dpo")),
    ({"approved_by": []}, "approved_by", ()),
    ({"approved_by": None}, "approved_by", None),
    ({"mfa": False}, "mfa", False),
    ({"admins": 2.5}, "admins", 2.5),
    ({"author": {"role": "teacher"}}, "author.role", "teacher"),
    ({"author.role": "teacher"}, "author.role", "teacher"),
    ({"about": "self"}, "about", "self"),
    ({"about": {"role": "parent"}}, "about.role", "parent"),
]


@pytest.mark.parametrize(("facts", "path", "value"), TAKEN, ids=[f"{facts}" for facts, _, _ in TAKEN])
def test_a_fact_is_taken_as_it_is_meant(facts, path, value):
    taken = read(**facts)
    assert taken.get(path) == value
    assert taken.has(path)


def test_null_is_asked_and_absent_is_not():
    taken = read(mfa=None, people=None)
    assert (taken.has("mfa"), taken.has("people"), taken.has("media")) == (True, True, False)
    assert taken.items("people") == ()


def test_an_entry_of_a_list_knows_its_place():
    (first, second) = read(people=[{"role": "pupil"}, {"consents": {"photo_social": None}}]).items("people")
    assert (first.at("role"), second.at("consents.photo_social")) == (
        "people[0].role",
        "people[1].consents.photo_social",
    )
    assert (first.get("role"), "consents.photo_social" in second.values) == ("pupil", True)


def test_a_mapping_may_be_null():
    assert not read(author=None).has("author.role")


HINTED = [
    ({"channel": "facebok"}, "channel: “facebok”", "perhaps facebook"),
    ({"author": {"role": "xyzzy"}}, "author.role: “xyzzy”", "counts as unknown."),
    ({"people": [{"named_in_text": "ful"}]}, "people[0].named_in_text: “ful”", "full"),
    ({"approved_by": ["headteacher", "hedteacher"]}, "approved_by[1]: “hedteacher”", "headteacher"),
    ({"tone": ["mocking", "glum"]}, "tone[1]: “glum”", "counts as unknown"),
]


@pytest.mark.parametrize(("facts", "place", "words"), HINTED, ids=[f"{facts}" for facts, _, _ in HINTED])
def test_a_value_nobody_knows_is_taken_and_hinted_at(facts, place, words):
    (hint,) = parse_situation({"kind": "post", "facts": facts}).hints
    assert hint.startswith(place)
    assert words in hint


UNHINTED = [
    {"channel": "twitter"},
    {"author": {"role": "head_of_pe"}},
    {"account_name": "anything at all"},
    {"topic": "anything at all"},
    {"channel": None},
]


@pytest.mark.parametrize("facts", UNHINTED, ids=str)
def test_a_value_that_is_known_or_free_needs_no_hint(facts):
    assert parse_situation({"kind": "post", "facts": facts}).hints == ()


def test_what_stands_in_a_worked_situation_beside_its_facts_is_ignored():
    beside = dict.fromkeys(("situation", "expected", "route", "refs", "why", "basis", "set", "accept"))
    read_situation = parse_situation({"id": 7, "policy": "a", "kind": "post", "facts": {}, **beside})
    assert (read_situation.id, read_situation.policy) == ("7", "a")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates() | st.binary(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.sampled_from([*FIELDS]), inner)
    ),
    max_leaves=6,
)


def outcome(data):
    """Return the sentence with which data is refused; None where it is read."""
    try:
        parse_situation(data)
    except SituationError as error:
        return str(error)
    return None


@given(data=ANYTHING | st.fixed_dictionaries({"kind": st.just("post"), "facts": ANYTHING}))
def test_whatever_comes_in_is_read_or_refused_with_a_sentence(data):
    refused = outcome(data)
    assert refused is None or refused.endswith((".", "?"))
