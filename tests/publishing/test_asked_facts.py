import pytest

from gatepost.policy.facts import FIELDS
from gatepost.publishing.asked_facts import ASKABLE, LABELS, asks, given, missing, read

EMPTY = {"channels": [1], "pictures": []}
PICTURE = {"id": 12, "face_shown": "", "people_said": False, "alt_text": "", "names_visible": "", "capture_device": ""}


@pytest.mark.parametrize("path", ["approved_by", "author.role", "people[].in_photo", "personal_data", "today", "tone"])
def test_nobody_says_of_their_own_post_what_others_decide(path):
    assert path not in ASKABLE


def test_every_fact_with_words_of_its_own_may_be_asked():
    assert [path for path in LABELS if path not in ASKABLE] == []


@pytest.mark.parametrize("path", sorted(ASKABLE))
def test_every_fact_can_be_asked_in_words(path):
    (ask,) = asks([path], EMPTY)
    assert ask.kind == "go" or ask.label.endswith("?")
    assert not any("_" in label for _, label in ask.choices)


def test_what_the_page_has_a_field_for_leads_there():
    content = {"channels": [], "pictures": [PICTURE]}
    found = asks(["media[0].face_shown", "people", "channel", "other_channels"], content)
    assert [ask.anchor for ask in found] == ["p12-face_shown", "p12-pupils", "channels", "other-ways"]


def test_what_gatepost_knows_is_not_asked():
    assert asks(["approved_by", "people[0].named_in_text", "media[4].alt_text"], EMPTY) == ()


def test_what_a_clause_reads_of_a_picture_is_asked_at_once():
    content = {"channels": [1], "pictures": [PICTURE]}
    assert missing(content, {"media[].alt_text"}) == ("media[0].face_shown", "media[0].alt_text", "people")


def test_a_picture_without_people_needs_nobody_said():
    content = {"channels": [], "pictures": [PICTURE | {"face_shown": "no_people"}]}
    assert missing(content, ()) == ("channel",)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("working_hours", "yes", True),
        ("working_hours", "no", False),
        ("working_hours", "perhaps", None),
        ("post_type", "achievement", "achievement"),
        ("post_type", "nonsense", None),
        ("business.relation", " the uniform shop ", "the uniform shop"),
        ("business.relation", "  ", None),
        ("other_channels", "none", "none"),
    ],
)
def test_an_answer_is_read_as_the_facts_type_asks(path, text, value):
    assert read(path, text) is value or read(path, text) == value


def test_what_was_answered_can_be_changed():
    assert [ask.path for ask in given({"post_type": "event", "other_channels": "none"})] == ["post_type"]


def test_facts_that_may_be_asked_are_facts():
    assert FIELDS.keys() >= ASKABLE
