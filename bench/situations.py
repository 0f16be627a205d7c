"""Ten thousand varied situations: worked examples with facts dropped, changed and added, the same on every run."""

import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gatepost import library
from gatepost.policy.facts.fields import FIELDS, Field
from gatepost.policy.facts.vocabulary import VALUES

TESTS = Path(__file__).parents[1] / "tests"
CAPTIONS = TESTS / "detectors" / "captions"
_DAYS = [f"{year}-{month:02}-{day:02}" for year in (2024, 2025, 2026, 2027) for month in (1, 7, 11) for day in (1, 21)]
_DATED = ("expires", "joined", "left", "used_on", "today")
_MOMENTS = ["2026-11-20T09:15", "2026-11-20T12:30", "2026-11-20T17:45", "2026-11-21T11:00"]
_TEXTS = {"post": "text", "personal-post": "text", "comment": "comment.text"}

Situation = dict[str, Any]


def lines(path: Path) -> list[Any]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def examples() -> list[Situation]:
    """Return the worked situations of the tests, without what they expect."""
    files = sorted((TESTS / "policy" / "situations").rglob("*.jsonl"))
    return [
        {key: row[key] for key in ("id", "kind", "facts")} for file in files for row in lines(file) if "facts" in row
    ]


def situations(count: int, *, seed: int = 11) -> list[Situation]:
    """Return so many situations, spread evenly over the five policies."""
    known = examples()
    varied = _Varied(random.Random(seed), known)
    return [varied.situation(known[i * 7 % len(known)], number=i) for i in range(count)]


class _Varied:
    """Draws facts that are valid. A value comes from the vocabulary, else from what the examples say in its place."""

    def __init__(self, rng: random.Random, known: list[Situation]) -> None:
        self.rng = rng
        self.captions = [row["text"] for row in lines(CAPTIONS / "dev.jsonl")]
        self.pool = _pool(known)
        self.of_kind = {
            kind: [field for field in FIELDS.values() if "[]" not in field.path and {"*", kind} & {*field.kinds}]
            for kind in {row["kind"] for row in known}
        }

    def situation(self, example: Situation, *, number: int) -> Situation:
        """Return one example under the next policy, with one to eight facts changed."""
        kind = example["kind"]
        facts = json.loads(json.dumps(example["facts"]))
        for _ in range(self.rng.randint(1, 8)):
            self._change(facts, kind)
        if kind in _TEXTS and self.rng.random() < 0.9:
            _put(facts, _TEXTS[kind], self.rng.choice(self.captions))
        return {"id": f"b{number}", "policy": library.IDS[number % len(library.IDS)], "kind": kind, "facts": facts}

    def _change(self, facts: dict[str, Any], kind: str) -> None:
        """Drop a fact, or put one in; one time in three a fact of somebody listed."""
        lists = [(path, facts[path]) for path in ("people", "media") if facts.get(path)]
        if lists and self.rng.random() < 0.33:
            path, entries = self.rng.choice(lists)
            inner = [field for name, field in FIELDS.items() if name.startswith(f"{path}[].")]
            field = self.rng.choice(inner)
            self._set(self.rng.choice(entries), field, field.path.removeprefix(f"{path}[]."))
        elif facts and self.rng.random() < 0.2:
            del facts[self.rng.choice(sorted(facts))]
        else:
            field = self.rng.choice(self.of_kind[kind])
            self._set(facts, field, field.path)

    def _set(self, into: dict[str, Any], field: Field, path: str) -> None:
        value = self._value(field)
        if value is not None:
            _put(into, path, value)

    def _value(self, field: Field) -> Any:
        if field.type == "boolean":
            return self.rng.random() < 0.5
        if field.path.rpartition(".")[2] in _DATED:
            return self.rng.choice(_DAYS)
        if field.path == "at":
            return self.rng.choice(_MOMENTS)
        values = sorted(VALUES.get(field.values, ())) or self.pool.get(field.path)
        if not values:
            return None
        return [self.rng.choice(values)] if field.type == "strings" and field.values else self.rng.choice(values)


def _pool(known: list[Situation]) -> dict[str, list[Any]]:
    """Return the values that the examples give each fact, in a fixed order and each once."""
    pool: dict[str, dict[str, Any]] = {}
    for row in known:
        for path, value in _flat(row["facts"], ""):
            if value is not None:
                pool.setdefault(path, {})[json.dumps(value, sort_keys=True)] = value
    return {path: [values[key] for key in sorted(values)] for path, values in pool.items()}


def _flat(facts: Mapping[str, Any], prefix: str) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in facts.items():
        path = f"{prefix}{key}"
        found.append((path, value))
        if isinstance(value, Mapping):
            found += _flat(value, f"{path}.")
        elif isinstance(value, list):
            for entry in value:
                if isinstance(entry, Mapping):
                    found += _flat(entry, f"{path}[].")
    return [(path, value) for path, value in found if path in FIELDS]


def _put(facts: dict[str, Any], path: str, value: Any) -> None:
    """Set a fact by its dotted path, nested where its parent is a mapping and dotted where a value is in the way."""
    head, _, rest = path.partition(".")
    if not rest:
        facts[head] = value
    elif isinstance(facts.setdefault(head, {}), dict):
        _put(facts[head], rest, value)
    else:
        facts[path] = value
