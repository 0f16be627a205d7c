"""Where children will be and when."""

import pytest

from gatepost.detectors import detect_text

FOUND = [
    "Year 4 will be at Whinfold Forest Centre from 10am on Thursday 12 March",
    "Y7 trip: we leave Euston at 8.15 tomorrow with 30 children",
    "Our Year 7s walk to Bellgate Baths every Tuesday",
    "See the choir at Larkmoor Town Hall steps, 6pm tomorrow",
    "The team is playing at Holme Park this Saturday",
    "We are off to Chester Zoo tomorrow, back by 3",
    "Year 5 are off to Flamingo Land on Friday, leaving school at 9am",
    "Our netball team plays at Westbrook Academy on Tuesday at 4pm",
    "Come and watch our choir at St Mary's Church this Sunday at 3pm",
    "Reception will be visiting Tropical World next Wednesday",
    "Meet us at Leeds station on 4 May at 8.15",
    "Our Year 10s will be staying at the Malham Youth Hostel from Monday",
    "The U12s are away at Holme Valley tomorrow, kick off 2pm",
    "Nursery are walking to the park on Thursday morning",
    "Find our running club at Roundhay Park every Saturday at 9am",
]
NEAR_MISSES = [
    "Year 9 had a fantastic time at the castle last week",
    "School will close at 12 noon tomorrow due to a boiler failure.",
    "Parents' evening is on Thursday",
    "Uniform fitting day at our appointed supplier this Saturday, 9 to 4.",
    "Maths club meets in M4 on Wednesday",
    "The office opens on Monday",
]


@pytest.mark.parametrize("text", FOUND)
def test_future_place_time_wording_is_found(text):
    assert detect_text(text, types=["future_place_time"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_innocent_wording_is_not_future_place_time(text):
    assert detect_text(text, types=["future_place_time"]) == ()
