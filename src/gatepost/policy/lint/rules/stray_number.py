"""A numbered heading without a sibling: a lone "(1)" left where a list or a level of headings was taken away."""

import re
from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.reading import Reading

NAME = "stray-number"
_FIRST = re.compile(r"^[ \t]*\((?P<one>1|a|i)\)[ \t]+(?=\S)[^\n]*", re.MULTILINE)
_NEXT = {"1": "2", "a": "b", "i": "ii"}


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report a line numbered (1), (a) or (i) where no line is numbered (2), (b) or (ii) after it."""
    for found in _FIRST.finditer(reading.page.plain):
        sibling = re.compile(rf"(?:^|\s)\({_NEXT[found['one']]}\)\s")
        if not sibling.search(reading.page.plain, found.end()):
            message = f"This line is numbered ({found['one']}), and nothing is numbered ({_NEXT[found['one']]})."
            hint = "Give the heading the number of its level, or none."
            yield reading.page.finding(NAME, "warning", span=found.span(), message=message, hint=hint)
