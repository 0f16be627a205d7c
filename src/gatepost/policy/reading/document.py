"""Reading a whole document."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from gatepost.policy.document import CARRIERS, Carrier, Clause, Document, Point, Section, Source
from gatepost.policy.errors import Place, PolicyError
from gatepost.policy.facts.fields import FIELDS
from gatepost.policy.outcomes import ANSWERS, STRENGTHS
from gatepost.policy.reading.checks import check_document
from gatepost.policy.reading.controls import read_control
from gatepost.policy.reading.fields import Checker, closest, shown
from gatepost.policy.reading.head import read_conflict, read_head, read_slip
from gatepost.policy.reading.keys import (
    BARE_CARRIERS,
    CARRIER_KEYS,
    CLAUSE_KEYS,
    CONFIDENCE,
    DOCUMENT_KEYS,
    POINT_KEYS,
    READINGS,
    REQUIRED_KEYS,
    SECTION_KEYS,
    SOURCE_KEYS,
)
from gatepost.policy.reading.nodes import Node, load_nodes


def read_document(text: str | bytes, *, file: str) -> Document:
    """Return the document in `text`. Raises PolicyError with every problem found, each with its place.

    A supplement is read here by itself; what it says of its trust's clauses is checked when the two are combined.
    """
    root = load_nodes(text, file=file)
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    checker = Checker()
    document = _Reader(checker).document(root, file, hashlib.sha256(raw).hexdigest())
    check_document(document, checker)
    if checker.problems:
        raise PolicyError(tuple(checker.problems))
    return document


class _Reader:
    """Builds the parts of a document, noting problems in its checker."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker

    def document(self, root: Node, file: str, digest: str) -> Document:
        """Build the document."""
        check = self.checker
        data = check.mapping(root, keys=DOCUMENT_KEYS, what="a policy", required=REQUIRED_KEYS)
        return Document(
            head=read_head(data, check),
            sections=tuple(self.section(node) for node in check.sequence(data.get("sections"), what="`sections`")),
            conflicts=tuple(
                read_conflict(node, check) for node in check.sequence(data.get("conflicts"), what="`conflicts`")
            ),
            slips=tuple(read_slip(node, check) for node in check.sequence(data.get("slips"), what="`slips`")),
            file=file,
            digest=digest,
            places=_places(data),
        )

    def section(self, node: Node) -> Section:
        """Build a section."""
        check = self.checker
        data = check.mapping(node, keys=SECTION_KEYS, what="a section", required=("id", "title"))
        return Section(
            id=check.text(data.get("id"), what="`id`") or "",
            title=check.text(data.get("title"), what="`title`") or "",
            clauses=tuple(self.clause(item) for item in check.sequence(data.get("clauses"), what="`clauses`")),
        )

    def clause(self, node: Node) -> Clause:
        """Build a clause with its points."""
        check = self.checker
        data = check.mapping(node, keys=CLAUSE_KEYS, what="a clause", required=("ref", "points"))
        ref = check.text(data.get("ref"), what="`ref`") or ""
        points = check.sequence(data.get("points"), what="`points`")
        if "points" in data and not points and data["points"].value == []:
            check.problem(data["points"].place, f"Clause `{ref}` has no points.", "Add `points:` with at least one.")
        return Clause(
            ref=ref,
            points=tuple(self.point(item, ref, number) for number, item in enumerate(points, 1)),
            place=data["ref"].place if "ref" in data else node.place,
            answer=check.choice(data.get("answer"), choices=ANSWERS, what="`answer`", default="allowed"),
            sources=tuple(self.source(item) for item in check.sequence(data.get("sources"), what="`sources`")),
        )

    def source(self, node: Node) -> Source:
        """Build what a baseline clause cites."""
        check = self.checker
        data = check.mapping(node, keys=SOURCE_KEYS, what="a source", required=("title", "checked", "confidence"))
        confidence = data.get("confidence")
        return Source(
            title=check.text(data.get("title"), what="`title`") or "",
            edition=check.text(data.get("edition"), what="`edition`"),
            paragraph=check.text(data.get("paragraph"), what="`paragraph`"),
            in_force=check.month(data.get("in_force"), what="`in_force`"),
            checked=check.month(data.get("checked"), what="`checked`"),
            confidence=check.choice(confidence, choices=CONFIDENCE, what="`confidence`", default="secondary"),
        )

    def point(self, node: Node, ref: str, number: int) -> Point:
        """Build a point with what carries it."""
        check = self.checker
        data = check.mapping(node, keys=POINT_KEYS, what="a point", required=("strength", "says"))
        return Point(
            ref=ref,
            number=number,
            strength=check.choice(data.get("strength"), choices=STRENGTHS, what="`strength`", default="information"),
            who=check.words(data.get("who"), what="`who`"),
            says=check.text(data.get("says"), what="`says`") or "",
            wording=check.text(data.get("wording"), what="`wording`"),
            reading=check.choice(data.get("reading"), choices=READINGS, what="`reading`", default="express"),
            carriers=tuple(self.carriers(data)),
            place=node.place,
            near=self.near(data.get("near")),
        )

    def near(self, node: Node | None) -> tuple[str, ...]:
        """Read the facts for which a point is the nearest clause."""
        words = self.checker.words(node, what="`near`")
        for word in words:
            fact = re.split("[=~]", word)[0]
            if node is not None and fact not in FIELDS and fact not in ("kind", "unbound"):
                message = f"`near` names the fact `{shown(fact)}`, and there is none."
                self.checker.problem(node.place, message, closest(fact, FIELDS))
        return words

    def carriers(self, data: Mapping[str, Node]) -> list[Carrier]:
        """Build a point's carriers: its controls, and the others by their key."""
        found = []
        for node in self.checker.sequence(data.get("controls"), what="`controls`"):
            control = read_control(node, self.checker)
            if control is not None:
                found.append(Carrier("control", {"name": control.name}, control, node.place))
        return found + [self.carrier(kind, data[kind]) for kind in CARRIERS[1:] if kind in data]

    def carrier(self, kind: str, node: Node) -> Carrier:
        """Build a carrier that is not a control."""
        keys = CARRIER_KEYS[kind]
        if isinstance(node.value, str) and node.value.strip():
            return Carrier(kind, {keys[0]: node.value.strip()}, place=node.place)
        if node.value is True and kind in BARE_CARRIERS:
            return Carrier(kind, {}, place=node.place)
        data = self.checker.mapping(node, keys=keys, what=f"`{kind}`", required=keys[:1])
        body = {key: self.value(value, f"`{key}` of `{kind}`") for key, value in data.items()}
        return Carrier(kind, body, place=node.place)

    def value(self, node: Node, what: str) -> Any:
        """Return a carrier's value: text, a number, true or false, or a list of words; dates stay as written."""
        if isinstance(node.value, list):
            return list(self.checker.words(node, what=what))
        if isinstance(node.value, dict):
            self.checker.text(node, what=what)
            return None
        return node.raw if isinstance(node.value, date | bytes) else node.value


def _places(data: Mapping[str, Node]) -> dict[str, Place]:
    """Return where each key of the head stands, and each entry of its lists as `key.0`, `key.1`…"""
    places = {key: node.place for key, node in data.items()}
    for key in ("channels", "conflicts", "slips"):
        for index, entry in enumerate(data.get(key, ())):
            places[f"{key}.{index}"] = entry.place
    return places
