"""Mockery and belittling: of rivals, referees, other schools, parents, staff, or the day's work."""

from __future__ import annotations

from gatepost.detectors.detector import Detector
from gatepost.detectors.phrases import phrase, phrase_finder
from gatepost.detectors.sneers import SNEER_TRIGGERS, SNEERS

_TRIGGERS = frozenset(
    """bring sorry wonder finished couldn masterclass strength finally proof evolution thoughts prayers defence
    seen organised
    dog typical spell seriously honestly wow apparently barely remember cones cheese eleven strikes bottom old beaten
    difference hardly idea imagination
    easiest easy train trained joke jokes shambles embarrassing embarrassed embarrassment rubbish pathetic useless
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
        r"\bwhat (?:a|an absolute|a complete|a total) (?:shower|shambles|joke(?! book| shop| day| corner)"
        r"|embarrassment"
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
        r"|kids|pupils|governors?|management|slt|boss(?:es)?)\b|\bkarens\b"
        r"|\b(?:a|an? \w+|another|typical|proper|total|absolute|such a) karen\b",
        "belittles parents, pupils or staff",
        confidence=0.8,
    ),
    phrase(
        r"\b(?:was|were|are|is|what) (?:an? )?(?:absolute|complete|total|right|proper|bunch of|utter) (?:shower|joke"
        r"|disgrace|embarrassment)\b|\bat least (?:we|our)\b[^.!?\n]{0,60}\bunlike\b[^.!?\n]{0,40}",
        "mocks or belittles another body",
        unless=r"rain|meteor|weather|sun",
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
    phrase(
        r"\b(?:did|do|does|were|was|is|are|have|has) (?:they|it|anyone|that lot|the other (?:team"
        r"|school|side)) (?:even |actually |really )?(?:bring|a team|asleep|blind|"
        r"awake|forget|qualified|serious|remember|know what|sure they)\b[^.!\n]{0,60}\?",
        "mocks somebody with a question",
    ),
    phrase(
        r"\b(?:almost |nearly |actually |really )?(?:feel|felt|feeling) (?:a bit |so |really "
        r"|almost )?(?:sorry|embarrassed) for (?:them|the other|their|\w+'s (?:keeper|team"
        r"|goalkeeper))\b[^.!?\n]{0,30}",
        "pities an opponent",
        unless=r"\b(?:ill|injur\w+|accident|loss|lost (?:a|their) (?:mum|dad|pet))\b",
    ),
    phrase(
        r"\b(?:is it |it's )?(?:any|no|little) wonder (?:they|that school|the school|he|she|nobody"
        r"|parents|that lot)\b[^.!?\n]{0,50}",
        "sneers at somebody",
        confidence=0.75,
    ),
    phrase(
        r"\b(?:they|he|she|it|council|school|ref|head|staff|teachers?|rivals|management|team|lot"
        r"|coach|government) (?:really |literally |simply )?(?:couldn't|could not|can't|cannot)"
        r" (?:even )?(?:organi[sz]e|run|teach|score|manage|catch|hit|spell|add|count|find|tell"
        r"|pass|kick|defend|read)\b[^.!?\n]{0,40}",
        "belittles somebody's ability",
        unless=r"\b(?:yet|because|without|until|alone|stop|fault|wait|decide|believe)\b|(?:couldn't"
        r"|can't) (?:run|read|catch|find|tell) (?:because|the reason|you how|it)",
    ),
    phrase(
        r"\b(?:masterclass|lesson|clinic) (?:from [\w ]{2,30} )?(?:in"
        r"|on) how not to\b[^.!?\n]{0,40}|\bhow not to (?:run|teach|defend|coach"
        r"|manage)\b[^.!?\n]{0,40}",
        "mocks somebody's work",
    ),
    phrase(
        r"\b(?:give me strength|i despair|you (?:couldn't|could not) make it up|words fail me"
        r"|beggars belief|face ?palm|don't get me started)\b",
        "scorn for somebody",
        confidence=0.7,
    ),
    phrase(
        r"\b(?:finally|at last) (?:learn(?:s|ed|t)?|manage[sd]?|work(?:s|ed) out|figured out"
        r"|remembered|bothered|discovered) (?:how )?to\b[^.!?\n]{0,50}",
        "sarcasm about somebody",
        confidence=0.6,
        unless=r"\b(?:well done|proud|congratulations|congrats|brilliant|swim|ride|tie|whistle|jump|kiss|walk)\b",
    ),
    phrase(
        r"\b(?:proof (?:that )?evolution|thoughts and prayers (?:to|for"
        r"|with) (?:[\w' ]{2,30}) ?(?:goal ?keeper|defence|keeper|opponents|team|coach|fans)"
        r"|like swiss cheese|headless chickens|amateur hour|pub team|sunday league"
        r"|traffic cones|wet paper bag|barn door|wouldn't send (?:my|a|your) (?:dog|cat|hamster"
        r"|child|kids?)|village idiot|evolution (?:can )?go(?:es|ing)? backwards"
        r"|(?:do|must) try harder next (?:year|time)|beaten again|lost again,|what's new"
        r"|no surprise there|says it all|and it shows|bless their)\b[^.!?\n]{0,30}",
        "mocks somebody",
        unless=r"\bmust not\b|our own|we were",
    ),
    phrase(
        r"\b(?:i've|i have|we've|we have) seen (?:more |better |faster "
        r"|brighter )[^.!?\n]{0,15}(?:organised|talent|skill|football|defending|teaching|driving"
        r"|tempo|pace|toddlers|snails|turnips|statues|cabbages)\b[^.!?\n]{0,40}",
        "mocks somebody",
    ),
    phrase(
        r"\bnot exactly (?:the |known for |rocket|a |an )[^.!?\n]{0,50}"
        r"|\bwhat do you call an? [^.!?\n]{2,60} with(?:out)? [^.!?\n]{2,40}\?",
        "a joke at somebody's expense",
        confidence=0.65,
        unless=r"dinosaur|snowman|christmas|penguin|cow|fish|bear",
    ),
    phrase(
        r"\btypical (?:of )?(?:year \d+|ofsted|council|parents?|teachers?|boys|girls|men|women"
        r"|management|slt|westbrook|\w+ (?:primary|academy|school|high|fans"
        r"|laziness))\b[^.!?\n]{0,40}",
        "sneers at somebody",
        unless=r"typical (?:day|week)|school (?:day|week)",
    ),
    phrase(
        r"\b(?:you'd|you would) think (?:an?|the|that|they|he|she"
        r"|someone) [^.!?\n]{0,40}\b(?:could|would|might|knew|can|had)\b[^.!?\n]{0,40}"
        r"|\bif only (?:the |our |their |some )?(?:staff|teachers?|parents?|head|council|ref"
        r"|management|school|they|he|she|\w+)\b[^.!?\n]{0,40}\b(?:could|would|did"
        r"|knew)\b[^.!?\n]{0,40}",
        "sarcasm about somebody",
        confidence=0.7,
        unless=r"if only (?:we|i)\b",
    ),
    phrase(
        r"\b(?:'s|s'|their|his|her|council's) idea of (?:an? )?[^.!?\n]{2,40} (?:is|was|seems)\b[^.!?\n]{2,40}",
        "mocks somebody's work",
        confidence=0.7,
        unless=r"idea of (?:a )?(?:heaven|fun|happiness|a perfect|bliss)",
    ),
    phrase(
        r"\b(?:strike|strikes|at it|doing it|proving it|moaning) again\b[^.!?\n]{0,20}",
        "sneers at somebody",
        confidence=0.6,
        unless=r"lightning|gold|our|striker|well done|mystery|book|reader",
    ),
)

DETECTOR = Detector(
    name="disparaging",
    types=frozenset({"disparaging"}),
    find=phrase_finder("disparaging", triggers=_TRIGGERS | SNEER_TRIGGERS, phrases=_PHRASES + SNEERS),
    source="phrases written for Gatepost after the tone that schools' policies ask for",
    budget_ms=0.3,
)
