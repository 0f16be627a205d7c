"""What a school pastes into its privacy notice about its accounts. The words are ours; the facts are the register's."""

from typing import Final

from gatepost.channels.official import Entry, Official


def notice(listed: Official, *, address: str) -> str:
    """Return the text, in plain lines. `address` is that of the public page; empty where the page is down."""
    accounts = [_line(one) for one in listed.ours]
    if not accounts and listed.has_more:
        return f"{listed.school} has not settled yet which accounts are official."
    if not accounts:
        return f"{listed.school} has no account on social media. An account in its name is not ours."
    where = [f"The list that is always up to date: {address}"] if address else []
    # What nobody has settled yet may be the school's too, so nothing is said of others then.
    others = "" if listed.has_more else ", and on no others"
    first = f"{listed.school} posts news on these accounts{others}:"
    return "\n".join([first, *accounts, _ANSWERS, _ELSEWHERE, *where])


_ANSWERS: Final = (
    "What families have answered about pictures, names and words of pupils holds there too, and a family can change "
    "its answer at any time."
)
_ELSEWHERE: Final = (
    "Whoever visits one of these accounts is on another company’s site, which handles personal data by its own privacy "
    "notice."
)


def _line(entry: Entry) -> str:
    where = entry.address or entry.handle
    purpose = f". {entry.purpose.rstrip('.')}" if entry.purpose else ""
    return f"- {entry.platform_name}: {entry.title}{f' ({where})' if where else ''}{purpose}"
