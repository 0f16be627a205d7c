"""Adverts and appeals."""

import pytest

from gatepost.detectors import detect_text

FOUND = [
    "20% off school shoes this weekend",
    "Sponsored: book a party at Bounce Barn from £12 a head",
    "I sell wax melts and need new customers",
    "Tutoring from £30 an hour",
    "Use code LARK20 at the till",
    "Buy one get one free on trainers",
    "Please donate to my holiday fund",
    "Please sponsor me to run a mile",
    "Earn £500 a week from home",
    "For sale: hardly used scooter",
    "Get 10% discount at Smith's Sports with this post",
    "Come to Bella's Salon for prom hair, book now",
    "Big sale at Kids World this weekend",
    "Our friends at Pizza Palace are offering free garlic bread with every order",
    "Looking for a tutor? Call Maths Masters today",
    "Help us raise £500 for new books, donate at the link",
    "Please support my fundraiser for a new kitchen",
    "Sponsor my run for the hospice",
    "Buy your uniform from Trutex, best prices in town",
    "Half price trainers at Sole Traders",
    "Anyone want to buy a bike? £40",
    "Join Slimming World with me, first week free",
]
NEAR_MISSES = [
    "Uniform orders open on Monday",
    "Sponge cake sale on Friday, £1 a slice",
    "Thank you for your donations to the food bank",
    "Free tickets for our concert",
    "We sell out of biscuits fast",
    "Uniform fitting day at our appointed supplier this Saturday, 9 to 4.",
    "Book now for parents' evening",
    "Special mention to the PTA",
]


@pytest.mark.parametrize("text", FOUND)
def test_commercial_wording_is_found(text):
    assert detect_text(text, types=["commercial"])


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_innocent_wording_is_not_commercial(text):
    assert detect_text(text, types=["commercial"]) == ()
