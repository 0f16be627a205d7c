"""The register with everybody on its lists, for what leaves as a table and what comes in as one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from gatepost.channels.conditions import is_locked
from gatepost.channels.exchange.comparing import Difference, Listed, compared
from gatepost.channels.exchange.people import Staff
from gatepost.channels.exchange.printed import opened
from gatepost.channels.exchange.reading import read
from gatepost.channels.models import Administrator, Channel, Poster, PosterRole
from gatepost.channels.standing import Standing
from gatepost.channels.standings import standings
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.models import Person, School, Trust
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.roles import role_name

Named = Administrator | Poster | PosterRole


@dataclass(frozen=True, slots=True)
class Whole:
    """Accounts in their order, with those who administer and post on each now, by channel id."""

    channels: Sequence[Channel]
    admins: Mapping[int, Sequence[Administrator]]
    posters: Mapping[int, Sequence[Poster | PosterRole]]


def whole(channels: Iterable[Channel], *, of: School | Trust) -> Whole:
    """Return these accounts of a school or a trust with their lists as they stand. Three queries."""
    rows = list(channels)
    admins = _now(Administrator, of).filter(channel__in=rows).select_related("person")
    people = _now(Poster, of).filter(channel__in=rows).select_related("person").order_by("person__name", "pk")
    roles = _now(PosterRole, of).filter(channel__in=rows)
    return Whole(rows, _by_channel(admins), _by_channel([*roles, *people]))


def register(school: School) -> QuerySet[Channel]:
    """Return every account on a school’s register, those of others that it keeps a note of among them.

    `is_locked` says of each whether somebody else may have got in.
    """
    rows = Channel.objects.of(school).annotate(is_locked=is_locked(school, channel=OuterRef("pk")))
    return rows.select_related("owner", "school__trust").order_by("platform", "name", "pk")


def stands(
    school: School, channels: Iterable[Channel] | None = None, *, at: datetime
) -> tuple[Whole, list[Standing]]:  # fmt: skip
    """Return a school’s whole register, or these accounts of it, and how each stands. Seven queries for any number."""
    day = timezone.localdate(at)
    policy = policy_in_force(school, on=day)
    found = whole(register(school) if channels is None else channels, of=school)
    policies = {school.pk: policy.all} if policy else {}
    return found, standings(found.channels, of=school, policies=policies, on=day)


def difference(data: bytes, *, school: School, at: datetime) -> Difference:
    """Return what taking in a file would change, as the register stands now. Five queries.

    Raises Unreadable where the file holds no table of accounts.
    """
    table, day = opened(data), timezone.localdate(at)
    people = Person.objects.filter(trust=school.trust_id)
    here = seats(school, at=at)
    held = frozenset(role for one in here for role in one.roles)
    posting = frozenset(one.person.pk for one in here if one.may(Permission.HAND_OVER))
    found = read(table, staff=Staff(people, held=held, posting=posting))
    all_of_it = whole(register(school), of=school)
    names = {person.pk: person.name for person in people}
    return compared(found, all_of_it.channels, listed=_listed(all_of_it, names), on=day)


def called(row: Named) -> str:
    """Return what somebody on a list is called: a person, or the role."""
    person = None if isinstance(row, PosterRole) else row.person
    return person.name if person is not None else role_name(getattr(row, "role", ""))


def key_of(row: Named) -> tuple[int | None, str]:
    """Return who stands on a list: the person’s id and the role, one of them empty."""
    return getattr(row, "person_id", None), getattr(row, "role", "")


def _listed(found: Whole, owners: Mapping[int, str]) -> Listed:
    admins, posters = ({pk: {key_of(row): called(row) for row in rows} for pk, rows in lists.items()}
                       for lists in (found.admins, found.posters))  # fmt: skip
    return Listed(admins, posters, owners)


def _now(model: type, of: School | Trust) -> QuerySet:  # type: ignore[type-arg]
    rows = model.objects.of_trust(of) if isinstance(of, Trust) else model.objects.of(of)  # type: ignore[attr-defined]
    return rows.filter(until__isnull=True)  # type: ignore[no-any-return]


def _by_channel(rows: Iterable[Named]) -> dict[int, list]:  # type: ignore[type-arg]
    found: dict[int, list] = {}  # type: ignore[type-arg]
    for row in rows:
        found.setdefault(row.channel_id, []).append(row)
    return found
