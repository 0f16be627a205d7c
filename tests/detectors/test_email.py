"""E-mail addresses, plain and disguised."""

import pytest

from gatepost.detectors import detect_text

FOUND = {
    "bob_smith at hotmail.com": "bob_smith at hotmail.com",
    "bob underscore smith at outlook dot com": "bob underscore smith at outlook dot com",
    "Write to senco@oakfield.sch.uk please": "senco@oakfield.sch.uk",
    "jan.whittam [at] example.com": "jan.whittam [at] example.com",
    "office(at)oakfield(dot)sch(dot)uk": "office(at)oakfield(dot)sch(dot)uk",
    "jo dot smith at example dot com": "jo dot smith at example dot com",
    "my e-mail: dawn.hollings @ example.com": "dawn.hollings @ example.com",
    "ask k_oduya @ example.org please": "k_oduya @ example.org",
    "jo.b at gmail com": "jo.b at gmail com",
    "joblingATexampleDOTcom": "joblingATexampleDOTcom",
    "TICKETS@MUSIC.EXAMPLE now": "TICKETS@MUSIC.EXAMPLE",
}
NEAR_MISSES = [
    "meet at dot to dot club",
    "we are at live music in the hall",
    "look at school.uk for details",
    "It's me @ the finish line!!",
    "Two for £5 @ the cake stall",
    "meet at dot's house",
    "Tickets @ eventbrite.co.uk now",
    "MEET AT THE DOT COM CAFE",
    "Dinner @ 7, then pizza.com",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_an_email_address_is_found_where_it_stands(text, words):
    found = [text[f.start : f.end] for f in detect_text(text, types=["email"])]
    assert found == [words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_an_email_address_is_let_be(text):
    assert detect_text(text, types=["email"]) == ()
