"""Who may be asked about a pupil."""

from datetime import date, datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.consents.imports.pupils import folded_name
from gatepost.consents.models import Contact, Link, Pupil
from gatepost.schools.errors import UnableTo


@transaction.atomic
def add(
    pupil: Pupil, *, name: str, by: Actor, at: datetime, relationship: str = "", email: str = "",
    parental_responsibility: bool | None = None, mis_id: str = "",
) -> Contact:  # fmt: skip
    """Add somebody who may be asked about a pupil. Fields as in Contact.

    Raises UnableTo where somebody of this name is asked already: a list could not tell the two apart.
    """
    contact = Contact(
        pupil=pupil, name=name.strip(), relationship=relationship, email=email, mis_id=mis_id,
        parental_responsibility=parental_responsibility, changed_at=at,
    )  # fmt: skip
    Pupil.objects.of(pupil.school_id).select_for_update(of=("self",)).get(pk=pupil.pk)
    _check_new_name(contact)
    contact.full_clean()
    contact.save()
    _record("contact.added", pupil, by=by, at=at)
    return contact


@transaction.atomic
def change(contact: Contact, *, by: Actor, at: datetime, **fields: object) -> Contact:
    """Change what is kept of a contact: name, relationship, email, parental_responsibility, ended_on.

    A contact whose time has ended, or who has no parental responsibility, says yes to nothing any more: publishing's
    own action deals with what follows from that.
    """
    kept = Contact.objects.of(contact.pupil.school_id).select_for_update(of=("self",)).get(pk=contact.pk)
    for name, value in fields.items():
        setattr(kept, name, value)
    kept.changed_at = at
    if {"name", "ended_on"} & fields.keys():
        _check_new_name(kept)
    kept.full_clean()
    kept.save(update_fields=[*fields, "changed_at"])
    _record("contact.changed", contact.pupil, by=by, at=at)
    return kept


@transaction.atomic
def end(contact: Contact, *, on: date, by: Actor, at: datetime) -> Contact:
    """Ask somebody no more after a day. Nothing rests on a yes of theirs from then on; a no of theirs stays.

    A link that they have ends at once: it would take an answer that counts for nothing.
    """
    open_still = Link.objects.of(contact.pupil.school_id).filter(contact=contact, revoked_at__isnull=True)
    open_still.update(revoked_at=at)
    return change(contact, ended_on=on, by=by, at=at)


@transaction.atomic
def ask_again(contact: Contact, *, by: Actor, at: datetime) -> Contact:
    """Ask somebody again who was asked no more. A yes of theirs counts again."""
    return change(contact, ended_on=None, by=by, at=at)


def _check_new_name(contact: Contact) -> None:
    """Raise UnableTo where somebody else of this name is asked about the pupil."""
    others = Contact.objects.of(contact.pupil.school_id).filter(pupil=contact.pupil_id, ended_on__isnull=True)
    same = {folded_name(one.name) for one in others.exclude(pk=contact.pk)}
    if contact.ended_on is None and folded_name(contact.name) in same:
        raise UnableTo(f"{contact.name} is asked about this pupil already. Change that entry, or write the full name.")


def _record(kind: str, pupil: Pupil, *, by: Actor, at: datetime) -> None:
    school = pupil.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"pupil:{pupil.pk}", facts={"pupil": pupil.pk})  # fmt: skip
