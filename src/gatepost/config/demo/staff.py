"""Put the people of the invented trust where they work, and the official accounts on the register."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from gatepost.audit.actor import SYSTEM
from gatepost.channels.actions import looking, register
from gatepost.channels.models import Channel
from gatepost.config.demo.closing import close_in_order
from gatepost.config.demo.document import Account, Worker
from gatepost.schools.actions import people
from gatepost.schools.models import Person, School, Trust
from gatepost.schools.queries import seat
from gatepost.schools.seat import Seat

Staff = Mapping[str, Person]
"""Key of a worker → the person."""
_LONG = timedelta(days=400)


def employ(workers: tuple[Worker, ...], *, trust: Trust, school: School | None, at: datetime) -> dict[str, Person]:
    """Add people and give them their roles, at one school or, without a school, at all of the trust's.

    They are trained until the end of the next August.
    """
    where = f"{school.slug}.{trust.slug}" if school else trust.slug
    return {one.key: _employed(one, f"{one.key}@{where}.example", trust, school, at) for one in workers}


def open_accounts(accounts: tuple[Account, ...], *, school: School, staff: Staff, at: datetime) -> None:
    """Put accounts on the register with what is said of them; a closed one is closed again, step by step.

    The first of the staff is the head, who keeps the register.
    """
    head = seat(next(iter(staff.values())), school, at=at)
    for account in accounts:
        said = {**account.said, **({"owner": staff[account.owner]} if account.owner else {})}
        channel = register.open_channel(
            school, platform=account.platform, name=account.name, kind=account.kind, by=SYSTEM, at=at,
            address=_address(account, school), opened_on=_opened_on(account, at=at), **said,
        )  # fmt: skip
        for key in account.posters:
            register.name_poster(channel, staff[key], by=SYSTEM, at=at)
        for role in account.roles:
            register.name_poster_role(channel, role=role, by=SYSTEM, at=at)
        _look(account, channel, staff=staff, head=head, at=at)
        if account.closed:
            close_in_order(channel, head=head, at=at)


def _opened_on(account: Account, *, at: datetime) -> date:
    """Return since when there is an account: one that was looked at long ago was there before Gatepost was."""
    return (at - 2 * _LONG if account.long_ago else at).date()


def _address(account: Account, school: School) -> str:
    """A messaging group has none, and an account of others one of its own."""
    if account.kind == "group":
        return ""
    theirs = "friends-of-" if account.kind == "associated" else ""
    return f"https://{account.platform}.example/{theirs}{school.slug}"


def _look(account: Account, channel: Channel, *, staff: Staff, head: Seat, at: datetime) -> None:
    """Have the head name the administrators and look at what no post waits for."""
    for key in account.admins:
        looking.add_admin(channel, person=staff[key], reason="Keeps the account", seat=head, at=at)
    for kind, found in account.looks.items():
        looking.record_check(channel, kind=kind, found=found, how="Looked at the page", seat=head, at=at)
    for kind in account.long_ago:
        looking.record_check(channel, kind=kind, found="in_order", how="Looked at the page", seat=head, at=at - _LONG)


def _employed(one: Worker, email: str, trust: Trust, school: School | None, at: datetime) -> Person:
    until = date(at.year + (at.month >= 8), 8, 31)  # training is in September, and holds for a school year
    person = people.add(
        trust=trust, email=email, name=one.name, post_title=one.post, training_until=until, by=SYSTEM, at=at
    )
    for role in one.roles:
        people.give_role(person, role, school=school, by=SYSTEM, at=at)
    return person
