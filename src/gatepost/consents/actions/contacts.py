"""Who may be asked about a pupil."""

from datetime import date, datetime

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.consents.models import Contact, Pupil


@transaction.atomic
def add(
    pupil: Pupil, *, name: str, by: Actor, at: datetime, relationship: str = "", email: str = "",
    parental_responsibility: bool | None = None, mis_id: str = "",
) -> Contact:  # fmt: skip
    """Add somebody who may be asked about a pupil. Fields as in Contact."""
    contact = Contact(
        pupil=pupil, name=name.strip(), relationship=relationship, email=email, mis_id=mis_id,
        parental_responsibility=parental_responsibility, changed_at=at,
    )  # fmt: skip
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
    kept.full_clean()
    kept.save(update_fields=[*fields, "changed_at"])
    _record("contact.changed", contact.pupil, by=by, at=at)
    return kept


@transaction.atomic
def end(contact: Contact, *, on: date, by: Actor, at: datetime) -> Contact:
    """Ask somebody no more after a day. Their answers have no say from then on, neither yes nor no."""
    return change(contact, ended_on=on, by=by, at=at)


def _record(kind: str, pupil: Pupil, *, by: Actor, at: datetime) -> None:
    school = pupil.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"pupil:{pupil.pk}", facts={"pupil": pupil.pk})  # fmt: skip
