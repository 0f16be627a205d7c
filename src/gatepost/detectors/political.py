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
    """independent keir comrades down reform
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
)

DETECTOR = Detector(
    name="political",
    types=frozenset({"political"}),
    find=phrase_finder("political", triggers=_TRIGGERS, phrases=_PHRASES),
    source="Education Act 1996 s. 406 and 407 (partisan political views); phrases written for Gatepost",
    budget_ms=0.15,
)
