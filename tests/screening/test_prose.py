import pytest

from gatepost.screening.prose import PROSE, read_prose


def test_every_field_of_prose_is_read():
    assert set(PROSE) >= {"topic", "content", "concern", "nature", "purpose"}


def test_underscores_stand_for_spaces():
    assert read_prose({"content": "flirtatious_messages"}, kind="report") == read_prose(
        {"content": "flirtatious messages"}, kind="report"
    )


def test_prose_is_classified_by_path():
    assert [*read_prose({"content": "flirtatious messages"}, kind="report")] == ["content"]


READ = {
    "a person's own post": ({"text": "Racist rubbish"}, "personal-post", True),
    "a person's own post whose tone is judged": ({"text": "Racist rubbish", "tone": []}, "personal-post", False),
    "a school's post": ({"text": "Racist rubbish"}, "post", False),
    "a comment": ({"comment": {"text": "Racist rubbish"}}, "comment", True),
    "a comment that is sorted": ({"comment": {"text": "Racist rubbish", "categories": []}}, "comment", False),
}


@pytest.mark.parametrize(("facts", "kind", "read"), READ.values(), ids=READ)
def test_a_text_is_read_as_prose_where_nobody_judged_it(facts, kind, read):
    assert bool(read_prose(facts, kind=kind)) is read


@pytest.mark.parametrize("value", [None, 3, [], {}, ""])
def test_what_is_no_prose_has_no_class(value):
    assert read_prose({"topic": value}, kind="post") == {}
