"""All detectors together: any text, in order, in time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.detectors import DETECTORS, detect_text
from tests.detectors.names.roll import ROLL

CAPTION = (
    "Well done to Grace Young in Year 8, who scored twice for the netball team on Saturday! Thank you to Mrs Hale and"
    " all the families who came along to cheer. Next match: 14 March, 3pm. Call 01632 960142 for a place on the coach."
)
PIECES = st.sampled_from(
    ["Oliver", "Hartley", "#", "@", "07700 900123", " at ", "’s", "\ud800", "İ", "ß", "\n", "you are ", "14 Oak Road"]
)
LONG = [
    "Oliver Hartley ",
    "you are all so ",
    "the best school in the ",
    "07700 ",
    "@a",
    "a.b-",
    "Hartley, ",
    "flat 3 ab ",
    "x.com/",
]

EVERYDAY = [
    "Thank you to everyone who came to our open evening, it was lovely to meet so many families.",
    "Year 6 have been learning about the Victorians and built brilliant model mills.",
    "Reminder: PE kit on Mondays and Thursdays, please name everything.",
    "Huge thanks to the PTA who raised £1,200 at the summer fair for new books.",
    "Our new library opens on Monday. Come and have a look after school from 3.15pm.",
    "The under 11s drew 2-2 with a very good Westbrook side. Thanks for hosting us!",
    "Hard luck to our chess team, who lost the final but played superbly.",
    "We are recruiting a teaching assistant. Closing date 12 May.",
    "Flu vaccinations take place on Tuesday, consent forms to the office please.",
    "School photos are available to order online until Friday.",
    "We had a visit from the fire service today and the children loved the hoses.",
    "Please drive carefully outside school, children are crossing.",
    "Well done to all our Year 11s on a fantastic set of results.",
    "Harvest festival donations of tins and packets welcome this week.",
    "Children in Need: wear something spotty on Friday and bring £1.",
    "Our Ofsted report is on our website.",
    "Try our new menu: curry, pasta and the best sponge pudding.",
    "Today's assembly was about kindness and why we never call people names.",
    "We learnt about democracy and voted for our class book.",
    "Anti-bullying week: odd socks day on Monday!",
    "World Book Day costumes were the best yet.",
    "Come and see our production of Bugsy in the hall on Thursday, tickets £3 from the office.",
    "The bus was late because of snow, sorry for the wait.",
    "Congratulations to our football team who beat St Mary's 3-1.",
    "Second-hand uniform sale after school on Friday, everything £1.",
    "We are so proud of how hard everybody has worked this term.",
    "Our eco council planted 40 trees with help from Oak Garden Centre.",
    "Lost: one black coat with a hood, age 9-10.",
    "Parking at pick-up is a nightmare this week due to roadworks, please walk if you can.",
    "Great to see former pupils back for our reunion.",
]


@pytest.mark.parametrize("name", DETECTORS)
def test_every_detector_says_where_its_patterns_come_from_and_what_time_it_allows_itself(name):
    assert DETECTORS[name].source
    assert 0 < DETECTORS[name].budget_ms <= 1


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join))
def test_any_text_gives_ordered_findings_inside_it(text):
    found = detect_text(text, roster=ROLL)
    assert all(0 <= f.start < f.end <= len(text) and f.why for f in found)
    assert list(found) == sorted(found, key=lambda f: (f.start, f.end, f.type))


@pytest.mark.parametrize("piece", LONG)
def test_a_long_text_is_searched_to_its_end(piece):
    text = piece * (20_000 // len(piece)) + " Ring 07700 900123."
    assert any(found.type == "phone" and found.end == len(text) - 1 for found in detect_text(text, roster=ROLL))


def test_only_the_types_asked_for_are_found():
    assert {f.type for f in detect_text(CAPTION, roster=ROLL, types=["phone"])} == {"phone"}


def test_a_pupil_is_not_another_person_too():
    assert "other_person" not in {f.type for f in detect_text("Grace Young won", roster=ROLL)}


def test_figures_have_one_meaning():
    assert [f.type for f in detect_text("UPN J998732116243", roster=ROLL)] == ["upn"]


@pytest.mark.parametrize("text", EVERYDAY)
def test_an_everyday_post_gives_nothing(text):
    assert detect_text(text, roster=ROLL) == ()
