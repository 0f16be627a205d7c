"""What a pattern cannot do without: nothing that it matches may be passed over."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.detectors import abuse, claim, commercial, disparaging, inflammatory, political
from gatepost.detectors.literals import Shortlist, needed
from gatepost.detectors.passage import Passage

NEEDED = {
    r"\bsore losers?\b": {"sore loser", "sore losers"},
    r"(?:cat|dog) flap": {"cat flap", "dog flap"},
    r"\w+ed [^.!?]{0,9}house\b": {"house"},
    r"gr[ea]y|pink": {"grey", "gray", "pink"},
    r"no(?: way| go)?": {"no", "no way", "no go"},
    r"(?:ha){2,}": {"ha"},
    r"low(?=er)er|lift(?!off) it": {"lower", "lift it"},
    r"a(?:b|c)*d\d": {"a"},
    r"[a-z]+": set(),
    r"maybe|\w+": set(),
    r"(?:maybe)?\d": set(),
    r"(?:maybe)*": set(),
    r"[^x]": set(),
    r"(?i)loud": set(),
    r"(?i:loud)": set(),
    "": set(),
}
MATCHING = [
    "c[au]t",
    "dogs?",
    "(?:an? )?ox",
    r"\d{1,2}",
    "(?:hen|cock)+",
    "(?!b)[a-f]",
    "[^a]",
    r"\w* ",
    "(?:ewe|rams?)*",
]
PATTERNS = st.recursive(
    st.sampled_from(MATCHING),
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=4).map("".join),
        st.lists(parts, min_size=2, max_size=3).map(lambda ways: f"(?:{'|'.join(ways)})"),
    ),
    max_leaves=8,
)
PHRASES = [
    phrase.pattern for module in (abuse, claim, commercial, inflammatory, political) for phrase in module._PHRASES
] + [phrase.pattern for phrase in disparaging._PHRASES + disparaging.SNEERS]
HERE = Path(__file__).parent / "captions"
CAPTIONS = [
    Passage(json.loads(line)["text"]).lower
    for name in ("dev.jsonl", "second/dev.jsonl")
    for line in (HERE / name).read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("pattern", "strings"), NEEDED.items())
def test_a_pattern_needs_the_strings_that_it_cannot_do_without(pattern, strings):
    assert needed(pattern) == strings


@given(PATTERNS, st.data())
def test_whatever_a_pattern_matches_holds_a_string_that_it_needs(pattern, data):
    text = data.draw(st.from_regex(pattern))
    assert not needed(pattern) or any(string in text for string in needed(pattern))


@given(st.data())
def test_whatever_a_phrase_matches_holds_a_string_that_it_needs(data):
    pattern = data.draw(st.sampled_from(PHRASES))
    text = data.draw(st.from_regex(pattern))
    assert any(string in text for string in needed(pattern))


def test_no_phrase_that_a_caption_holds_is_passed_over():
    shortlist, compiled = Shortlist(PHRASES), [re.compile(pattern) for pattern in PHRASES]
    for text in CAPTIONS:
        matching = {number for number, pattern in enumerate(compiled) if pattern.search(text)}
        assert matching <= set(shortlist.of(text))


def test_few_phrases_are_tried_on_a_caption():
    shortlist = Shortlist(PHRASES)
    assert sum(len(shortlist.of(text)) for text in CAPTIONS) < 0.05 * len(CAPTIONS) * len(PHRASES)


@pytest.mark.parametrize("patterns", [[], [r"\w+"], ["hen", r"\d"]])
def test_a_pattern_of_which_nothing_is_known_is_always_tried(patterns):
    assert Shortlist(patterns).of("no fowl") == [number for number, p in enumerate(patterns) if p != "hen"]
