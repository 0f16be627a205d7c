"""Sneering and sarcasm, for the detector of disparaging words: rivals, officials, parents, drivers, the last head."""

from __future__ import annotations

from gatepost.detectors.phrases import phrase

SNEER_TRIGGERS = frozenset(
    """
    ran ground last previous old brains stick stuck opticians glasses guide failed maths geography boil looked
    embarrassed coach head parents caterers council ref referee umpire their whoever half genius geniuses special
    certain usual surprise surprised cardboard paper crying moaned sulked hide hid" " hiding lot clueless useless
    lazy bunch cowboys cowboy supply drivers driver so-called called tell time unlike least typical wonder wonders
    bright spark sparks rocket muppet muppets shower jokers joker jobsworth jobsworths numpties clown clowns circus
    sense idea manners home tail legs crybabies babies bottlers bottled bottle cheat cheats dirty cheating blind
    biased bent sore bitter jealous salty shambles farce mess disaster nightmare idle rude arrogant snobs snob posh
    chavvy rough scruffy snooty snotty useful chocolate teapot concerned bothered arsed piece cake mickey shocking
    diabolical atrocious abysmal woeful dire inept hapless gormless clumsy numpty nothing zero ashamed worse
    dreadful appalling terrible incapable unable simply clearly obviously apparently shock""".split()
)

_WHO = (
    r"(?:ref(?:eree)?s?|umpires?|linesm[ae]n|judges?|coach(?:es)?|keeper|goalie|defence|attack|council(?:lors?)?"
    r"|governors?|parents?|mums|dads|teachers?"
    r"|staff|supply(?: teachers?)?|office|heads?|headteacher|management|slt|trust|inspectors?|ofsted|drivers?"
    r"|lollipop \w+|caretakers?|cooks?|caterers?"
    r"|contractors?|builders|cutters|cleaners|coach company|bus company|photographers?|neighbours?|opponents?"
    r"|opposition|rivals|visitors|hosts|fans"
    r"|supporters|players|lads|girls|boys|team|side|lot|school|academy|college|primary|high|grammar|nursery|pta"
    r"|government|ministers?|agency|company)"
)
_LOW = (
    r"(?:clueless|useless|hopeless|pathetic|lazy|idle|rude|arrogant|rubbish|shocking|diabolical|atrocious|abysmal"
    r"|woeful|dire|inept|hapless|gormless"
    r"|incompetent|embarrassing|laughable|a joke|a shambles|a disgrace|a farce|a nightmare|a mess|a disaster"
    r"|a bunch of \w+|a lazy bunch|a shower"
    r"|a bag of nerves|jobsworths?|cowboys|clowns|jokers|muppets|snobs?|snooty|snotty|scruffy|dirty|biased|bent"
    r"|blind|asleep|absent|on another planet"
    r"|away with the fairies|out of (?:his|her|their|its) depth|past it|all over the place|two[- ]faced|sore losers"
    r"|bad losers|terrible|appalling"
    r"|dreadful|awful|not fit for purpose|unfit|thick|dim|slow|worse than useless|as much use as|about as useful)"
)
_INNOCENT = (
    r"\b(?:sorry|apolog\w+|our own|we were|i was|forgot my|weather|traffic|rain|wind|pitch was|villain|character"
    r"|in the play|story|pantomime|history"
    r"|play(?:s|ed|ing)? the)\b"
)

SNEERS = (
    phrase(
        rf"\b{_WHO}(?: (?:today|yesterday|again|round here|this week|last week|there|in charge|at \w+(?: \w+)?))?"
        rf" (?:is|are|was|were|looked|seem(?:s|ed)?|remain(?:s)?|must be) (?:just |so |all |simply |clearly |as "
        rf"|absolutely |completely |totally |really"
        rf" |utterly |frankly |such |truly |a bit |still |honestly )*{_LOW}",
        "belittles somebody",
        confidence=0.85,
        unless=_INNOCENT + r"|not (?:lazy|rude|useless)|never (?:lazy|rude)",
    ),
    phrase(
        rf"\b(?:blind|biased|bent|cheating|clueless|useless|hopeless|lazy|so-called|rubbish|hapless|gormless|inept"
        rf"|lying|jobsworth|snooty|snotty|stuck[- ]up"
        rf"|cowboy|idle|overpaid|cheap|second[- ]rate|third[- ]rate|tinpot|two[- ]bit|amateur|dirty|thuggish"
        rf"|arrogant|whinging|moaning|entitled) {_WHO}\b",
        "belittles somebody",
        confidence=0.85,
        unless=_INNOCENT
        + r"|dirty (?:boys|girls|lads)? ?(?:kit|boots|hands|knees)|anti|lazy (?:sunday|day)|blind (?:school"
        r"|football|cricket)|rubbish (?:team|lot)"
        r"|amateur (?:dramatic|boxing|photograph)|litter",
    ),
    phrase(
        r"\b(?:some|certain|a certain|those|one|a few|other|that) (?:\w+ )?(?:parents?|mums?|dads?|people|drivers?"
        r"|families|staff|colleagues?|schools?|teams?"
        r"|headteachers?|neighbours?|individuals?|somebody|person)(?: \w+){0,4}? (?:clearly|obviously|apparently"
        r"|still|simply|just|evidently|really|never)?"
        r" ?(?:can't|cannot|can not|couldn't|could not|don't know how to|doesn't know how to|haven't learn\w+ to"
        r"|never learn\w* to|have no|has no|need to learn"
        r" (?:how )?to|need lessons in|think they own|thinks (?:he|she|they) owns?|don't own|lack)\b[^.!?\n,]{0,40}",
        "belittles parents, pupils or staff",
        unless=r"make it|attend|afford|come|access|see|find it|eat|collect|help|join|wait|sleep|be with us|get to"
        r"|allerg|internet|transport|garden|time to"
        r"|uniform|able|walk|swim|log",
    ),
    phrase(
        r"\b(?:oh )?(?:well done|congratulations|thanks|thank you|shout ?out|hats off|slow clap|big hand|bravo"
        r"|kudos|a round of applause)(?: once again| a lot| so much)?"
        r" (?:to|for) (?:the |whichever |whoever |that |our |all )*(?:absolute |total |complete |selfish |charming "
        r"|lovely |delightful |considerate )?"
        r"(?:genius|geniuses|hero who|idiot|bright sparks?|clever clogs|muppet|individual|einstein|charmer"
        r"|person who|selfish|inconsiderate|driver who|parent who)"
        r"[^.!?\n]{0,60}\b(?:park\w*|block\w*|zigzags?|left|dumped|stole|drove|thought|decided|broke|parked|ignored"
        r"|special|bin|dog|mess|lights?|complain\w*)\b"
        r"[^.!?\n]{0,40}|\baren't (?:you|they|we|he|she) (?:special|clever|charming|lovely|the lucky ones|sweet)\b",
        "sarcasm about somebody",
        unless=r"returned|handed in|found|helped|kindly|rescued|donated|stayed|saved",
    ),
    phrase(
        r"\bunlike (?:those|that|the ones?|what (?:they|you) get|some|certain|a certain|other|our rivals"
        r"|our neighbours|the (?:other|last|previous|lot|shower)"
        r"|[a-z]+(?:'s)?)(?: \w+){0,3} (?:school|schools|academy|college|team|teams|lot|place|staff|head"
        r"|headteacher|regime|rivals|town|village|parents|people)\b"
        r"|\b(?:a|that|the) certain (?:other )?(?:school|academy|team|head|teacher|parent|somebody|someone)\b"
        r"|\bnaming no names\b|\bwe all know who\b"
        r"|\bmentioning no names\b|\byou know who you are\b(?=[^.!?]*(?:park|dog|litter|late|shame|mess))",
        "mocks another body",
        unless=r"secret santa|surprise|thank",
    ),
    phrase(
        rf"\b(?:they|he|she|it|we|{_WHO}|[a-z]+)(?:'ve|'s)? (?:really |honestly |literally |simply "
        rf"|still )?(?:couldn't|could not|can't|cannot|wouldn't|would struggle to"
        rf"|struggle to|don't know how to|failed to|managed to) (?:even )?(?:find (?:a|an|the|their|his|her"
        rf"|its) [^.!?\n]{{2,30}} (?:with|in|on|if) [^.!?\n]{{2,30}}"
        rf"|organise a [^.!?\n]{{2,20}} in an? \w+|run a (?:bath|tap|whelk stall|raffle|party|tombola)|hit (?:a"
        rf"|the) (?:barn|cow|side|target)[^.!?\n]{{0,25}}"
        rf"|spot a [^.!?\n]{{2,20}} if|catch a (?:cold|bus)|score in an? \w+|tie (?:his|her"
        rf"|their) (?:own )?(?:shoe)?laces|tell (?:the )?time|count to (?:\w+)"
        rf"|spell \w+|tell (?:their|his|her) (?:left|arse|elbow)[^.!?\n]{{0,25}}"
        rf"|(?:\w+ )?(?:\w+ )?(?:\w+ )?to save (?:his|her|their|its) (?:life|lives))",
        "belittles somebody's ability",
        unless=_INNOCENT + r"|until|children (?:learn|need)|year [r1-3]\b",
    ),
    phrase(
        r"\b(?:is|are|was|were|looks?|looked|must be)(?: obviously| clearly"
        r"| practically)? made (?:out )?of (?:wet |soggy |old )?(?:cardboard|paper|jelly|cheese|chocolate|glass"
        r"|straw|tissue|butter|blancmange|sponge)|\b(?:chocolate (?:teapot|fireguard)|wet (?:paper bag|lettuce"
        r"|weekend|tissue)|as much use as|about as useful as"
        r"|(?:headless|plucked) chickens?|pub team|sunday league standard|mickey mouse (?:school|team|operation"
        r"|outfit|qualification)|tin ?pot|clown school"
        r"|kindergarten cops|not the brightest|sandwich short|lights are on but|two short planks|rocket scientists?"
        r"|village idiots?|special kind of (?:stupid|lazy))\b",
        "mocks somebody",
        unless=r"model|craft|costume|art|science|experiment|(?:we|our) (?:made|built)|recycl|year \d|design|bridge"
        r"|disney|mouse club|rocket scientists? (?:visit|for the day)",
    ),
    phrase(
        r"\b(?:that |the |this |those )?[a-z]+ lot\b[^.!?\n]{0,40}\b(?:late|moan\w*|whing\w*|cr(?:y|ied|ying)"
        r"|sulk\w*|cheat\w*|lost|los(?:e|t|ers?)|clueless"
        r"|useless|rubbish|ran home|went home|tail between|handed a|hammered|bottled|couldn't|can't|never|always"
        r"|haven't|embarrass\w*|hopeless)\b[^.!?\n]{0,40}"
        r"|\b(?:went|sent|ran|off|going|crawled) home (?:crying|in tears|sulking|to mummy|with (?:their|his"
        r"|her) tails?)|\b(?:crying|ran) (?:home )?to (?:mummy|their mums|the ref)\b"
        r"|\bcry ?bab(?:y|ies)\b|\b(?:they|he|she|it) (?:completely |totally )?(?:bottled it|choked|crumbled"
        r"|folded like)\b|\bback under (?:your|their) rock\b",
        "gloats over an opponent",
        unless=r"\b(?:year|class|our|a whole|whole|a|an awful|such a|quite a|the whole|lovely|great|fantastic"
        r"|parking|job|car) lot\b|parking lot",
    ),
    phrase(
        rf"\b(?:no|little|what a|big|hardly a|not a|well there's a|colour me) (?:surprise|shock|surprised|shocker"
        rf"|wonder)(?: there| then)?(?: that| when| since| as)? (?:we|they|he|she"
        rf"|it|the|that|our|nobody|{_WHO}) (?:\w+ )?(?:lost|lose|failed|fail|can't|couldn't|never|didn't|don't|left"
        rf"|resigned|closed|quit|late|were|was|got|cheated|missed|forgot"
        rf"|haven't|hasn't|leaving)\b",
        "sneers at somebody",
        unless=_INNOCENT + r"|won|proud|brilliant|talented",
    ),
    phrase(
        rf"\b(?:{_WHO}|regime|last lot|previous (?:head|management|lot)|old (?:head|regime"
        rf"|management))\b[^.!?\n]{{0,20}}\b(?:did (?:nothing|sod all|naff all|bugger all|absolutely nothing)"
        rf"|does nothing|do nothing|couldn't be (?:bothered|arsed)|can't be (?:bothered|arsed)|never (?:lifts?"
        rf"|lifted|bothered|does|did|answers?|answered|reply|replies) (?:a finger|the"
        rf" phone|anything|to \w+|emails?)?|hid(?:es)?(?:ing)? in (?:his|her|their) office|ran (?:the|this"
        rf"|our) (?:school|place|department) into the ground|ruined (?:this|the|our)"
        rf"|left (?:it|us|the school) in (?:a mess|chaos|ruins)|was (?:only )?(?:in it|there) for the"
        rf"|earns? (?:too much|more)|swans? (?:in|about|off)|sat on (?:their|his|her)"
        rf" (?:hands|backside|bum))",
        "belittles staff",
        unless=_INNOCENT + r"|nothing but praise|nothing wrong|thank",
    ),
    phrase(
        rf"\b(?:{_WHO}|[a-z]+s)(?: who \w+(?: \w+){{0,4}})? (?:have|has|had|with|got) (?:absolutely |clearly "
        rf"|obviously )?(?:no|zero|not an ounce of|less) (?:brains?|sense|common sense|manners|shame"
        rf"|clue|consideration|respect for|class|idea (?:how|what)|standards|talent|bottle|guts)\b|\b(?:{_WHO}"
        rf"|whoever [^.!?\n]{{2,40}}) (?:clearly |obviously |must have |definitely )?(?:failed|flunked"
        rf"|skipped|bunked off|slept through) (?:maths|geography|school|english|driving|basic \w+"
        rf"|their (?:driving )?test|kindergarten|nursery|planning)\b",
        "belittles somebody",
        unless=_INNOCENT + r"|no idea (?:what|how) (?:we|i|fun|lucky)|surprise",
    ),
    phrase(
        rf"\b{_WHO} (?:clearly |really |must |definitely |obviously )?(?:needs?|needed|wants?|could do with"
        rf"|should book|should have gone to) (?:a (?:trip|visit) to (?:the optician\w*|specsavers)"
        rf"|(?:new )?(?:glasses"
        rf"|specs|specsavers|a guide dog|a white stick|a map|a calculator|a dictionary|an eye test|new eyes|lessons"
        rf"|his eyes|her eyes|their eyes|to (?:go back to school|learn to \w+|grow up|get a life)))\b"
        rf"|\b(?:{_WHO}|they|he|she|you) should (?:have )?(?:stick|stuck) to (?!the\b)\w+|\b(?:even )?(?:their"
        rf"|the other) \w+ (?:looked|seemed|were) (?:too )?(?:embarrassed|ashamed|mortified|bored|clueless"
        rf"|terrified)",
        "mocks somebody",
        unless=_INNOCENT + r"|our ref|new glasses (?:day|for)|year \d",
    ),
    phrase(
        rf"\b(?:{_WHO}|half the \w+|most of (?:the|them) ?\w*|(?:none|some) of them) (?:round here "
        rf"|here )?(?:(?:couldn't|could not|wouldn't know how to) (?:even )?(?:boil|organise|organize|run|spell|add"
        rf"|count"
        rf"|score|defend|teach|park|drive|cook|plan|manage|pass|spot|pour|paint|change)|(?:can't"
        rf"|cannot) (?:even )?(?:spell|count|read a|read an|add up|teach|drive|defend|cook|tell)) (?:an? |the "
        rf"|their |to |water"
        rf"|for )?[^.!?\n,]{{0,30}}|\bran (?:this|the|our) (?:school|place|department|club|team|pta|office"
        rf"|trust) into the ground\b|\btypical (?:of )?[a-z' ]{{2,25}}[,:;] (?:late|moan\w*|again|always|can't"
        rf"|couldn't|no"
        rf"|never|last|lost|rude|useless|clueless|blames?|excuses|all talk|not bothered)\b",
        "belittles somebody",
        unless=_INNOCENT + r"|year [r\d]|nursery children|until|because|yet",
    ),
)
