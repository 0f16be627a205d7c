"""People who are named though they are not pupils on the roll: by title, by whole name, by account name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gatepost.detectors.detector import Detector
from gatepost.detectors.finding import Finding
from gatepost.detectors.names.fold import fold_name
from gatepost.detectors.names.lexicon import beside, word_list
from gatepost.detectors.passage import Passage

_TITLES = frozenset("mr mrs miss ms mx dr prof professor sir cllr councillor rev revd reverend pc mp pcso sgt".split())
_PART = r"(?:(?:Mc|Mac|O'|D'|St )?[A-ZÀ-ÖØ-ÞŁŚŻ][\wÀ-ÿ'-]*[\wÀ-ÿ])"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Professor|Sir|Cllr|Councillor|Revd?|Reverend|PC|PCSO|Sgt)\b\.?"
    rf"(?: (?:and|&) (?:Mrs|Ms|Miss|Mr|Dr))? ({_PART}(?: {_PART}){{0,2}}|[A-Z]\b)"
)
_WHOLE = re.compile(
    rf"(?<![\w'#@])({_PART})((?: (?:van|von|de|der|la|le|al|el|[A-Z]\.?|{_PART})){{0,2}} {_PART})(?!\w)"
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{1,30}")
_RELATION = re.compile(
    rf"\b(?:lady|grandad|granny|nan|grandma|mum|dad|caretaker|cook|author|neighbour|volunteer"
    rf"|governor|driver|chef|vet),? \(?({_PART})\b"
)
_OFFICIAL = re.compile(
    r"school|academy|primary|infant|junior|college|pta|trust|nursery|sport|library|council"
    r"|police|museum|official|\w+pe$|[fc]c$|high$|gazette|herald|news|theatre|gallery|nhs|hospital|charity|^bbc|church"
    r"|scouts|guides|club|society"
)
# Long dead, made up, or of everybody's lessons: naming them names nobody who could object.
_KNOWN = frozenset(
    """cromwell shakespeare bronte brontë dickens seacole nightingale potter twist frost austen newton darwin einstein
    pankhurst luther columbus caesar nelson brunel curie lovelace turing anning keller braille wren blyton wells claus
    christmas poppins hood wonka grinch holmes watson copperfield pan pevensie baggins eyre bennet granger weasley
    dumbledore hood sparrow rabbit wimpkin beckett boleyn seymour howard parr cleves mandela gandhi parks tubman lincoln
    washington churchill wordsworth burns keats tennyson blake dahl verne picasso monet mozart beethoven bach
    handel""".split()
)


def find(passage: Passage) -> Iterator[Finding]:
    """People with a title, whole names that begin with a given name, `our lollipop lady, Doreen`, and @accounts."""
    if "@" in passage.plain:
        yield from _handles(passage)
    if passage.shouting:
        return
    taken = bytearray(len(passage.plain))
    for start, end, why in _people(passage):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield Finding("other_person", start, end, 0.75, why)


def _people(passage: Passage) -> Iterator[tuple[int, int, str]]:
    text = passage.plain
    if passage.has_any(_TITLES):
        for m in _TITLED.finditer(text):
            yield m.start(), _cut(text, m.start(1), m.end()), "a person with a title"
    for m in _WHOLE.finditer(text):
        if _is_person(m.group(1), m.group(2)):
            yield m.start(), _cut(text, m.end(1), m.end()), "a first name with a surname, not on the roll"
    for m in _RELATION.finditer(text):
        if fold_name(m.group(1)) in _given():
            yield m.start(1), m.end(1), "a person named beside what they are"


def _cut(text: str, start: int, end: int) -> int:
    """Without the possessive of the last part."""
    return end - 2 if text[start:end].endswith("'s") else end


def _is_person(first: str, rest: str) -> bool:
    if first.endswith("'s"):
        return False
    parts = [fold_name(p.removesuffix("'s")) for p in rest.split()]
    if fold_name(first).split()[0] not in _given() or parts[-1] in _KNOWN:
        return False
    return not any(p in beside() or p in _NOT_A_SURNAME for p in parts)


_NOT_A_SURNAME = frozenset(
    """street road lane avenue close park house hall hospital station church castle museum gallery theatre centre cup
    trophy shield musical river lake island bay valley united city town rovers bridge tower day night class award line
    trust foundation war appeal association society memorial rd ave crescent gardens terrace square mews drive
    court""".split()
)


@cache
def _given() -> frozenset[str]:
    return word_list("given")


def _handles(passage: Passage) -> Iterator[Finding]:
    for m in _HANDLE.finditer(passage.plain):
        name = m.group().rstrip(".")
        if not _OFFICIAL.search(name.lower()):
            yield Finding("other_person", m.start(), m.start() + len(name), 0.6, "an account is mentioned")


DETECTOR = Detector(
    name="other_person",
    types=frozenset({"other_person"}),
    find=find,
    source="English titles; given names common in the United Kingdom, compiled for Gatepost",
    budget_ms=0.25,
)
