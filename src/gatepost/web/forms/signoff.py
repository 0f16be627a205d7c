"""What an approver sends."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

PREFIX = "answer "
"""What the name of a question's field begins with; its key follows."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The digest that the approver was shown, their yes or no by question key, and what they wrote to the author."""

    seen: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    for_a_picture: bool = False


def decision(data: QueryDict) -> Decision:
    """Return what was sent from the sign-off page, so that it can be shown again if it is refused."""
    answers = {name[len(PREFIX) :]: str(data[name]) for name in data if name.startswith(PREFIX)}
    return Decision(data.get("seen", ""), answers, data.get("reason", ""), "for_a_picture" in data)
