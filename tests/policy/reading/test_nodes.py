"""Whatever the bytes, the reader answers with a document or with its own error."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatepost.policy.document import Document
from gatepost.policy.errors import PolicyError
from gatepost.policy.reading.document import read_document
from gatepost.policy.reading.nodes import load_nodes
from tests.conftest import SLOW

SOUND = (Path(__file__).parent / "sound.yaml").read_bytes()
MANY = 20_000 if SLOW else 200

# Pieces that mean something to YAML or to a policy, so that more than the first character is reached.
PIECES = [
    *re.findall(rb"[\w.']+|[^\w\s]|\n *| ", SOUND),
    *(b"\t", b"&a ", b"*a", b"!!int ", b"!!timestamp ", b"!!binary ", b"!!set ", b"!!omap ", b"? ", b"|\n", b">-\n"),
    *(b"---\n", b"...\n", b"%YAML 1.1\n", b"<<", b"~", b"null", b".nan", b"-.inf", b"0x", b"1:60", b"1e999"),
    *(b"2026-02-31", b"0000-00-00", b"9999-12", b"\xff", b"\x00", b"\xc2\x85", b"\xe2\x80\xa8", b"9" * 5000),
]
CHANGE = st.tuples(st.integers(0, len(SOUND)), st.integers(0, 12), st.sampled_from(PIECES))


def answer(data: bytes | str) -> Document | PolicyError:
    """What reading gives: a document, or the reader's own error; anything else fails the test."""
    try:
        return read_document(data, file="policy.yaml")
    except PolicyError as error:
        return error


@settings(max_examples=MANY)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_problems(data):
    assert isinstance(answer(data), Document | PolicyError)


@settings(max_examples=MANY)
@given(st.text(st.characters(), max_size=300))
def test_any_text_gives_a_document_or_problems(text):
    assert isinstance(answer(text), Document | PolicyError)


@settings(max_examples=MANY)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join))
def test_any_pieces_of_a_policy_give_a_document_or_problems(data):
    assert isinstance(answer(data), Document | PolicyError)


@settings(max_examples=MANY)
@given(st.lists(CHANGE, min_size=1, max_size=3))
def test_a_sound_policy_with_pieces_replaced_gives_a_document_or_problems(changes):
    data = SOUND
    for start, length, piece in changes:
        data = data[:start] + piece + data[start + length :]
    assert isinstance(answer(data), Document | PolicyError)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "!x ["])
def test_brackets_nested_without_end_are_refused(opening):
    with pytest.raises(PolicyError):
        load_nodes(opening * 200_000, file="policy.yaml")


def test_a_file_that_is_too_long_is_refused():
    with pytest.raises(PolicyError, match="too large"):
        load_nodes(" " * 4_000_001, file="policy.yaml")


def test_values_keep_their_places():
    node = load_nodes("a:\n  - b\n  - c: 1\n", file="policy.yaml")
    assert str(node.value["a"].value[1].value["c"].place) == "policy.yaml:3:8"
