"""Party politics: parties, candidates, votes and campaigns; not the school council's elections."""

from __future__ import annotations

from gatepost.detectors.detector import Detector
from gatepost.detectors.phrases import phrase, phrase_finder

_SCHOOL_VOTE = (
    r"school council|pupil|student|head (?:boy|girl)|house captain|mock election"
    r"|hustings in the hall|class rep|eco council"
    r"|prefect|polling station|parent governor|book award|mascot|favourite|choice of"
)
_PARTY = (
    r"(?:the )?(?:labour|conservative|tory|liberal democrat|lib dem|green|reform(?: uk)?|ukip"
    r"|brexit|snp|plaid cymru|dup|"
    r"sinn fein|alliance|co-operative|communist|socialist workers?)(?: party)"
)
_TRIGGERS = frozenset(
    """elect re-elect tell westminster let
    striking strikers picket picketing union unions nut neu councillors councillor council mayor polling poll
    cross pm
    keir farage sunak badenoch davey corbyn johnson libdems greens petition resign academisation academy cuts placards
    demonstrate demo solidarity stand gerrymander manifestos leaflet leaflets tax taxes vat nationalise privatise
    privatisation palestine gaza israel ukraine trump putin nhs
    independent keir comrades down reform
    labour conservative conservatives tory tories libdem libdems dem dems democrats democrat reform ukip brexit snp
    plaid party vote voting voted votes election elections elected candidate candidates mp mps councillor parliament
    government minister ministers chancellor referendum campaign campaigning manifesto petition protest march rally
    strike strikes austerity cuts politician politicians leftie lefties rightwing leftwing socialist fascist fascists
    westminster downing starmerites leave remain ballot canvass canvassing hustings constituency woke nationalist
    independence immigration policy policies""".split()
)
_PHRASES = (
    phrase(
        r"\b(?:vote|voting|votes|voted) (?:for )?(?:the )?(?:labour|conservative|tory|tories"
        r"|green|lib ?dems?|reform|ukip|snp|plaid|leave|remain|yes to|no to)\b",
        "asks for, or tells of, a vote",
        unless=_SCHOOL_VOTE,
    ),
    phrase(
        r"\b(?:vote|voting) (?:for|against) (?:me|us|him|her|them|change"
        r"|our (?:local )?(?:candidate|mp|councillor)|your (?:local )?(?:candidate|councillor|mp)"
        r"|cllr|councillor|the \w+ candidate|a better|local)\b[^.!?\n]{0,40}",
        "asks for a vote",
        unless=_SCHOOL_VOTE,
    ),
    phrase(
        r"\bget (?:out and )?vot(?:e|ing) (?:for|to|against)\b[^.!?\n]{0,40}", "asks for a vote", unless=_SCHOOL_VOTE
    ),
    phrase(
        rf"\b(?:support|back|join|elect|re-elect|choose|thank)(?:s|ing|ed)? (?:your |our "
        rf"|the )?(?:local )?{_PARTY}",
        "speaks for a party",
        confidence=0.9,
    ),
    phrase(
        r"\b(?:back|support|join|vote for|vote) the [\w' ]{2,30} party\b",
        "speaks for a party",
        unless=r"birthday|christmas|leavers|search party|working party",
    ),
    phrase(rf"\b{_PARTY}\b", "names a party", unless=r"suffrag|history|gcse|a level|lesson|debate club"),
    phrase(
        r"\b(?:the )?(?:tories|lib ?dems|labour (?:government|mp|council|councillors?|candidate)"
        r"|conservative (?:government|mp|council|councillors?|candidate|association)|tory \w+|snp"
        r"|ukip|reform uk|plaid cymru)\b",
        "names a party",
    ),
    phrase(
        r"\b(?:this|the|our|your|a) (?:useless |current |new |rotten "
        r"|lying )?government(?:'s)?\b[^.!?\n]{0,40}\b(?:cuts?|disgrace|fail\w*|shame\w*|betray\w*"
        r"|underfund\w*|wreck\w*|should resign|must go|policies|lies|lying|scandal|out)\b",
        "attacks the government",
    ),
    phrase(
        r"\b(?:write|writing|email|lobby|lobbying|contact) (?:to )?(?:your|our"
        r"|the) (?:local )?mps?\b[^.!?\n]{0,60}",
        "asks people to lobby a politician",
    ),
    phrase(
        r"\b(?:vote|kick|get|throw) (?:them|him|her|this lot"
        r"|the government) out\b",
        "asks for a vote against somebody",
    ),
    phrase(
        r"\b(?:sign|share) (?:the|this|our|my) petition\b[^.!?\n]{0,60}",
        "asks for signatures",
        unless=r"pupils? council",
    ),
    phrase(
        r"\b(?:general|local|council|mayoral|by-?|upcoming|next)[ -]election\b",
        "speaks of an election",
        confidence=0.6,
        unless=_SCHOOL_VOTE + r"|closed|open|polling",
    ),
    phrase(
        r"\b(?:parliamentary|council|party|mayoral|\w+ party) candidate\b|\bstanding (?:for"
        r"|as) (?:parliament|council|mp|councillor)\b|\bprospective mp\b|\belection leaflet",
        "speaks of a candidate",
        unless=_SCHOOL_VOTE,
    ),
    phrase(
        r"\b(?:our|local|visit(?:ed)? (?:by|from)|welcomed?|thank(?:s"
        r"|ed)?(?: you)?(?: to)?) (?:the |our |local )*(?:mp|prime minister|cabinet minister"
        r"|secretary of state|councillor)\b",
        "a politician's visit",
        confidence=0.6,
    ),
    phrase(
        r"\b(?:join|support|back) (?:the |our )?(?:strikes?|picket line|protest|protest march"
        r"|rally|demo(?:nstration)?|campaign (?:against|to stop|for))\b[^.!?\n]{0,40}",
        "asks people to join a protest or campaign",
        unless=r"walk to school|reading|anti-?bullying|kindness|charity",
    ),
    phrase(
        r"\b(?:brexit|austerity|scottish independence|rejoin the eu|stop the boats|small boats"
        r"|net zero nonsense|woke nonsense|defund|make \w+ great again)\b",
        "a party-political matter",
        unless=r"history|gcse|lesson",
    ),
    phrase(
        r"\b(?:politicians?|ministers?|mps|the prime minister|the education secretary"
        r"|the chancellor) (?:are|is|should|must|have|has|don't|can't|know|knows"
        r"|never)\b[^.!?\n]{0,50}",
        "an opinion on politicians",
        confidence=0.7,
    ),
    phrase(
        r"\bvote (?:for )?[^.!?\n]{2,40}\b(?:candidate|councillor|mp|mayor|party|independent"
        r"|election)\b[^.!?\n]{0,30}",
        "asks for a vote",
        unless=_SCHOOL_VOTE,
    ),
    phrase(
        r"\b(?:labour|the conservatives|the greens|the lib dems|starmer\w*|sunak|farage|the left"
        r"|the right|the prime minister) (?:will|would|are|is|have|has|must|should|can|can't|won't"
        r"|don't|always|never) "
        r"(?:[\w']+ ){0,3}[\w']+",
        "speaks for or against a party",
        unless=r"history|lesson|the (?:left|right) (?:is|are|has|will) (?:the|a|on|for)",
    ),
    phrase(
        r"\b(?:down with|out with|enough of|sick of|shame on) (?:this |the |these "
        r"|all )?(?:government|tories|labour|council|politicians|ministers|mps)\b[^.!?\n]{0,30}"
        r"|\b(?:best|worst) (?:pm|prime minister|mp|government|chancellor|education secretary)\b",
        "an opinion on politicians",
    ),
    phrase(
        r"\b(?:march|rally|protest|strike|demonstrat\w+|picket) (?:against|for) (?:the )?(?:cuts?"
        r"|academi[sz]ation|government|war|brexit|pay|closures?|council|fees|immigration|palestine"
        r"|israel|net zero|\w+ policy)\b",
        "a protest or campaign",
        unless=r"history|lesson|suffragette",
    ),
    phrase(
        r"\b(?:we|i|we're|i'm|staff|teachers|parents|all of us|everyone)?(?: all| proudly"
        r"| fully)? ?(?:stand(?:ing)?|are|proud to stand)"
        r" (?:firmly |shoulder to shoulder |in solidarity |united )?(?:with|behind) (?:the |our |all )*(?:striking"
        r"|strikers|strike|unions?"
        r"|picket\w*|nurses on|doctors on|protesters|protestors|demonstrators)\b"
        r"|\bsolidarity (?:with|to) (?:the |our |all )*(?:strik\w+|teachers|nurses|workers|pickets?|union"
        r"|palestin\w+|ukraine|israel)",
        "takes sides in a dispute",
        unless=r"history|lesson|suffragette",
    ),
    phrase(
        r"\b(?:join|support|come (?:on|to|along to)|see you (?:on|at)|meet (?:us )?(?:on|at|for)) (?:us (?:on|for"
        r"|at) )?(?:the |our |this )"
        r"(?:\w+ )?(?:march|rally|demo|demonstration|protest|picket(?: line)?|vigil against|sit-in"
        r"|walk ?out)\b(?! of pride)",
        "asks people to join a protest",
        unless=r"band|history|lesson|toy soldiers|penguin|parade|f[uú]n run|walk to school|car rally|tennis",
    ),
    phrase(
        r"\b(?:labour|reform(?: uk)?|the tories|tories|conservatives?|the greens|lib ?dems?|farage|starmer|badenoch"
        r"|corbyn|plaid|the snp)"
        r" (?:\w+ )?(?:will|would|gets?|got|has|have|had|deserves?|broke|wrecked|ruined|saved|betrayed|failed|lied"
        r"|stole|gave|fixed|stands?"
        r"|is|are|can|can't|won't|for the win|all the way|again|for me)\b"
        r"|\b(?:will (?:be )?(?:get|getting|have|having) (?:my|our|your) vote|gets? (?:my|our) vote"
        r"|deserves? your vote|has my vote)\b",
        "speaks for or against a party",
        unless=_SCHOOL_VOTE
        + r"|history|lesson|reform (?:act|school|movement)|conservative estimate|best (?:dressed|costume|cake"
        r"|scarecrow)",
    ),
    phrase(
        r"\b(?:the |your |our )?(?:local )?(?:green|labour|tory|conservative|lib ?dem|liberal democrat|reform"
        r"|independent|plaid|snp|ukip)"
        r" (?:candidates?|councillors?|cllrs?|mps?|mayor|leaflets?|manifesto|leader|hustings|canvassers?|campaign)\b"
        r"|\b(?:give|gave|giving|put) (?:him|her|them|us|me|your|an|a) (?:your )?(?:cross|x)\b[^.!?\n]{0,20}"
        r"|\bpolling day\b",
        "speaks of a candidate",
        unless=r"eco|school council|history|closed (?:on|for)|inset",
    ),
    phrase(
        r"\b(?:say no to|stop|oppose|fight|save us from|object to|campaign against|reject) (?:the |this |these "
        r"|their )?(?:local plan|plans for"
        r"|low traffic|ltns?|clean air zone|ulez|bypass|incinerator|housing (?:plan|estate|development)"
        r"|academi[sz]ation|academy order"
        r"|cuts|merger|council|government|closures?|tax|vat|bill|20 ?mph)\b",
        "campaigns on a public matter",
        confidence=0.7,
        unless=r"history|lesson|debate",
    ),
    phrase(
        r"\b(?:e-?mail|write to|lobby|ring|tweet|contact|tell|pressure) (?:your|our|the) (?:local )?(?:mps?"
        r"|councillors?|council leader|mayor"
        r"|prime minister|education secretary|minister)\b",
        "asks people to lobby a politician",
        unless=r"year \d|pupils (?:wrote|are)|lesson|persuasive",
    ),
    phrase(
        r"\b(?:vote|voted|voting|kick|boot|throw|get) (?:them|him|her|this lot|that lot|the lot of them"
        r"|these clowns)(?: all)? out\b",
        "asks for a vote against somebody",
    ),
    phrase(
        r"\b(?:prime minister|pm|education secretary|chancellor|home secretary|government|council leader|mayor"
        r"|minister|mp|mps)\b"
        r"[^.!?\n]{0,25}\b(?:disgrace|resign|should go|must go|useless|liar|lying|lies|joke|clueless|shambles"
        r"|traitor|ashamed|out of touch"
        r"|corrupt|failing us|failed us|doesn't care|don't care)\b",
        "attacks a politician",
    ),
    phrase(
        r"\b(?:free palestine|stand with (?:israel|ukraine|palestine|gaza)|from the river to the sea"
        r"|never trust a tory|tories out|tory scum"
        r"|not my (?:pm|prime minister|king)|abolish the monarchy|defund the|nationalise|save our nhs|tax the rich"
        r"|eat the rich"
        r"|stop the (?:cuts|war)|ceasefire now|take back control|get brexit done|rejoin|stop the boats"
        r"|make (?:britain|america) great)\b",
        "a political slogan",
        unless=r"history|lesson|gcse|concert for|collection for|bake sale",
    ),
    phrase(
        r"\bvot(?:e|ed|ing) (?:for )?(?:anyone but|against (?:the|this)|tactically|with your feet)\b|\b(?:every"
        r"|each) vote (?:counts|matters)\b"
        r"|\buse your vote\b|\bregister to vote\b|\bpostal votes?\b",
        "speaks of a vote",
        confidence=0.6,
        unless=_SCHOOL_VOTE + r"|parent council|talent|x factor|bake off|name the|best",
    ),
    phrase(
        r"\b(?:don't|do not|never|can't) (?:let|trust|forgive|vote for|believe) (?:the )?(?:labour|tories|tory"
        r"|conservatives?|lib ?dems?|greens|reform|starmer|farage|snp|government"
        r"|politicians?|council|ministers?|mps?)\b|\b(?:re-?)?elect [^.!?\n]{2,30} (?:for|to|as|on to) (?:the |our "
        r"|your )?(?:\w+ )?(?:council|parliament|mp|mayor|councillor"
        r"|westminster|senedd|holyrood)\b|\b(?:tell|remind|show|ask|make|force) (?:westminster|whitehall"
        r"|downing street|number 10|no\.? ?10|the treasury|the government|ministers"
        r"|our leaders|politicians)\b|\b(?:let's|time to|we must|we need to) (?:vote|kick|boot|get|throw"
        r"|turf) (?:the |this )?(?:\w+ )?(?:government|tories|labour|council|lot)\b",
        "campaigns for or against politicians",
        unless=_SCHOOL_VOTE + r"|history|lesson",
    ),
)

DETECTOR = Detector(
    name="political",
    types=frozenset({"political"}),
    find=phrase_finder("political", triggers=_TRIGGERS, phrases=_PHRASES),
    source="Education Act 1996 s. 406 and 407 (partisan political views); phrases written for Gatepost",
    budget_ms=0.15,
)
