"""Who has read the policy in force and accepts it, where the policy asks people to."""

from collections.abc import Iterable

from gatepost.handbook.models import Acknowledgement
from gatepost.handbook.queries import InForce
from gatepost.policy import CompiledPolicy
from gatepost.policy.controls.training import Acknowledged
from gatepost.schools.models import Person, School


def asked_by(policy: CompiledPolicy) -> tuple[str, ...]:
    """Return the clauses that ask staff to read and accept the policy; none where it asks nobody."""
    return tuple(one.point.ref for one in policy.by_kind["lifecycle"] if isinstance(one.control, Acknowledged))


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
