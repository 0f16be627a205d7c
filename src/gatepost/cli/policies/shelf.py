"""List the policies that come with Gatepost: five examples in our own words, and the statutory baseline."""

import argparse
from typing import Any

from gatepost import library
from gatepost.cli.output import print_json, print_text
from gatepost.cli.policies.arguments import add_format
from gatepost.cli.terminal import Terminal
from gatepost.policy import Document


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost policy list` takes."""
    add_format(parser)


def run(args: argparse.Namespace) -> int:
    """List the library."""
    documents = [library.document(name) for name in (*library.IDS, library.BASELINE)]
    if args.format == "json":
        print_json([as_object(each) for each in documents])
    else:
        print_text("\n".join(_lines(documents, Terminal.here())))
    return 0


def as_object(policy: Document) -> dict[str, Any]:
    """Return what a list says of a policy; dates as printed, a month or a day."""
    head = policy.head
    return {
        "id": head.id,
        "title": head.title,
        "adopted_by": head.adopted_by,
        "body": head.body,
        "version": head.version,
        "approved": _printed(head.approved),
        "last_review": _printed(head.last_review),
        "next_review": _printed(head.next_review),
        "supplements": head.supplements,
        "clauses": len(policy.clauses),
        "points": len(policy.points),
    }


def _printed(month: object) -> str | None:
    return None if month is None else str(month)


def _lines(documents: list[Document], terminal: Terminal) -> list[str]:
    widest = max(len(each.head.id) for each in documents)
    lines = []
    for each in documents:
        head = each.head
        name = terminal.paint(f"{head.id:<{widest}}", "bold")
        due = f", next review {head.next_review}" if head.next_review else ""
        lines.append(f"{name}  {head.adopted_by}")
        lines.append(f"{'':<{widest}}  {head.title}: {len(each.clauses)} clauses, {len(each.points)} points{due}")
    closing = "These are paraphrases in our own words: the owners' texts govern. Next: gatepost policy show ID"
    return [*lines, "", *terminal.wrapped(closing)]
