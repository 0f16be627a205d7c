"""Whether the register, the policy's own table, the privacy notice and the website say the same. No database."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gatepost.channels.addresses import called, place_of
from gatepost.channels.counting import is_ours, unsaid
from gatepost.channels.demands import strictest
from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.channels.standing import Standing
from gatepost.policy.document import Channel as Row
from gatepost.policy.document import Month
from gatepost.schools.roles import role_name


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Where two places differ about an account: what they say, and what to do.

    `place` is policy, public, notice or website; `account` what the account is called, `ref` the row of the policy's
    table, or the clause.
    """

    place: str
    account: str
    says: str
    do: str
    channel: Channel | None = None
    ref: str = ""


PLACES: Final = {"policy": "The policy’s own list", "notice": "The privacy notice", "website": "The website"}
"""Place → heading, in the order of the page."""

_LOOKED: Final = {
    "notice": ("privacy_notice", "The privacy notice", "Name it in the privacy notice, then record that you looked."),
    "website": ("website_link", "The website", "Link to it from the website, then record that you looked."),
}


def mismatches(standings: Sequence[Standing], rows: Sequence[Row], *, on: date) -> tuple[Mismatch, ...]:
    """Return where the places differ on a day.

    `standings` are the school's accounts, `rows` the table at the head of the policy in force; where it has none
    nothing is compared with it.
    """
    own = [one for one in standings if one.channel.kind == "account"]
    pairs = matched([one.channel for one in own], rows)
    return (*(_policy(pairs, on) if rows else ()), *_looked_at(own, on))


def left_out(standings: Iterable[Standing], *, on: date) -> Iterator[Mismatch]:
    """Yield the accounts of the register, open on a day, that the public page and the notice do not call the school's.

    The page is made of the register: it differs by what the policy does not count as official, and by nothing else.
    """
    for one in standings:
        channel = one.channel
        if channel.kind != "account" or is_ours(one) or _is_closed(channel, on) or channel.opened_on > on:
            continue
        if one.against:
            yield Mismatch("public", str(channel), "It is on the register, and the policy does not count it as "
                           "official.", "Change how it is run, or close it.", channel,
                           one.against[0].ref)  # fmt: skip
        else:
            yield Mismatch("public", str(channel), "It is on the register, and whether it is official is not settled.",
                           f"Say on the register {'; '.join(unsaid(one))}.", channel)  # fmt: skip


def matched(channels: Sequence[Channel], rows: Sequence[Row]) -> list[tuple[Row | None, Channel | None]]:
    """Return each row of a table with its account: by name or address, else what is left over of the platform.

    A row without a name stands for every account of its platform.
    """
    left = list(channels)
    pairs: list[tuple[Row | None, Channel | None]] = []
    open_rows = []
    for row in rows:
        found = next((one for one in left if same(row, one)), None)
        if found is not None:
            left.remove(found)
            pairs.append((row, found))
        else:
            open_rows.append(row)
    for row in open_rows:
        there = [one for one in left if one.platform == row.platform][: None if _nameless(row) else 1]
        left = [one for one in left if one not in there]
        pairs += [(row, one) for one in there] if there else [(row, None)]
    return [*pairs, *((None, one) for one in left)]


def _nameless(row: Row) -> bool:
    return not row.name and not row.address


def same(row: Row, channel: Channel) -> bool:
    """Return whether a row of a table names an account, or gives its address."""
    if row.platform != channel.platform:
        return False
    place = place_of(row.address or "")
    at = place is not None and place == place_of(channel.address)
    return at or bool(row.name and called(row.name) in {called(channel.name), called(channel.handle)})


def _policy(pairs: Iterable[tuple[Row | None, Channel | None]], on: date) -> Iterator[Mismatch]:
    for row, channel in pairs:
        if row is None and channel is not None and not _is_closed(channel, on):
            yield Mismatch("policy", str(channel), "It is on the register, and the policy does not list it.",
                           "Close it, or have it added when the policy is next changed.", channel)  # fmt: skip
        elif row is not None and channel is None:
            yield _missing(row, on)
        elif row is not None and channel is not None:
            yield from _differing(row, channel, on)


def _missing(row: Row, on: date) -> Mismatch:
    name = f"{row.name or row.address or 'The account'} on {platform_name(row.platform)}"
    if row.closed is not None and row.closed.last_day() <= on:
        return Mismatch("policy", name, f"The policy says that it was closed ({_month(row.closed)}), and the register "
                        "does not know it.", "Put it on the register with its closing day: the public page then tells "
                        "families that it is not ours any more.", ref=row.ref)  # fmt: skip
    return Mismatch("policy", name, "The policy lists it, and the register does not.",
                    "Put it on the register, or have it taken out of the policy.", ref=row.ref)  # fmt: skip


def _differing(row: Row, channel: Channel, on: date) -> Iterator[Mismatch]:
    for says, do in (*_days(row, channel, on), *_names(row, channel), *_roles(row, channel)):
        yield Mismatch("policy", str(channel), says, do, channel, row.ref)


def _days(row: Row, channel: Channel, on: date) -> Iterator[tuple[str, str]]:
    closed, ended = _is_closed(channel, on), row.closed is not None and row.closed.first_day() <= on
    if ended and not closed:
        yield (f"The policy says that it closed ({_month(row.closed)}), and the register has it open.",
               "Close it in good order, and record its closing day.")  # fmt: skip
    elif closed and not ended:
        yield ("The register has it closed, and the policy lists it as open.",
               "Have its closing day added when the policy is next changed.")  # fmt: skip
    elif closed and ended and row.closed is not None and not _fits(row.closed, channel.closed_on):
        yield (f"The policy has its closing as {_month(row.closed)}, the register as {_day(channel.closed_on)}.",
               "Find out which is right, and change the other.")  # fmt: skip
    if row.opened is not None and not _fits(row.opened, channel.opened_on):
        yield (f"The policy has its opening as {_month(row.opened)}, the register as {_day(channel.opened_on)}.",
               "Find out which is right, and change the other.")  # fmt: skip


def _names(row: Row, channel: Channel) -> Iterator[tuple[str, str]]:
    if row.name and not same(row, channel):
        yield (f"The policy calls it “{row.name}”, the register “{channel.name}”.",
               "See whether they are one account. If so, use one name.")  # fmt: skip
    place = place_of(row.address or "")
    if place is not None and channel.address and place != place_of(channel.address):
        yield (f"The policy has its address as {row.address}, the register as {channel.address}.",
               "See which address is the school’s, and change the other.")  # fmt: skip


def _roles(row: Row, channel: Channel) -> Iterator[tuple[str, str]]:
    if row.master_admin and channel.master_holder and row.master_admin != channel.master_holder:
        said, kept = role_name(row.master_admin), role_name(channel.master_holder)
        yield (f"The policy gives its master rights to the {said}, the register to the {kept}.",
               "Find out who holds them, and change the other.")  # fmt: skip


def _looked_at(standings: Iterable[Standing], on: date) -> Iterator[Mismatch]:
    for one in standings:
        closed = _is_closed(one.channel, on)
        for place, (kind, where, do) in _LOOKED.items():
            look = one.looks[kind]
            if closed and look.holds:
                yield Mismatch(place, str(one.channel), "It is closed, and stood there when somebody last looked.",
                               "Take it out there, then record that you looked.", one.channel)  # fmt: skip
            elif not closed and not look.holds and _asked(one, kind):
                demand = strictest(one.demands).get(kind)
                yield Mismatch(place, str(one.channel), f"{where}: {look.words}.", do, one.channel,
                               demand.ref if demand else "")  # fmt: skip


def _asked(one: Standing, kind: str) -> bool:
    """Tell whether a policy asks for it, or somebody looked and found it wanting."""
    return kind in strictest(one.demands) or one.looks[kind].state == "not_in_order"


def _is_closed(channel: Channel, on: date) -> bool:
    return channel.closed_on is not None and channel.closed_on <= on


def _fits(month: Month, day: date | None) -> bool:
    return day is not None and month.first_day() <= day <= month.last_day()


def _month(month: Month | None) -> str:
    if month is None:
        return ""
    return _day(month.first_day()) if month.day else f"{month.first_day():%B %Y}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "an unknown day"
