"""Policies, their tightenings and situations, invented by hypothesis from the catalogue and the table of facts."""

from collections.abc import Sequence
from dataclasses import MISSING, fields, replace
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from gatepost.policy.controls.base import Control
from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.directions import loosens
from gatepost.policy.document import Carrier, Clause, Document, Head, Point, Section
from gatepost.policy.errors import Place
from gatepost.policy.facts.fields import FIELDS
from gatepost.policy.facts.situation import Situation, parse_situation
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.policy.outcomes import KINDS, STRENGTHS
from gatepost.policy.tightening import STRENGTH_NARROWS, may_rise

ROLES = ("headteacher", "principal|ceo", "dsl", "line_manager")
OPEN = {
    "fact": ("mfa", "linked_from_website", "password_length"),
    "possible": ("mfa_supported",),
    "objectives": ("education", "celebration"),
    "types": ("event", "achievement", "advert"),
    "about": ("colleague", "parent", "pupil"),
    "accepts": ("line_manager", "headteacher"),
    "tests": ("master_rights", "editorial_oversight"),
    "places": ("central", "password_manager"),
    "details": ("phone", "email", "address"),
    "words": ("phishing", "sanction"),
    "purposes": ("security",),
}
TOPICS = ("phishing", "sanction for a breach", "cpd for teachers", "my own blog")
CLASSES = ("abusive", "mocking", "work_matters", "social", "complaint", "criticism", "extremist", "political")


def value(kind: type[Control], name: str) -> st.SearchStrategy[Any]:
    """Any value that a parameter of a control may have."""
    meta = next(item.metadata for item in fields(kind) if item.name == name)
    known = meta["choices"] or tuple(sorted(VALUES[meta["vocabulary"]])[:12] if meta["vocabulary"] else ())
    hint = get_type_hints(kind)[name]
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return st.one_of([_option(option, known, name, meta) for option in options])


def _option(option: Any, known: Sequence[str], name: str, meta: Any) -> st.SearchStrategy[Any]:
    words = known or OPEN.get(name, ROLES)
    if get_origin(option) is tuple:
        return (
            st.just(()) if name in ("lifts", "rests_on") else st.lists(st.sampled_from(words), unique=True).map(tuple)
        )
    if option is str:
        return (
            st.sampled_from(("2026-03", "2026-11", "2027-01"))
            if meta["stricter"] == "earlier"
            else st.sampled_from(words)
        )
    return {int: st.integers(1, 30), bool: st.booleans(), NoneType: st.none()}[option]


@st.composite
def controls(draw: st.DrawFn, names: Sequence[str]) -> Control:
    """Any control of these names under any parameters."""
    kind = CONTROLS[draw(st.sampled_from(names))]
    given = {item.name for item in fields(kind) if item.default is MISSING or draw(st.booleans())}
    return kind(**{name: draw(value(kind, name)) for name in sorted(given)})


@st.composite
def tightened(draw: st.DrawFn, control: Control) -> Control:
    """The control with each parameter as it is, or moved in its stricter direction."""
    changes = {}
    for item in fields(control):
        before, after = getattr(control, item.name), draw(value(type(control), item.name))
        direction = item.metadata["stricter"]
        after = _towards(direction, before, after)
        if not loosens(control.name, item.name, direction=direction, before=before, after=after):
            changes[item.name] = after
    return replace(control, **changes)


def _towards(direction: str, before: Any, after: Any) -> Any:
    """A drawn value made to lie in the stricter direction, where lists allow it."""
    if direction == "superset":
        return tuple(dict.fromkeys((*before, *after)))
    return tuple(word for word in before if word in after) if direction == "subset" else after


def document(name: str, clauses: Sequence[tuple[str, str, Sequence[Control]]], **head: Any) -> Document:
    """A document of clauses with one point each, given as reference, strength and controls."""
    place = Place(f"{name}.yaml", 1)
    built = [
        Clause(
            ref,
            (Point(ref, 1, strength, (), "…", None, "express", tuple(_carrier(item, place) for item in held), place),),
            Place(f"{name}.yaml", number),
        )
        for number, (ref, strength, held) in enumerate(clauses, 10)
    ]
    start = Head(name, name, "invented", name, "school", "england", **head)
    return Document(start, (Section("1", "One", tuple(built)),), file=f"{name}.yaml")


def _carrier(control: Control, place: Place) -> Carrier:
    return Carrier("control", {"name": control.name}, control, place)


@st.composite
def trusts_and_schools(draw: st.DrawFn, names: Sequence[str]) -> tuple[Document, Document]:
    """A small policy of a trust, and a supplement that restates some clauses more strictly and adds others."""
    held = draw(st.lists(st.tuples(st.sampled_from([*STRENGTHS]), controls(names)), min_size=1, max_size=4))
    trust = [(f"1.{number}", strength, [control]) for number, (strength, control) in enumerate(held, 1)]
    school = []
    for ref, strength, (control,) in trust:
        if draw(st.booleans()):
            risen = [word for word in STRENGTHS if may_rise(strength, word) and control.name not in STRENGTH_NARROWS]
            risen = draw(st.sampled_from(risen or [strength]))
            school.append((ref, risen, [draw(tightened(control)), *draw(st.lists(controls(names), max_size=1))]))
    more = draw(st.lists(st.tuples(st.sampled_from([*STRENGTHS]), controls(names)), max_size=2))
    school += [(f"9.{number}", strength, [control]) for number, (strength, control) in enumerate(more, 1)]
    return document("trust", trust), document("school", school, supplements="trust")


def fact(path: str) -> st.SearchStrategy[Any]:
    """Any value of a field of the table of facts."""
    field = FIELDS[path]
    words = st.sampled_from(sorted(VALUES[field.values])) if field.values else st.sampled_from(TOPICS)
    made = {
        "boolean": st.booleans(),
        "number": st.integers(0, 20),
        "strings": st.lists(words, max_size=2),
        "date": st.sampled_from(["2026-02-10", "2026-11-21", "2029-01-01"]),
    }
    return st.none() | made.get(field.type, words)


@st.composite
def situations(draw: st.DrawFn, names: Sequence[str]) -> Situation:
    """A situation of any kind, over the facts that these controls look at."""
    kinds = sorted({kind for name in names for kind in CONTROLS[name].kinds})
    wanted = sorted({path for name in names for path in (*CONTROLS[name].triggers, *CONTROLS[name].reads)})
    paths = draw(st.lists(st.sampled_from(wanted), max_size=8, unique=True))
    facts: dict[str, Any] = {}
    for path in [*paths, *draw(st.lists(st.sampled_from(["today", "channel", "account"]), unique=True))]:
        if FIELDS[path].type != "list":
            _put(facts, path, draw(fact(path)))
    prose = {
        path: frozenset(draw(st.sets(st.sampled_from(CLASSES), max_size=2))) for path in ("topic", "content", "text")
    }
    kind = draw(st.sampled_from(kinds or KINDS))
    return parse_situation({"kind": kind, "facts": facts}, prose=prose)


def _put(facts: dict[str, Any], path: str, given: Any) -> None:
    """Enter a value under a dotted path; `people[].role` goes to the first entry of the list."""
    first, dot, rest = path.partition(".")
    if not dot:
        facts[first] = given
    elif first.endswith("[]"):
        entries = facts.setdefault(first[:-2], [{}])
        _put(entries[0], rest, given)
    else:
        _put(facts.setdefault(first, {}), rest, given)
