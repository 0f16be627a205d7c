"""What current guidance asks of a social media policy and this text does not mention: from dated data."""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.known import applies
from gatepost.policy.lint.reading import Reading

NAME = "guidance-gap"


def check(reading: Reading) -> Iterator[LintFinding]:
    """Note each topic in the data that none of its wordings finds. A mention is taken as covering the topic."""
    for topic in reading.law.topics:
        if not applies(reading, topic) or any(pattern.search(reading.page.plain) for pattern in topic.patterns):
            continue
        yield reading.page.finding(
            NAME,
            topic.severity,
            span=(0, 0),
            message=f"Nothing was found about {topic.name}.",
            hint=topic.note,
            refs=(reading.law.ref(topic.status, topic.mark),),
        )
