from collections.abc import Mapping
from typing import Any

import pytest

from gatepost.detectors import Person, Roster
from gatepost.policy import SituationError
from gatepost.policy.verdict import Cause, Fix, Reason, Region, Verdict
from gatepost.screening.pictures import look_into, with_regions
from tests.detectors.pictures.made import PORTRAIT, lettering
from tests.publishing.pictures.files import exif, halves, saved

ROLL = Roster([
    Person(upn="A1", legal_first="Oliver", legal_last="Hartley"),
    Person(upn="A2", legal_first="Zofia", legal_last="Kowalczyk"),
])  # fmt: skip
FILES = {
    "portrait.jpg": PORTRAIT.read_bytes(),
    "certificate.png": lettering("Awarded to", "Oliver Hartley"),
    "badge.png": lettering("Zofia"),
    "somewhere.jpg": saved(halves(), exif=exif(place=True)),
    "plain.jpg": saved(halves()),
    "broken.jpg": b"\xff\xd8\xff\xe0",
}


def read(name: str) -> bytes:
    if name not in FILES:
        raise FileNotFoundError(2, "there is no such file", name)
    return FILES[name]


def looked(file: str, people: Any = None, roster: Roster | None = ROLL, **given: Any):
    facts: dict[str, Any] = {"media": [{"type": "photo", "file": file, **given}]}
    if people is not None:
        facts["people"] = people
    return look_into({"kind": "post", "facts": facts}, read=read, roster=roster)


def media(*words: Any, **given: Any) -> Mapping[str, Any]:
    return looked(*words, **given).data["facts"]["media"][0]


def people(*words: Any, **given: Any) -> Any:
    return looked(*words, **given).data["facts"].get("people")


FOUND = {
    "a face near by": ("portrait.jpg", "face_shown", "recognisable"),
    "a whole name": ("certificate.png", "names_visible", "full"),
    "a first name": ("badge.png", "names_visible", "first"),
    "the place": ("somewhere.jpg", "location", True),
    "no place": ("plain.jpg", "location", False),
    "no face, which proves nothing": ("plain.jpg", "face_shown", None),
    "no name, which proves nothing": ("plain.jpg", "names_visible", None),
}


@pytest.mark.parametrize(("file", "fact", "value"), FOUND.values(), ids=FOUND)
def test_what_a_picture_shows_becomes_a_fact(file, fact, value):
    assert media(file).get(fact) == value


@pytest.mark.parametrize(
    ("file", "fact", "given"),
    [("portrait.jpg", "face_shown", "back_or_distance"), ("certificate.png", "names_visible", "none"),
     ("somewhere.jpg", "location", False)],
)  # fmt: skip
def test_what_is_given_stands(file, fact, given):
    assert media(file, **{fact: given})[fact] == given


def test_a_name_whose_bearer_is_listed_adds_nobody():
    assert people("certificate.png", [{"role": "pupil", "name": "Oliver Hartley"}]) == [
        {"role": "pupil", "name": "Oliver Hartley"}
    ]


def test_a_name_whose_bearer_is_not_listed_adds_somebody_without_permissions():
    _, added = people("certificate.png", [{"role": "pupil", "name": "Zofia Kowalczyk"}])
    assert added == {"role": "pupil", "name": "Oliver Hartley", "upn": "A1"}


def test_without_a_roll_no_name_is_known():
    assert media("certificate.png", roster=None).get("names_visible") is None


def test_where_a_name_stands_is_noted():
    (region,) = looked("certificate.png").regions["media[0].names_visible"]
    assert (region.media, region.width > region.height) == (0, True)


@pytest.mark.parametrize(
    ("file", "said"), [("nowhere.jpg", "no such file"), ("broken.jpg", "damaged")], ids=["not there", "broken"]
)
def test_a_picture_that_cannot_be_read_is_an_error_at_its_place(file, said):
    with pytest.raises(SituationError, match=said) as caught:
        looked(file)
    assert caught.value.where == "media[0].file"


@pytest.mark.parametrize(
    "data", [None, 3, [], {"facts": None}, {"facts": {"media": "x.jpg"}}, {"facts": {"media": [3]}}]
)
def test_what_is_no_situation_is_left_to_the_parser(data):
    assert look_into(data, read=read, roster=None).data == data


def test_what_can_be_read_against_what_was_said_is_told():
    (hint,) = looked("certificate.png", names_visible="none").hints
    assert ("said to be none" in hint, looked("plain.jpg", names_visible="none").hints) == (True, [])


def verdict(*reasons: Reason) -> Verdict:
    return Verdict(None, "x", "post", "block", None, "express", (), {"allowed": "block"}, reasons, (), ())


def test_a_reason_shows_where_in_the_picture_it_lies_with_a_fix_for_each_place():
    cause = Cause("media[0].names_visible", "full")
    reason = Reason("safe", "block", "x", "1", "must", "…", (cause,), fixes=(Fix("blur", fact="media[0]"), Fix("ask")))
    places = (Region(0, 1, 2, 3, 4), Region(0, 5, 6, 7, 8))
    (placed,) = with_regions(verdict(reason), {cause.fact: places}).reasons
    assert placed.as_json()["where"] == {"media": 0, "x": 1, "y": 2, "width": 3, "height": 4}
    assert [fix.as_json().get("where", {}).get("x") for fix in placed.fixes] == [None, 1, 5]


def test_a_reason_that_no_picture_caused_stays_as_it_is():
    reason = Reason("safe", "block", "x", "1", "must", "…", (Cause("text", "a"),))
    assert with_regions(verdict(reason), {"media[0].location": (Region(0, 1, 2, 3, 4),)}).reasons == (reason,)
