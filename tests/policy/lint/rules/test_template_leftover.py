"""Words of a template that were never replaced."""

import pytest

from tests.policy.lint.known_law import messages, remarks

RULE = "template-leftover"


@pytest.mark.parametrize(
    "text",
    [
        "the college/academy [college to choose as needed] rules",
        "boys/girls (delete as applicable)",
        "Delete as appropriate.",
        "If your school runs a page you should include the section below.",
        "This template should be adapted.",
        "[Name of school]",
        "[School name]",
        "on [date]",
        "[Headteacher's name]",
        "INSERT NAME here",
        "insert school name",
        "<school name>",
        "{{trust}}",
        "Telephone xxx",
        "Next review: XX/XX/20XX",
        "Approved: TBC",
        "Comments will be read. (if appropriate)",
        "Comments will be read (if applicable)",
        "[Also, some teachers may want to join a network of their own subject.]",
    ],
)
def test_a_leftover_is_reported_once(text: str) -> None:
    assert len(remarks(text, rule=RULE)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "as required [Department for Education, 2026]",
        "[Keeping Children Safe in Education, Department for Education, London, September 2026]",
        "[Our trips policy is on the website and should be read](https://school.example)",
        "Parents (if appropriate) are told.",
        "Delete the post as soon as possible.",
        "Edit the picture before posting.",
        "Write to <office@school.example> or see <https://school.example>.",
        "If your child is in the picture, include them in the choice.",
        "Superbowl XL and Malcolm X",
        "[sic]",
        "The template is kept by the office.",
    ],
)
def test_brackets_and_words_with_a_use_are_left_alone(text: str) -> None:
    assert messages(text, rule=RULE) == ""
