"""Add people, and give and end their roles."""

from datetime import date, datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import HeldRole, Person, School, Trust
from gatepost.schools.roles import POSITIONS, ROLES, role_name


@transaction.atomic
def add(
    *,
    trust: Trust,
    email: str,
    name: str,
    by: Actor,
    at: datetime,
    post_title: str = "",
    password: str | None = None,
    training_until: date | None = None,
) -> Person:
    """Add a person to a trust. Without a password they sign in only once they have set one."""
    if Person.objects.filter(email__iexact=email).exists():
        raise UnableTo(f"Somebody with the address {email} is here already.")
    person = Person.objects.create_user(
        email, password, trust=trust, name=name, post_title=post_title, joined_at=at, training_until=training_until
    )
    record("person.added", by=by, at=at, trust=trust.slug, subject=f"person:{person.pk}", facts={"person": person.name})
    return person


@transaction.atomic
def give_role(person: Person, role: str, *, school: School | None, by: Actor, at: datetime) -> HeldRole:
    """Give a person a role or position at a school; without a school, at every school of their trust."""
    if role not in ROLES and role not in POSITIONS:
        raise UnableTo(f"There is no role “{role}”.")
    if school is not None and school.trust_id != person.trust_id:
        raise UnableTo(f"{person} does not belong to the trust of {school}.")
    held, new = HeldRole.objects.get_or_create(
        person=person, school=school, role=role, until=None, defaults={"since": at}
    )
    if new:
        _record("role.given", held, by=by, at=at)
    return held


@transaction.atomic
def end_role(held: HeldRole, *, by: Actor, at: datetime) -> None:
    """End a role now."""
    held = HeldRole.objects.select_for_update().get(pk=held.pk)
    if held.until is not None:
        raise UnableTo("This role has ended already.")
    held.until = at
    held.save(update_fields=["until"])
    _record("role.ended", held, by=by, at=at)


@transaction.atomic
def leave(person: Person, *, by: Actor, at: datetime) -> None:
    """End that somebody who left can sign in. Their password is forgotten: whoever comes back sets a new one."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not person.is_active:
        raise UnableTo(f"{person} can’t sign in any more already.")
    person.is_active = False
    person.set_unusable_password()
    person.save(update_fields=["is_active", "password"])
    _record_of("person.left", person, by=by, at=at)


@transaction.atomic
def come_back(person: Person, *, by: Actor, at: datetime) -> None:
    """Let somebody who left sign in again, with nothing of what they had."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.is_active:
        raise UnableTo(f"{person} is here already.")
    person.is_active = True
    person.save(update_fields=["is_active"])
    _record_of("person.returned", person, by=by, at=at)


@transaction.atomic
def entitle(person: Person, *, post_title: str, by: Actor, at: datetime) -> None:
    """Say what somebody does now, in words. Saying the same changes nothing."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.post_title != post_title:
        person.post_title = post_title
        person.save(update_fields=["post_title"])
        _record_of("person.entitled", person, by=by, at=at)


def _record_of(kind: str, person: Person, *, by: Actor, at: datetime) -> None:
    record(kind, by=by, at=at, trust=person.trust.slug, subject=f"person:{person.pk}", facts={"person": person.name})


def _record(kind: str, held: HeldRole, *, by: Actor, at: datetime) -> None:
    person, school = held.person, held.school
    record(
        kind, by=by, at=at, trust=person.trust.slug, school=school.slug if school else "",
        subject=f"person:{person.pk}", facts={"person": person.name, "role": role_name(held.role)},
    )  # fmt: skip
