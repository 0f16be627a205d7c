"""Whom a cell of the register means: a person of the trust, or whoever holds a role."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gatepost.channels.exchange.roles import LONGEST, is_known, parts_of, role_of
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import ROLES, role_name

_WITH_EMAIL: Final = re.compile(r"[^<>@]*<\s*([^<>\s]+@[^<>\s]+)\s*>|(\S+@\S+)")
_TITLE: Final = re.compile(r"(?i)\s*(mr|mrs|ms|miss|mx|dr|prof(?:essor)?|rev(?:d|erend)?|sir|dame)\.?\s+(?=\S)")
_LETTERS: Final = 3
"""Of a title tell it from the others: “Rev” and “Reverend” are the same."""


class NotMeant(Exception):
    """A cell that names nobody that we can tell. `str()` is the sentence for whoever gave the table in."""


@dataclass(frozen=True, slots=True)
class Who:
    """A person by id, or a role by slug; the other is empty. `name` is what people call them.

    `works` is false for somebody who does not work at the trust any more.
    """

    name: str
    person: int | None = None
    role: str = ""
    works: bool = True


class Staff:
    """The people of a trust, by e-mail and by name."""

    def __init__(self, people: Iterable[Person], *, held: frozenset[str], posting: frozenset[int]) -> None:
        """`held` are the roles that somebody at the school holds now, `posting` the ids of those who may post there."""
        self.held = held
        self.posting = posting
        self._by_email: dict[str, Person] = {}
        self._by_name: dict[str, list[tuple[str, Person]]] = {}
        for person in people:
            self._by_email[person.email.casefold()] = person
            title, bare = _parted(person.name)
            self._by_name.setdefault(bare, []).append((title, person))

    def all_in(self, cell: str) -> Iterator[Who]:
        """Yield everybody whom a cell names. Raises NotMeant."""
        for part in parts_of(cell, known=lambda said: is_known(said) or bool(self._named(said))):
            yield self.one(part)

    def one(self, text: str) -> Who:
        """Return whom a text names, read as one name or role. Raises NotMeant."""
        person = self._person(text)
        if person is not None:
            return Who(person.name, person=person.pk, works=person.is_active)
        role = role_of(text)
        if role is None or _TITLE.match(text):
            raise NotMeant(
                f"“{text[:60]}” is neither a role nor the name of somebody in People. Name the role, such as "
                "“Headteacher”, or add the person under People first."
            )
        if len(role) > LONGEST:
            raise NotMeant(f"The role “{text[:60]}” has more than {LONGEST} letters. Shorten it.")
        return Who(role_name(role), role=role)

    def _person(self, text: str) -> Person | None:
        mail = _WITH_EMAIL.fullmatch(text.strip())
        if mail:
            found = self._by_email.get((mail[1] or mail[2]).casefold())
            if found is None:
                raise NotMeant("Nobody in People has one of these e-mail addresses. Add the person under People first.")
            return found
        named = self._named(text)
        if len(named) > 1:
            raise NotMeant(f"More than one person in People is called “{text[:60]}”. Write their e-mail address.")
        return named[0] if named else None

    def _named(self, text: str) -> list[Person]:
        """Return who works at the trust and may be meant: a title is left out by either side, or is the same."""
        title, bare = _parted(text)
        found = self._by_name.get(bare, ())
        return [one for said, one in found if one.is_active and (not title or not said or title == said)]


def written(name: str, person: Person | None, *, whole: bool) -> str:
    """Return somebody as our files write them: a person with their e-mail where `whole`, else the role."""
    return f"{person.name} <{person.email}>" if person is not None and whole else name


def unheld(found: Iterable[Who], staff: Staff) -> Mapping[str, str]:
    """Return the roles among these that nobody at the school holds, slug → name."""
    return {one.role: one.name for one in found if one.role and one.role not in staff.held}


def idle(found: Iterable[Who], staff: Staff) -> Iterator[str]:
    """Yield the names of the people and roles among these that nothing lets post, though they are to be on the list."""
    for one in found:
        posts = one.person in staff.posting if one.person else one.role not in ROLES or _lets_post(one.role)
        if one.works and not posts:
            yield one.name


def _lets_post(role: str) -> bool:
    return Permission.HAND_OVER in ROLES[role].may


def _parted(name: str) -> tuple[str, str]:
    """Return the title of a name, shortened, empty where it has none; and the name without it."""
    folded = " ".join(name.casefold().split())
    title = _TITLE.match(folded)
    return (title[1][:_LETTERS], folded[title.end() :]) if title else ("", folded)
