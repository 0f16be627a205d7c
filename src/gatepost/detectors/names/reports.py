"""Surnames in reports of matches, meets and races: what such a report says just before a player, and just after."""

from __future__ import annotations

import re

_GOOD = (
    r"(?:great|good|brilliant|fantastic|super|superb|lovely|amazing|excellent|awesome|top|nice|fab|wonderful"
    r"|incredible"
    r"|outstanding|stunning|terrific|beautiful|impressive|solid|huge|magnificent|sterling|big|massive|safe|quick|fine"
    r"|tidy|classy|clever|cool|brave|heroic|immense|tireless|unselfish|world[ -]class|strong|smart|sharp)"
)
_FEAT = (
    r"(?:goals?|try|tries|braces?|hat[ -]?tricks?|wickets?|headers?|penalt(?:y|ies)|pen|conversions?|drop[ -]goals?"
    r"|saves?|stops?|assists?|pass(?:es)?|cross(?:es)?|tackles?|interceptions?|turnovers?|volleys?|free[ -]kicks?"
    r"|strikes?|shots?|screamers?|tap[ -]ins?|finish(?:es)?|efforts?|equalisers?|winners?|openers?|clearances?"
    r"|catch(?:es)?"
    r"|stumpings?|run[ -]outs?|sixes|six|fours?|boundar(?:y|ies)|fift(?:y|ies)|half[ -]centur(?:y|ies)|centur(?:y"
    r"|ies)"
    r"|maidens?|overs|spells?|innings|knocks?|legs?|laps?|times?|dives?|vaults?|routines?|throws?|jumps?|leaps?"
    r"|rallies"
    r"|rally|aces?|serves?|returns?|baskets?|three[ -]pointers?|dunks?|rebounds?|blocks?|bounces?|shooting|bowling"
    r"|batting"
    r"|fielding|keeping|catching|passing|tackling|kicking|running|swimming|defending|marking|dribbling|work[ -]?rate"
    r"|performances?|displays?|shifts?|cameos?|debuts?|comebacks?|touch|turn|vision|composure|hands|feet|reflexes"
    r"|footwork"
    r"|pace|skills?|technique|awareness|leadership|teamwork|swim|run|ride|race|win|effort|captaincy|checkmates?"
    r"|mates?"
    r"|double|treble|quickfire \w+|consolation|third|second|first|fourth|fifth)"
)
_JOB = (
    r"(?:captain|skipper|vice[ -]captain|co[ -]captain|keeper|goal(?:keep|shoot|scor)er|goalie|striker|winger"
    r"|defender"
    r"|midfielder|full[ -]?back|wing[ -]?back|centre[ -](?:back|half|forward)|fly[ -]half|scrum[ -]half|hooker|prop"
    r"|flanker"
    r"|lock|number (?:eight|8|nine|9|ten|10)|no\.? ?\d+|opener|bowler|batter|batsman|wicket[ -]?keeper|seamer|spinner"
    r"|all[ -]?rounder|goal (?:attack|shooter|defence|keeper)|wing (?:attack|defence)|point guard|cox|anchor|stroke"
    r"|(?:player|man|woman|girl|star|swimmer|performer) of the (?:match|game|day|meet|tournament)|motm|potm|mvp"
    r"|top[ -]scorer|(?:hat[ -]?trick|match|goal|try|penalty|last[ -]minute)[ -](?:hero|winner|scorer)|debutants?"
    r"|substitutes?|subs?|super[ -]sub|man[ -]mountain|speedster|birthday (?:boy|girl))"
)
_PASSES = (
    r"(?:pass|slip|play|feed|find|lay|cross|square|knock|flick|roll|lob|head|send|hand|throw|tap|switch|offload|pop"
    r"|pull"
    r"|ping|thread|chip|squeeze|release|put|nod|spread|touch|cut)(?:s|es|ed|d|ped|ing)?|sent|threw|fed|laid|found"
)
_BEFORE = re.compile(
    r"(?:"
    r"\bwell (?:played|bowled|batted|saved|held|run|ridden|swum|caught|fought|won|done|kept|taken|shot|led|raced"
    r"|rowed"
    r"|jumped|defended)(?: (?:to|there|again|today))?[,:!]?"
    r"|\b(?:unlucky|hard (?:luck|lines)|bad luck|tough luck|gutted for|chapeau|bravo|heroics? from|all hail"
    r"|step forward|up stepped|take a bow|none other than|who else but)[,:]?(?: both)?"
    rf"|\b{_GOOD} (?:\w+ )?{_FEAT}(?: there| today| again)?(?:[,:!]| from| by| -)?"
    rf"|\b{_FEAT} (?:of the \w+ )?(?:(?:each|apiece|both|all|today|again|also|coming) )?"
    r"(?:for|from|by|off|courtesy of)(?: both)?"
    r"|\b(?:goals?|tries|points|runs|wickets) (?:came|coming|all|each) (?:from|by)(?: both)?"
    rf"|\b{_FEAT} (?:[\w-]+ ){{0,4}}(?:came|coming|comes) from(?: both)?"
    r"|\b(?:(?:two|three|four|one) more|another(?: one)?) for(?: both)?"
    r"|\bgo+a+l+!*[,:!]?|\b(?:hats off|big up|props|kudos|shout[ -]?out|credit|commiserations|applause|cheers"
    r"|congratulations|congrats"
    r"|three cheers)"
    r" (?:to|for)(?: both)?"
    r"|\b(?:gold|silver|bronze|medals?|records?|clean sheets?|(?:first|second|third|1st|2nd|3rd) place|prizes?"
    r"|awards?|trophy"
    r"|shield|cup|title|crown|honours|plaudits|match ball|armband|player of the (?:match|game|day|week))"
    r"(?: (?:also|then|again))?(?: (?:for|to|goes to|went to|heads to|off to|awarded to|presented to|from))(?: both)?"
    rf"|\bwhat an? (?:\w+ )?{_FEAT}(?: from| by|[,!])?"
    rf"|\b{_JOB}(?: (?:was|is|went to|goes to|were))?(?:\s?[:,-])?"
    r"|\b(?:assist(?:ed)?|set up|teed up|fed|caught|bowled|stumped|run out|saved|put through|found|led|anchored"
    r"|captained"
    r"|opened|converted|scored|taken|headed|won|kicked|nodded in|tapped in|fired in|swept in|slotted|wrapped up"
    r"|finished(?: off)?|tackled|blocked|cleared|partnered|supported|helped) by"
    r"|\b(?:nobody|no[ -]?one|nothing|they|defenders|keepers?) (?:could |can |couldn't |can't |was |were )?(?:stop"
    r"|stopping"
    r"|catch|catching|beat|beating|get near|match|touch|handle|live with|keep up with|contain|cope with)"
    r"|\b(?:no|never any) (?:stopping|catching|beating|holding back|getting past)"
    r"|\b(?:board|lane|leg|court|singles|doubles|seed|bib|heat|table) \d{1,2}\s?[:-]?|\b(?:lbw|c & b|ct|st) b?"
    r")[ ]{1,2}\Z"
)
# Enough for a surname that is no word, but not for a Frost to look out for.
_WEAK_BEFORE = re.compile(
    r"(?:"
    r"\b(?:so close|hail|step up|up steps|enter|(?:on|in|off|back|along|forward|up) (?:came|comes|went)|over to"
    r"|it's (?:that man|that girl|him|her) again|thanks to|courtesy of|cue|watch out for|look out for|(?:bow"
    r"|stand) up"
    r"|man of the moment|sub(?:stitution)?s?:|on for|off for|replaced by|replaces|swapped with|in for|instead of"
    r"|alongside|and it's)[,:]?(?: both)?"
    rf"|\b(?:{_PASSES}) (?:it |one |the ball |her |him )?(?:(?:out|wide|through|back|in|over|across|inside|forward"
    rf"|short|long)"
    r" )?(?:to|for|through)"
    r")[ ]{1,2}\Z"
)
_ROUND = (
    r"(?:again|once more|at (?:the (?:double|death|far post|near post|back post)|it again|(?:first|second"
    r"|third) (?:slip|base"
    r"|attempt))|on (?:fire|form|the (?:bat|ball|bench|wing|line|scoresheet|charge|mat|beam|vault|floor)|for|in goal"
    r"|strike|debut|drums|(?:in|after) the \w+)|off(?= (?:for|injured|with|after)|[ ,.(]{0,2}(?:[,.(]|$))"
    r"|in (?:goal|nets?|acres|space|off the|at number|the (?:net|sin bin|thick))|between the (?:posts|sticks)"
    r"|up front"
    r"|through on goal|unstoppable|imperious|immense|magnificent|superb|untouchable|unbeaten|undefeated|everywhere"
    r"|to (?:serve|bowl|bat|take|face|start|finish|shoot|kick|throw|anchor|play|jump|swim|race|score|convert|move)"
    r"|\d{1,3}\*|\d+ (?:not out|wickets?|points|goals|tries|runs|off \d+)|not out|lbw|bowled|caught|stumped|run out"
    r"|ct\b"
    r"|(?:bt|def|beat|beats)\.? [a-z]|\d{1,2}['.:]\d{1,2}|\d{1,3} ?(?:mins?|secs?|metres|m|cm)\b"
    r"|with (?:a|an|the|two|three|four|another|his|her) (?:\w+ )?(?:hat|brace|winner|header|goal|try|late|second"
    r"|first"
    r"|third|stunn|superb|assist|save|ace|personal best|pb|penalty|free kick|volley|pass|cross|wicket|catch))"
)
_AFTER = re.compile(
    rf"(?:'s)? {_ROUND}"
    r"|(?P<figure>,? (?:[x×] ?\d{1,2}\b|\d{1,2}(?=[,;)]| and\b| &)))| \d{1,2}(?:st|nd|rd|th)\b| (?:once|twice|thrice)\b"
    r"| (?:was|is|were|named|voted|crowned|our|the) (?:\w+ ){0,3}(?:player|man|woman|star|captain|skipper|mvp|motm"
    r"|winner"
    r"|champion|hero|top scorer|unplayable|outstanding|fastest|first home|first to|the pick)\b"
    r"|, (?:the|our) (?:youngest|oldest|smallest|tallest|fastest|only|captain|skipper|keeper|goalkeeper|striker)\b"
    r"|,? \d{1,2}[-/]\d{1,3}(?=[,.;)\n]|$| and\b)"
    r"| (?:takes|took|wins|won|bags|bagged|claims|claimed|earns|earned) (?:\w+ )?(?:gold|silver|bronze)\b"
    r"| who (?=\w)| then (?=\w+)| (?:b|c|lbw) [a-z]"
    r"|\s?\((?:\d{1,3}(?:\*|'|\b)|c\b|capt|vc|wk|gk|gs|ga|wa|wd|gd|pen\b|og\b|sub\b|late\b|\d+ ?mins?)"
    r"|, (?:pipped|stretchered|limping|subbed|injured|unlucky|immense|magnificent|superb|again|on the (?:bench"
    r"|wing)|over"
    r" the|through the|from (?:the (?:halfway|edge|spot|corner|wing)|\d+ (?:yards|metres|m)))"
)


_MATCH = re.compile(
    r"\b\d{1,3} ?- ?\d{1,3}\b|\b(?:full|half)[ -]time\b|\b(?:goals?|try|tries|wickets?|innings|scorers?|scoresheet"
    r"|kick[ -]off"
    r"|match|fixture|semi|quarter[ -]?final|final|defence|midfield|attack|at the back|up front|front row|back row"
    r"|scrum"
    r"|line[ -]?out|opening (?:pair|bats?)|partnership|unbeaten|relay|doubles|tie[ -]?break|sets?|serve|nets?|penalty"
    r"|shoot[ -]?out|batting|bowling|runs|overs|gala|heats?|podium|pitch|league|cup|tournament|squad|xi|pb|pbs"
    r"|under[- ]\d\ds?|u1\ds?|scored (?:twice|once|again|an?|the|two|three|four|first)|equaliser|keeper"
    r"|wicket[ -]?keeper|hat[ -]?trick|net(?:ted|ball)|rounders|hockey|rugby|cricket|baton|javelin|shot put"
    r"|\d+ (?:not|all) out|maidens?|(?:first|second) half|kept wicket|ratings|\d{2,4}m|hurdles|throw[ -]ins?"
    r"|(?:back|breast)stroke|freestyle|sin bin|free[ -]kick|corner kick)\b"
)
_OWNED = re.compile(rf"'s? (?:\w+,? ){{0,3}}?(?:{_FEAT}|injury|form|boot|header|toe|nerve|fitness|absence|return)\b")


def is_match(text: str) -> bool:
    """Whether a text (lower case) reports a match: it has a score, or words of play."""
    return _MATCH.search(text) is not None


def in_report(text: str, start: int, end: int) -> str:
    """What in `text` (lower case) speaks of sport around a name: `sure` or `before` it, `after` it, a bare `figure`
    after it, or nothing."""
    lead = text[max(0, start - 60) : start]
    if _BEFORE.search(lead):
        return "sure"
    if _WEAK_BEFORE.search(lead):
        return "before"
    after = _AFTER.match(text[end : end + 40])
    if not after:
        return ""
    return "figure" if after["figure"] else "after"


def owns_feat(text: str, end: int) -> bool:
    """Whether a possessive after a name owns what players do: `Hartley's second try`."""
    return _OWNED.match(text[end : end + 48]) is not None
