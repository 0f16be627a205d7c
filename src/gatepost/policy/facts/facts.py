"""Three-valued reading of a situation's facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gatepost.policy.facts.roles import GROUP_OF, group_of
from gatepost.policy.facts.vocabulary import ALIASES


@dataclass(frozen=True, slots=True)
class Found:
    """What a detector found in a text: its type, where, and why. Offsets are Unicode code points.

    `fact` is the path of the text: the post's own, the description of one of its pictures, or a comment.
    """

    type: str
    start: int
    end: int
    why: str = ""
    who: tuple[str, ...] = ()
    fact: str = "text"

    @property
    def goes_out(self) -> bool:
        """Whether it stands in words that the post would publish: a description goes out with its picture."""
        return self.fact == "text" or self.fact.endswith(".alt_text")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list fact, such as a person or a picture. `path` is its place, e.g. `people[0]`."""

    path: str
    values: Mapping[str, Any]

    def get(self, key: str) -> Any:
        """Return the value, or None when it is unknown or asked and not there."""
        return self.values.get(key)

    def at(self, key: str) -> str:
        """Return the full path of one of its fields."""
        return f"{self.path}.{key}"


APPROVERS = frozenset({"staff", "governor", "trustee"})
"""Groups whose members can agree to what the organisation publishes."""

ACTORS = {
    "post": ("author.role",),
    "personal-post": ("author.role",),
    "question": ("author.role", "requester.role"),
    "access": ("requester.role", "author.role"),
    "account": ("requested_by.role", "requester.role"),
    "report": ("found_by.role",),
}
"""Whose act a situation of this kind describes: the first of these facts that is given."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one situation, flattened to dotted paths.

    `prose` maps the path of a free-prose fact to the classes that named detectors gave it.
    """

    kind: str
    values: Mapping[str, Any]
    lists: Mapping[str, tuple[Item, ...]]
    found: tuple[Found, ...] = ()
    prose: Mapping[str, frozenset[str]] | None = None
    given: frozenset[str] = frozenset()

    def get(self, path: str) -> Any:
        """Return the value, or None when it is unknown or asked and not there."""
        return self.values.get(path)

    def has(self, path: str) -> bool:
        """Tell whether the fact is given at all, be it as null."""
        return path in self.values or path in self.lists

    def true(self, path: str) -> bool:
        """Tell whether the fact is known to be true."""
        return self.values.get(path) is True

    def false(self, path: str) -> bool:
        """Tell whether the fact is known to be false."""
        return self.values.get(path) is False

    def items(self, path: str) -> tuple[Item, ...]:
        """Return the entries of a list fact; none when it is unknown."""
        return self.lists.get(path, ())

    def classes(self, *paths: str) -> frozenset[str]:
        """Return what the detectors made of these free-prose facts together."""
        if not self.prose:
            return frozenset()
        found: frozenset[str] = frozenset()
        for path in paths:
            found |= self.prose.get(path, frozenset())
        return found

    @property
    def platform(self) -> str | None:
        """The platform under its present name, or None when unknown."""
        value = self.values.get("channel")
        return ALIASES.get(value, value) if isinstance(value, str) else None

    @property
    def own(self) -> bool:
        """True for a person's own use, false for what the organisation publishes or runs."""
        account = self.values.get("account")
        return account == "personal" if account else self.kind == "personal-post"

    @property
    def today(self) -> date | None:
        """The day on which the question is asked, or None when unknown: never the clock."""
        value = self.values.get("today")
        return date.fromisoformat(value) if isinstance(value, str) else None

    @property
    def approvals(self) -> tuple[str, ...]:
        """The roles that have agreed and can: people of the organisation, and never the author's own role."""
        given = self.values.get("approved_by") or ()
        author = self.values.get("author.role")
        return tuple(role for role in given if role != author and group_of(role) in APPROVERS)

    def group(self, path: str) -> str | None:
        """Return the group of the role at `path` (staff, pupil, parent…), or None when unknown."""
        role = self.values.get(path)
        return (GROUP_OF.get(role) or group_of(role)) if isinstance(role, str) else None

    @property
    def actor(self) -> str:
        """The group of the person whose act this is; staff where nobody is named, since staff are who asks."""
        if self.kind == "post" and not self.own:
            return "staff"  # what the organisation publishes binds it, whoever wrote the draft
        for path in ACTORS.get(self.kind, ()):
            if path in self.values:
                return self.group(path) or "staff"
        return "staff"
