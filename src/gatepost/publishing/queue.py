"""What waits for sign-off at a school, and whose move it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count

from gatepost.publishing.checks import step_for
from gatepost.publishing.models import Version
from gatepost.publishing.queries import waiting
from gatepost.publishing.steps import Step, step_of
from gatepost.schools.errors import NotAllowed
from gatepost.schools.models import School, Trust
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@dataclass(frozen=True, slots=True)
class Waiting:
    """A version that waits. `mine` is the approval that whoever looks may give; None where they may give none,
    and then `why` says so. `missing` are the approvals that it still needs.
    """

    version: Version
    mine: Step | None
    why: str
    missing: tuple[Step, ...]

    @property
    def holders(self) -> str:
        """Whose move it is, in words."""
        return " and ".join(step.name for step in self.missing)


def queue(seat: Seat) -> list[Waiting]:
    """Return what waits at the school: first what this person may sign, and of both the longest first.

    Two queries, however much waits. What is said and shown is left in the database: see `filled`.
    """
    rows = waiting(seat.school).defer("verdict", "content")
    found = [waiting_of(version, seat) for version in rows]
    return sorted(found, key=lambda one: one.mine is None)


def filled(rows: Sequence[Waiting], school: School) -> Sequence[Waiting]:
    """Return these rows of a queue with what is said and shown in them. One query."""
    contents = Version.objects.of(school).filter(pk__in=[row.version.pk for row in rows])
    said = dict(contents.values_list("pk", "content"))
    for row in rows:
        row.version.content = said[row.version.pk]
    return rows


def waiting_by_school(trust: Trust) -> dict[int, int]:
    """Return how many posts wait for sign-off at each school of a trust where any do, by the school's id. One query."""
    rows = Version.objects.of_trust(trust).filter(post__status="waiting", ended_at__isnull=True).order_by()
    return dict(rows.values_list("post__school").annotate(n=Count("pk")))


def waiting_of(version: Version, seat: Seat) -> Waiting:
    """Return whose move a version is, and whether it is this person's."""
    missing = tuple(_missing(version))
    try:
        seat.check_may(Permission.SIGN_OFF)
        return Waiting(version, step_for(version, seat), "", missing)
    except NotAllowed as refusal:
        author = version.post.author_id == seat.person.pk
        return Waiting(version, None, _YOURS if author else str(refusal), missing)


def _missing(version: Version) -> Iterable[Step]:
    given = {row.step for row in version.approvals.all() if row.yes}
    return (step for step in map(step_of, version.steps) if step.key not in given)


_YOURS = "You wrote this, so somebody else signs it off."
