"""What leads up to a name: praise, a role, a word of authorship; or nothing."""

from __future__ import annotations

import re

from gatepost.detectors.names.lexicon import FILLER, MAKER, PRAISE, ROLE
from gatepost.detectors.names.tokens import Words

_ANNOUNCED = re.compile(
    r"\b(?:winners?|prize|award|champions?|medal|runners? ?up|captains?|star|mvp|badge"
    r"|congratulations|well done|crown|trophy"
    r"|player|mention|prefects?)\b[^!?\n.]{0,60}(?:\.\.\.|…|:|\b(?:is|are|to|goes to|was))\W{0,4}\Z"
)

_GREETED = re.compile(
    r"(?:\b(?:hats off to|big up|high fives? (?:to|for)|nice one|props to|keep it up|way to go"
    r"|go on|get in|round of applause for"
    r"|cheers(?: to)?|all the best(?: to)?|say (?:hello|hi|goodbye) to|(?:delighted|pleased"
    r"|chuffed|happy|thrilled|over the moon)"
    r" (?:for|with)|get well soon|welcome back|wishing)"
    r"|\b(?:great|good|brilliant|fantastic|super|superb|lovely|amazing|excellent|awesome|top"
    r"|nice|fab|fabulous|wonderful"
    r"|incredible|outstanding|stunning|terrific|beautiful|impressive|solid|huge|magnificent"
    r"|sterling|hard) (?:\w+ )?(?:work|efforts?|job|stuff"
    r"|running|swimming|singing|playing|reading|writing|performances?|goals?|save|result"
    r"|achievement|attitude|play|learning"
    r"|artwork|drawing|painting|poem|story|model|speech|run|race|win|swim|display|shooting|batting|bowling|baking)"
    r"(?: today| this week)?(?:,| -| by| from| to)?"
    r"|\b(?:made|written|drawn|painted|designed|created|baked|built|taken|composed|knitted"
    r"|art ?work|photo|poem|picture|painting"
    r"|drawing|story|model|speech|song|solo|design|poster|words|goals?|try|tries|assist|letter"
    r"|sculpture|cake) (?:\w+ )?by)\W{1,3}\Z"
)

_SHOWN = re.compile(r"\b(?:look at|here's|here is|this is|it's|thank goodness for|ask)\W{1,3}\Z")


def leading(words: Words, i: int) -> str:
    """What leads up to word i: praise, a role, a word of authorship, or nothing; small words are walked over."""
    lead = words.passage.lower[max(0, words.start[i] - 90) : words.start[i]]
    if _ANNOUNCED.search(lead) or _GREETED.search(lead):
        return "praise"
    if _SHOWN.search(lead):
        return "maker"
    if words.get(i - 1) in MAKER and "\n" not in words.gap(i):
        return "maker"
    for at in range(i - 1, max(-1, i - 10), -1):
        kind = _kind(words, at)
        if kind or (words.get(at) not in FILLER and not words.get(at).isdigit()) or "\n" in words.gap(at + 1):
            return kind
    return ""


def _kind(words: Words, at: int) -> str:
    if words.get(at) in PRAISE and _is_praise(words, at):
        return "praise"
    return "role" if words.get(at) in ROLE else ""


def _is_praise(words: Words, at: int) -> bool:
    word, before = words.get(at), words.get(at - 1)
    if word == "done":
        return before == "well"
    if word in {"luck", "birthday"}:
        return before in {"good", "happy", "th", "st", "nd", "rd", "best", "of"} or before[:1].isdigit()
    if word in {"go", "come"}:
        return words.opens(at)
    return True
