"""What somebody says of an account when it is put on the register or changed, and what may not be said."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import CharField

from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.channels.particulars import AUDIENCES, CHANNEL_KINDS, COMMENTS, LOGIN_PLACES, MASTER_RIGHTS, MESSAGING
from gatepost.channels.secrets import check_no_secret, plain_address
from gatepost.policy.facts.vocabulary import PLATFORMS as VOCABULARY
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from gatepost.schools.roles import POSITIONS, ROLES

PARTICULARS: Final[Mapping[str, str]] = {
    "kind": "kind of account",
    "platform": "platform",
    "name": "name",
    "handle": "handle",
    "address": "address",
    "purpose": "purpose",
    "audience": "who sees it",
    "owner_role": "owner’s role",
    "owner": "owner",
    "master_rights": "master rights",
    "master_holder": "who holds the master rights",
    "editorial_oversight": "editorial oversight",
    "authorised": "who authorised it",
    "most_admins": "most administrators",
    "recovery": "recovery contacts",
    "login_place": "custody of the login",
    "login_where": "where the login is kept",
    "login_custodians": "who can reach the login",
    "comments": "comments",
    "house_rules": "house rules",
    "apps": "connected apps",
    "disclaimer": "disclaimer",
    "note": "note",
    "trial_until": "end of the trial",
    "closing_on": "day of closing",
}
"""Field of an account → what people and the record call it. What it says is not put on record, save for TOLD."""

TOLD: Final[Mapping[str, Callable[[str], str]]] = {"kind": CHANNEL_KINDS.__getitem__, "platform": platform_name}
"""The particulars of which the record says what they were and are, each with its words: they are ours."""

NAMING: Final = frozenset({"name", "handle", "address"})
"""What people find an account by: once one changes, what names the account is to be looked at anew."""

KEPT_UP: Final = frozenset({"owner_role", "owner", "recovery", "login_place", "login_where", "login_custodians"})
"""What the register goes on saying anew of an account that is closed: somebody keeps its name, and can sign in."""

_CHOICES: Final[Mapping[str, Mapping[str, str]]] = {
    "kind": CHANNEL_KINDS, "audience": AUDIENCES, "master_rights": MASTER_RIGHTS, "login_place": LOGIN_PLACES,
    "comments": COMMENTS,
}  # fmt: skip
_is_address: Final = URLValidator(schemes=("http", "https"))
_NEEDED: Final = frozenset({"kind", "platform", "name", "audience"})
TEXTS: Final = ("name", "handle", "purpose", "recovery", "login_where", "login_custodians", "house_rules", "apps",
                "disclaimer", "note")  # fmt: skip
"""The particulars that people write freely, and so by mistake a password."""


def check_said(said: Mapping[str, Any], *, school: School) -> None:
    """Raise UnableTo, saying what to write instead, where something may not stand on the register."""
    for name, value in said.items():
        if name not in PARTICULARS:
            raise TypeError(f"The register has no particular {name!r}.")
        if value in ("", None):
            _check_not_needed(name)
        elif name in ("owner_role", "master_holder"):
            _check_one_of(name, value, (*ROLES, *POSITIONS))
        elif name in _CHOICES:
            _check_one_of(name, value, _CHOICES[name])
    _check_texts(said)
    _check_platform(said)
    owner = said.get("owner")
    if owner is not None and owner.trust_id != school.trust_id:
        raise UnableTo(f"{owner} does not belong to the trust of {school}.")


def _check_not_needed(name: str) -> None:
    if name in _NEEDED:
        raise UnableTo(f"Say the {PARTICULARS[name]} of the account.")


def _check_one_of(name: str, value: str, choices: Any) -> None:
    if value not in choices:
        raise UnableTo(f"Choose the {PARTICULARS[name]} from the list.")


def _check_platform(said: Mapping[str, Any]) -> None:
    if said.get("platform", "website") not in VOCABULARY:
        raise UnableTo("Choose the platform from the list.")


def _check_texts(said: Mapping[str, Any]) -> None:
    check_no_secret(*(said[name] for name in TEXTS if said.get(name)))
    for name, value in said.items():
        field = Channel._meta.get_field(name)
        if isinstance(field, CharField) and field.max_length and len(value) > field.max_length:
            raise UnableTo(f"The {PARTICULARS[name]} is too long. Write at most {field.max_length} characters.")


def kept(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said as it is kept: the address without what is no part of it. Raises UnableTo as `check_said`."""
    address = said.get("address")
    if address:
        _check_address(address)
    return {**said, "address": plain_address(address)} if address else dict(said)


def _check_address(address: str) -> None:
    """Raise UnableTo where it is no address of a page: it stands as a link where everybody reads it."""
    try:
        _is_address(address.strip())
    except ValidationError:
        raise UnableTo("Copy the whole address of the page from the browser. It begins with https://") from None


def check_trial(until: date | None, *, opened_on: date) -> None:
    """Raise UnableTo where a trial would end before the account was opened."""
    if until is not None and until < opened_on:
        raise UnableTo(f"The account was opened on {opened_on:%-d %B %Y}. Give a later day for the end of the trial.")


def check_kind(kind: str, *, platform: str) -> None:
    """Raise UnableTo where something is called a messaging group on a platform that has none."""
    if kind == "group" and platform not in MESSAGING:
        raise UnableTo(f"There are no messaging groups on {platform_name(platform)}. Choose an official account.")


def check_not_closed(channel: Channel) -> None:
    """Raise UnableTo where an account is closed: nobody is put on its lists any more."""
    if channel.closed_on is not None:
        raise UnableTo(f"{channel} was closed on {channel.closed_on:%-d %B %Y}. Nobody posts or administers there now.")


def check_entry_stands(channel: Channel, changed: Iterable[str]) -> None:
    """Raise UnableTo where something of the entry of a closed account would change that is history by now."""
    if channel.closed_on is not None and any(name not in KEPT_UP for name in changed):
        raise UnableTo(
            f"{channel} was closed on {channel.closed_on:%-d %B %Y}, and what it was stays on the register. Only who "
            "owns it and who gets at its login can still change."
        )


def changes(channel: Channel, said: Mapping[str, Any]) -> dict[str, str]:
    """Return what of this differs from the register: field → what the record calls it."""
    return {name: _told(channel, name, value) for name, value in said.items() if getattr(channel, name) != value}


def _told(channel: Channel, name: str, value: Any) -> str:
    words = TOLD.get(name)
    then = f" (from {words(getattr(channel, name))} to {words(value)})" if words else ""
    return f"{PARTICULARS[name]}{then}"
