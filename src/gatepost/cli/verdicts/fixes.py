"""Fixes in plain words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gatepost.cli.terminal import in_short
from gatepost.cli.verdicts.facts import who
from gatepost.policy.controls.base import route_words
from gatepost.policy.facts import FIELDS
from gatepost.policy.verdict import Fix, Reason, Span


def say_fixes(reasons: Sequence[Reason], facts: Mapping[str, Any], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return what would put these reasons right, each once. `texts` are the situation's texts by path."""
    said = (line for reason in reasons for fix in reason.fixes for line in _say(fix, facts, texts))
    return tuple(dict.fromkeys(said))


def words_at(where: Span | None, texts: Mapping[str, str]) -> str:
    """Return the words of a text that a place is about."""
    return texts.get(where.fact, "")[where.start : where.end] if where else ""


def _say(fix: Fix, facts: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    words = in_short(words_at(fix.where, texts))
    fact = fix.fact or ""
    if fix.kind == "replace" and fix.replacement and words and fix.replacement != words:
        yield f"write “{in_short(fix.replacement)}” in place of “{words}”"
    elif fix.kind in ("remove", "replace"):
        yield f"take out “{words}”" if words else _leave_out(fact, facts)
    elif fix.kind == "blur":
        yield f"leave {who(fact, facts)} out of the picture" if fact.startswith("people") else "cover it in the picture"
    elif fix.kind == "ask":
        yield _ask(fix.role or "", fact)


def _leave_out(fact: str, facts: Mapping[str, Any]) -> str:
    if fact.startswith("people"):
        return f"leave {who(fact, facts)} out"
    return "take the place out of the picture's file" if fact.endswith(".location") else "leave it out"


def _ask(role: str, fact: str) -> str:
    if role == "parent":
        return "ask the family"
    if role == "author" and fact:
        says = FIELDS[path].says if (path := _pattern(fact)) in FIELDS else fact
        return f"add: {says[:1].lower()}{says[1:]}"
    if role == "author":
        return "add the source and its date"
    return "ask one more person who may agree" if role == "approver" else f"ask {route_words(role)}"


def _pattern(fact: str) -> str:
    head, bracket, rest = fact.partition("[")
    return f"{head}[]{rest.partition(']')[2]}" if bracket else fact
