"""What in one policy speaks to a topic: the uses of its controls, narrowed to what the question names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gatepost.policy.ask.index import words
from gatepost.policy.ask.topics import Decides, Topic
from gatepost.policy.controls.base import Control
from gatepost.policy.document import Document, Point

_COMMON = frozenset(
    "account school post must social media about online policy people person this that with from".split()
)


@dataclass(frozen=True, slots=True)
class Use:
    """A control as one point of the policy uses it."""

    point: Point
    control: Control


def uses(document: Document, topic: Topic) -> tuple[Use, ...]:
    """Return every use of the topic's controls in a policy, in the order of the document."""
    found = [
        Use(point, carrier.control)
        for point in document.points
        for carrier in point.carriers
        if carrier.control is not None and carrier.control.name in topic.controls
    ]
    return tuple(use for use in found if not topic.words or set(topic.words) & set(getattr(use.control, "words", ())))


def says(question: str, phrases: Iterable[str]) -> bool:
    """Tell whether a question holds one of these phrases as whole words."""
    plain = question.casefold().replace("’", "'")
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", plain) for phrase in phrases)


def named(question: str, topic: Topic) -> dict[str, str]:
    """Return which value of each facet the question names: the first in the table's order."""
    return {
        parameter: next(value for value, phrases in values.items() if says(question, phrases))
        for parameter, values in topic.facets.items()
        if any(says(question, phrases) for phrases in values.values())
    }


def narrowed(found: Sequence[Use], topic: Topic, facets: dict[str, str]) -> tuple[Use, ...]:
    """Return the uses that speak to what the question names."""
    return tuple(use for use in found if all(_holds(use.control, topic, *facet) for facet in facets.items()))


def _holds(control: Control, topic: Topic, parameter: str, value: str) -> bool:
    wanted = set(value.split("|"))
    if control.name in topic.speaks_of:
        return topic.speaks_of[control.name] == value
    held = getattr(control, parameter, None)
    if not hasattr(control, parameter):
        return True
    return bool(wanted & set(held if isinstance(held, tuple) else (held,)))


def open_facts(question: str, topic: Topic, facets: dict[str, str], found: Sequence[Use]) -> tuple[Decides, ...]:
    """Return the facts that would change the answer under this policy and that the question does not say."""
    return tuple(
        entry
        for entry in topic.decides
        if not says(question, entry.unless)
        and (not entry.about or set(entry.about) & set(facets.values()))
        and (not entry.where or any(_meets(use.control, condition) for use in found for condition in entry.where))
    )


def _meets(control: Control, condition: str) -> bool:
    """Tell whether a condition holds: `control=name`, `parameter=value`, or a parameter that is in use."""
    name, equals, value = condition.partition("=")
    if name == "control":
        return control.name == value
    held = getattr(control, name, None)
    if equals:
        return value in (held if isinstance(held, tuple) else (held,))
    return held not in (None, (), "none", False)


def related(question: str, document: Document, cited: Iterable[Point]) -> tuple[Point, ...]:
    """Return up to three other points for reading (guidance, or to be accepted) that share words with the question."""
    asked = _telling(question)
    known = {(point.ref, point.number) for point in cited}
    scored = []
    for order, point in enumerate(document.points):
        kinds = {carrier.kind for carrier in point.carriers}
        shared = len(asked & _telling(point.says))
        if kinds & {"guidance", "acknowledge"} and shared > 1 and (point.ref, point.number) not in known:
            scored.append((-shared, order, point))
    return tuple(point for *_, point in sorted(scored, key=lambda row: row[:2])[:3])


def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if len(word) > 3 and word not in _COMMON)
