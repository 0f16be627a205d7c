"""End one thing that somebody who leaves can reach: each by the action by which a person would end it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gatepost.audit.actor import Actor
from gatepost.channels.actions import looking, register
from gatepost.channels.models import Administrator, Channel, Poster
from gatepost.duties.actions import chasing, duties
from gatepost.duties.models import Duty, LeavingItem
from gatepost.schools.actions import people
from gatepost.schools.models import HeldRole, Person


@dataclass(frozen=True, slots=True)
class Ending:
    """Who leaves, who takes over what is handed over, who ends it, and when. Without `to` nobody owns it."""

    person: Person
    to: Person | None
    by: Actor
    at: datetime


def end_item(item: LeavingItem, ending: Ending) -> None:
    """End what an item stands for. What has ended meanwhile, or only a person can end, is left as it is."""
    do = _DOING.get(item.what)
    if do is not None:
        do(item.about.partition(":")[2], ending)


def _role(key: str, ending: Ending) -> None:
    held = HeldRole.objects.filter(pk=key, person=ending.person, until__isnull=True).first()
    if held is not None:
        people.end_role(held, by=ending.by, at=ending.at)


def _admin(key: str, ending: Ending) -> None:
    rows = Administrator.objects.of_trust(ending.person.trust_id).filter(person=ending.person, until__isnull=True)
    found = rows.filter(pk=key).select_related("channel__school__trust").first()
    if found is not None:
        looking.end_admin(found, left=True, by=ending.by, at=ending.at)
        chasing.look_at(found.channel, by=ending.by, at=ending.at, but=ending.person)


def _admin_role(key: str, ending: Ending) -> None:
    channel, _, role = key.partition(":")
    rows = Administrator.objects.of_trust(ending.person.trust_id).filter(channel=int(channel), role=role)
    found = rows.filter(until__isnull=True, since__lt=ending.at).select_related("channel__school__trust").first()
    if found is not None:
        looking.change_holder(found, by=ending.by, at=ending.at)
        chasing.look_at(found.channel, by=ending.by, at=ending.at, but=ending.person)


def _poster(key: str, ending: Ending) -> None:
    rows = Poster.objects.of_trust(ending.person.trust_id).filter(person=ending.person, until__isnull=True)
    found = rows.filter(pk=key).select_related("channel").first()
    if found is not None:
        register.remove_poster(found, by=ending.by, at=ending.at)


def _owner(key: str, ending: Ending) -> None:
    rows = Channel.objects.of_trust(ending.person.trust_id).filter(pk=key, owner=ending.person)
    found = rows.first()
    if found is not None:
        register.amend(found, said={"owner": ending.to}, by=ending.by, at=ending.at)


def _duty(key: str, ending: Ending) -> None:
    rows = Duty.objects.of_trust(ending.person.trust_id).filter(owner=ending.person, done_at__isnull=True)
    found = rows.filter(pk=key).select_related("school__trust").first()
    if found is not None and ending.to is not None:
        duties.hand_over(found, owner=ending.to, by=ending.by, at=ending.at)


def _sign_in(_key: str, ending: Ending) -> None:
    if Person.objects.filter(pk=ending.person.pk, is_active=True).exists():
        people.leave(ending.person, by=ending.by, at=ending.at)


_DOING: Final[Mapping[str, Callable[[str, Ending], None]]] = {
    "role": _role,
    "admin": _admin,
    "admin_role": _admin_role,
    "poster": _poster,
    "owner": _owner,
    "duty": _duty,
    "sign_in": _sign_in,
}
