"""What everybody may see of a school's accounts: which are official, which were, and which are not.

No person, no login and no note of the register comes near it: an entry has these fields and no others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from gatepost.channels.addresses import Place, called, is_at, is_post, place_of
from gatepost.channels.conditions import is_locked
from gatepost.channels.counting import is_ours
from gatepost.channels.models import Channel, Check, PublicPage
from gatepost.channels.models.channel import platform_name
from gatepost.channels.particulars import COMMENTS
from gatepost.channels.sighted import not_ours
from gatepost.channels.standing import Standing
from gatepost.channels.standings import standings
from gatepost.policy import CompiledPolicy
from gatepost.schools.models import School, Trust


@dataclass(frozen=True, slots=True)
class Entry:
    """An account as everybody sees it. `checked` is the day when the school last saw that the address is right.

    `state` is open, resting (nothing there is to be relied on for now), closing, closed, close (known to the school
    and not its own) or fake.
    """

    state: str
    platform: str
    name: str
    handle: str = ""
    address: str = ""
    purpose: str = ""
    comments: str = ""
    disclaimer: str = ""
    since: date | None = None
    until: date | None = None
    checked: date | None = None

    @property
    def title(self) -> str:
        """What it is called; plain words where its name is not shown."""
        return self.name or "An account"

    @property
    def platform_name(self) -> str:
        """The platform as people write it."""
        return platform_name(self.platform)

    def as_json(self) -> dict[str, Any]:
        """Return it for a program: days as ISO 8601, what nobody has said left out."""
        days = {name: value.isoformat() for name in ("since", "until", "checked") if (value := getattr(self, name))}
        words = ("state", "platform", "name", "handle", "address", "purpose", "comments", "disclaimer")
        return {**{name: getattr(self, name) for name in words if getattr(self, name)}, **days}


@dataclass(frozen=True, slots=True)
class Official:
    """The public list of a school. `has_more` says whether the register has an account that is not called official."""

    school: School
    ours: tuple[Entry, ...]
    closed: tuple[Entry, ...]
    close: tuple[Entry, ...]
    fakes: tuple[Entry, ...]
    has_more: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the list for a program."""
        lists = {"official": self.ours, "closed": self.closed, "known_to_us": self.close, "not_ours": self.fakes}
        return {"school": self.school.name, **{name: [one.as_json() for one in rows] for name, rows in lists.items()}}


def official(
    school: School, *, policies: Sequence[CompiledPolicy], at: datetime, held: Sequence[Standing] | None = None
) -> Official:
    """Return the public list of a school. Four queries, however many accounts there are.

    Only what the `policies` in force count as official is called the school's; where they set no test, what is on the
    register. `held` is how every account of the school stands, where the caller knows: then it is two queries.
    """
    on = timezone.localdate(at)
    channels = list(_public(school).filter(opened_on__lte=on))
    if held is None:
        held = standings(channels, of=school, policies={school.pk: policies}, on=on, brief=True)
    counts = {one.channel.pk for one in held if is_ours(one)}
    every = [(channel.pk, _entry(channel, on)) for channel in channels]
    rows = [one for pk, one in every if one.state not in _OURS or pk in counts]
    fakes = tuple(Entry("fake", one.platform, one.name, address=one.address) for one in not_ours(school))
    return Official(
        school, tuple(one for one in rows if one.state in _OURS), tuple(one for one in rows if one.state == "closed"),
        tuple(one for one in rows if one.state == "close"), fakes, len(rows) < len(every),
    )  # fmt: skip


_OURS: Final = frozenset({"open", "resting", "closing"})


def _public(school: School) -> QuerySet[Channel]:
    # A messaging group is for its members: who is not in one has nothing to check an invitation against but the school.
    # A look that found something wrong is nothing to rely on, and is no business of the public either.
    # Only the school's own website vouches for an address, and only for the one that it was looked at with.
    linked = Check.objects.of(school).filter(channel=OuterRef("pk"), kind="website_link").order_by("-checked_at", "-pk")
    rows = Channel.objects.of(school).exclude(kind="group").exclude(kind="associated", closed_on__isnull=False)
    return rows.annotate(
        looked_at=Subquery(linked.values("checked_at")[:1]), found=Subquery(linked.values("found")[:1]),
        is_locked=is_locked(school, channel=OuterRef("pk")),
    )  # fmt: skip


def _entry(channel: Any, on: date) -> Entry:
    return Entry(
        state=_state(channel, on), platform=channel.platform, name=channel.name, handle=channel.handle,
        address=channel.address, purpose=channel.purpose, comments=COMMENTS.get(channel.comments, ""),
        disclaimer=channel.disclaimer, since=channel.opened_on, until=channel.closed_on or channel.closing_on,
        checked=timezone.localdate(channel.looked_at) if _is_vouched_for(channel) else None,
    )  # fmt: skip


def _is_vouched_for(channel: Any) -> bool:
    """Tell whether somebody last found it in order that the website leads to it, since it has had this address."""
    if channel.found != "in_order" or not (channel.address or channel.handle):
        return False
    return channel.named_since is None or channel.looked_at >= channel.named_since


def _state(channel: Any, on: date) -> str:
    if channel.kind == "associated":
        return "close"
    if channel.closed_on is not None and channel.closed_on <= on:
        return "closed"
    if channel.is_locked:
        return "resting"
    return "closing" if channel.closing_on is not None or channel.closed_on is not None else "open"


def is_public(school: School) -> bool:
    """Return whether a school's page is up. One query."""
    return not PublicPage.objects.of(school).filter(shown=False).exists()


def public_school(slug: str) -> School | None:
    """Return the school of a public page; None where there is none, or where the head took its page down."""
    return _with_page().filter(slug=slug).first()


def public_schools(trust: str) -> tuple[Trust | None, list[School]]:
    """Return a trust and its schools whose pages are up, by name. None where no school of it has one."""
    rows = list(_with_page().filter(trust__slug=trust))
    return (rows[0].trust if rows else None), rows


def _with_page() -> QuerySet[School]:
    return School.objects.exclude(Q(official_page__shown=False)).select_related("trust").order_by("name")


@dataclass(frozen=True, slots=True)
class Recognised:
    """Whether a page that somebody came across is on the list: a slug of the table of words, and what it matched."""

    state: str
    entries: tuple[Entry, ...] = ()


def recognise(said: str, listed: Official) -> Recognised:
    """Return what the list says of an address or a name. It is compared by its letters; nothing opens it or keeps it.

    A name alone proves nothing: a copy bears the same name. What is known of each account that bears it is said too.
    """
    everything = (*listed.ours, *listed.closed, *listed.close, *listed.fakes)
    if is_post(said, hosts=_hosts(everything)):
        return Recognised("post")
    place = place_of(said)
    if place is not None:
        return _at(place, everything)
    if "/" in said or "." in said.strip().strip("."):
        return Recognised("unreadable")
    wanted = called(said)
    named = tuple(one for one in everything if wanted and wanted in {called(one.name), called(one.handle)})
    if not named:
        return Recognised("unnamed" if wanted else "unreadable")
    speaks = any(one.state in {"open", "closing"} for one in named)
    return Recognised("name" if speaks else f"name_{named[0].state}", named)


def _hosts(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the hosts on which accounts stand; a website has posts of its own, and they are the school's."""
    places = (place_of(one.address) for one in entries if one.address and one.platform != "website")
    return frozenset(place.where for place in places if place is not None)


def _at(place: Place, entries: tuple[Entry, ...]) -> Recognised:
    found = next((one for one in entries if is_at(one, place)), None)
    if found is not None:
        return Recognised(found.state, (found,))
    # Where we never wrote down the address of an account there, nobody can tell it from another of the same name.
    open_question = any(one.platform == place.where and not one.address and not one.handle for one in entries)
    return Recognised("no_address" if open_question else "not_listed")
