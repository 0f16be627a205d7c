"""Who is asked about the pupils of a school: what it set, else what its policy says, else its nation's custom."""

from datetime import date

from gatepost.consents.answering import NATIONS, PARENTS, Custom
from gatepost.consents.models import Asking
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.schools.models import School


def usual(nation: str, policy: InForce | None) -> Custom:
    """Return who is asked where a school has set nothing. `policy` is the one in force, None where there is none."""
    age = policy.policy.document.head.pupil_answers_from_age if policy else None
    # Where a policy counts a pupil's own permission from an age, it is the pupil who is asked from then on.
    return NATIONS.get(nation, PARENTS) if age is None else Custom(from_age=age, with_parent=False)


def custom_of(school: School, *, on: date) -> Custom:
    """Return who is asked at a school on a day. Two queries at most."""
    row = Asking.objects.of(school).first()
    if row is None:
        return usual(school.nation, policy_in_force(school, on=on))
    return Custom(row.from_year, row.from_age, row.with_parent)
