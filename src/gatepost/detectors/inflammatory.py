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
    """hates migrant everything nothing sort toilets keep country
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
        r"|kids)? (?:should|need to|can|must|ought to|can all)? ?(?:all )?(?:go|sent|send|get"
        r"|be sent|clear off) (?:back )?(?:home|to where(?:ver)? (?:they|you) (?:came|come) from"
        r"|back where they (?:came|come) from|where they (?:came|come) from|to (?:their"
        r"|your) own country)\b",
        "tells people to go back where they came from",
        confidence=0.95,
    ),
    phrase(
        rf"\b(?:all |most )?{_GROUP} (?:are|is|were|should|don't|do not|can't|cannot|have no"
        rf"|need to|ought to|must|will never|just|only|always|never) (?:all |just |a |the |be |not "
        rf"|only |never )*(?:terrorists?|criminals?|scum|vermin|parasites?|thieves|dirty|disgusting"
        rf"|evil|animals|savages|inferior|taking (?:over|our)|ruining|invading|destroying|banned"
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
)

DETECTOR = Detector(
    name="inflammatory",
    types=frozenset({"inflammatory"}),
    find=phrase_finder("inflammatory", triggers=_TRIGGERS, phrases=_PHRASES),
    source="Public Order Act 1986 parts 3 and 3A and the Prevent duty for the kinds; phrases written for Gatepost",
    budget_ms=0.2,
)
