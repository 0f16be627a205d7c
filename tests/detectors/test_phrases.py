"""Wording found by phrase: the clause that is shown, and the captions that every detector of tone lets be."""

import pytest

from gatepost.detectors import detect_text

TONE = ("political", "commercial", "claim", "future_place_time", "abuse", "disparaging", "inflammatory")
CLAUSES = {
    "Off we go, vote Labour for our parks, and bring a coat": "vote Labour for our parks",
    "Nobody likes you, you're a freak, stay away": "Nobody likes you, you're a freak",
    "We are the best school in the county and the cakes are good": "We are the best school in the county",
    "Get 20% off shoes at www.example.com/shoes today": "Get 20% off shoes",
    "Hello! The ref was a joke. Home by six.": "The ref was a joke",
}
BENIGN = """Rubbish collection moves to Tuesday|An outstanding effort from Year 4
Vote for your favourite book in the library|Year 9 read war poems|Our dancers killed it on stage
She smashed her personal best|Bomb disposal visitors came for science week
Year 6 debated whether zoos should be banned|House captains elected today|Free school meals: apply online
Uniform sale: jumpers from £2|Summer fair on Saturday, stalls from £5|Breakfast club costs £4 a day
Snowflakes hang in every window|A striking display of art|Lightning strikes: we learnt about storms
Please do not park on the zigzags|Some children can't swim yet, so lessons start Monday
The ref was excellent|The old boiler is useless and will be replaced
No surprise that the cake stall sold out|Our opponents were stronger on the day
The Twits are vile and disgusting in our play|Ugly sisters wanted for the pantomime
Slugs and snails in the garden|Our model is made of cardboard|Thank you to the driver who stopped to help
Eid Mubarak to all our families|Reform school novels in the library
The conservative estimate is 300 cakes|Hang your coats on your peg|Shut the gate please
Get lost in a good book|Our best ever sports day|Leading lady: our star of the show
The finest cake in the tent|Best school dinner ever|100% attendance in 4B|Our choir sang better than ever
Book fair: books from £2.99|Kids go free at our summer fair|That lot of seeds is for Year 2
The team went home tired|Nobody likes losing|The coach is late, blame traffic
Drivers are asked to slow down|Woke up to snow|Bath bombs made by Year 4
Send the boats down the stream: Year 3 race paper boats|Snakes and ladders club|Witch hats for Halloween
The library has the best view in school|Year 11 prom tickets reduced to £20|Tell the office if you move"""
CAPTIONS = [caption for line in BENIGN.splitlines() for caption in line.split("|")]


@pytest.mark.parametrize(("text", "clause"), CLAUSES.items())
def test_a_finding_of_tone_is_the_clause_that_says_it(text, clause):
    assert clause in [text[f.start : f.end] for f in detect_text(text, types=TONE)]


@pytest.mark.parametrize("text", CAPTIONS)
def test_a_harmless_caption_is_of_no_tone(text):
    assert detect_text(text, types=TONE) == ()


def test_two_claims_joined_by_and_are_two_findings():
    found = detect_text("World-class teaching and unrivalled facilities: apply now", types=["claim"])
    assert len(found) == 2
