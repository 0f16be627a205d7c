"""A document made ready: its control instances by kind of situation. Compiled once, evaluated many times."""

from collections.abc import Iterator
from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Setting
from gatepost.policy.document import Document, Point
from gatepost.policy.facts.roles import GROUPS
from gatepost.policy.outcomes import KINDS

_FAMILIES = frozenset({"pupil", "parent"})
_EVERYBODY = frozenset({"all_members", "all_readers", "all_members_of_the_community", "everyone"})


@dataclass(frozen=True, slots=True)
class Instance:
    """One control as one point uses it. `order` is its place in the document."""

    control: Control
    setting: Setting
    point: Point
    binds: frozenset[str]
    answer: str
    order: int


@dataclass(frozen=True, slots=True)
class Asking:
    """One question as one point asks it: the question, and the facts of which each must be so for it to be raised."""

    point: Point
    ask: str
    when: tuple[str, ...]
    answer: str
    order: int


@dataclass(frozen=True, slots=True)
class CompiledPolicy:
    """A policy ready to be evaluated."""

    id: str
    document: Document
    by_kind: dict[str, tuple[Instance, ...]]
    conflicts: tuple[frozenset[str], ...]
    near: tuple[Point, ...] = ()
    bound: frozenset[str] = frozenset()
    asking: tuple[Asking, ...] = ()

    @property
    def is_baseline(self) -> bool:
        """True for a statutory baseline, whose clauses answer `lawful` and `safe`."""
        return self.document.head.body == "law"


def compile_policy(document: Document) -> CompiledPolicy:
    """Return the document's control instances, grouped by the kinds of situation that they decide."""
    instances = tuple(_instances(document))
    by_kind = {kind: tuple(instance for instance in instances if kind in instance.control.kinds) for kind in KINDS}
    conflicts = tuple(frozenset(conflict.between) for conflict in document.conflicts if conflict.decides)
    near = tuple(point for point in document.points if point.near)
    bound = frozenset(document.head.people or GROUPS)
    return CompiledPolicy(document.head.id, document, by_kind, conflicts, near, bound, tuple(_asking(document)))


def _instances(document: Document) -> list[Instance]:
    found: list[Instance] = []
    for clause in document.clauses:
        for point in clause.points:
            for carrier in point.carriers:
                if carrier.control is not None:
                    found.append(_instance(document, clause.answer, point, carrier.control, len(found)))
    return found


def _asking(document: Document) -> Iterator[Asking]:
    """Yield the questions; their place in the document is that of the next control."""
    order = 0
    for clause in document.clauses:
        for point in clause.points:
            for carrier in point.carriers:
                order += carrier.control is not None
                if carrier.kind == "question" and "ask" in carrier.body:
                    when = carrier.body.get("when", ())
                    conditions = (when,) if isinstance(when, str) else tuple(when)
                    yield Asking(point, str(carrier.body["ask"]), conditions, clause.answer, order)


def _instance(document: Document, answer: str, point: Point, control: Control, order: int) -> Instance:
    setting = Setting(point.ref, point.strength, document.head, point.reading)
    return Instance(control, setting, point, binds(point, document), answer, order)


def binds(point: Point, document: Document) -> frozenset[str]:
    """Return the groups of people whom a point binds.

    A point that names pupils or parents binds them. Any other binds everybody within the policy's scope but
    pupils and parents; a policy that names nobody, such as the baseline, binds all.
    """
    scope = frozenset(document.head.people)
    if not scope:
        return frozenset(GROUPS)
    who = frozenset(point.who)
    if who & _FAMILIES:
        return (who & _FAMILIES) | ((scope - _FAMILIES) if who & {"staff", "trust", "school"} else frozenset())
    return scope if who & _EVERYBODY else scope - _FAMILIES
