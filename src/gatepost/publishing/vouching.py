"""Whether somebody signs a post off by a role that they have from its author: told, and never forbidden.

At a small school the head gives the roles and writes posts too, so that a policy's second person is somebody whom the
first has chosen. Whoever reads the approval later may want to know.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from gatepost.publishing.models import Version
from gatepost.publishing.steps import Step, step_of
from gatepost.schools.granting import Granted, granted
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import permissions_of, role_name
from gatepost.schools.seat import Seat


@dataclass(frozen=True, slots=True)
class Chosen:
    """A role by which `person` signs off, given by the author; `later` tells that the post had been begun by then."""

    person: Person
    role: str
    since: datetime
    later: bool


@dataclass(frozen=True, slots=True)
class _Signing:
    person: Person
    step: Step
    at: datetime


def roles_of(version: Version, *others: Person) -> tuple[Granted, ...]:
    """Return the roles of everybody who wrote or signed a version, and of others, with who gave them. One query."""
    signed = [row.person for row in version.approvals.all() if row.yes]
    return granted([version.post.author, *signed, *others], version.post.school)


def chosen_by_author(
    version: Version, rows: Iterable[Granted], *, signing: Seat | None = None, at: datetime
) -> tuple[Chosen, ...]:
    """Return the roles from the author by which a version was approved, or by which `signing` would now.

    `rows` come from `roles_of`. Somebody who could sign off without any of them is not named.
    """
    asked = [*_signed(version), *(_would(version, signing, at) if signing else ())]
    found = (chosen for one in asked for chosen in _chosen(one, version, rows))
    return tuple(dict.fromkeys(found))


def _signed(version: Version) -> Iterator[_Signing]:
    by_key = {step.key: step for step in map(step_of, version.steps)}
    for row in version.approvals.all():
        if row.yes and row.step in by_key:
            yield _Signing(row.person, by_key[row.step], row.at)


def _would(version: Version, seat: Seat, at: datetime) -> Iterator[_Signing]:
    """Yield what somebody could sign: each step that nobody has, and that they answer for."""
    given = {row.step for row in version.approvals.all() if row.yes}
    for step in map(step_of, version.steps):
        if step.key not in given and _signs(seat.roles, step, seat):
            yield _Signing(seat.person, step, at)


def _chosen(one: _Signing, version: Version, rows: Iterable[Granted]) -> Iterator[Chosen]:
    post = version.post
    held = [row for row in rows if row.person == one.person.pk and row.held(one.at)]
    theirs = [row for row in held if row.by == post.author_id]
    seat = Seat(one.person, post.school, frozenset(row.role for row in held if row.by != post.author_id))
    if theirs and not _signs(seat.roles, one.step, seat):
        for row in theirs:
            if _helps(row.role, one.step, seat):
                yield Chosen(one.person, role_name(row.role), row.since, row.since > post.created_at)


def _signs(roles: frozenset[str], step: Step, seat: Seat) -> bool:
    """Return whether somebody with these roles may give this approval."""
    return Permission.SIGN_OFF in permissions_of(roles) and _answers(roles, step, seat)


def _helps(role: str, step: Step, seat: Seat) -> bool:
    roles = frozenset({role})
    return Permission.SIGN_OFF in permissions_of(roles) or _answers(roles, step, seat)


def _answers(roles: frozenset[str], step: Step, seat: Seat) -> bool:
    return step.answered_by(Seat(seat.person, seat.school, roles)) is not None
