"""Whether two entries of a register are one account: by where it stands, else by what it is and is called."""

from datetime import date
from typing import Final

from gatepost.channels.addresses import Place, handle_of, is_at, place_of
from gatepost.channels.models import Channel
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School

TELLING: Final = frozenset({"kind", "platform", "name", "handle", "address"})
"""The particulars by which two entries are told apart."""


def hold(school: School) -> None:
    """Let nobody else put an account on a school's register until the transaction ends."""
    School.objects.select_for_update().get(pk=school.pk)


def check_single(channel: Channel, *, on: date, was: Channel | None = None) -> None:
    """Raise UnableTo, naming the entry, where an account is on the register already and not closed on a day.

    `was` is the account before it changed: what was a double of it already is let be. Asked within `hold`.
    """
    found = double_of(channel, on=on, was=was)
    if found is not None:
        seen = found.address or found.handle
        where = f", at {seen}," if seen else ""
        raise UnableTo(f"{found}{where} is on the register already. Look at that entry, and change or close it there.")


def double_of(channel: Channel, *, on: date, was: Channel | None = None) -> Channel | None:
    """Return the entry of the register, not closed on a day, that is the same account; None where there is none."""
    rows = Channel.objects.of(channel.school_id).filter(platform=channel.platform).exclude(closed_on__lte=on)
    others = (one for one in rows.exclude(pk=channel.pk) if is_double(one, channel))
    return next((one for one in others if was is None or not is_double(one, was)), None)


def is_double(one: Channel, other: Channel) -> bool:
    """Return whether two entries are one account. Two addresses that differ are two, whatever they are called."""
    if one.platform != other.platform:
        return False
    here, there = _place(one), _place(other)
    if here is not None and there is not None:
        return is_at(one, there) and is_at(other, here)
    if one.address and other.address:
        return one.address.rstrip("/") == other.address.rstrip("/")
    return not one.address and not other.address and one.kind == other.kind and _name(one) == _name(other)


def _place(channel: Channel) -> Place | None:
    if channel.address:
        return place_of(channel.address)
    handle = handle_of(channel.handle, channel.platform)
    return Place(channel.platform, handle) if handle else None


def _name(channel: Channel) -> str:
    return " ".join(channel.name.casefold().split())
