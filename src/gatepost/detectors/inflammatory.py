"""Wording that sets people against a group, or stirs them up."""

from __future__ import annotations

from gatepost.detectors.detector import Detector
from gatepost.detectors.phrases import phrase, phrase_finder

_GROUP = (
    r"(?:immigrants?|migrants?|asylum seekers?|refugees?|muslims?|jews?|christians?|catholics?"
    r"|hindus?|sikhs?|gypsies|travellers|foreigners|gays?|lesbians?|trans(?: people| kids"
    r"| women| men)?|"
    r"blacks?|whites?|asians?|poles|romanians|women|feminists?|men|immigration"
    r"|benefits? (?:claimants?|scroungers?)|(?:these|those|that sort of|this kind of|such"
    r"|your) (?:people|lot|families|sort)|brits|the english|the french|boomers)"
)
_TRIGGERS = frozenset(
    """travellers real wreck wrecked wrecking places expect everything striking ashamed
    boats boat genders gender brainwashed woke snowflake snowflakes scab scabs picket bomb bombs nuke religion
    poison
    islam blood hands swamped voted brexiteers remoaners remainers leavers gammon gammons lefties leftie libtards nazis
    nazi fascists fascist commies execute gas noose hanging guilty death penalty biological sharia illegals illegal
    vaccine vaccines plandemic groomers groomer perverts drag lgbt cult feminazis feminazi snivelling entitled border
    borders patriots patriot wokery lgbtq pronouns sheeple mosque mosques halal hijab burqa ramadan eid gypsy chavs
    workshy dole abortion murderers murder eradicate exterminate eliminate cleanse ruined destroying destroyed
    hates migrant everything nothing sort toilets keep country
    immigrants immigrant migrants migrant asylum refugees refugee muslims muslim jews jew christians catholics hindus
    sikhs gypsies travellers foreigners gays gay lesbians trans blacks black whites white asians poles romanians women
    feminists men people lot families country came from invasion invaded taking overrun deport deported send back home
    scroungers benefits shouldn allowed riot revolution uprising burn rise war enemy enemies traitor traitors
    propaganda brainwashing indoctrinating indoctrination agenda cover covering outrage disgusted wake sheep sheeple
    fight hang punish ban banned boycott storm march mob english british ours own kind trust lies""".split()
)
_PHRASES = (
    phrase(
        r"\b(?:these|those|you|such|foreign|that lot|them) ?(?:people|lot|families"
        r"|kids)? (?:should|need to|can|must|ought to|can all)? ?(?:all )?(?:be )?(?:go|sent|send|get"
        r"|shipped|packed off|clear off) (?:back )?(?:home|to where(?:ver)? (?:they|you) (?:came|come) from"
        r"|back where they (?:came|come) from|where they (?:came|come) from|to (?:their"
        r"|your) own country)\b|\bthey (?:should|need to|must|ought to|can) (?:all )?(?:just )?(?:go|be sent"
        r"|be shipped) (?:back )?(?:to )?where(?:ver)? they (?:came|come) from\b",
        "tells people to go back where they came from",
        confidence=0.95,
    ),
    phrase(
        rf"\b(?:all |most )?{_GROUP} (?:are|is|were|should|don't|do not|can't|cannot|have no"
        rf"|need to|ought to|must|will never|just|only|always|never) (?:all |just |a |the |be |not "
        rf"|only |never )*(?:terrorists?|criminals?|scum|vermin|parasites?|thieves|dirty|disgusting"
        rf"|evil|animals|savages|inferior|taking (?:over|our|all (?:the|our))|ruining|invading|destroying|banned"
        rf"|deported|ashamed|allowed|integrate|belong|want(?:ed)? (?:here|to work)|trusted"
        rf"|locked up|sent (?:back|home)|lying|rapists|groomers|lazy|stealing|unnatural|sick"
        rf"|perverts?|kept away)\b",
        "sets people against a group",
        confidence=0.9,
        unless=r"\b(?:wrong|myth|not true|stereotype|lesson|learn(?:t|ed)?)\b|allowed to wear",
    ),
    phrase(
        r"\b(?:our (?:own )?(?:kids|children|country|people|culture|streets|town)|english|british"
        r"|locals?) (?:come|comes|should come|must come|first)(?: first)?\b[^.!?\n]{0,20}(?:before"
        r"|not)?\b[^.!?\n]{0,20}(?:them|foreigners|migrants|immigrants|asylum|others)?",
        "sets one group before another",
        confidence=0.65,
        unless=r"our (?:kids|children|people) come (?:first|second|third|from|to|in|back|home|out|and)\b"
        r"|safety|english (?:come|comes|first|lesson)|english and",
    ),
    phrase(
        r"\b(?:overrun|flooded|swamped|taken over|invaded|infested) (?:by"
        r"|with) (?:\w+ ){0,2}(?:immigrants|migrants|foreigners|muslims|refugees|asylum seekers"
        r"|travellers|them|these people|that lot)\b|\b(?:send|ship|deport|kick) (?:them|'em"
        r"|these people|that lot|migrants|immigrants) (?:all )?(?:back|home|out)\b(?! (?:in|with"
        r"|if|early|at|by|before|on|to (?:their|your) (?:parents|families|mum)|for|after))"
        r"|\b(?:taking"
        r"|stealing) our (?:jobs|houses|school places|country|places)\b",
        "sets people against a group",
        confidence=0.92,
    ),
    phrase(
        r"\b(?:brainwash(?:ing|ed)?|indoctrinat(?:ing|ed?|ion)|grooming|poisoning) (?:of )?(?:our"
        r"|the|your|innocent|young) (?:kids|children|minds|pupils|girls|boys)\b|\b(?:trans|gay"
        r"|woke|lgbt\w*|muslim|islamic|left[- ]wing|globalist) agenda\b|\b(?:islamification"
        r"|great replacement|two[- ]tier policing|enemy within|enemies of the people|traitors?)\b",
        "inflammatory wording",
        confidence=0.85,
        unless=r"traitors (?:game|night|themed?|style)|history|macbeth|lesson",
    ),
    phrase(
        r"\b(?:rise up|take to the streets|burn it (?:all )?down|storm the (?:school|gates|office"
        r"|council)|start a riot|no justice,? no peace|string (?:them|him|her) up|hang them all"
        r"|make them pay|(?:time to |let's |going to |we'll |gonna )teach (?:them|that lot|him|her"
        r"|those \w+) a lesson|time to fight back|this means war|declare war on|heads (?:will|must"
        r"|should) roll)\b[^.!?\n]{0,40}",
        "stirs people up",
        confidence=0.85,
        unless=r"history|play|novel|dough|bread|topic",
    ),
    phrase(
        r"\b(?:boycott|ban|close down|shut down) (?:the |this |that |these )?(?:school|mosque"
        r"|synagogue|church|assembly|lessons?|pride|head|\w+ families)\b",
        "stirs people up",
        confidence=0.75,
        unless=r"snow|boiler|holiday|weather|phones?",
    ),
    phrase(
        rf"\b{_GROUP} (?:get|gets|getting|got|given|handed) (?:everything|all the|priority|free|our"
        rf"|special|away with)\b[^.!?\n]{{0,50}}|\b(?:hates?|anti[- ]|against) (?:white|black"
        rf"|english|british|christian|muslim|straight|gay|male) (?:kids|children|people|boys|girls"
        rf"|parents|families|men|women)\b",
        "sets people against a group",
    ),
    phrase(
        r"\b(?:keep|make|take) (?:our |the |this )?(?:schools?|country|streets|town|area|britain"
        r"|england) (?:english|british|white|christian|back|great again|for (?:our|us|the english"
        r"|the british))\b[^.!?\n]{0,20}|\btake (?:our|back our) (?:country|streets|school"
        r"|town)(?: back)?\b",
        "sets people against a group",
    ),
    phrase(
        r"\b(?:let's|lets|we should|who's going to|time to|going to|everyone"
        r"|someone) (?:all )?(?:go (?:down|round|over) (?:there )?(?:and|to)|turn up and"
        r"|gather and) (?:sort|show|teach|smash|confront|deal with|get"
        r"|have it out)\b[^.!?\n]{0,40}|\bsort (?:them|him|her|that lot) out\b",
        "stirs people up",
        unless=r"lost property|books|shelves|costumes|boxes|sort them out by|into",
    ),
    phrase(
        r"\b(?:men|boys|lads|blokes) (?:in|into|using) (?:the )?(?:girls'?|women'?s|ladies'?"
        r"|female) (?:toilets?|changing|sports?|loos?)\b[^.!?\n]{0,40}|\bwake up,? (?:people"
        r"|parents|sheeple|britain|everyone)\b",
        "stirs people up",
        confidence=0.75,
    ),
    phrase(
        r"\b(?:send|ship|tow|turn|sink) (?:the |those |all the |these )?(?:boats?|dinghies|migrants|immigrants"
        r"|illegals?|asylum seekers|refugees"
        r"|foreigners|lot of them|them all)(?: \w+)? ?(?:back|home|out|around|away|packing)?\b|\bstop the boats\b"
        r"|\bclose (?:the|our) borders?\b"
        r"|\b(?:illegals|illegal (?:immigrants|migrants|aliens))\b|\b(?:our|the|this) (?:town|country|school|area"
        r"|village|streets?|schools|nhs)"
        r" (?:is|are|has been|have been|was|being)(?: being)? (?:swamped|overrun|invaded|flooded|taken over"
        r"|infested|colonised|islamified)\b"
        r"|\bfull up\b[^.!?\n]{0,30}\b(?:migrants|immigrants|foreigners)\b",
        "sets people against a group",
        confidence=0.9,
        unless=r"boat race|regatta|model boat|paper boat|with (?:rain|water|snow|donations|visitors|offers|love"
        r"|seagulls|ants|kind)|history|pirate",
    ),
    phrase(
        r"\b(?:only|just) two (?:genders|sexes)\b|\b(?:men|boys) (?:are not|aren't|can't be|will never be"
        r"|cannot be) (?:women|girls)\b|\btrans(?:gender)?"
        r"(?: ideology| cult| nonsense| rubbish| madness| lunacy)\b|\b(?:gender|lgbt\w*|rainbow|trans"
        r"|pronoun) (?:ideology|cult|madness|nonsense|rubbish"
        r"|brigade|mafia|lunacy|police)\b|\bbiological (?:male|men|fact)s?\b[^.!?\n]{0,30}\b(?:girls|women|toilets"
        r"|changing|sports?)\b"
        r"|\badam and eve,? not\b|\bdrag queens?\b[^.!?\n]{0,40}\b(?:kids|children|groom|sick|disgusting|away)\b",
        "inflammatory wording about gender",
        confidence=0.9,
    ),
    phrase(
        r"\b(?:that|this|their|your|all|every|such a) (?:religions?|faith|culture|so-called religion) (?:is|are|has"
        r"|should|preaches?|breeds?)"
        r"(?: a| an| all| just| pure| nothing but| be| the)* (?:poison|evil|cancer|plague|cult|disease|filth"
        r"|backward|barbaric|banned|disgusting|vile|rubbish"
        r"|hate|hatred|violen\w+|problem|joke)\b|\b(?:islam|christianity|judaism|hinduism|sikhism|religion|atheism"
        r"|catholicism)"
        r" (?:is|should be) (?:\w+ )?(?:poison|evil|cancer|a plague|a cult|a disease|filth|backward|barbaric|banned"
        r"|disgusting|a joke|rubbish|the problem)\b"
        r"|\b(?:no|ban|stop|against) (?:more )?(?:mosques?|sharia|halal|burqas?|hijabs?|islam)\b",
        "sets people against a religion",
        confidence=0.9,
        unless=r"history|lesson|debate|wrong to|myth|burger|food|menu|school meals",
    ),
    phrase(
        r"\b(?:bomb|nuke|shoot|gas|hang|kill|drown|exterminate|wipe out|lock up|flog|string up|execute|burn"
        r"|deport) (?:the lot of (?:them|you)|(?:them|'em) all"
        r"|them (?:and|off)|every (?:last )?one of them|all (?:of them|of you|muslims|jews|immigrants|migrants"
        r"|tories|lefties|politicians|paedos))\b"
        r"|\bbring back (?:hanging|the (?:rope|noose|death penalty|cane|birch)|capital punishment)\b"
        r"|\b(?:death penalty|hanging|firing squad|noose)"
        r" (?:is|would be)? ?(?:too good )?for (?:them|him|her|these|all|that)\b|\bwipe(?:d)? (?:them|it"
        r"|\w+) off the map\b",
        "calls for violence",
        confidence=0.92,
        unless=r"history|novel|play|stains|germs|panto|bath bomb",
    ),
    phrase(
        r"\b(?:blood (?:is )?on (?:your|their|his|her|its|our) hands|(?:baby|child) killers?|war ?mongers?"
        r"|war criminals?|murderers|genocid\w+ (?:supporters?|lovers?"
        r"|apologists?)|(?:if|anyone who|people who|those who|whoever) (?:you )?(?:supports?|backs?|defends?"
        r"|voted?(?: for)?|believes? in|disagrees?)"
        r" (?:that |this |the |with )?(?:war|israel|hamas|palestine|russia|putin|brexit|leave|remain|labour|reform"
        r"|trump|abortion|lockdown|strikes?)"
        r"[^.!?\n]{0,30}\b(?:should|must|deserve\w*|ought|need\w*|is|are|you've|you're|got|have|has"
        r"|can)\b)[^.!?\n]{0,60}",
        "stirs people up about a war or a vote",
        confidence=0.85,
        unless=r"history|lesson|macbeth|lady macbeth|essay",
    ),
    phrase(
        r"\b(?:scabs?|strike[ -]?breakers?|blacklegs?)\b(?! on| off| of| knee)[^.!?\n]{0,20}\b(?:teachers?|staff"
        r"|workers?|who|crossed|should|shame\w*|scum|are|is)\b"
        r"|\bcrossed the picket(?: line)?\b|\b(?:striking|lazy|greedy) (?:teachers|nurses|doctors|train drivers"
        r"|union\w*) (?:are|should|deserve|ought|want)"
        r"(?: \w+){0,3} (?:ashamed|sacked|fired|greedy|lazy|traitors|jailed|ransom|shame)\b|\bunion (?:thugs"
        r"|bully boys|barons|militants)\b",
        "stirs people up about a strike",
        unless=r"history|knee|elbow|graze|plaster",
    ),
    phrase(
        r"\b(?:woke|snowflake|lefty|leftie|right[- ]wing|far[- ]left|communist|marxist|fascist|pc"
        r"|politically correct|loony|nanny[- ]state) (?:rubbish|nonsense|agenda|mob"
        r"|brigade|madness|propaganda|indoctrination|teachers?|generation|garbage|crap|claptrap|lunacy|lunatics"
        r"|loonies|lot|warriors|gone mad|police|virus|drivel"
        r"|bullies|councils?)\b|\bpolitical correctness (?:has )?gone mad\b|\b(?:go|gone|too|so|all) woke\b"
        r"|\bwokery\b|\b(?:snowflakes?|libtards?|remoaners?|gammons"
        r"|feminazis?|sheeple|lefties|brexiteers?|remainers?|brexit \w+) (?:are|have|should|need|will|can't|ruined"
        r"|ruining|everywhere|crying|who|like you|lot)\b"
        r"|\bgeneration snowflake\b|\b(?:bunch|load) of (?:snowflakes|lefties|fascists|nazis|commies|remoaners"
        r"|gammons|bigots)\b|\b(?:brexit|remain|leave) (?:traitors?"
        r"|voters? (?:are|should)|idiots|morons|scum|liars)\b",
        "inflammatory wording",
        confidence=0.88,
        unless=r"christmas|winter|paper snowflakes?|craft|snowflakes? (?:are|have|will|like) (?:falling|made|up"
        r"|hanging|cut|all different)|decorat|woke up",
    ),
    phrase(
        r"\b(?:voted?|votes?|voters?) (?:for )?(?:leave|remain|brexit|reform|labour|tory|green"
        r"|trump)\b[^.!?\n]{0,30}\b(?:should (?:be|have|pay|hang|lose)|deserve|ought"
        r"|made to|ashamed|idiots?|thick|racist|traitors?|to blame)\b",
        "sets voters against each other",
        confidence=0.85,
    ),
    phrase(
        r"\b(?:jab|vaccines?|masks?|lockdowns?|covid|5g|climate change|global warming) (?:is|are|was|were) (?:a "
        r"|an |all )*(?:poison|hoax|scam|lie|con|murder|child abuse"
        r"|fake|plandemic|tyranny|experiment)\b|\babortion is murder\b|\b(?:benefit|dole) (?:scroungers?|cheats?"
        r"|scum)\b|\bworkshy (?:\w+ )?(?:families|parents|people|scroungers)\b"
        r"|\b(?:feminism|feminists|men|women|boys|girls|gays|whites|blacks|travellers|gypsies|boomers"
        r"|millennials) (?:is|are) (?:a |the |all )*(?:cancer|poison|trash|scum|disease"
        r"|problem|enemy|thieves|pigs|vermin|plague)\b",
        "inflammatory wording",
        confidence=0.88,
        unless=r"science|experiment|debate|lesson",
    ),
    phrase(
        rf"\b{_GROUP} (?:have|has|are|is|keep|will|were)(?: all| just| been| now| always)* (?:ruin\w*|wreck\w*"
        rf"|destroy\w*|taking|taken|taken over|steal\w*|stolen|invad\w*|swamp\w*"
        rf"|bleed\w*|drain\w*|sponging|scroung\w*|to blame|the problem|a problem|not welcome|a disgrace"
        rf"|a burden)\b(?! part| care| turns?| photos?| a| their| notes| home| place| it)"
        rf"|\b(?:these|those|such|foreign|migrant|immigrant|traveller) (?:people|families|lot|kids"
        rf"|parents)? ?(?:just )?(?:come|turn up|walk in|arrive) (?:over )?(?:here )?(?:and|to|expecting)"
        rf" (?:get|take|expect|want|claim|demand|sponge|everything|our)\b",
        "sets people against a group",
        confidence=0.9,
        unless=r"\b(?:wrong|myth|stereotype|lesson|learn(?:t|ed)?|history|romans?|vikings?|tudors?|panto|welcome)\b"
        r"|sports? day|tug of war",
    ),
    phrase(
        r"\bban (?:the |all )?(?:burqas?|hijabs?|niqabs?|veils?|halal|mosques?|islam|muslims?|jews?|trans\w*|gays?"
        r"|pride|drag)\b|\breal (?:men|women|boys|girls|lads|mums|families) (?:don't|do not"
        r"|never|wouldn't|aren't|wear|have|know)\b|\b(?:anyone|anybody|any teacher|any school|teachers?|staff|those"
        r"|people|whoever|strikers) ?(?:who(?:'s| is| are)? |that )?(?:(?:is|are|goes|go|going)"
        r" )?(?:on strike|striking|strikes?) (?:should|must|deserves?|ought|needs?) (?:be |to be "
        r"|all be )?(?:sacked|fired|ashamed|jailed|shot|punished|paid nothing|shame\w*)\b",
        "stirs people up",
        confidence=0.85,
        unless=r"history|lesson|debate",
    ),
    phrase(
        r"\bshare if you(?:'re| are)? (?:not )?(?:brainwashed|british|english|proud to be|patriot\w*|sick of|fed up"
        r"|against|a sheep|had enough|still believe)\b",
        "stirs people up",
        confidence=0.8,
    ),
)

DETECTOR = Detector(
    name="inflammatory",
    types=frozenset({"inflammatory"}),
    find=phrase_finder("inflammatory", triggers=_TRIGGERS, phrases=_PHRASES),
    source="Public Order Act 1986 parts 3 and 3A and the Prevent duty for the kinds; phrases written for Gatepost",
    budget_ms=0.2,
)
