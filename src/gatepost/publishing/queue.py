"""What waits for sign-off at a school, and whose move it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from gatepost.publishing.checks import step_for
from gatepost.publishing.models import Approval, Version
from gatepost.publishing.queries import waiting
from gatepost.publishing.steps import Step, step_of
from gatepost.schools.errors import NotAllowed
from gatepost.schools.models import Trust
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


@dataclass(frozen=True, slots=True)
class Queue:
    """The ids of the versions that wait at a school: first those that this person may sign, and of both the longest
    first. `mine` is how many of them those are.
    """

    order: tuple[int, ...]
    mine: int


def queue(seat: Seat) -> Queue:
    """Return what waits at the school, ranked for somebody. Two queries, and no row is built, however much waits.

    Pass a page of the ids to `rows`.
    """
    versions = waiting(seat.school).order_by("sent_at", "pk").prefetch_related(None)
    decided: dict[int, list[tuple[str, bool, int]]] = {}
    approvals = Approval.objects.of(seat.school).filter(version__post__status="waiting", version__ended_at__isnull=True)
    for version, step, yes, person in approvals.order_by().values_list("version", "step", "yes", "person"):
        decided.setdefault(version, []).append((step, yes, person))
    mine: list[int] = []
    others: list[int] = []
    asked = versions.values_list("pk", "post__author", "sent_by", "steps")
    for pk, author, sender, steps in asked:
        own = seat.person.pk in {author, sender}
        (mine if not own and _may_sign(steps, decided.get(pk, []), seat) else others).append(pk)
    return Queue((*mine, *others), len(mine))


def _may_sign(
    steps: Iterable[Mapping[str, Iterable[str]]], decided: Iterable[tuple[str, bool, int]], seat: Seat
) -> bool:
    """Return what `checks.step_for` would: whether one of the approvals that are missing is this person's to give."""
    if not seat.may(Permission.SIGN_OFF) or any(person == seat.person.pk for _, _, person in decided):
        return False
    given = {step for step, yes, _ in decided if yes}
    return any(step.key not in given and step.answered_by(seat) for step in map(step_of, steps))


def rows(seat: Seat, keys: Sequence[int]) -> list[Waiting]:
    """Return these versions of a queue, in the order given, as whoever looks sees them. Two queries."""
    found = {version.pk: version for version in waiting(seat.school).filter(pk__in=keys).defer("verdict")}
    return [waiting_of(found[key], seat) for key in keys if key in found]


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
