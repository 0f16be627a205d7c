import pytest

from gatepost.detectors import Finding
from gatepost.screening.findings import SETTLED, as_found, texts, unsettled


def finding(type_):
    """A finding of this type."""
    return Finding(type_, 0, 4, 0.9, "because")


def kept(type_, facts, *, text="text"):
    """Whether a finding of this type outlives the facts."""
    return unsettled([finding(type_)], facts, text=text) != ()


DROPPED = {
    "details, where personal data are judged": ("phone", {"personal_data": []}),
    "details, whatever was judged": ("phone", {"personal_data": ["email"]}),
    "abuse, where the tone is judged": ("abuse", {"tone": []}),
    "belittling, where the tone is judged": ("disparaging", {"tone": ["respectful"]}),
    "politics, where there are none": ("political", {"political": False}),
    "adverts, where there are none": ("commercial_link", {"commercial": False}),
    "claims, where there are none": ("claim", {"claims": False}),
    "a profile, where none is staff's": ("personal_profile", {"links_to_staff_account": False}),
}
KEPT = {
    "details, where nothing is said": ("phone", {}),
    "details, where they were asked about and are not there": ("phone", {"personal_data": None}),
    "details, where the tone is judged": ("phone", {"tone": []}),
    "politics, where there are some": ("political", {"political": True}),
    "politics, where the tone is judged": ("political", {"tone": []}),
    "adverts, where somebody says so": ("commercial", {"commercial": True}),
    "a name, whatever is judged": ("pupil_full", {"personal_data": [], "tone": [], "people": []}),
}


@pytest.mark.parametrize(("type_", "facts"), DROPPED.values(), ids=DROPPED)
def test_what_is_given_wins_over_what_is_found(type_, facts):
    assert not kept(type_, facts)


@pytest.mark.parametrize(("type_", "facts"), KEPT.values(), ids=KEPT)
def test_what_nobody_judged_is_found(type_, facts):
    assert kept(type_, facts)


def test_a_sorted_comment_is_not_sorted_again():
    assert not kept("abuse", {"comment": {"categories": []}}, text="comment.text")


def test_a_judged_tone_says_nothing_of_a_comment():
    assert kept("abuse", {"tone": []}, text="comment.text")


def test_a_sorted_comment_says_nothing_of_the_post():
    assert kept("abuse", {"comment": {"categories": []}}, text="text")


def test_each_row_settles_a_text_that_is_searched():
    assert {text for text, *_ in SETTLED} == {"text", "comment.text"}


@pytest.mark.parametrize("facts", [{"text": 3}, {"text": None}, {"comment": "no"}, {"comment": {"text": []}}, {}])
def test_what_is_no_text_is_not_searched(facts):
    assert texts(facts) == {}


def test_a_comment_is_searched_wherever_its_text_is_written():
    assert texts({"comment": {"text": "Hello"}}) == texts({"comment.text": "Hello"}) == {"comment.text": "Hello"}


def test_a_finding_says_whom_it_was_joined_to():
    assert as_found(finding("pupil_full"), fact="text", who=("people[0]",)).who == ("people[0]",)
