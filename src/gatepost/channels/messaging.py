"""What the policies in force make of a messaging group for work. No database."""

from collections.abc import Sequence
from typing import Final

from gatepost.channels.models import Channel
from gatepost.policy import CompiledPolicy, Reason, evaluate, parse_situation

_CONTROL: Final = "work_messaging"
"""The control by which policies allow such groups or bar them."""


def on_groups(channel: Channel, *, policies: Sequence[CompiledPolicy]) -> tuple[str, tuple[Reason, ...]]:
    """Return whether colleagues may have such a group, and the clauses that say so.

    `allowed` on any telephone, `own_phone` where it may not be on anybody's own, `silent` where no clause says. The
    register does not know on whose telephones a group is, so both are asked.
    """
    own, schools = (_reasons(channel, device, policies) for device in ("personal", "school"))
    if not own and not schools:
        return "silent", ()
    barred = tuple(reason for reason in own if reason.outcome == "block")
    return ("own_phone", barred) if barred else ("allowed", own or schools)


def _reasons(channel: Channel, device: str, policies: Sequence[CompiledPolicy]) -> tuple[Reason, ...]:
    members = "parents" if channel.audience == "parents" else "staff"
    facts = {"channel": channel.platform, "members": members, "device": device}
    if not policies:
        return ()
    verdict = evaluate(policies, parse_situation({"kind": "question", "facts": facts}))
    return tuple(reason for reason in verdict.reasons if reason.control == _CONTROL)
