"""Show one policy, clause by clause: how strong each point is, what it says in our words, and what carries it."""

import argparse
from collections.abc import Iterator
from typing import Any

from gatepost.cli.output import print_json, print_text
from gatepost.cli.policies.arguments import add_format, add_policy, found
from gatepost.cli.policies.carriers import say_carrier
from gatepost.cli.policies.shelf import as_object
from gatepost.cli.terminal import Terminal, harmless
from gatepost.policy import Document
from gatepost.policy.coverage import carrier_object
from gatepost.policy.document import Channel, Clause, Point, Source
from gatepost.policy.outcomes import STRENGTHS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost policy show` takes."""
    add_policy(parser)
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Show the policy."""
    document = found(args.policy).document
    if args.format == "json":
        print_json(whole(document))
    else:
        print_text("\n".join(_lines(document, Terminal.here())))
    return 0


def whole(document: Document) -> dict[str, Any]:
    """Return a policy as one object."""
    head = document.head
    return {
        **as_object(document),
        "note": head.note,
        "nation": head.nation,
        "owner": head.owner,
        "approver": head.approver,
        "reviewer": head.reviewer,
        "interval_months": head.interval_months,
        "people": list(head.people),
        "channels": [_channel(row) for row in head.channels],
        "ours": list(head.ours),
        "conflicts": [{"between": list(each.between), "about": each.about} for each in document.conflicts],
        "sections": [
            {"id": section.id, "title": section.title, "clauses": [_clause(clause) for clause in section.clauses]}
            for section in document.sections
        ],
    }


def _clause(clause: Clause) -> dict[str, Any]:
    points = [
        {
            "strength": point.strength,
            "who": list(point.who),
            "says": point.says,
            "wording": point.wording,
            "reading": point.reading,
            "carriers": [carrier_object(carrier) for carrier in point.carriers],
        }
        for point in clause.points
    ]
    sources = [_source(source) for source in clause.sources]
    return {"ref": clause.ref, "answer": clause.answer, "points": points, **({"sources": sources} if sources else {})}


def _source(source: Source) -> dict[str, Any]:
    checked = str(source.checked) if source.checked else None
    parts = {"title": source.title, "edition": source.edition, "paragraph": source.paragraph}
    return {**parts, "checked": checked, "confidence": source.confidence}


def _channel(row: Channel) -> dict[str, Any]:
    dates = {"opened": str(row.opened) if row.opened else None, "closed": str(row.closed) if row.closed else None}
    return {"platform": row.platform, "ref": row.ref, "name": row.name, "posters": list(row.posters), **dates}


def _lines(document: Document, terminal: Terminal) -> Iterator[str]:
    head = document.head
    yield terminal.paint(f"{harmless(head.title)} · {harmless(head.adopted_by)} ({head.id})", "bold")
    yield from terminal.wrapped(harmless(head.note), first="  ")
    yield from terminal.wrapped("What follows is in our words unless it says otherwise.", first="  ")
    yield from terminal.wrapped(_dates(document), first="  ")
    for section in document.sections:
        yield ""
        yield terminal.paint(harmless(section.title), "bold", "underline")
        for clause in section.clauses:
            for point in clause.points:
                yield from _point(point, terminal)
            for source in clause.sources:
                checked = f", checked {source.checked}" if source.checked else ""
                yield from terminal.wrapped(f"{source.title}{checked} ({source.confidence})", first="      source: ")
    for conflict in document.conflicts:
        between = " and ".join(conflict.between)
        yield ""
        yield from terminal.wrapped(f"The policy contradicts itself: {between}, {conflict.about}.", later="  ")


def _dates(document: Document) -> str:
    head = document.head
    dated = (("approved", head.approved), ("last review", head.last_review), ("next review", head.next_review))
    parts = [f"{word} {when}" for word, when in dated if when]
    return ", ".join([f"Version {head.version}" if head.version else "No version", *parts]) + "."


def _point(point: Point, terminal: Terminal) -> Iterator[str]:
    label = f"  {point.ref} ({STRENGTHS[point.strength]})"
    says = point.wording or point.says
    lines = terminal.wrapped(f"{label}  {harmless(says)}", later="      ")
    lines[0] = lines[0].replace(label, terminal.paint(label, "bold"), 1)
    yield from lines
    if point.wording:
        yield "      (the owner's own words)"
    for carrier in point.carriers:
        for line in terminal.wrapped(say_carrier(carrier), first="      ", later="        "):
            yield terminal.paint(line, "faint")
