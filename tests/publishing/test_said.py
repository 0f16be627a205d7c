import pytest

from gatepost.publishing.said import acceptable, check_acceptable, contradicts
from gatepost.schools.errors import UnableTo


@pytest.mark.parametrize(
    ("path", "value"), [("uses_org_name", True), ("purpose", "To praise"), ("other_channels", "none")]
)
def test_what_the_page_could_send_is_acceptable(path, value):
    assert acceptable(path, value)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("uses_org_name", "maybe"), ("uses_org_name", "yes"), ("post_type", "nonsense"), ("purpose", ["a"]),
        ("purpose", "a" * 501), ("approved_by", "head"), ("other_channels", {"a": 1}), ("purpose", None),
    ],
)  # fmt: skip
def test_anything_else_is_not(path, value):
    assert not acceptable(path, value)


def test_a_refusal_says_what_can_be_answered():
    with pytest.raises(UnableTo, match="Say yes or no to answer “Has the picture been deleted"):
        check_acceptable({"deleted_from_device": "maybe"})


def test_an_answer_that_is_taken_back_is_fine():
    assert check_acceptable({"uses_org_name": None, "purpose": ""}) is None


@pytest.mark.parametrize(
    ("face", "pupils", "so"), [("no_people", [1], True), ("no_people", [], False), ("", [1], False)]
)
def test_nobody_and_somebody_contradict(face, pupils, so):
    assert contradicts(face, pupils) == so
