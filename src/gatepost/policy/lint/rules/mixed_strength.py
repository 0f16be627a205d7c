"""One subject, two strengths: "must not" here, "please do not" there. Whether they clash, a person says."""

import re
from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.phrases import phrase
from gatepost.policy.lint.reading import Reading
from gatepost.policy.lint.sentences import Sentence

NAME = "mixed-strength"

_CONTACT = r"\b(?:friend\w*|contact|communicat\w+|messag\w+|follow\w*|engage\w*)\b"
_FORMER = r"\b(?:past|former|ex) ?-? ?(?:pupils?|students?)\b|\b(?:pupils?|students?) past\b"
_UNAGREED = r"\bwithout\b[^.]{0,60}\b(?:consent|permission)\b"
# What a sentence is about: every pattern has to be in it. Few and plain on purpose: a remark only points.
_SUBJECTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("contact with former pupils", (_CONTACT, _FORMER)),
    ("friends and direct contact online", (r"\b(?:be\W{0,3}friends?|direct contact|friend requests?)\b",)),
    ("sharing log-in details", (r"\b(?:shar|giv)(?:e|ed|en|ing)\b", r"\b(?:log-? ?ins?|passwords?|credentials)\b")),
    ("WhatsApp", (r"\bwhats ?app\b",)),
    ("personal accounts for school business", (r"\bpersonal (?:social media )?accounts?\b", r"\b(?:business|work)\b")),
    ("the school's logo", (r"\blogos?\b",)),
    ("photographs on personal devices", (r"\b(?:photo\w*|pictures?)\b", r"\bpersonal (?:devices?|phones?|mobile)\b")),
    ("posting without consent", (r"\bpost(?:ed|ing|s)?\b", _UNAGREED, r"\b(?:pupils?|students?|photo\w*|images?)\b")),
    ("tagging people", (r"\btag(?:ged|ging)?\b",)),
)
_STRONG = phrase(
    r"\b(?:must|may|shall) (?:not|never)\b|\b(?:strictly )?(?:forbidden|prohibited)\b|\bnot permitted\b|\bwill not\b"
    r"|(?<!please )\bdo not\b"
)
_WEAK = phrase(
    r"\bshould (?:not|never|avoid)\b|\b(?:strongly )?(?:advised|recommend(?:s|ed)?)\b[^.]{0,40}\bnot\b"
    r"|\bplease (?:do not|don't|avoid)\b|\bdiscouraged\b"
)
_READY = tuple((subject, tuple(phrase(each) for each in patterns)) for subject, patterns in _SUBJECTS)


def _strength(sentence: Sentence) -> tuple[str, str] | None:
    for words in (sentence.words, sentence.lead):
        for kind, form in (("weak", _WEAK), ("strong", _STRONG)):
            found = form.search(words)
            if found:
                return kind, " ".join(found.group().lower().split())
    return None


def _by_strength(reading: Reading, patterns: tuple[re.Pattern[str], ...]) -> dict[str, tuple[Sentence, str]]:
    first: dict[str, tuple[Sentence, str]] = {}
    for sentence in reading.sentences:
        strength = _strength(sentence) if all(pattern.search(sentence.words) for pattern in patterns) else None
        if strength:
            first.setdefault(strength[0], (sentence, strength[1]))
    return first


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report, for each subject, the first pair of sentences that forbid it with different strength."""
    for subject, patterns in _READY:
        first = _by_strength(reading, patterns)
        if len(first) < 2:
            continue
        (strong, says), (weak, advises) = first["strong"], first["weak"]
        lines = f"{reading.page.line_at(strong.start)} and {reading.page.line_at(weak.start)}"
        message = f"Look at lines {lines}: about {subject}, one says “{says}”, the other “{advises}”."
        hint = "Where both mean the same people and acts, keep one strength. Where they do not, leave them."
        yield reading.page.finding(NAME, "note", span=(weak.start, weak.end), message=message, hint=hint)
