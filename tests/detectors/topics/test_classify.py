"""What a few words of prose are about."""

import pytest

from gatepost.detectors import classify

SAID = {
    "sexual_approach": ["flirtatious messages", "asked for a selfie", "a love heart emoji", "wants to meet alone"],
    "friendly": ["wished her a happy birthday", "asks what time revision club is", "best wishes"],
    "abusive": ["calls a teacher an idiot", "vile insults", "swearing at staff", "demeaning remarks"],
    "mocking": ["a meme of the head", "taking the mickey", "a parody song", "poking fun at Year 7"],
    "disparaging": ["badmouthing the school", "running down the school", "a post that puts down staff"],
    "threatening": ["threatened to come after him", "intimidating message", "we know where she lives"],
    "bullying": ["cyberbullying in a group chat", "ganged up on her", "ostracised online"],
    "harassing": ["keeps messaging a colleague", "stalking", "a barrage of e-mails"],
    "racist": ["racist chanting", "antisemitic post", "xenophobic joke"],
    "sexist": ["misogynistic comment", "upskirting", "catcalling"],
    "homophobic": ["homophobic slur", "transphobic joke", "deadnaming a pupil"],
    "hateful": ["hate speech", "inciting hatred", "discriminatory remark"],
    "extremist": ["far-right symbol", "neo-Nazi page", "a conspiracy channel"],
    "radicalisation": ["radicalised online", "a Prevent referral"],
    "nude_imagery": ["a nude sent to a pupil", "explicit photo", "youth-produced imagery"],
    "self_harm": ["talks of suicide", "cutting herself", "wants to die"],
    "criminal_illegal": ["selling drugs", "hacked into the system", "shoplifting clip"],
    "complaint": ["a complaint about lunch", "fed up with parking", "not happy with the office"],
    "criticism": ["a negative review", "criticises the timetable", "one-star rating"],
    "behaviour_incident": ["a fight at the gate", "vandalism", "truanting pupils"],
    "defamatory": ["a false allegation", "calls him a thief and liar", "smear campaign"],
    "impersonation": ["a fake profile", "pretending to be the head", "spoof account"],
    "scam": ["phishing link", "a giveaway scam", "dodgy link"],
    "gossip_false": ["rumours about staff", "fake news", "unfounded story"],
    "political": ["vote for Labour", "petition to parliament", "general election"],
    "religious": ["Eid assembly", "a church service", "Diwali lamps"],
    "commercial": ["advert for a salon", "promo code", "for sale"],
    "donation": ["a fundraiser", "sponsored walk", "justgiving page"],
    "confidential": ["restructuring plan", "salary list", "an internal memo"],
    "embargoed": ["under wraps until May", "new headteacher appointment", "job cuts"],
    "personal_data": ["her home address", "bank details", "a date of birth"],
    "disrepute": ["drunk at a party", "pub crawl photos", "unprofessional post"],
    "pupil_wellbeing": ["worried about a pupil", "anxious child", "county lines"],
    "work_matters": ["lesson plan", "cover arrangement", "INSET agenda"],
    "social": ["coffee after work", "weekend plans", "a quiz night"],
    "celebration": ["won a medal", "so proud", "shout-out to Year 5"],
    "inappropriate": ["crosses a line", "in bad taste", "unacceptable"],
}
NOT_SAID = [
    ("not abusive", "abusive"),
    ("no threats were made", "threatening"),
    ("never racist", "racist"),
    ("without a complaint", "complaint"),
    ("nothing political", "political"),
    ("a wonder of the world", "celebration"),
    ("extremely kind", "extremist"),
    ("a sexuality workshop", "sexual_approach"),
    ("social media policy", "social"),
    ("the abuse of power in Macbeth", "abusive"),
    ("wonderful lamps", "political"),
    ("a trolley of books", "abusive"),
    ("a workout video", "work_matters"),
    ("the mpemba effect", "political"),
    ("published exam papers", "social"),
    ("a reliable bus", "gossip_false"),
    ("slurry on the farm", "abusive"),
    ("a public library", "social"),
]
ROWS = [(prose, topic) for topic, said in SAID.items() for prose in said]


@pytest.mark.parametrize(("prose", "topic"), ROWS)
def test_prose_is_known_by_its_topic(prose, topic):
    assert topic in classify(prose)


@pytest.mark.parametrize(("prose", "topic"), NOT_SAID)
def test_a_denial_or_a_like_sounding_word_is_no_topic(prose, topic):
    assert topic not in classify(prose)
