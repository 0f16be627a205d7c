"""A text is compiled once, however often it is asked for."""

import pytest

from gatepost import library
from gatepost.handbook.compiled import compiled_text
from gatepost.policy import PolicyError


def test_the_same_text_is_the_same_policy():
    assert compiled_text(library.text("southport")) is compiled_text(library.text("southport"))


def test_another_text_is_another_policy():
    assert compiled_text(library.text("southport")).id != compiled_text(library.text("littleover")).id


def test_a_text_that_cannot_be_read_says_so_each_time():
    for _ in range(2):
        with pytest.raises(PolicyError):
            compiled_text("policy: [")
