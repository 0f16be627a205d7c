"""Reading a whole document."""

import hashlib
import re
from collections.abc import Mapping

from gatepost.policy.document import (
    CARRIERS,
    Carrier,
    Channel,
    Clause,
    Conflict,
    Document,
    Head,
    Month,
    Point,
    Section,
    Slip,
    Source,
)
from gatepost.policy.errors import Place, PolicyError
from gatepost.policy.facts.fields import FIELDS
from gatepost.policy.outcomes import ANSWERS, STRENGTHS
from gatepost.policy.reading.checks import check_document
from gatepost.policy.reading.controls import read_control
from gatepost.policy.reading.fields import Checker, closest
from gatepost.policy.reading.nodes import Node, load_nodes

DOCUMENT_KEYS = (
    "policy",
    "title",
    "note",
    "adopted_by",
    "body",
    "nation",
    "owner",
    "approver",
    "reviewer",
    "supplements",
    "version",
    "approved",
    "last_review",
    "next_review",
    "interval_months",
    "people",
    "platforms",
    "consent_items",
    "pupil_answers_from_age",
    "channels",
    "ours",
    "conflicts",
    "slips",
    "sections",
)
CHANNEL_KEYS = ("platform", "ref", "name", "address", "master_admin", "posters", "opened", "closed")
CLAUSE_KEYS = ("ref", "points", "answer", "sources")
POINT_KEYS = ("strength", "who", "says", "wording", "reading", "near", "controls", *CARRIERS[1:])
SOURCE_KEYS = ("title", "edition", "paragraph", "in_force", "checked", "confidence")
SLIP_KINDS = ("leftover", "dated", "contradiction", "wording", "gap")
CONFIDENCE = ("primary", "secondary", "notes", "background")


def read_document(text: str | bytes, *, file: str) -> Document:
    """Return the document in `text`. Raises PolicyError with every problem found, each with its place."""
    root = load_nodes(text, file=file)
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    checker = Checker()
    reader = _Reader(checker)
    document = reader.document(root, file, hashlib.sha256(raw).hexdigest())
    check_document(document, checker)
    if checker.problems:
        raise PolicyError(tuple(checker.problems))
    return document


class _Reader:
    """Builds the parts of a document, noting problems in its checker."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        self.places: dict[str, Place] = {}

    def document(self, root: Node, file: str, digest: str) -> Document:
        """Build the document."""
        check = self.checker
        data = check.mapping(
            root, keys=DOCUMENT_KEYS, what="a policy", required=("policy", "title", "note", "adopted_by", "sections")
        )
        for key, node in data.items():
            self.places[key] = node.place
        return Document(
            head=self.head(data),
            sections=tuple(self.section(node) for node in check.sequence(data.get("sections"), what="`sections`")),
            conflicts=tuple(self.conflict(node) for node in check.sequence(data.get("conflicts"), what="`conflicts`")),
            slips=tuple(self.slip(node) for node in check.sequence(data.get("slips"), what="`slips`")),
            file=file,
            digest=digest,
            places=self.places,
        )

    def head(self, data: Mapping[str, Node]) -> Head:
        """Build what stands at the head of the document."""
        check = self.checker

        def text(key: str) -> str | None:
            return check.text(data.get(key), what=f"`{key}`")

        def month(key: str) -> Month | None:
            return check.month(data.get(key), what=f"`{key}`")

        def words(key: str) -> tuple[str, ...]:
            return check.words(data.get(key), what=f"`{key}`")

        return Head(
            id=text("policy") or "",
            title=text("title") or "",
            note=text("note") or "",
            adopted_by=text("adopted_by") or "",
            body=check.choice(data.get("body"), choices=("school", "trust", "law"), what="`body`", default="school"),
            nation=check.choice(
                data.get("nation"),
                choices=("england", "wales", "scotland", "northern_ireland"),
                what="`nation`",
                default="england",
            ),
            owner=text("owner"),
            approver=text("approver"),
            reviewer=text("reviewer"),
            supplements=text("supplements"),
            version=text("version"),
            approved=month("approved"),
            last_review=month("last_review"),
            next_review=month("next_review"),
            people=words("people"),
            platforms=words("platforms"),
            consent_items=words("consent_items"),
            ours=words("ours"),
            interval_months=check.number(data.get("interval_months"), what="`interval_months`"),
            pupil_answers_from_age=check.number(data.get("pupil_answers_from_age"), what="`pupil_answers_from_age`"),
            channels=tuple(self.channel(node) for node in check.sequence(data.get("channels"), what="`channels`")),
        )

    def channel(self, node: Node) -> Channel:
        """Build a row of the table of official accounts."""
        check = self.checker
        data = check.mapping(node, keys=CHANNEL_KEYS, what="a channel", required=("platform", "ref"))
        return Channel(
            platform=check.text(data.get("platform"), what="`platform`") or "",
            ref=check.text(data.get("ref"), what="`ref`") or "",
            name=check.text(data.get("name"), what="`name`"),
            address=check.text(data.get("address"), what="`address`"),
            master_admin=check.text(data.get("master_admin"), what="`master_admin`"),
            posters=check.words(data.get("posters"), what="`posters`"),
            opened=check.month(data.get("opened"), what="`opened`"),
            closed=check.month(data.get("closed"), what="`closed`"),
        )

    def conflict(self, node: Node) -> Conflict:
        """Build a stated contradiction."""
        check = self.checker
        data = check.mapping(
            node, keys=("between", "about", "decides"), what="a conflict", required=("between", "about")
        )
        refs = check.words(data.get("between"), what="`between`")
        if len(refs) != 2:
            check.problem(node.place, "A conflict is between two clauses.", "Write `between: [first, second]`.")
            refs = (*refs, "", "")[:2]
        decides = data.get("decides")
        return Conflict(
            between=(refs[0], refs[1]),
            about=check.text(data.get("about"), what="`about`") or "",
            decides=decides is None or decides.value is not False,
        )

    def slip(self, node: Node) -> Slip:
        """Build a drafting slip."""
        check = self.checker
        data = check.mapping(node, keys=("refs", "kind", "says"), what="a slip", required=("refs", "kind", "says"))
        return Slip(
            refs=check.words(data.get("refs"), what="`refs`"),
            kind=check.choice(data.get("kind"), choices=SLIP_KINDS, what="a slip's `kind`", default="wording"),
            says=check.text(data.get("says"), what="`says`") or "",
        )

    def section(self, node: Node) -> Section:
        """Build a section."""
        check = self.checker
        data = check.mapping(node, keys=("id", "title", "clauses"), what="a section", required=("id", "title"))
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
        return Clause(
            ref=ref,
            points=tuple(self.point(item, ref, number) for number, item in enumerate(points, 1)),
            place=node.place,
            answer=check.choice(data.get("answer"), choices=ANSWERS, what="`answer`", default="allowed"),
            sources=tuple(self.source(item) for item in check.sequence(data.get("sources"), what="`sources`")),
        )

    def source(self, node: Node) -> Source:
        """Build what a baseline clause cites."""
        check = self.checker
        data = check.mapping(node, keys=SOURCE_KEYS, what="a source", required=("title", "checked", "confidence"))
        return Source(
            title=check.text(data.get("title"), what="`title`") or "",
            edition=check.text(data.get("edition"), what="`edition`"),
            paragraph=check.text(data.get("paragraph"), what="`paragraph`"),
            in_force=check.month(data.get("in_force"), what="`in_force`"),
            checked=check.month(data.get("checked"), what="`checked`"),
            confidence=check.choice(
                data.get("confidence"), choices=CONFIDENCE, what="`confidence`", default="secondary"
            ),
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
            reading=check.choice(
                data.get("reading"), choices=("express", "inference"), what="`reading`", default="express"
            ),
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
                self.checker.problem(
                    node.place, f"`near` names the fact `{fact}`, and there is none.", closest(fact, FIELDS)
                )
        return words

    def carriers(self, data: Mapping[str, Node]) -> list[Carrier]:
        """Build a point's carriers: its controls, and the others by their key."""
        found = []
        for node in self.checker.sequence(data.get("controls"), what="`controls`"):
            control = read_control(node, self.checker)
            if control is not None:
                found.append(Carrier("control", {"name": control.name}, control, node.place))
        others = [self.carrier(kind, data[kind]) for kind in CARRIERS[1:] if kind in data]
        return found + others

    def carrier(self, kind: str, node: Node) -> Carrier:
        """Build a carrier that is not a control."""
        keys = CARRIER_KEYS[kind]
        if isinstance(node.value, str):
            return Carrier(kind, {keys[0]: node.value}, place=node.place)
        if node.value is True and kind in ("acknowledge", "guidance"):
            return Carrier(kind, {}, place=node.place)
        data = self.checker.mapping(node, keys=keys, what=f"`{kind}`", required=keys[:1])
        return Carrier(kind, {key: value.plain() for key, value in data.items()}, place=node.place)


CARRIER_KEYS = {
    "question": ("ask", "when"),
    "route": ("to", "about", "soon"),
    "record": ("keeps", "fields", "where"),
    "duty": ("do", "owner", "every", "due", "clock"),
    "acknowledge": ("by", "note"),
    "guidance": ("answers", "topics"),
}
"""The keys of each carrier; the first is what a plain text stands for."""
