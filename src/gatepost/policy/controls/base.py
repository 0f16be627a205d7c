"""What a control is: parameters, the facts it reads, and what it says of a situation."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, ClassVar, NamedTuple

from gatepost.policy.facts.facts import Facts
from gatepost.policy.verdict import Cause, Fix, Span

Words = tuple[str, ...]
"""The type of a parameter that is a list of slugs."""

STRICTER = ("subset", "superset", "earlier", "higher", "lower", "true", "false", "fixed")
"""Which way a supplement may move a parameter: fewer words, more words, an earlier month, a higher or lower
number, from false to true, from true to false, or not at all."""


class Setting(NamedTuple):
    """A control as one clause uses it: the clause's strength and the shared head of the document."""

    ref: str
    strength: str
    head: Any
    reading: str = "express"


class Hit(NamedTuple):
    """What a control says of a situation: an outcome and what caused it.

    `lifts` names the bars that this exception releases, as `ref` or `ref:control`. `supports` cites the clause
    without deciding anything.
    """

    outcome: str
    because: tuple[Cause, ...]
    route: str | None = None
    where: Span | None = None
    fixes: tuple[Fix, ...] = ()
    basis: str | None = None
    lifts: tuple[str, ...] = ()
    supports: bool = False
    also: tuple[str, ...] = ()


class Unknown(NamedTuple):
    """A fact that is not known and would give this outcome were it a problem, or release it were it held."""

    fact: str
    outcome: str


Said = Iterator[Hit | Unknown]


def param(
    default: Any = MISSING,
    *,
    says: str,
    stricter: str = "fixed",
    choices: tuple[str, ...] = (),
    vocabulary: str = "",
) -> Any:
    """Declare a parameter: what it means, which direction is stricter, and the words it takes, if it is closed."""
    meta: Mapping[str, Any] = {"says": says, "stricter": stricter, "choices": choices, "vocabulary": vocabulary}
    return field(metadata=meta) if default is MISSING else field(default=default, metadata=meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Something that decides. A subclass's fields are its parameters, `decide` its judgement.

    `asks` is the everyday question that the control answers; `triggers` are the facts without which it is not
    the subject of a situation, `reads` the others it looks at.
    """

    name: ClassVar[str] = ""
    family: ClassVar[str] = ""
    kinds: ClassVar[tuple[str, ...]] = ()
    triggers: ClassVar[tuple[str, ...]] = ()
    reads: ClassVar[tuple[str, ...]] = ()
    asks: ClassVar[tuple[str, ...]] = ()

    def decide(self, setting: Setting, facts: Facts) -> Said:
        """Yield what the clause says of these facts; nothing when they are not its subject."""
        raise AssertionError(f"{type(self).__name__} has no decide()")

    def explain(self) -> str:
        """Return the answer to "may I…?" in plain English under these parameters."""
        raise AssertionError(f"{type(self).__name__} has no explain()")

    def parameters(self) -> dict[str, Any]:
        """Return the parameters by name, with defaults filled in."""
        return {item.name: getattr(self, item.name) for item in fields(self)}


def cause(facts: Facts, *paths: str) -> tuple[Cause, ...]:
    """Return the causes for these facts, leaving out those that are not given."""
    return tuple(Cause(path, facts.get(path)) for path in paths if facts.has(path))


def listed(words: Words, *, last: str = "or") -> str:
    """Return slugs as readable words: "lunch, break or weekend"."""
    names = [word.replace("_", " ") for word in words]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}" if names else "nobody"


def route_words(route: str | None) -> str:
    """Return a route slug as words: `principal|ceo` becomes "the principal or the CEO"."""
    if not route:
        return "nobody named"
    either = [" and ".join(_role_words(part) for part in half.split("+")) for half in route.split("|")]
    return either[0] if len(either) == 1 else f"{', '.join(either[:-1])} or {either[-1]}"


_CAPITALS = {
    "ceo": "CEO",
    "dpo": "DPO",
    "dsl": "DSL",
    "elt": "ELT",
    "slt": "SLT",
    "slt_member": "a senior leader",
    "pa_to_headteacher": "the PA to the headteacher",
    "av_technician": "the AV technician",
    "director_of_ict_and_networks": "the Director of ICT and Networks",
    "safeguarding_team_via_cpoms": "the safeguarding team, by way of CPOMS",
    "managers": "managers",
    "approved_user": "an approved user",
}


def _role_words(slug: str) -> str:
    words = _CAPITALS.get(slug, slug.replace("_", " "))
    return words if words.startswith(("the ", "a ", "an ", "managers")) else f"the {words}"
