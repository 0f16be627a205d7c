"""Strategies for valid situations of every kind, biased so that controls have something to judge."""

import json
import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from gatepost.policy import Situation, parse_situation
from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.facts import FIELDS, Field, Found
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.policy.outcomes import KINDS
from tests.policy.examples import examples

ABSENT: Final = object()
"""Stands for a fact that is not given at all, as `None` stands for one that was asked about and is not there."""

DATES = ("2026-11-21", "2025-10-31", "2025-11-01", "2026-06-30", "2026-07-01", "2024-02-29", "2030-01-01")
WORDS = (
    "",
    "something nobody listed",
    "Freya Lindqvist takes the 800m title!",
    "a blog about cpd",
    "office 01632 960123",
)
NUMBERS = (-1, 0, 1, 2, 3, 6, 7, 9, 12, 13, 15, 17, 20, 1.5, 400)
PROSE = (*(path for path, known in FIELDS.items() if known.type == "prose"), "text", "comment.text")
CLASSES = (
    "abusive",
    "behaviour_incident",
    "celebration",
    "complaint",
    "confidential",
    "criticism",
    "defamatory",
    "embargoed",
    "extremist",
    "friendly",
    "gossip_false",
    "impersonation",
    "inappropriate",
    "nude_imagery",
    "radicalisation",
    "self_harm",
    "sexual_approach",
    "social",
    "threatening",
    "work_matters",
)
FINDINGS = (
    "abuse",
    "address",
    "claim",
    "commercial",
    "commercial_link",
    "disparaging",
    "donation_link",
    "email",
    "future_place_time",
    "inflammatory",
    "personal_profile",
    "phone",
    "political",
    "pupil_first",
    "pupil_full",
)

Facts = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """A situation before it is read: its facts under dotted keys, and what detectors are said to have made of it."""

    kind: str
    facts: Facts = field(default_factory=dict)
    prose: dict[str, frozenset[str]] = field(default_factory=dict)
    found: tuple[Found, ...] = ()

    def read(self) -> Situation:
        """Return the situation, parsed."""
        data = {"id": "drawn", "kind": self.kind, "facts": self.facts}
        return parse_situation(data, found=self.found, prose=self.prose)

    def given(self, place: str) -> Any:
        """Return the value at a place such as `mfa` or `people[0].in_photo`; ABSENT where it is not given."""
        facts, key = self._at(place)
        return facts.get(key, ABSENT)

    def having(self, place: str, *, value: Any) -> "Draft":
        """Return a copy in which the fact at a place has another value, or is not given."""
        draft = replace(self, facts=json.loads(json.dumps(self.facts)))
        facts, key = draft._at(place)
        facts.pop(key, None)
        if value is not ABSENT:
            facts[key] = value
        return draft

    def places(self, path: str) -> tuple[str, ...]:
        """Return the places of a field in this situation: one for each entry of the list that it stands in."""
        head, in_list, key = path.partition("[].")
        if not in_list:
            return (path,)
        return tuple(f"{head}[{index}].{key}" for index in range(len(self.facts.get(head) or ())))

    def _at(self, place: str) -> tuple[Facts, str]:
        entry = re.fullmatch(r"(\w+)\[(\d+)\]\.(.+)", place)
        return (self.facts[entry[1]][int(entry[2])], entry[3]) if entry else (self.facts, place)


def flat(facts: Facts, *, prefix: str = "", pattern: str = "") -> Facts:
    """Return facts with dotted keys in place of nested mappings; lists keep their entries, each flattened."""
    found: Facts = {}
    for key, value in facts.items():
        path = f"{pattern}{key}"
        if isinstance(value, dict):
            found |= flat(value, prefix=f"{prefix}{key}.", pattern=f"{path}.")
        elif isinstance(value, list) and FIELDS[path].type == "list":
            found[prefix + key] = [flat(entry, pattern=f"{path}[].") for entry in value]
        else:
            found[prefix + key] = value
    return found


@cache
def written(kind: str) -> tuple[Facts, ...]:
    """Return the facts of every situation of a kind that people wrote, as a place to start from."""
    names = ("worked/situations", "sets", "rows_2_6", "rows_7_11", "unseen")
    return tuple(flat(item["facts"]) for name in names for item in examples(name) if item["kind"] == kind)


def usable(kind: str) -> list[str]:
    """Return the fields that a kind of situation uses and that do not stand in a list."""
    return [path for path, known in FIELDS.items() if "[]" not in path and {kind, "*"} & set(known.kinds)]


@cache
def looked_at(kind: str) -> frozenset[str]:
    """Return every field that a control of a kind says it looks at."""
    controls = (control for control in CONTROLS.values() if kind in control.kinds)
    return frozenset(path for control in controls for path in control.triggers + control.reads)


@cache
def subjects(kind: str) -> tuple[tuple[str, ...], ...]:
    """Return, for each control of a kind, the fields that make it speak: what a drawn situation is about."""
    spoken = (control.triggers + control.reads for control in CONTROLS.values() if kind in control.kinds)
    return tuple(tuple(dict.fromkeys(path.partition("[]")[0] for path in paths)) for paths in spoken)


@cache
def values(path: str) -> st.SearchStrategy[Any]:
    """Return a strategy for the values that a field may take, null among them."""
    known = FIELDS[path]
    one = st.sampled_from((*sorted(VALUES.get(known.values, ())), "something_else"))
    return {
        "boolean": lambda: st.sampled_from((True, True, False, None)),
        "number": lambda: st.sampled_from((*NUMBERS, None)),
        "date": lambda: st.sampled_from((*DATES, None)),
        "prose": lambda: st.sampled_from((*WORDS, None)),
        "string": lambda: (one if known.values else st.sampled_from((*WORDS, *DATES))) | st.none(),
        "strings": lambda: st.lists(one, max_size=2, unique=True) | st.none(),
        "list": lambda: entries(path) | st.none(),
    }[known.type]()


def entries(path: str) -> st.SearchStrategy[list[Facts]]:
    """Return a strategy for a list fact such as `people`."""
    inside = {name.partition("[].")[2]: name for name in FIELDS if name.startswith(f"{path}[].")}
    some = st.lists(st.sampled_from(sorted(inside)), max_size=6, unique=True)
    entry = some.flatmap(lambda keys: st.fixed_dictionaries({key: values(inside[key]) for key in keys}))
    return st.lists(entry, max_size=2)


@st.composite
def drafts(draw: st.DrawFn, *, kinds: tuple[str, ...] = KINDS, detected: bool = True) -> Draft:
    """Draw a situation: one that somebody wrote or an empty one, then some facts changed, added and left out."""
    kind = draw(st.sampled_from(kinds))
    start = draw(st.sampled_from(({}, *written(kind))))
    about = draw(st.sampled_from((*subjects(kind), tuple(usable(kind)))))
    changed = draw(st.lists(st.sampled_from(about), max_size=5, unique=True))
    draft = Draft(kind, dict(start))
    for path in changed:
        draft = draft.having(path, value=draw(values(path)))
    if not detected:
        return draft
    told = st.dictionaries(st.sampled_from(PROSE), st.frozensets(st.sampled_from(CLASSES), max_size=2), max_size=2)
    found = st.tuples(st.sampled_from(FINDINGS), st.sampled_from(("text", "comment.text")))
    seen = draw(st.lists(found, max_size=2))
    return replace(draft, prose=draw(told), found=tuple(Found(kind, 0, 5, fact=fact) for kind, fact in seen))


def polarity(wanted: str, *types: str) -> tuple[Field, ...]:
    """Return the fields of a polarity that have one of these types."""
    return tuple(known for known in FIELDS.values() if known.polarity == wanted and known.type in types)
