"""Mockery and belittling: of rivals, referees, other schools, parents, staff, or the day's work."""

from __future__ import annotations

from gatepost.detectors.detector import Detector
from gatepost.detectors.phrases import phrase, phrase_finder

_TRIGGERS = frozenset(
    """easiest easy train trained joke jokes shambles embarrassing embarrassed embarrassment rubbish pathetic useless
    hopeless clueless thrashed hammered destroyed demolished humiliated annihilated walkover unlike down road bother
    bothered turn turned show showed laughing laughable laugh losers lol lmao pity sorry excuse blind cheats cheating
    cheat cheated glasses specsavers clowns amateurs amateur poor pub dreadful awful terrible worst rubbish weak soft
    moaning moan whinging whining snowflakes karens karen entitled lazy precious complaining complain parents some
    actually even ever couldn can don know knows at least they them wish imagine thought tears cry crying
    hilarious cringe tragic sad loser overrated overpaid clue bless try harder again holidays think brain cells waste
    money special babysit bottom dim dense cute lessons learn learning reckon stupid thick failing dump dive
    school schools yourselves candy toddlers nan gran girl girls contest stick knitting funny shame thinks
    parent mum dad karens bless pity""".split()
)
_THEM = (
    r"(?:they|that lot|those (?:lads|girls|boys|kids|clowns)|the other (?:team|lot|school"
    r"|side)|the opposition|our (?:opponents|rivals|visitors|neighbours)|them)"
)
_KIND = (
    r"\b(?:thank you|thanks|well played|great game|worthy|lovely hosts|good luck to"
    r"|congratulations to (?:the other|our opponents)|commiserations)\b"
)
_PHRASES = (
    phrase(
        r"\beasiest (?:game|win|match|victory|three points|fixture|cup|tie|team"
        r"|opponents?)\b[^.!\n]{0,90}(?:\?|(?=[.!\n])|$)",
        "mocks an opponent",
        confidence=0.9,
        unless=r"easiest game to (?:learn|play)",
    ),
    phrase(
        r"\b(?:do|did|does|have|can|were|are) (?:they|those lads|those girls|that lot|any of them"
        r"|this lot|the other team|it|he|she) (?:even|actually|ever) (?:train|practi[sc]e|play"
        r"|played|turn up|turned up|try|know|watch|bother|trained|read|teach|own|have"
        r"|going)\b[^.!?\n]{0,40}\??",
        "mocks somebody's effort",
        confidence=0.9,
    ),
    phrase(
        r"\bwhat (?:a|an absolute|a complete|a total) (?:shower|shambles|joke(?! book| shop| day| corner)|embarrassment"
        r"|waste of (?:time|space|money)|dump|farce|state)\b[^.!?\n]{0,40}",
        "belittles somebody",
        unless=r"april fool|joke of the day|knock knock",
    ),
    phrase(
        r"\b(?:the )?(?:ref(?:eree)?|umpire|linesman|judges?|council|governors?|parents?|teachers?"
        r"|staff|inspectors?|opposition|other (?:team|school|side)|ofsted|department|head"
        r"|supply teacher|management|slt|government|coach|their \w+|that school|[a-z]+ (?:primary"
        r"|academy|school|college|high))(?:'s|s)? (?:is|was|are|were|must be|needs?"
        r"|should have gone to|looked|looks|seem(?:s|ed)?|clearly|obviously|had|has|couldn't|can't"
        r"|don't|doesn't|haven't) (?:just |such |all |really |so |a bit |an? |absolute(?:ly)? "
        r"|complete(?:ly)? |total(?:ly)? |utter(?:ly)? |pretty |got )*(?:joke|blind|shambles"
        r"|embarrassing|embarrassment|rubbish|pathetic|useless|hopeless|clueless|laughable"
        r"|laughing stock|glasses|specsavers|cheats?|cheating|amateurs?|awful|terrible|dreadful"
        r"|a disgrace|worst|overpaid|lazy|precious|out of (?:their|his|her) depth|no idea|a clue"
        r"|clue|waste of (?:space|money|time)|incompetent|tragic|cringe|dump|dive|failing"
        r"|overrated|thick|dim|hilarious)\b",
        "belittles somebody",
        confidence=0.88,
    ),
    phrase(
        r"\b(?:unlike|better than) (?:the |that |those )?(?:shambles|lot|rabble|dump|circus|mess"
        r"|clowns|muppets|losers|amateurs|competition|so-called \w+|(?:school|academy|primary"
        r"|college|lot) (?:down|up|over|across) the (?:road|hill|street))\b(?: (?:down|up|over"
        r"|across) the (?:road|hill|street)| over there)?",
        "mocks another body",
        confidence=0.9,
    ),
    phrase(
        r"\b(?:the |that )?(?:shambles|dump|dive|circus|rabble|other lot|lot|poor relations"
        r"|failing school) (?:down|up|over|across) the (?:road|hill|street)\b|\b(?:shambles"
        r"|rabble) over (?:there|at \w+)\b",
        "mocks another body",
        confidence=0.85,
    ),
    phrase(
        rf"\b(?:we |our \w+ |the \w+ )?(?:absolutely |completely |totally )?(?:thrashed|hammered"
        rf"|destroyed|demolished|humiliated|annihilated|embarrassed|battered|slaughtered"
        rf"|wiped the floor with|made (?:fools|mincemeat) (?:out )?of|sent (?:them )?(?:home"
        rf"|packing)|ran rings (?:a)?round|schooled|taught) (?:{_THEM}|a lesson|poor \w+|sorry \w+"
        rf"|[a-z]+ (?:primary|academy|school|college|high))\b[^.!?\n]{{0,40}}",
        "gloats over an opponent",
        unless=_KIND + r"|sent home (?:with|if|early)",
    ),
    phrase(
        rf"\b(?:{_THEM}|[a-z]+ (?:primary|academy|high)) (?:were|was|are|looked|played like|had"
        rf"|never|didn't|couldn't|can't|barely|hardly|simply|really) (?:so |just |absolutely "
        rf"|really |a bit |like |truly |even |never |bother(?:ed)? to |know |have )*(?:rubbish"
        rf"|awful|terrible|pathetic|useless|hopeless|embarrassing|shocking|dreadful|poor|woeful"
        rf"|dire|tragic|a joke|laughable|no (?:idea|clue|chance|hope)|an? (?:idea|clue)"
        rf"|turn(?:ed)? up|hit a barn door|catch a cold|what (?:hit|day)|losers"
        rf"|out of their (?:depth|league)|pub (?:team|side)|toddlers|headless chickens|trying|soft"
        rf"|lazy|stood still|asleep)\b",
        "belittles an opponent",
        confidence=0.88,
    ),
    phrase(
        r"\b(?:bless (?:them|him|her|their)|better luck next time,? (?:losers|lads|you lot)"
        r"|(?:sore|bad) losers?|like taking candy from|walk in the park against"
        r"|could have been \d+|could've been \d+|no contest|call yourselves"
        r"|back to the training ground|go home,? (?:losers|\w+)|(?:sorry|poor) excuse for an? \w+"
        r"|laughing stock|hang your heads|stick to (?:netball|tiddlywinks|knitting|dolls)"
        r"|play like girls|throws? like a girl|my nan could|my gran could"
        r"|a blind man could)\b[^.!?\n]{0,40}",
        "mocks somebody",
        unless=r"bless (?:them|him|her)(?: all)? for|fell asleep|score(?:d)? a lovely",
    ),
    phrase(
        r"\b(?:some|certain|these|you|today's|modern|our) (?:parents?|people|colleagues?|families"
        r"|mums|dads|staff|teachers|kids|pupils|children) (?:really |just |clearly |obviously "
        r"|actually |need|needs|should|can't|cannot|don't|do not|couldn't|wouldn't|will|never"
        r"|think|would|have) ?(?:really |just |even |actually |need to |to |be bothered"
        r"|seem to )*(?:be bothered|bother|moan|complain|whinge|grow up|get a (?:life|grip)|read"
        r"|parent|control|discipline|do their job|know how|know what|learn|care|cope|think they"
        r"|believe|any (?:sense|manners|brains)|no (?:sense|manners|brains|idea|shame)|lazy"
        r"|useless|entitled|clueless|precious)\b[^.!?\n]{0,50}",
        "belittles parents, pupils or staff",
        confidence=0.75,
        unless=r"if you (?:need|can)|please (?:complain|read)|children (?:learn|read|know|care|think"
        r"|will learn|will read)|pupils (?:learn|read|will)|how to|would like|(?:kids|pupils"
        r"|children) (?:really |just |actually )?(?:learn|read|care|think)",
    ),
    phrase(
        r"\b(?:another|yet another|so many) (?:moaning|whinging|whining|entitled|complaining"
        r"|pushy) (?:parents?|mums?|dads?|karens?|kids?)\b|\b(?:moaning|whinging|whining|pushy"
        r"|entitled|nightmare|clueless|lazy|useless) (?:parents?|mums?|dads?|colleagues?|teachers?"
        r"|kids|pupils|governors?|management|slt|boss(?:es)?)\b|\bkarens?\b(?! \w+ (?:from|has"
        r"|is))",
        "belittles parents, pupils or staff",
        confidence=0.8,
    ),
    phrase(
        r"\b(?:bottom set|year \d+|my class|this class|\d{1,2}[a-z]|these kids|my kids"
        r"|set \d) (?:are|is|were) (?:so |just |absolute |really |a bit |all )*(?:thick|dim"
        r"|hopeless|feral|animals|a nightmare|unteachable|dense|useless|a waste|monsters|lazy)\b"
        r"|\bthick as\b|\bnot the (?:sharpest|brightest)\b|\b(?:two|three|few) brain cells\b"
        r"|\bone (?:sandwich|brain cell) short\b",
        "belittles pupils",
        confidence=0.88,
        unless=r"monsters? (?:inc|topic|ball|costume)|party animals",
    ),
    phrase(
        r"\b(?:worst|most useless|most boring|rubbish|crap|terrible|awful|dreadful) (?:school"
        r"|teacher|head(?:teacher)?|team|referee|ref|council|staff|department|inspector"
        r"|bus company|supply teacher|trust|employer|management|class|set"
        r"|parents?)\b[^.!?\n]{0,30}",
        "belittles somebody",
        confidence=0.85,
        unless=r"awful weather|terrible two",
    ),
    phrase(
        r"\b(?:how|why) (?:on earth |in the world )?(?:did|do|does|can|could) (?:they|he|she"
        r"|anyone|that school|that team|that lot|those people) (?:ever )?(?:get|manage|be allowed"
        r"|pass|become|lose|qualify|still)\b[^.!?\n]{0,50}\?",
        "sneers at somebody",
        confidence=0.75,
    ),
    phrase(
        r"\b(?:shame|pity|funny) (?:about|how|that) (?:the |their |some |certain "
        r"|other )(?:\w+ )?(?:school|schools|parents|people|lot|team|teams|staff|keeper|defence"
        r"|teaching|council)\b[^.!?\n]{0,60}",
        "sneers at somebody",
        confidence=0.75,
        unless=r"weather|rain|postponed",
    ),
    phrase(
        r"\b(?:so-called|self-styled|supposed) (?:\"|')?(?:expert|professional|teacher|school"
        r"|leader|headteacher|academy|coach|team|governor|journalist|paper|newspaper|champion"
        r"|inspector|council)s?\b",
        "sneers at somebody",
    ),
)

DETECTOR = Detector(
    name="disparaging",
    types=frozenset({"disparaging"}),
    find=phrase_finder("disparaging", triggers=_TRIGGERS, phrases=_PHRASES),
    source="phrases written for Gatepost after the tone that schools' policies ask for",
    budget_ms=0.3,
)
