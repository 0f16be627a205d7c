"""Postal addresses, and streets that nobody lives at."""

import pytest

from gatepost.detectors import detect_text

FOUND = {
    "cards to The Laurels, Station Road please": "The Laurels, Station Road",
    "her house is no. 12 on Larkspur Drive": "no. 12 on Larkspur Drive",
    "staying at 9 Sea View Terrace, Whitby": "9 Sea View Terrace, Whitby",
    "party at 12a acacia gdns": "12a acacia gdns",
    "we live at 44 high st": "44 high st",
    "C/O 22 Kingsway, Thornby": "22 Kingsway, Thornby",
    "PO Box 114 for replies": "PO Box 114",
    "found outside 27b garden street today": "27b garden street",
    "Flat 3B Rowan House": "Flat 3B Rowan House",
    "I live at 45 Oak Road.": "45 Oak Road",
    "She lives at no. 5 Tanner's Row and": "no. 5 Tanner's Row",
    "at The Old Forge, 6 Chapel Lane, now": "The Old Forge, 6 Chapel Lane",
    "Drop off at 17a The Green": "17a The Green",
    "lives on Garden Street near us": "Garden Street",
    "handed in at number seven, Pinfold Close": "number seven, Pinfold Close",
    "moved to forty-two Orchard Way": "forty-two Orchard Way",
    "collect your tree from 18a Cornmarket, side door": "18a Cornmarket",
    "a garage sale at 61 the ridings this sunday": "61 the ridings",
    "Forms back to Hill Top House, Dunmere please": "Hill Top House, Dunmere",
    "our house is Pear Tree Cottage on Mill Lane": "Pear Tree Cottage on Mill Lane",
    "she lives down Larch Avenue at number 12": "Larch Avenue at number 12",
    "moving to 11 Heol y Felin next week": "11 Heol y Felin",
    "Caravan 12, Sea View Holiday Park": "Caravan 12, Sea View Holiday Park",
    "drop off, 3 Beech Tree Ct, before 6": "3 Beech Tree Ct",
    "Jo, 21 Sycamore Gr, has the costumes": "21 Sycamore Gr",
    "I'm at 204 Kingfisher if you need me": "204 Kingfisher",
}
NEAR_MISSES = [
    "Bus 12 Church Road stop closed",
    "a box of 114 poppies",
    "The Vikings, Castle Street workshop",
    "cards to 44 pupils",
    "Kirkbride Street is closed",
    "Year 4 walk down Mill Lane",
    "We beat 3 schools close to home",
    "9 doors close at 9",
    "5 minutes walk from the park",
    "Year 3 Beech Avenue walk",
    "Trip to Victoria Park",
    "Meet at Thornby Town Hall, Market Square",
    "10 Downing Street was our theme",
    "One Way system in the car park",
    "Seven Oaks class and Nine Elms class",
    "We walked seven miles down Mill Lane",
    "Four Square is the new game, four Court rules",
    "Collect from 3 The gate closes at 4",
    "we live at 7 Tonight on Zoom",
    "The post went to 6 Oak",
    "Our home is Bramble Farm for the week",
    "Send 3 photos to 4 Maple, please",
    "Year 5 Road safety week",
    "22 Close calls in the egg race",
    "lunch at 12 Tuesday",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_an_address_is_found_where_it_stands(text, words):
    found = [text[f.start : f.end] for f in detect_text(text, types=["address"])]
    assert found == [words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_an_address_is_let_be(text):
    assert detect_text(text, types=["address"]) == ()
