import pytest

from gatepost.cli.verdicts.facts import FOUND, SENTENCES, say_cause, say_unknown, say_value, who
from gatepost.policy.facts import FIELDS
from gatepost.policy.permission import NOT_HELD
from gatepost.policy.verdict import Cause

FACTS = {"text": "Ring 07700 900123", "people": [{"name": "Oliver Hartley"}, {"role": "pupil"}]}

SAID = {
    "nobody has agreed": (Cause("approved_by", None), "nobody has agreed yet"),
    "somebody has": (Cause("approved_by", ["headteacher"]), "agreed so far: headteacher"),
    "a yes": (Cause("on_register", value=True), "the account is on the register"),
    "a no": (Cause("on_register", value=False), "the account is on the register: no"),
    "a number": (Cause("admins", 7), "how many people hold administrator rights: 7"),
    "a day": (Cause("today", "2026-11-21"), "the day is 21 November 2026"),
    "a month": (Cause("contact_with.left", "2026-07"), "they left in July 2026"),
    "a word that looks like a day": (Cause("used_on", "2026-13-01"), "day on which the pictures were used: 2026-13-01"),
    "a picture": (Cause("media[1].credited", value=False), "picture 2: the source is credited: no"),
    "a name in full": (Cause("people[0].named_in_text", "full"), "Oliver Hartley is named in full"),
    "somebody without a name": (Cause("people[1].in_photo", value=True), "person 2 is in a picture"),
    "somebody who was added": (Cause("people[2].in_photo", value=True), "somebody named in the text is in a picture"),
    "words that were found": (Cause("text", "phone"), "“07700 900123” reads as a telephone number"),
    "permission for a picture": (Cause("people[0].consents.photo_social", NOT_HELD), "Oliver Hartley can't be shown"),
    "permission for a name": (
        Cause("people[0].consents.name_social", NOT_HELD),
        "Oliver Hartley's name can't be shown",
    ),
    "permission for the name of somebody who was added": (
        Cause("people[2].consents.name_social", NOT_HELD),
        "the name of somebody named in the text can't be shown",
    ),
    "who gave it": (Cause("people[0].consents.given_by", "pupil"), "Oliver Hartley can't be shown"),
    "permission that is held": (
        Cause("people[0].consents.photo_social", value=True),
        "Oliver Hartley: permission is held",
    ),
}


@pytest.mark.parametrize(("cause", "said"), SAID.values(), ids=SAID)
def test_a_cause_is_said_in_plain_words(cause, said):
    assert say_cause(cause, FACTS, words=["07700 900123"]) == said


def test_words_of_one_kind_are_said_together():
    said = say_cause(Cause("text", "abuse"), {}, words=["idiots", "useless", "idiots"])
    assert said == "“idiots” and “useless” read as abusive words"


def test_an_escape_in_a_value_is_not_printed():
    assert "\x1b" not in say_cause(Cause("page.name", "\x1b[2J"), {})


@pytest.mark.parametrize("path", FIELDS)
def test_every_fact_can_be_asked_for_and_said(path):
    place = path.replace("[]", "[0]")
    assert "[" not in say_unknown(place, FACTS) + say_cause(Cause(place, "x"), FACTS)


def test_every_sentence_is_about_a_fact():
    assert SENTENCES.keys() <= FIELDS.keys()


def test_whatever_a_detector_finds_has_words():
    from gatepost.cli.verdicts.findings_page import NAMES
    from gatepost.detectors import DETECTORS

    assert {type_ for each in DETECTORS.values() for type_ in each.types} <= FOUND.keys() | NAMES.keys()


@pytest.mark.parametrize("people", [None, "all", 3, [], [3], [{"name": 3}]])
def test_odd_people_have_some_name(people):
    assert who("people[0]", {"people": people})


VALUES = {"not there": None, "yes": True, "none": [], "a, b": ["a", "b"], "head of pe": "head_of_pe", "PPA time": "ppa"}


@pytest.mark.parametrize(("said", "value"), VALUES.items())
def test_a_value_is_said_as_people_write_it(said, value):
    assert say_value(value) == said
