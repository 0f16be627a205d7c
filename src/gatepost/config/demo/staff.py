"""Put the people of the invented trust where they work, and the official accounts on the register."""

from collections.abc import Mapping
from datetime import date, datetime

from gatepost.audit.actor import SYSTEM
from gatepost.channels.actions import register
from gatepost.config.demo.document import Account, Worker
from gatepost.schools.actions import people
from gatepost.schools.models import Person, School, Trust

Staff = Mapping[str, Person]
"""Key of a worker → the person."""


def employ(workers: tuple[Worker, ...], *, trust: Trust, school: School | None, at: datetime) -> dict[str, Person]:
    """Add people and give them their roles, at one school or, without a school, at all of the trust's.

    They are trained until the end of the next August.
    """
    where = f"{school.slug}.{trust.slug}" if school else trust.slug
    return {one.key: _employed(one, f"{one.key}@{where}.example", trust, school, at) for one in workers}


def open_accounts(accounts: tuple[Account, ...], *, school: School, staff: Staff, at: datetime) -> None:
    """Put official accounts on the register and name who posts on them; a closed one is closed again."""
    for account in accounts:
        address = f"https://{account.platform}.example/{school.slug}"
        channel = register.open_channel(
            school, platform=account.platform, name=account.name, address=address, by=SYSTEM, at=at
        )
        for key in account.posters:
            register.name_poster(channel, staff[key], by=SYSTEM, at=at)
        if account.closed:
            register.close_channel(channel, by=SYSTEM, at=at)


def _employed(one: Worker, email: str, trust: Trust, school: School | None, at: datetime) -> Person:
    until = date(at.year + (at.month >= 8), 8, 31)  # training is in September, and holds for a school year
    person = people.add(
        trust=trust, email=email, name=one.name, post_title=one.post, training_until=until, by=SYSTEM, at=at
    )
    for role in one.roles:
        people.give_role(person, role, school=school, by=SYSTEM, at=at)
    return person
