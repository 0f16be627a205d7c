"""Who has read the policy in force and accepts it, where the policy asks people to."""

from collections.abc import Iterable
from datetime import datetime

from gatepost.handbook.models import Acknowledgement
from gatepost.handbook.queries import InForce
from gatepost.policy import CompiledPolicy
from gatepost.policy.controls.training import Acknowledged
from gatepost.schools.models import Person, School
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat


def asked_by(policy: CompiledPolicy) -> tuple[str, ...]:
    """Return the clauses that ask staff to read and accept the policy; none where it asks nobody."""
    return tuple(one.point.ref for one in policy.by_kind["lifecycle"] if isinstance(one.control, Acknowledged))


def said_by(person: Person, school: School, policy: InForce) -> Acknowledgement | None:
    """Return a person's word that they accept the policy in force at a school; None where they have not given it."""
    return Acknowledgement.objects.of(school).filter(person=person, digest=policy.digest).first()


def everybody(school: School, policy: InForce, *, at: datetime) -> list[tuple[Seat, datetime | None]]:
    """Return everybody who works at a school, by name, with when they accepted the policy in force. Two queries.

    Those who have not come first.
    """
    rows = Acknowledgement.objects.of(school).filter(digest=policy.digest)
    when = dict(rows.values_list("person", "at"))
    people = [(one, when.get(one.person.pk)) for one in seats(school, at=at)]
    return sorted(people, key=lambda one: one[1] is not None)


def acknowledged(school: School, people: Iterable[Person], policy: InForce) -> dict[int, bool | None]:
    """Return whether each of these people, by id, has accepted the policy in force at a school. One query.

    None stands for everybody where the policy asks nobody; then nothing is read.
    """
    asked = [person.pk for person in people]
    if not asked_by(policy.policy):
        return dict.fromkeys(asked)
    rows = Acknowledgement.objects.of(school).filter(person__in=asked, digest=policy.digest)
    said = set(rows.values_list("person", flat=True))
    return {key: key in said for key in asked}
