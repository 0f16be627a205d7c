"""docs/reference/post-states.md: where a post can stand, and how it gets there, with its diagrams."""

from collections.abc import Mapping
from typing import Final

from gatepost.cli.reference.markdown import code, page, table
from gatepost.publishing import states

Moves = Mapping[str, Mapping[str, str]]

OUT: Final = (
    "That a post is out stands on its deliveries, not on the post: it may be live on one account and stopped before it "
    "went out on another. There is one way to **Live**, and the gate stands in it: it looks again at the approvals, "
    "the policy and the permissions of that moment."
)


def states_page() -> str:
    """Return the page."""
    return page(
        "Where a post stands",
        "## The post",
        diagram(states.POST, states.POST_MOVES),
        _listed(states.POST, states.POST_MOVES, states.POST_HOLDERS),
        "## A delivery: one signed-off version on one account",
        OUT,
        diagram(states.DELIVERY, states.DELIVERY_MOVES),
        _listed(states.DELIVERY, states.DELIVERY_MOVES, states.DELIVERY_HOLDERS),
    )


def diagram(names: Mapping[str, str], moves: Moves) -> str:
    """Return a state diagram, in Mermaid, of statuses (slug → name) and moves (from → to → by what)."""
    first = next(iter(names))
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{name}" as {slug}' for slug, name in names.items()]
    lines += [f"    [*] --> {first}"]
    lines += [f"    {start} --> {to}: {by}" for start, leads in moves.items() for to, by in leads.items()]
    lines += [f"    {slug} --> [*]" for slug, leads in moves.items() if not leads]
    return "\n".join([*lines, "```"])


def _listed(names: Mapping[str, str], moves: Moves, holders: Mapping[str, str]) -> str:
    rows = [
        (code(slug), name, holders[slug], "; ".join(f"{names[to]}: {by}" for to, by in moves[slug].items()) or "none")
        for slug, name in names.items()
    ]
    return table(("status", "on the page", "whose move it is", "where it can go"), rows)
