"""What current guidance asks of a social media policy and this text does not mention: from dated data."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.known import applies
from gatepost.policy.lint.reading import Reading

NAME = "guidance-gap"


def check(reading: Reading, controls: frozenset[str] = frozenset()) -> Iterator[LintFinding]:
    """Note each topic in the data that none of its wordings finds. A mention is taken as covering the topic.

    `controls` are the names of the controls in a document; one of a topic's own covers it too.
    """
    for topic in reading.law.topics:
        said = any(pattern.search(reading.page.plain) for pattern in topic.patterns)
        if said or not controls.isdisjoint(topic.controls) or not applies(reading, topic):
            continue
        yield reading.page.finding(
            NAME,
            topic.severity,
            span=(0, 0),
            message=f"Nothing was found about {topic.name}.",
            hint=topic.note,
            refs=(reading.law.ref(topic.status, topic.mark),),
        )
