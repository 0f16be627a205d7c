"""Patterns in which a space stands for any white space."""

import pytest

from gatepost.policy.lint.phrases import phrase


@pytest.mark.parametrize("text", ["must not", "MUST  NOT", "must\n not", "must\tnot"])
def test_a_space_matches_any_white_space(text: str) -> None:
    assert phrase("must not").fullmatch(text)


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("log ?in", "login", True),
        ("log ?in", "log  in", True),
        ("must not", "mustnot", False),
        ("(?<=a )b", "a\nb", True),
        ("[ ]b", "\tb", False),
        (r"\[a b\]", "[a\nb]", True),
    ],
)
def test_an_optional_space_a_look_behind_and_a_class_keep_their_meaning(pattern: str, text: str, matches: bool) -> None:  # noqa: FBT001
    assert bool(phrase(pattern).search(text)) == matches


def test_exact_case_is_kept_where_asked() -> None:
    assert not phrase("Vine", exact_case=True).search("the vine")
