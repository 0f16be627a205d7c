"""Insults and swearing in disguise, for the detector of abuse: letters apart, left out, stretched or swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatepost.detectors.finding import Finding
from gatepost.detectors.passage import Passage

INSULT = (
    r"(?:idiots?|morons?|imbeciles?|cretins?|scum(?:bags?)?|vermin|trash|losers?|dickheads?"
    r"|d!ckheads?|pricks?|bastards?|bitch(?:es)?|slags?|slappers?|sluts?|whores?"
    r"|cows?|pigs?|twats?|tossers?|wankers?|w[a@*]nkers?|c[u*]nts?|arseholes?|a\*\*eholes?"
    r"|arses?|pillocks?|muppets?|clowns?|perverts?|pervs?|nonces?|p(?:a)?edos?|paedos?"
    r"|freaks?|weirdos?|retards?|spastics?|spaz|mongs?|thick(?:os?)?|liars?|bullies|bully"
    r"|thugs?|disgrace|waste of space|joke of a (?:teacher|head|school)|numpty|numpties"
    r"|halfwits?|dimwits?|gits?|lowlifes?|toerags?|chavs?|tramps?|skanks?|creeps?|witch"
    r"|old bat|hag|rat|snakes?|cowards?)"
)
# Letters set apart (`i d i o t`) or swapped for signs (`1d10t`): undone only when such a run is there.
_APART = re.compile(r"(?<![\w])(?:[a-z][ .*_-]){3,15}[a-z](?!\w)")
_SIGNS = str.maketrans("013457@$!", "oieastasi")
_BAD = re.compile(rf"(?:{INSULT}|fuck\w*|shit\w*|bitch\w*|paki|nigg\w+|fagg?ot\w*)")
_MASKED = re.compile(r"(?<![\w*#])[a-z]{1,6}[*#]{1,6}[a-z]{0,6}(?![\w*#])")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
# Words hidden behind asterisks (`tw*t`) are known by their length and the letters left.
_HIDDEN = tuple(
    """fuck fucks fucked fucker fuckers fucking shit shits shitty shite twat twats cunt cunts dick dicks dickhead
    dickheads prick pricks bitch bitches bastard bastards arse arsehole arseholes asshole wanker wankers tosser tossers
    bollocks crap piss pissed slag slags whore whores slut sluts bellend knobhead bloody moron morons idiot idiots
    nonce nonces paki pakis retard retards""".split()
)
_LEET = re.compile(r"\b(?=\w*[a-z@$!])(?=\w*[013457@$!])[\w@$!]{4,14}")


def disguised(passage: Passage) -> Iterator[Finding]:
    """`i d i o t`, `1d10t`, `tw*t` and `idiiiot`: found as what they hide."""
    for m in _APART.finditer(passage.lower):
        if _BAD.fullmatch(re.sub(r"[ .*_-]", "", m.group())):
            yield Finding("abuse", m.start(), m.end(), 0.85, "an insult with its letters set apart")
    yield from _masked(passage)
    if passage.digits or "@" in passage.plain or "$" in passage.plain or "!" in passage.plain:
        for m in _LEET.finditer(passage.lower):
            word = m.group().rstrip("!")
            if not word.isalpha() and _BAD.fullmatch(word.translate(_SIGNS)):
                yield Finding("abuse", m.start(), m.start() + len(word), 0.85, "an insult with signs for letters")


def _masked(passage: Passage) -> Iterator[Finding]:
    """`tw*t`, `f***ing` and `idiiiot`."""
    if "*" in passage.lower or "#" in passage.lower:
        for m in _MASKED.finditer(passage.lower):
            shape = re.compile(re.sub(r"[*#]", "[a-z]", m.group()))
            if any(map(shape.fullmatch, _HIDDEN)):
                yield Finding("abuse", m.start(), m.end(), 0.8, "swearing with letters left out")
    for m in _STRETCHED.finditer(passage.lower):
        start, end = _word_at(passage.lower, m.start(), m.end())
        plain = _STRETCHED.sub(r"\1", passage.lower[start:end])
        if _BAD.fullmatch(plain):
            yield Finding("abuse", start, end, 0.8, "an insult, stretched")


def _word_at(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalpha() and end - start < 40:
        start -= 1
    while end < len(text) and text[end].isalpha() and end - start < 40:
        end += 1
    return start, end
