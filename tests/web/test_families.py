"""What a family reads first: what they have said, place by place, each leading to its questions."""

from datetime import date

import pytest

from gatepost.consents.elements import ELEMENTS
from gatepost.consents.families import Page, Question
from gatepost.consents.models import Wording
from gatepost.web.families import sections

SAID = {
    "a yes": ({"own": "granted"}, "A picture: yes."),
    "a no": ({"own": "refused"}, "A picture: no."),
    "a yes that was taken back": ({"own": "withdrawn"}, "A picture: no."),
    "a yes that ran out": ({"own": "granted", "ran_out": True}, "A picture: your yes has run out."),
    "nothing": ({}, "A picture: not answered."),
    "nothing, where nobody is asked for a yes": ({"asks_consent": False}, "A picture: not objected."),
    "nothing, and a yes with no name on it": ({"listed": date(2026, 9, 3)}, "A picture: not answered."),
}


def question(element="photo", platform="facebook", tier="social", **said):
    """A question, as somebody sees it."""
    asked = {"own": "", "since": None, "ran_out": False, "text": "", "wording": None, "asks_consent": True}
    return Question(tier, platform, element, **{**asked, **said})


def page(*questions):
    """A page with these questions."""
    return Page(None, questions, may_say_yes=True, pupil_alone=False)


@pytest.mark.parametrize(("said", "told"), SAID.values(), ids=SAID)
def test_each_answer_is_told_at_a_glance(said, told):
    (only,) = sections(page(question(**said)), {})
    assert only.at_a_glance == told


@pytest.mark.parametrize(("listed", "open_"), [(None, False), (date(2026, 9, 3), True)])
def test_what_is_folded_away_stands_open_where_a_yes_with_no_name_is_in_it(listed, open_):
    (only,) = sections(page(question(), question("quote", listed=listed)), {})
    assert only.is_unfolded is open_


WRITTEN = Wording(text="May we show your child here?")


@pytest.mark.parametrize(
    ("tier", "said", "warns"),
    [
        ("social", {"text": WRITTEN.text, "wording": WRITTEN}, True),
        ("web", {"text": WRITTEN.text, "wording": WRITTEN}, True),
        ("in_school", {"text": WRITTEN.text, "wording": WRITTEN}, False),
        ("social", {"text": "Strangers have taken pictures.", "wording": WRITTEN}, False),
        ("social", {"text": "Strangers have taken pictures."}, False),
    ],
)
def test_the_risk_of_misuse_is_told_beside_what_the_school_wrote_of_what_anybody_can_see(tier, said, warns):
    (only,) = sections(page(question(tier=tier, platform="", **said)), {})
    assert only.warns is warns


def test_a_place_tells_of_what_stands_open_there_and_of_no_other_place():
    every = [question(element, platform) for platform in ("facebook", "instagram") for element in ELEMENTS]
    told = {one.heading: (one.at_a_glance, one.anchor) for one in sections(page(*every), {})}
    words = "A picture: not answered. The first name: not answered."
    assert told == {
        "Facebook": (words, "place-social-facebook-photo"),
        "Instagram": (words, "place-social-instagram-photo"),
    }
