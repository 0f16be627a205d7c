import re

import pytest

from gatepost import library
from gatepost.handbook.carriers import KINDS, carried, whom
from gatepost.policy.document import CARRIERS, Carrier

DOCUMENTS = [*library.IDS, library.BASELINE]
SAID = {
    "question": ({"ask": "Is it true?"}, "Is it true?"),
    "guidance": ({"answers": "Yes, you may."}, "Yes, you may."),
    "record": ({"keeps": "Who agreed", "fields": ["asked_of", "at"]}, "Who agreed (asked of, at)."),
    "acknowledge": ({"by": ["staff", "governor"], "note": "I have read it."}, "I have read it. By staff, governors."),
    "route": ({"to": "dsl+headteacher", "about": "A worry"}, "A worry: to the DSL and the headteacher."),
    "duty": (
        {"do": "Look again", "owner": "trust_board", "every": "3 months", "due": "2027-07"},
        "Look again: the trust board, by July 2027, every 3 months.",
    ),
}


def test_every_kind_of_carrier_has_a_name():
    assert tuple(KINDS) == CARRIERS


@pytest.mark.parametrize("kind", SAID)
def test_a_carrier_is_said_as_a_school_would_say_it(kind):
    body, says = SAID[kind]
    assert carried(Carrier(kind, body)).says == says


def test_one_of_several_is_not_all_of_them():
    assert "the headteacher or the chair of governors" in carried(
        Carrier("route", {"to": "headteacher|chair_of_governors", "about": "A post"})
    ).says  # fmt: skip


def test_whom_a_point_binds_is_said_in_the_fields_words():
    assert whom(("staff", "volunteer", "pa_to_headteacher")) == "staff, volunteers, the PA to the headteacher"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_slug_reaches_a_page(name):
    shown = [(carried(one).says, whom(point.who)) for point in library.document(name).points for one in point.carriers]
    assert [text for texts in shown for text in texts if re.search(r"\w_\w|\d{4}-\d\d", text)] == []
