"""What detectors find in the texts of a situation, less what a person has already judged."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final

from gatepost.detectors import Finding, Roster, detect_text
from gatepost.policy.facts import Found
from gatepost.screening.given import described, given, words

TEXTS: Final = ("text", "comment.text")
"""The facts that are texts as they would be published, beside the descriptions of pictures."""

_DETAILS = frozenset({"phone", "email", "address", "postcode", "upn", "ni_number", "dob", "car_reg"})
_TONE = frozenset({"abuse", "disparaging", "inflammatory"})


def _any(value: Any) -> bool:
    return value is not None


def _false(value: Any) -> bool:
    return value is False


SETTLED: Final[tuple[tuple[str, str, Callable[[Any], bool], frozenset[str]], ...]] = (
    ("text", "personal_data", _any, _DETAILS),
    ("text", "tone", _any, _TONE),
    ("text", "political", _false, frozenset({"political"})),
    ("text", "commercial", _false, frozenset({"commercial", "commercial_link", "donation_link"})),
    ("text", "claims", _false, frozenset({"claim"})),
    ("text", "links_to_staff_account", _false, frozenset({"personal_profile"})),
    ("comment.text", "comment.categories", _any, _DETAILS | _TONE | {"commercial", "commercial_link", "donation_link"}),
)
"""(text, fact, when, types): where the fact is given so, findings of these types in that text are dropped.

A list that is given settles the matter whatever it holds. A true that is given agrees with the finding, which
then shows the place.
"""


def detect(text: str, *, roster: Roster | None, contacts: Collection[str]) -> tuple[Finding, ...]:
    """Return what the detectors find in one text."""
    return tuple(detect_text(text, roster=roster, contacts=contacts)) if text.strip() else ()


def unsettled(findings: Iterable[Finding], facts: Mapping[str, Any], *, text: str) -> tuple[Finding, ...]:
    """Return the findings in the text at this path on which no given fact has the last word."""
    dropped: set[str] = set()
    for place, path, when, types in SETTLED:
        if place == (text if text in TEXTS else "text") and when(given(facts, path)):
            dropped |= types
    return tuple(finding for finding in findings if finding.type not in dropped)


def as_found(finding: Finding, *, fact: str, who: tuple[str, ...] = ()) -> Found:
    """Return a finding as the engine takes it; `who` adds the listed people whom it was joined to."""
    people = tuple(dict.fromkeys((*finding.who, *who)))
    return Found(finding.type, finding.start, finding.end, why=finding.why, who=people, fact=fact)


def texts(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return the situation's texts by path, leaving out those that are absent: a description is published as well."""
    return {path: text for path in TEXTS if (text := words(facts, path))} | described(facts)
