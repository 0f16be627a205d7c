"""The questions that a policy's clauses raise at sign-off, for these facts and no others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gatepost.policy.compile import Asking, CompiledPolicy
from gatepost.policy.facts.facts import Facts
from gatepost.policy.facts.situation import Situation


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody must answer before a post is signed off, and the clause that asks. `key` names it on records."""

    source: str
    ref: str
    strength: str
    says: str
    ask: str

    @property
    def key(self) -> str:
        """The clause and the question, as one line."""
        return f"{self.source} {self.ref}: {self.ask}"


def questions(policies: Sequence[CompiledPolicy], situation: Situation) -> tuple[Question, ...]:
    """Return what the clauses of these policies ask about a situation, in the order of the documents.

    A question is raised where every fact of its `when` is given or found (`fact`, or `fact=value`); without a `when`
    it is raised each time.
    """
    return tuple(
        Question(policy.id, one.point.ref, one.point.strength, one.point.says, one.ask)
        for policy in policies
        for one in raised(policy, situation.facts)
    )


def raised(policy: CompiledPolicy, facts: Facts) -> Iterator[Asking]:
    """Yield the questions of one policy that these facts raise, as its points ask them."""
    return (one for one in policy.asking if all(_holds(facts, condition) for condition in one.when))


_FOUND_AS: Final = {"claims": "claim", "commercial": "commercial", "political": "political"}
"""Facts that a detector of the text may answer where nobody has."""


def _holds(facts: Facts, condition: str) -> bool:
    """Tell whether `fact`, or `fact=value`, is so: a problem that is said not to be there raises no question."""
    path, _, wanted = condition.partition("=")
    values = _values(facts, path)
    if wanted:
        return any(str(value) == wanted for value in values)
    if values == [None] and path in _FOUND_AS:
        return any(found.type == _FOUND_AS[path] for found in facts.found)
    return any(value not in {None, False, ""} for value in values)


def _values(facts: Facts, path: str) -> list[object]:
    name, in_list, key = path.partition("[].")
    if in_list:
        return [item.get(key) for item in facts.items(name)]
    return [True] if facts.items(path) else [facts.get(path)]
