"""How far the closing of an account is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import OuterRef, Q, QuerySet

from gatepost.channels.closing import STEPS, Step, open_steps
from gatepost.channels.conditions import kept_by
from gatepost.channels.custody import names
from gatepost.channels.models import Administrator, Channel, ClosingStep
from gatepost.channels.queries import all_channels
from gatepost.schools.models import School
from gatepost.schools.roles import role_name


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A closing that was given up at a moment: what had been done by then, in the order in which it was done."""

    at: datetime
    rows: tuple[tuple[Step, ClosingStep], ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """The closing of an account: every step in order, each with what was done, None where nothing was yet.

    `earlier` are the closings that were given up after something had been done, the latest first.
    """

    channel: Channel
    kept: Mapping[str, ClosingStep]
    earlier: tuple[GivenUp, ...] = ()

    @property
    def rows(self) -> list[tuple[str, Step, ClosingStep | None]]:
        """Every step: its slug, what it asks, and what was done."""
        return [(slug, step, self.kept.get(slug)) for slug, step in STEPS.items()]

    @property
    def missing(self) -> tuple[str, ...]:
        """The slugs of the steps that are still in the way of closing."""
        return open_steps(self.kept)

    @property
    def has_begun(self) -> bool:
        """Return whether a day was chosen."""
        return self.channel.closing_on is not None or self.channel.closed_on is not None


def progress(channel: Channel) -> Progress:
    """Return how far the closing of an account is. One query."""
    rows = list(ClosingStep.objects.of(channel.school_id).filter(channel=channel).select_related("done_by"))
    kept = {row.step: row for row in rows if row.given_up_at is None}
    return Progress(channel, kept, tuple(sorted(_given_up(rows), key=lambda one: one.at, reverse=True)))


def signed_in_to(school: School, *, on: date) -> QuerySet[Channel]:
    """Return the accounts of a school to which somebody can sign in on a day, closed ones whose name is kept too."""
    rows = all_channels(school).annotate(kept_by=kept_by(school, channel=OuterRef("pk")))
    return rows.filter(Q(closed_on__isnull=True) | Q(kept_by__isnull=False), opened_on__lte=on)


def leaving(channel: Channel) -> list[Administrator]:
    """Return the administrators who are none any more once an account is closed. Two queries.

    Where its name is kept, whoever the steps name and whoever owns it stay; where that is nobody, all do, since
    somebody signs in and nobody has said who.
    """
    rows = Administrator.objects.of(channel.school_id).filter(channel=channel, until__isnull=True)
    admins, kept = list(rows.select_related("person")), progress(channel).kept
    if "handle" not in kept or kept["handle"].skipped:
        return admins
    said = " ".join(kept[step].proof for step in ("handle", "access") if step in kept)
    stay = [one for one in admins if _keeps(one, channel, said)] or admins
    return [one for one in admins if one not in stay]


def _keeps(admin: Administrator, channel: Channel, said: str) -> bool:
    if admin.person is None:
        return admin.role == channel.owner_role or role_name(admin.role).casefold() in said.casefold()
    return admin.person_id == channel.owner_id or names(said, admin.person)


def _given_up(rows: Iterable[ClosingStep]) -> Iterator[GivenUp]:
    """Yield the closings that were given up, where the rows come in the order in which they were done."""
    for at, found in groupby(rows, key=lambda row: row.given_up_at):
        if at is not None:
            yield GivenUp(at, tuple((STEPS[row.step], row) for row in found))
