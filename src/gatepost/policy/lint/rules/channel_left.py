"""A channel listed after its closing day, or guidance on a platform that the text says the school has left."""

import re
from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.phrases import phrase
from gatepost.policy.lint.printed_dates import in_words, our_reading, printed_dates
from gatepost.policy.lint.reading import Reading
from gatepost.policy.lint.sentences import Sentence

NAME = "channel-left"
_TO_CLOSE = phrase(
    r"\b(?:will|to|shall) be (?:deactivated|closed|deleted|removed|retired|withdrawn|archived|shut down)\b"
    r"|\bwill (?:close|cease|stop|end|leave)\b"
)
_LEFT = (
    r"(?i:\b(?:mov(?:e|ed|ing) (?:away |off )(?:from )?|no longer us(?:e|es|ing) |ha(?:s|ve) left "
    r"|stopp(?:ed|ing) using "
    r"|(?:closed|deleted|deactivated) (?:our |the |its )(?:account on )?|stepp(?:ed|ing) away from )(?:the |our )?)"
)
_LEAVES = phrase(_LEFT)
_INSTRUCTS = phrase(
    r"\b(?:log[-\s]?in|2FA|two[-\s]factor|password|settings|subscribers?|premium|verif\w+|set up|how to|post on"
    r"|our \w+ (?:page|account|feed))\b"
)


def _named(platform: str) -> str:
    # X is a letter elsewhere: Class X, Year X, 10 x 4, Malcolm X Road.
    return r"(?<!Class )(?<!Year )(?<!Malcolm )\bX\b(?![-\d])" if platform == "X" else rf"\b{re.escape(platform)}\b"


def _platform_in(reading: Reading, sentence: Sentence) -> str | None:
    return next((each for each in reading.law.live_platforms if re.search(_named(each), sentence.words)), None)


def _still_listed(reading: Reading, sentence: Sentence) -> LintFinding | None:
    platform = _platform_in(reading, sentence)
    closes = _TO_CLOSE.search(sentence.words)
    last = max(printed_dates(sentence.words), key=lambda each: each.last, default=None)
    if not (platform and closes and last and reading.today) or last.last >= reading.today:
        return None
    return reading.page.finding(
        NAME,
        "warning",
        span=(sentence.start, sentence.end),
        message=f"{platform} is still listed here, though its closing day, {in_words(last.last)}, has passed.",
        hint=f"Take it off the list, or record it as closed with the date. {our_reading(last)}",
    )


def _leaving(reading: Reading) -> Iterator[tuple[str, Sentence]]:
    for sentence in reading.sentences:
        for platform in reading.law.live_platforms:
            if phrase(_LEFT + _named(platform), exact_case=True).search(sentence.words):
                yield platform, sentence


def _guide_to(reading: Reading, platform: str, left: Sentence) -> LintFinding | None:
    for sentence in reading.sentences:
        named = re.search(_named(platform), sentence.words)
        if sentence != left and named and _INSTRUCTS.search(sentence.words) and not _LEAVES.search(sentence.words):
            line = reading.page.line_at(left.start)
            return reading.page.finding(
                NAME,
                "warning",
                span=(sentence.start, sentence.end),
                message=f"This guides the use of {platform}, which line {line} says the school has left.",
                hint="Remove the guidance, or say for whom it is still meant.",
            )
    return None


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report channels past their printed closing day, and instructions for platforms that were left."""
    for sentence in reading.sentences:
        finding = _still_listed(reading, sentence)
        if finding:
            yield finding
    told: set[str] = set()
    for platform, left in _leaving(reading):
        finding = None if platform in told else _guide_to(reading, platform, left)
        told.add(platform)
        if finding:
            yield finding
