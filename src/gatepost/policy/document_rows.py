"""Picking a row of a document's table of channels for a situation."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gatepost.policy.facts.facts import Facts

if TYPE_CHECKING:
    from gatepost.policy.document import Channel


def open_row(channels: Sequence["Channel"], facts: Facts) -> "Channel | None":
    """Return the row that a situation is about: by account name where one is given, else the first open row.

    A name that is on no row of the platform picks the first open row too, since people write names loosely.
    """
    rows = [channel for channel in channels if channel.platform == facts.platform and channel.closed is None]
    name = facts.get("account_name")
    if isinstance(name, str):
        wanted = name.casefold()
        for row in rows:
            if wanted in ((row.name or "").casefold(), (row.address or "").casefold()):
                return row
    return rows[0] if rows else None
