"""Everything that one person can reach, or owes, at the schools of their trust: one list."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from gatepost.channels.conditions import kept_by
from gatepost.channels.custody import names
from gatepost.channels.models import Administrator, Asking, Channel, Poster, PosterRole
from gatepost.duties.leaving_kinds import ASKED, Thing
from gatepost.duties.models import Duty
from gatepost.schools.models import HeldRole, Person, School
from gatepost.schools.roles import answers, role_name

_OPEN = Q(until__isnull=True)


@dataclass(frozen=True, slots=True)
class Access:
    """What somebody can reach or owes now. What they have by a role ends with the role.

    Those who stand on the list of a messaging group are in it; `groups` are those of which nobody has said who is.
    `logins` are accounts of which the register names them, in words, among those who get at the login: somebody looks.
    `kept` are the closed accounts, by id, of which somebody keeps the name and so can still sign in.
    """

    person: Person
    roles: tuple[HeldRole, ...]
    admins: tuple[Administrator, ...]
    role_admins: tuple[Administrator, ...]
    posters: tuple[Poster, ...]
    role_posters: tuple[PosterRole, ...]
    owned: tuple[Channel, ...]
    logins: tuple[Channel, ...]
    groups: tuple[Channel, ...]
    duties: tuple[Duty, ...]
    kept: frozenset[int]


def access_of(person: Person, *, school: School | None) -> Access:
    """Return what somebody can reach or owes at a school, without one at every school of their trust. Six queries.

    Roles are those at every school of the trust: whoever decides about somebody sees where else they work. It reads
    what has not ended, and no moment.
    """
    roles = tuple(HeldRole.objects.filter(_OPEN, person=person).select_related("school").order_by("role", "pk"))
    trust, at_school = person.trust_id, {"school": school} if school else {}
    here = {f"channel__{name}": one for name, one in at_school.items()}
    slugs = {held.role for held in roles}
    admins = list(
        Administrator.objects.of_trust(trust)
        .filter(_OPEN, Q(person=person) | Q(role__in=slugs), **here)
        .select_related("channel__school", "person")
    )
    by_role = PosterRole.objects.of_trust(trust).filter(_OPEN, role__in=slugs, **here).select_related("channel__school")
    named = _channels(person, at_school)
    kept = frozenset(one.pk for one in named if one.closed_on and one.kept_by is not None)  # type: ignore[attr-defined]
    at_work = {held.school_id for held in roles}
    return Access(
        person, roles,
        tuple(row for row in admins if row.person_id),
        tuple(row for row in admins if not row.person_id and _gives(roles, row.role, row.channel)),
        tuple(Poster.objects.of_trust(trust).filter(_OPEN, person=person, **here).select_related("channel__school")),
        tuple(row for row in by_role if _gives(roles, row.role, row.channel)),
        tuple(one for one in named if one.owner_id == person.pk),
        tuple(one for one in named if (not one.closed_on or one.pk in kept) and _holds(person, one)),
        tuple(one for one in named if _may_be_in(one) and at_work & {None, one.school_id}),
        tuple(Duty.objects.of_trust(trust).filter(owner=person, done_at__isnull=True, **at_school)
              .select_related("school")),
        kept,
    )  # fmt: skip


def _gives(roles: Iterable[HeldRole], role: str, channel: Channel, *, stays: Collection[str] | None = None) -> bool:
    """Return whether one of these roles is this one at the school of an account; with `stays`, of those that stay."""
    return any(
        held.role == role
        and held.school_id in {None, channel.school_id}
        and (stays is None or f"role:{held.pk}" in stays)
        for held in roles
    )


def _channels(person: Person, at_school: Mapping[str, School]) -> list[Channel]:
    wanted = Q(owner=person) | Q(kind="group") | ~Q(login_custodians="") | ~Q(recovery="") | Q(kept_by__isnull=False)
    lists = (model.objects.of_trust(person.trust_id).filter(_OPEN, channel=OuterRef("pk"))
             for model in (Poster, PosterRole))  # fmt: skip
    rows = Channel.objects.of_trust(person.trust_id).annotate(
        kept_by=kept_by(person.trust, channel=OuterRef("pk")), told=Q(*map(Exists, lists), _connector=Q.OR)
    )
    return list(rows.filter(wanted, **at_school).select_related("school"))


def _may_be_in(channel: Channel) -> bool:
    """Return whether an account is a messaging group of which the register does not say who is in it."""
    return channel.kind == "group" and not channel.closed_on and not channel.told  # type: ignore[attr-defined]


def _holds(person: Person, channel: Channel) -> bool:
    """Return whether the register’s own words name somebody among those who get at a login, or keep the name."""
    return names(f"{channel.login_custodians} {channel.recovery} {getattr(channel, 'kept_by', None) or ''}", person)


def requests_of(access: Access, school: School) -> list[Asking]:
    """Return the wishes for accounts of a school that somebody may answer. One query."""
    held = {one.role for one in access.roles if one.school_id in {None, school.pk}}
    waiting = Asking.objects.of(school).filter(answer="")
    return [row for row in waiting if answers(held, row.route)]


def things(access: Access, *, school: School | None, stays: Collection[str] = ()) -> Iterator[Thing]:
    """Yield what is closed for somebody who leaves everywhere, or, with a school, who changes jobs there.

    `stays` are the roles and accounts that whoever changes jobs keeps, by what they are about; they are yielded too.
    """
    yield from _ending(access, school)
    elsewhere = (held for held in access.roles if school is not None and held.school_id != school.pk)
    stays = {*stays, *(f"role:{held.pk}" for held in elsewhere)}
    gone = [row for row in access.role_admins if not _gives(access.roles, row.role, row.channel, stays=stays)]
    for row in gone:
        says = f"Administrator of {_called(row.channel)}, as {role_name(row.role)}"
        yield Thing("admin_role", f"admin_role:{row.channel_id}:{row.role}", says[:300])
    if school is None:
        yield Thing("sign_in", "sign_in", "Signing in to Gatepost")
    yield from _by_hand(access, stays)


def _ending(access: Access, school: School | None) -> Iterator[Thing]:
    for held in access.roles:
        if school is None or held.school_id == school.pk:
            where = held.school or "every school of the trust"
            yield Thing("role", f"role:{held.pk}", f"{_capital(role_name(held.role))} at {where}")
    for admin in access.admins:
        yield Thing("admin", f"admin:{admin.pk}", f"Administrator of {_called(admin.channel)}"[:300])
    for poster in access.posters:
        says = "In the messaging group" if poster.channel.kind == "group" else "Posts on"
        yield Thing("poster", f"poster:{poster.pk}", f"{says} {_called(poster.channel)}"[:300])
    for channel in access.owned:
        yield Thing("owner", f"owner:{channel.pk}", f"Owner of {_called(channel)}"[:300])
    for duty in access.duties:
        yield Thing("duty", f"duty:{duty.pk}", f"{duty.what}, at {duty.school}"[:300])


def _by_hand(access: Access, stays: Collection[str]) -> Iterator[Thing]:
    lists = [(f"admin:{row.pk}", row.channel) for row in access.admins]
    lists += [(f"poster:{row.pk}", row.channel) for row in access.posters]
    lists += [(f"owner:{channel.pk}", channel) for channel in access.owned]
    by_role = [(row.role, row.channel) for row in access.role_admins]
    by_role += [(row.role, row.channel) for row in access.role_posters]
    kept = {channel.pk for about, channel in lists if about in stays}
    kept |= {channel.pk for role, channel in by_role if _gives(access.roles, role, channel, stays=stays)}
    reached = {channel.pk: channel for _, channel in (*lists, *by_role) if not channel.closed_on}
    closed = (*(row.channel for row in (*access.admins, *access.role_admins)), *access.owned)
    reached |= {channel.pk: channel for channel in closed if channel.pk in access.kept}
    reached = {key: channel for key, channel in reached.items() if key not in kept}
    for channel in reached.values():
        if channel.kind != "group":
            says = f"Take them off {channel.name} on {channel.platform_name} itself, with what they can reach there"
            yield Thing("platform", f"platform:{channel.pk}", says[:300])
    for channel in access.logins:
        says = f"See that they no longer get at the login of {_called(channel)}"
        yield Thing("login", f"login:{channel.pk}", says[:300])
    groups = {channel.pk: channel for channel in (*reached.values(), *access.groups) if channel.kind == "group"}
    for channel in groups.values():
        yield Thing("group", f"group:{channel.pk}", f"Take them out of the group {_called(channel)}"[:300])
    for what, says in ASKED.items():
        yield Thing(what, what, says)


def _called(channel: Channel) -> str:
    return f"{channel} ({channel.school})"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
