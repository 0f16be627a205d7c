"""Reading what stands at the head of a document: its dates, channels, conflicts and slips."""

from collections.abc import Mapping

from gatepost.policy.document import Channel, Conflict, Head, Month, Slip
from gatepost.policy.facts.roles import GROUPS
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.policy.reading.fields import Checker
from gatepost.policy.reading.keys import BODIES, CHANNEL_KEYS, CONFLICT_KEYS, NATIONS, SLIP_KEYS, SLIP_KINDS
from gatepost.policy.reading.nodes import Node


def read_head(data: Mapping[str, Node], checker: Checker) -> Head:
    """Build a document's head from its keys, noting problems."""

    def text(key: str) -> str | None:
        return checker.text(data.get(key), what=f"`{key}`")

    def month(key: str) -> Month | None:
        return checker.month(data.get(key), what=f"`{key}`")

    def words(key: str) -> tuple[str, ...]:
        return checker.words(data.get(key), what=f"`{key}`")

    def choice(key: str, choices: tuple[str, ...]) -> str:
        return checker.choice(data.get(key), choices=choices, what=f"`{key}`", default=choices[0])

    return Head(
        id=text("policy") or "",
        title=text("title") or "",
        note=text("note") or "",
        adopted_by=text("adopted_by") or "",
        body=choice("body", BODIES),
        nation=choice("nation", NATIONS),
        owner=text("owner"),
        approver=text("approver"),
        reviewer=text("reviewer"),
        supplements=text("supplements"),
        version=text("version"),
        approved=month("approved"),
        last_review=month("last_review"),
        next_review=month("next_review"),
        people=checker.known_words(data.get("people"), known=GROUPS, what="`people`"),
        platforms=words("platforms"),
        consent_items=words("consent_items"),
        ours=words("ours"),
        interval_months=checker.number(data.get("interval_months"), what="`interval_months`"),
        pupil_answers_from_age=checker.number(data.get("pupil_answers_from_age"), what="`pupil_answers_from_age`"),
        channels=tuple(
            read_channel(node, checker) for node in checker.sequence(data.get("channels"), what="`channels`")
        ),
    )


def read_channel(node: Node, checker: Checker) -> Channel:
    """Build a row of the table of official accounts."""
    data = checker.mapping(node, keys=CHANNEL_KEYS, what="a channel", required=("platform", "ref"))
    platforms = sorted(VALUES["platform"])
    return Channel(
        platform=checker.choice(data.get("platform"), choices=platforms, what="a channel's `platform`", default=""),
        ref=checker.text(data.get("ref"), what="`ref`") or "",
        name=checker.text(data.get("name"), what="`name`"),
        address=checker.text(data.get("address"), what="`address`"),
        master_admin=checker.text(data.get("master_admin"), what="`master_admin`"),
        posters=checker.words(data.get("posters"), what="`posters`"),
        opened=checker.month(data.get("opened"), what="`opened`"),
        closed=checker.month(data.get("closed"), what="`closed`"),
    )


def read_conflict(node: Node, checker: Checker) -> Conflict:
    """Build a stated contradiction."""
    data = checker.mapping(node, keys=CONFLICT_KEYS, what="a conflict", required=("between", "about"))
    refs = checker.words(data.get("between"), what="`between`")
    if "between" in data and len(refs) != 2:
        message = "A conflict is between two clauses."
        checker.problem(data["between"].place, message, "Write `between: [first, second]`.")
    refs = (*refs, "", "")[:2]
    return Conflict(
        between=(refs[0], refs[1]),
        about=checker.text(data.get("about"), what="`about`") or "",
        decides=checker.flag(data.get("decides"), what="`decides`", default=True),
    )


def read_slip(node: Node, checker: Checker) -> Slip:
    """Build a drafting slip."""
    data = checker.mapping(node, keys=SLIP_KEYS, what="a slip", required=SLIP_KEYS)
    return Slip(
        refs=checker.words(data.get("refs"), what="`refs`"),
        kind=checker.choice(data.get("kind"), choices=SLIP_KINDS, what="a slip's `kind`", default="wording"),
        says=checker.text(data.get("says"), what="`says`") or "",
    )
