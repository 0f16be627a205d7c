"""The situations written beside this module, and whether a verdict agrees with what was expected of it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from gatepost import library
from gatepost.policy import CompiledPolicy, Verdict
from gatepost.screening import screen

FOLDER = Path(__file__).parent / "situations"
OURS = {"sure", "row", "differs_from"}
"""Keys with which we sort our own situations; they are no part of one."""

Example = dict[str, Any]


@cache
def examples(name: str) -> tuple[Example, ...]:
    """Return the situations of one file, in its order."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line)


def judged(example: Example, *, policy: str | None = None) -> Verdict:
    """Return what a policy alone says of a situation: its own unless another is named."""
    situation = {key: value for key, value in example.items() if key not in OURS}
    return screen(situation, policies=[library.resolve(policy or example["policy"])])


def parts(route: str | None) -> frozenset[str]:
    """Return a route without the order of its parts: `a|b` and `b|a` are one."""
    return frozenset("+".join(sorted(half.split("+"))) for half in route.split("|")) if route else frozenset()


def accepted(example: Example) -> set[tuple[str, frozenset[str]]]:
    """Return every outcome with its route that counts as right."""
    also = ((answer["outcome"], answer.get("route")) for answer in example.get("accept", ()))
    pairs = ((example["expected"], example["route"]), *also)
    return {(outcome, parts(route)) for outcome, route in pairs}


def said(verdict: Verdict) -> tuple[str, frozenset[str]]:
    """Return the outcome of a verdict with its route, to be compared with what is accepted."""
    return (verdict.outcome, parts(verdict.route))


def references(policy: CompiledPolicy) -> frozenset[str]:
    """Return every reference of a policy's document."""
    return frozenset(clause.ref for clause in policy.document.clauses)
