"""The words around a secret, and those around a note that only says where a secret is. Data for `secrets`."""

from __future__ import annotations

import re
from typing import Final

_IS: Final = (
    r"(?P<says>\s*(?:[:=]|->|=>|→|-(?= ))\s*|\s+(?:is|was|are)(?: now| currently| still)?:?\s+(?:set to )?"
    r"|\s+(?:changed|set|reset|updated)(?: back)? to:?\s+|\s+of\s+(?=\S*\d)|\s*[(\[]\s*|\s+(?=[\"'])|\s+(?=\S*\d\S*))"
)
_SAID: Final = (
    r"(?:pass ?words?|p[a@4][s5$]{2} ?w[o0]rds?|p[a@4][5$]{2}|pass-?phrases?|pass ?codes?|passwd|psswd|passwrd|pword"
    r"|p/w|pwd|pw|pass|memorable (?:word|date)"
    r"|memorable place|secret word)"
)
_LOGIN: Final = r"(?:log-?in(?:s| details)?|credentials|creds)"

PASS_CUE: Final = re.compile(
    rf"(?i)\b{_SAID}(?: (?:for|to|on) (?:the |our |it|this )?[\w' ]{{0,30}}?)?{_IS}"
    r"[\"'*]*(?P<value>[^\s\"']+(?:(?<=[a-z])-[a-z]+)*)"
)
SHORT_CUE: Final = re.compile(
    r"\b(?i:pword|p/w|pwd|pw|passwd)\b[\s:=-]+[\"']?(?P<value>[A-Za-z][a-z]{3,})(?=[\"']?(?:[.,;)]|\s*$|\s*\n))"
)
PHRASE_CUE: Final = re.compile(
    rf"(?i)\b(?:{_SAID}|(?:seed|recovery) (?:phrase|words)){_IS}[\"']?"
    r"(?P<value>[a-z]{3,}(?:[ -][a-z]{3,}){2,11})[\"']?\s*(?:[.,;(|/\n]|- |$)"
)
PAIR_CUE: Final = re.compile(
    r"(?i)\b(?:log-?in|user(?: ?name)?|sign(?:s|ed)? in as)\s*[:=]?\s+[\w.]+\s*[/|]\s*"
    r"(?P<value>[^\s/]{4,})(?=[.,;]?(?:\s|$))"
)
TOKEN_CUE: Final = re.compile(
    r"(?i)\b(?:(?:api|access|auth\w*|secret|client|app|bearer|refresh|page|private|setup|encryption|bot|webhook)"
    r"[ _-]?(?:api |access |app )?(?:keys?|tokens?|secrets?)|tokens?|secret)"
    r"(?P<says>\s*(?:[:=]|->|-(?= ))\s*|\s+(?:is|was)\s+|\s+)[\"']?(?P<value>(?=[\w+/=.-]*\d|[A-Z]{16})[\w+/=.-]{6,})"
)
LOGIN_CUE: Final = re.compile(rf"(?i)\b{_LOGIN}{_IS}[\"']*(?P<value>(?=[^\s\"']*\d)(?=[^\s\"']*[a-z])[^\s\"']{{6,}})")
EMAIL_CUE: Final = re.compile(
    r"@[\w-]+\.[\w.-]+\s*[/|:,-]\s+"
    r"(?P<value>(?=\S*[\d!?$%&#])(?=\S*[A-Za-z])[^\s@]{5,})"
)
CODE_CUE: Final = re.compile(
    r"(?i)\b(?:back-?up|recovery|rescue|emergency|one-?time|scratch|2fa|mfa|verification|security|authenticator|sign-?in"
    r"|log-?in|unlock|reset)(?: (?:access|log-?in|sign-?in))? (?:codes?|keys?|phrase|words)"
    r"(?: (?:for|to|on) [\w' ]{1,30}?)?(?P<says>\s*(?:[:=]|->|-(?= ))\s*|\s+(?:is|was|are)\s+|\s*\(|\s+)"
    r"(?P<value>(?=[\w-]*\d)[\w-]{4,}|(?<=[:=] )[a-z]+(?: [a-z]+){3,})"
)
_DIGITS: Final = r"(?:\d(?:[ -]?\d){3,11}|(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ ,-]+){3,7}\w+)"
NUMBER_CUE: Final = re.compile(
    r"(?i)\b(?:pins?(?: (?:codes?|numbers?|nos?\.?))?|pass ?codes?"
    r"|(?:safe|door|gate|alarm|key ?(?:safe|pad|box)|pad ?lock"
    r"|lock|unlock|screen|phone|mobile|access|combination|entry|sms|text|security|verification|sim)(?:'s)?"
    r" (?:codes?|pins?|combination|number)|combination|(?:safe|alarm|key ?pad|pad ?lock)(?= ?[:=])"
    r"|(?<![a-z] )(?<![a-z])codes?(?= (?:for|to|of|on|is|was)\b| ?[:=])"
    r"|the codes?(?= (?:for|to|of|on|is|was)\b| ?[:=]))"
    r"(?: (?:for|to|of|on) [\w' ]{1,30}?)?"
    r"(?:\s*[:=#-]\s*|\s+(?:is|was|are|=)(?: now| still)?\s+|\s+(?:changed|set|reset) to\s+|\s*\(|\s+)"
    rf"(?P<value>{_DIGITS})(?![\d/:])"
)
QUESTION_CUE: Final = re.compile(
    r"(?i)\b(?:(?:security|secret|memorable)(?: question)? (?:answers?|words?|names?|places?)|mother'?s maiden name"
    r"|maiden name|(?:name of (?:the |our )?)?first pet(?:'s name)?|answer to (?:the )?(?:security|secret) question)"
    r"(?: \([^)]*\))?(?:\s*[:=]\s*|\s+(?:is|was)\s+)[\"']?(?P<value>\w+)"
)
BEFORE_CUE: Final = re.compile(
    r"(?i)(?<!\S)[\"']?(?P<value>[^\s\"',;]{4,})[\"']? (?:is|was|=|as) (?:the|our|its|my|your) (?:\w+ ){0,3}?"
    r"(?:password|passphrase|passcode|pin|pass|pwd|pw)\b"
)
NEAR_CUE: Final = re.compile(
    rf"(?i)\b(?:{_SAID}|{_LOGIN}|log(?:s|ged)? ?-?in(?: with| as| using)?|sign(?:s|ed)? in (?:with|as|using)"
    r"|user(?: ?names?)?|(?:to )?(?:get|gets|let|lets)(?: \w+)? in(?:to)?(?: (?:with|using))?"
    r"|type (?:in )?|enter|use|unlocks?|opens? with|u/n|un|u|wi-?fi key"
    r"|secret|backup codes?)\b"
)

SMALL_WORDS: Final = frozenset(
    "a an the and or but if so as at by for from in into of off on onto out over per since than that to under until up "
    "via with within without it its this these those he she they we i you who whom which what where when how why not "
    "never no nor only also too just still now then here there yet all any both each every few more most other same "
    "such some be been being am is are was were do does did has have had can could may might must shall should will "
    "would his her their our your my".split()
)
"""Words of grammar: what follows "password is" and begins with one is a sentence and no password."""

PLACED: Final = frozenset(
    "bitwarden keeper lastpass dashlane keepass nordpass proton keychain icloud "
    "ask see speak call ring contact tbc tba none unknown known kept held stored saved written locked hidden shared "
    "managed set reset changed due required needed protected secure secured safe strong long short unique different "
    "separate available central centrally secret private confidential personal new old weak correct wrong visible "
    "through inside behind beside between among held yes ok fine good out lost forgotten manager managers keeper vault "
    "safes policy policies rules rotation change changes reset resets protection hygiene sharing list holder holders "
    "owner person people staff part nobody somebody anyone everybody head headteacher office lena ditto n/a na pending "
    "unchanged two three four five six twelve fifteen twenty enough subject handled given sent entered generated easy "
    "one page pages details length strength field box reminder hint check checks checked expires expired always often "
    "sometimes rarely usually monthly termly yearly annually weekly daily today tomorrow yesterday last next after "
    "before during once twice about against around according apart back down made moved found taken done gone left "
    "printed put recorded stays lives sits lies goes comes works belongs remains refer look use using with".split()
)
"""Words with which people say where a password is, what becomes of it, or that they do not say it."""

PASSED_ON: Final = frozenset(
    "is are was were has have had will would can could may must should knows keeps holds looks changes uses needs gets "
    "policy manager rules reset protection office team".split()
)
"""Words after a word that make it the subject of a sentence."""

ORDINARY: Final = PLACED | SMALL_WORDS | frozenset(
    "page pages post posts account accounts school trust team office meta facebook instagram youtube linkedin google "
    "microsoft canva this that welcome news year form name names then them details screen sheet book folder drawer "
    "cupboard envelope software app apps tool site website system service with information settings options".split()
)  # fmt: skip
"""Words of an office: alone after a cue they give nothing away."""
