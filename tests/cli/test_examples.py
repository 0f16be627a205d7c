from collections import Counter

from gatepost import library
from gatepost.cli.examples import example_entries, shared
from gatepost.policy.facts.situation import parse_situation

DATA = [entry.data for entry in example_entries()]


def test_every_policy_has_three_examples():
    assert Counter(data["policy"] for data in DATA) == dict.fromkeys(library.IDS, 3)


def test_one_draft_is_put_to_every_policy():
    drafts = [entry.data for entry in shared(example_entries())]
    assert (sorted(data["policy"] for data in drafts), len({str(data["facts"]) for data in drafts})) == (
        sorted(library.IDS),
        1,
    )


def test_every_example_knows_only_facts_and_values_that_there_are():
    assert [hint for data in DATA for hint in parse_situation(data).hints] == []


def test_every_example_says_what_it_is_about():
    assert [data["id"] for data in DATA if not data.get("situation")] == []
