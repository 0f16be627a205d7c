"""Abuse, threats and swearing aimed at people, with common disguises of letters."""

from __future__ import annotations

from collections.abc import Iterator

from gatepost.detectors.detector import Detector
from gatepost.detectors.disguised import INSULT, disguised
from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage
from gatepost.detectors.phrases import phrase, phrase_finder

_ADJ = (
    r"(?:(?:absolute|total|complete|utter|proper|fat|ugly|stupid|useless|lying|pathetic"
    r"|disgusting|thick|little|big|dirty|filthy|bunch of|load of|pack of|nasty|vile|evil|right"
    r"|silly|lazy|old|incompetent|bloody|fucking|f\*+ing|f\W?ing|such an?|horrible|worthless"
    r"|dumb|two[- ]faced|jumped[- ]up|miserable|spineless) )"
)
_TRIGGERS = frozenset(
    """
    crash crashes hope stuffed jump canal lake run brain dead filth toad slug parasite parasites maggot maggots
    cockroach leech" " leeches disgrace dog dogs dunce dunces thicko dope dopes plonker plonkers wally wazzock berk
    berks prat prats pleb plebs chump nitwit nitwits nincompoop buffoon buffoons simpleton cretinous imbecilic sicko
    sickos psycho psychos nutter nutters nutjob weasel slime slimeball swine rotter ratbag ratbags scrubber
    slapheads mug mugs bint traffic cliff curl crawl choke croak bog naff sod bugger eff get hole rock brainless
    spiteful gutless toxic poison hates dickless fatso lardarse tosspot arsehat shithouse wretched mouth gob face
    neck slapped smacked lynched knackers hiding battered tramps trashy trailer airhead bimbo bellend cow hideous
    minger ming grot rank stinking house burns melt piece thug son daughter find live slob idiot idiots moron morons
    imbecile cretin cretins scum scumbag scumbags vermin trash loser losers dickhead dickheads prick pricks bastard
    bastards bitch bitches slag slags slapper slut sluts whore whores cows pig pigs twat twats tosser tossers wanker
    wankers cunt cunts arsehole arseholes arse pillock muppet muppets clown clowns pervert perv pervs nonce nonces
    paedo paedos pedo pedos freak freaks weirdo weirdos retard retards retarded spastic spaz mong mongs thick liar
    liars bully thugs waste numpty halfwit dimwit git lowlife toerag chav chavs tramp skank creep witch bat hag rat
    snake coward cowards hate kill die stab punch smash batter slap shut fuck fucking fucked fucker fuckers f off
    piss pissed shit shite shitty crap bullshit bollocks stfu kys gtfo wtf ugly fat stupid useless pathetic
    disgusting worthless dumb evil vile incompetent sack sacked fired rot hell lying thinks fs ing ck hurt sorry
    regret watch beat drown hang burn gas kick grass ass asshole knob knobhead dick cock minging knobheads bellends
    snakes rats cunting faggot faggots poof poofs dyke tranny paki pakis chink nigger niggers nigga gyppo gyppos
    pikey pikeys golliwog wog wogs coon kike yid spic raghead ragheads towelhead batty queer gay lezza terrorist
    terrorists monkey monkeys""".split()
)
_SLUR = (
    r"\b(?:f[a@]gg?[o0]ts?|poofs?|dykes?(?! )|trann(?:y|ies)|p[a@]kis?|chinks?|n[i1!*]gg(?:er"
    r"|a)s?|gypp?os?|pikeys?|golliwogs?|wogs?|coons?|kikes?"
    r"|spics?|ragheads?|towelheads?|batty ?(?:boy|man)|lezzas?|(?:dirty|bloody|stupid"
    r"|fucking) (?:gays?|lesbians?|jews?|muslims?|blacks?|gyps(?:y|ies)|immigrants?"
    r"|foreigners?|poles?|queers?)|retards?|spastics?|mongs?)\b"
)
_PLAYFUL = (
    r"\b(?:baboon|gibbon|nursery rhyme|story|character|farm|cartoon|in the play|panto(?:mime)?"
    r"|costume|dressed as|novel|the twits|muppets? (?:christmas|show|movie))\b"
)
_PHRASES = (
    phrase(
        r"\b(?:fuck|piss|sod|bugger|naff|jog|f\*\*k|eff) off\b(?:,? (?:you |and )?[^.!?\n]{0,30})?"
        r"|\b(?:go )?f(?:u|\*)ck (?:you|him|her|them|u|this|ur|yourself)\b|\bstfu\b|\bgtfo\b"
        r"|\bkys\b",
        "swearing at somebody",
        confidence=0.95,
    ),
    phrase(
        rf"\bshut (?:up|your (?:face|mouth|gob))(?:,? (?:you )?{_ADJ}*{INSULT})?",
        "tells somebody to shut up",
        unless=r"sharks? shut|shut up shop|shut up about how good",
    ),
    phrase(
        rf"\b(?:you|u|you're|your|ur|youre|he's|she's|they're|they are|he is|she is|you are"
        rf"|what an?|you lot(?: are)?|you people(?: are)?|these (?:people|teachers"
        rf"|parents)(?: are)?|those \w+ are|that \w+ is|(?:the |this |that )?(?:head|headteacher"
        rf"|teachers?|staff|school|principal|governors?|parents?|kids?|ref|mr \w+|mrs \w+|miss \w+"
        rf"|ms \w+)(?:'s| is| are| was| were)) (?:just |all |nothing but |being |really |so |such "
        rf"|literally |clearly |like )*(?:an? |the |some )?(?:{_ADJ}){{0,4}}{INSULT}\b",
        "insults somebody",
        confidence=0.9,
        unless=_PLAYFUL,
    ),
    phrase(
        rf"\b(?:{_ADJ}){{1,4}}{INSULT}\b",
        "an insult",
        confidence=0.85,
        unless=_PLAYFUL + r"|big bully|\blittle (?:pigs?|rats?|cows?|snakes?|freaks?|witch|clowns?|monkeys?)\b"
        r"|(?:old|big|dirty|little|silly) (?:cow|pig|rat|bat|hag|witch|tramp)s? (?:called|in|on"
        r"|from|was|is|made)|three little",
    ),
    phrase(
        r"\b(?:is|are) (?:absolute |total |pure |nothing but |complete |utter )?(?:scum|vermin"
        r"|morons?|idiots?|trash|wankers?|twats?|pricks?|cunts?|tossers?|arseholes?|bellends?"
        r"|knobheads?|dickheads?|minging|a prick|an? \w*hole)\b",
        "an insult",
        confidence=0.9,
        whole=False,
    ),
    phrase(
        r"\b(?:scumbags?|dickheads?|knobheads?|bellends?|arseholes?|assholes?|wankers?|twats?"
        r"|tossers?|cunts?|fuckwits?|fuckers?|motherfuckers?|shitheads?|nonces?|paedos?"
        r"|bitch(?:es)?|whores?|sluts?|slags?)\b",
        "an insult",
        confidence=0.85,
        whole=False,
    ),
    phrase(_SLUR, "a slur", confidence=0.9, unless=r"racoon|raccoon|dykes? (?:in|on) holland|chinks? (?:in|of)"),
    phrase(
        r"\b(?:i|we|i'm|someone|somebody|i'll|we'll|they) ?(?:will|should|am|'m|'ll|going|gonna|to"
        r"|want|wanna|would|hope|ought|is|swear)* ?(?:going to|gonna|to)? ?(?:kill|stab|punch"
        r"|batter|smash|slap|knife|shoot|deck|do|hurt|destroy|burn|bomb|get) (?:you|u|him|her|them"
        r"|ur|your (?:face|head|house)|his face|her face|their (?:faces?|heads?)|mr \w+|mrs \w+"
        r"|miss \w+|that teacher|the head)\b(?: in)?",
        "a threat",
        confidence=0.9,
        unless=r"(?:hope|going) to get (?:you|him|her|them)|get (?:you|him|her|them) (?:all |some |the "
        r"|a |back |to )|smash(?:ed)? it|do (?:you|him|her|them) (?:proud|good)",
    ),
    phrase(
        r"\b(?:watch (?:your|ur) back|(?:you're|youre|ur|you are|he's|she's) (?:a )?dead(?! keen"
        r"| good| proud| clever| funny| chuffed)|you(?:'ll| will) regret (?:it|this)"
        r"|i know where (?:you|he|she|they) lives?|hope (?:you|he|she|they|it) (?:all )?(?:die"
        r"|dies|rots?|burns?|gets? (?:run over|cancer|hurt|sacked))|go (?:and )?die"
        r"|kill (?:yourself|urself|yourselves)|drop dead|rot in hell|burn in hell"
        r"|deserves? (?:a slap|a kicking|to die|to rot|shooting)|needs? (?:a good )?(?:slap"
        r"|kicking|shooting))\b",
        "a threat or a wish of harm",
        confidence=0.92,
    ),
    phrase(
        r"\b(?:i|we|everyone|everybody|nobody likes|all) (?:really |absolutely |all "
        r"|fucking )?(?:hates?|despises?|detests?|can't stand) (?:you|u|him|her|them|that teacher"
        r"|this teacher|mr \w+|mrs \w+|miss \w+|the head\w*)\b|\bno ?(?:body|one) (?:likes"
        r"|wants) (?:you|him|her)\b",
        "says that somebody is hated",
    ),
    phrase(
        r"\b(?:you|u|he|she|they|head\w*|teachers?|staff|ref(?:eree)?|mr \w+|mrs \w+"
        r"|miss \w+)(?:'s|'re| is| are| was| were)? (?:all |so |just |really |absolutely |totally "
        r"|completely |utterly |fucking |bloody |literally )*(?:useless|pathetic|disgusting"
        r"|worthless|thick|ugly|fat|stupid|vile|evil|incompetent|brain ?dead|a disgrace|a liar"
        r"|liars|bent|not fit to (?:teach|run))\b",
        "demeans somebody",
        confidence=0.85,
        unless=r"ugly (?:sister|duckling)|fat controller|fat cat|thick (?:coat|fog|snow|and thin)"
        r"|evil (?:queen|witch|stepmother|genius|laugh)",
    ),
    phrase(
        r"\b(?:what|this is|total|complete|absolute|utter|load of|pile of|bunch of"
        r"|full of) (?:a )?(?:load of |pile of )?(?:shit|shite|bullshit|bollocks|crap|wank)\b"
        r"|\b(?:fucking|f\*\*\*ing|f\*cking|fuck|shite?|shitty|bullshit|bollocks|wtf|cunt"
        r"|pissed off|piss take)\b|\bf[*#@]{2,3}k?\w*|\bsh[*!1]t\b|\bb[*]tch",
        "swearing",
        confidence=0.8,
        whole=False,
    ),
    phrase(
        r"\bhope (?:your|his|her|their|ur) [\w ]{2,20}(?:burns?|dies?|crash(?:es)?|rots?|breaks?"
        r"|fails?)(?: down)?\b|\b(?:i'll|i will|we'll|we will|gonna) (?:find|come to|turn up at"
        r"|be waiting (?:at|outside))"
        r" (?:out )?(?:where you live|your (?:house|home|work)|his house|her house|you)\b",
        "a threat or a wish of harm",
        confidence=0.9,
        unless=r"find you a (?:seat|place|spare)",
    ),
    phrase(
        r"\b(?:an? |absolute |total |complete |utter |proper |fat |lazy |dirty |your (?:son"
        r"|daughter|kid|child|brat) is an? |my \w+ says you're an? ){1,3}(?:slob|melt|weapon|plank"
        r"|wet wipe|nasty piece of work|piece of (?:work|dirt|filth|trash)|brat|thug|bully|lowlife"
        r"|troll|snowflake|dinosaur of a teacher|waste of oxygen|sad act|sad case|mug)\b",
        "insults somebody",
        unless=r"\b(?:lost property|coffee|hot chocolate|travel|school|free|own|favourite|bring) mug"
        r"|mug (?:of|for|with)|wooden plank|plank of|plank (?:challenge|record)|anti|billy goat"
        r"|bridge|wet wipes?\b(?=.*(?:bring|pack))|a (?:mug|plank|weapon)\b",
    ),
    phrase(
        r"\b(?:get (?:stuffed|lost|bent|knotted|in the bin)|go (?:to hell|jump|boil|drown|crawl|choke|away and die"
        r"|play in (?:the )?traffic"
        r"|take a long walk)|(?:go and|why don't you|just) jump (?:in|off) (?:the|a) (?:canal|lake|river|cliff"
        r"|bridge)|take a running jump"
        r"|bog off|do one|rot in|shove it"
        r"|stick it (?:up|where)|up yours|shut (?:it|ya)|zip it|pipe down)\b(?:,? (?:you )?[^.!?\n]{0,40})?",
        "swearing at somebody",
        unless=r"we'll get lost|shut it down|shut it (?:when|after|behind|for|to|by|at)|door|lid|gate|window"
        r"|jump in (?:the )?lake district"
        r"|get lost in a (?:good )?book|got lost|will get lost|do one (?:page|a|more|each|of|thing)|triathlon|swim"
        r"|stick it (?:up on|to|in your"
        r"|where you can|up in)",
    ),
    phrase(
        rf"\b(?:you|u|they|he|she|who\w*|[a-z]+|office|school|place|trust|club)(?:'re|'s| is| are| was| were| being"
        rf"|)?"
        rf" (?:run|managed|led|staffed|full|made up|nothing but|ruled|governed)?(?: by| of)? ?(?:an? |the |such "
        rf"|absolute |total |complete |bunch of )*"
        rf"(?:{_ADJ})*(?:brain[ -]?dead|braindead|brainless|spineless|gutless|lying|pathetic|spiteful|toxic|vile"
        rf"|stinking|useless|hideous|foul|thick"
        rf"|evil|slimy|sick|wretched|deranged|unhinged) (?:little |old |fat |lying |ugly |stupid |lazy |piece of )*"
        rf"(?:{INSULT}|filth|dirt|trash|toad|slug|maggots?|worms?|leech(?:es)?|parasites?|cockroach(?:es)?|weasel"
        rf"|witch|swine|dogs?|bint|madam|sod"
        rf"|hypocrites?|people|excuse for)\b",
        "insults somebody",
        confidence=0.9,
        unless=_PLAYFUL + r"|topic|science|minibeast|bug hotel|habitat|guide dog|roald|dahl",
    ),
    phrase(
        r"\b(?:you|u|he|she|they|whoever \w+(?: \w+){0,4}|that \w+|the \w+)(?:'re|'s| is| are| was| were) (?:just "
        r"|such |nothing but |literally "
        r"|honestly )*(?:an? )?(?:absolute |total |complete |right |utter |proper |pathetic |little "
        r"|lying )*(?:piece|bit|lump|sack|bag|pile|streak|waste)"
        r" of (?:filth|dirt|work|trash|scum|rubbish|crap|lard|slime|space|oxygen|air|skin)\b",
        "insults somebody",
        confidence=0.9,
    ),
    phrase(
        rf"\byou (?:{_ADJ}|thick |spiteful |brainless |spineless |slimy |gutless |sad |jealous |bitter |deluded "
        rf"|wretched )+(?:little |old )*"
        rf"(?:{INSULT}|toad|slug|maggot|worm|cretin|plonker|berk|prat|wally|nitwit|buffoon|weasel|slimeball|ratbag"
        rf"|sod|man|woman|people|sicko"
        rf"|nutter|psycho|hypocrite|cow)\b",
        "insults somebody",
        confidence=0.9,
        unless=_PLAYFUL + r"|lucky",
    ),
    phrase(
        r"\b(?:plonkers?|prats?|berks?|wazzocks?|nitwits?|tosspots?|cretins?|imbeciles?|morons?|dickless|fuckwits?"
        r"|knob ?jockeys?|slimeballs?|ratbags?"
        r"|sickos?|scumbags?|shit ?stains?|bawbags?|gobshites?|twonks?|spanners? of a|bunch of (?:clowns|cowboys"
        r"|muppets|crooks|liars|thieves|animals"
        r"|idiots|losers|bullies|amateurs)|(?:absolute|total|complete|utter) (?:joke of a|disgrace of a|waste of))\b",
        "an insult",
        unless=_PLAYFUL,
    ),
    phrase(
        r"\b(?:wants?|needs?|deserves?|asking for|could do with|begging for) (?:a (?:good |proper "
        r"|right )?(?:hiding|smack(?:ing)?|slap(?:ping)?"
        r"|kicking|beating|punch|battering|thump)|(?:shooting|hanging|lynching|stringing up|locking up|putting down"
        r"|his \w+ kicked in))\b"
        r"|\b(?:i|we) know where (?:you|your (?:kid|kids|son|daughter|children|family)|he|she|they) (?:lives?|sits?"
        r"|works?|parks?|goes|go|are|is)\b"
        r"|\b(?:your|his|her) (?:card is marked|days are numbered|time is coming)\b|\bsleep with one eye open\b"
        r"|\byou'?re (?:gonna|going to) (?:get"
        r" (?:it|what)|pay|regret|be sorry)\b",
        "a threat",
        confidence=0.9,
    ),
    phrase(
        r"\b(?:every(?:body|one)|the whole (?:school|class|town|year)|we all|all of us) (?:hates?|laughs? at"
        r"|thinks? you're|wants? (?:you|him|her) (?:gone"
        r"|out|sacked))\b|\b(?:no ?body|no one) (?:likes|wants|would miss|cares about|can stand) (?:you|him|her"
        r"|that \w+)\b",
        "says that somebody is hated",
        confidence=0.9,
    ),
    phrase(
        r"\b(?:your|his|her|their|ur) (?:mum|mother|kid|kids|son|daughter|child|wife|dad) (?:is|are|'s"
        r"|looks?) (?:an? |so |such a |like a )*(?:fat|ugly"
        r"|thick|slag|slapper|state|pig|cow|dog|minger|tramp|brat|thug|waste|disgrace|joke|dirty|scruffy|smelly)\b",
        "insults a family",
        unless=r"guinea pig|dog (?:walker|lover)|joke of the day",
    ),
    phrase(
        r"\bhope (?:the|your|their|that|it|this|she|he|you) [^.!?\n]{0,25}\b(?:crash\w*|explod\w*|burns?|sinks?"
        r"|collapses?|falls?|chokes?|trips?|breaks?) (?:down )?(?:with you|on (?:you|him|her|them)"
        r"|and (?:you|he|she|they) (?:die|dies|burn|choke))\b|\b(?:choke|burn|drown|suffer),? you\b",
        "a wish of harm",
        confidence=0.9,
    ),
)
_find = phrase_finder("abuse", triggers=_TRIGGERS, phrases=_PHRASES)


def find(passage: Passage) -> Iterator[Finding]:
    """Insults, slurs, threats and swearing; farm animals and pantomime villains are none."""
    yield from _find(passage)
    yield from disguised(passage)


DETECTOR = Detector(
    name="abuse",
    types=frozenset({"abuse"}),
    find=find,
    source="Communications Act 2003 s. 127 and the Equality Act 2010 for the kinds; words compiled for Gatepost",
    budget_ms=0.3,
)
