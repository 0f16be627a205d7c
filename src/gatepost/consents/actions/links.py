"""Give a family its page, and take it back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.audit.actor import Actor
from gatepost.consents import emails
from gatepost.consents.links import digest_of, new_key, token_of
from gatepost.consents.models import Contact, Link, Pupil
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat


@dataclass(frozen=True, slots=True)
class Made:
    """A link, and the one time that its token is known."""

    link: Link
    token: str


@transaction.atomic
def make(pupil: Pupil, *, contact: Contact | None, seat: Seat, at: datetime, way: str = "link") -> Made:
    """Make a link for a contact of a pupil, or without one for the pupil. It ends any older one of theirs.

    `way` is one of WAYS. The record tells a letter from an e-mail: whoever prints a letter could open it.
    Raises UnableTo where nobody asks that contact any more.
    """
    seat.check_may(Permission.RECORD_ANSWERS)
    held = (
        Pupil.objects.of(seat.school).select_for_update(of=("self",)).select_related("school__trust").get(pk=pupil.pk)
    )
    if contact is not None:
        contact = _asked(contact, held, at=at)
    older = Link.objects.of(seat.school).filter(pupil=held, contact=contact, revoked_at__isnull=True)
    older.update(revoked_at=at)
    key = new_key()
    link = Link.objects.create(
        pupil=held, contact=contact, given_by="parent" if contact else "pupil", way=way, digest=digest_of(key),
        made_by=seat.person, made_at=at, expires_at=at + timedelta(days=settings.FAMILY_LINK_DAYS),
    )  # fmt: skip
    if way == "letter":
        _record("link.printed", link, by=seat.actor, at=at)
    else:
        _record("link.made", link, by=seat.actor, at=at)
    return Made(link, token_of(key))


@transaction.atomic
def send(contact: Contact, *, address: str, seat: Seat, at: datetime) -> Link:
    """Send a contact a link by e-mail. `address` is that of a page, with TOKEN where its token goes.

    Raises UnableTo where there is no e-mail address, and, once the link is made, where the school's server does not
    take the e-mail: the next link ends the one that nobody got.
    """
    if not contact.email:
        raise UnableTo("There is no e-mail address for this person. Print the letter instead.")
    made = make(contact.pupil, contact=contact, seat=seat, at=at)
    page = address.replace("TOKEN", made.token)
    transaction.on_commit(partial(emails.send_link, made.link, to=contact.email, address=page))
    return made.link


@transaction.atomic
def revoke(link: Link, *, seat: Seat, at: datetime) -> None:
    """End a link before its time: it went to the wrong address, or a phone was lost."""
    seat.check_may(Permission.RECORD_ANSWERS)
    held = Link.objects.of(seat.school).select_for_update(of=("self",)).get(pk=link.pk)
    if held.revoked_at is None:
        held.revoked_at = at
        held.save(update_fields=["revoked_at"])
        _record("link.ended", held, by=seat.actor, at=at)


@transaction.atomic
def opened(link: Link, *, by: Actor, at: datetime) -> None:
    """Keep when a link was first opened, so that the office can tell that it arrived."""
    if Link.objects.of(link.pupil.school_id).filter(pk=link.pk, used_at__isnull=True).update(used_at=at):
        _record("link.opened", link, by=by, at=at)


def actor(link: Link) -> Actor:
    """Return whoever holds a link as the record names them: never by name."""
    who = "parent or carer" if link.contact_id else "pupil"
    if link.way == "letter":
        return Actor("link", str(link.pk), f"Whoever has the letter to a {who}")
    return Actor("link", str(link.pk), "A parent or carer, by their link" if link.contact_id else "The pupil, by link")


def _asked(contact: Contact, pupil: Pupil, *, at: datetime) -> Contact:
    """Return a contact of a pupil as it stands now."""
    found = Contact.objects.of(pupil.school_id).filter(pupil=pupil, pk=contact.pk).first()
    if found is None or not found.is_asked(on=timezone.localdate(at)):
        raise UnableTo("This person is not asked about this pupil any more.")
    return found


def _record(kind: str, link: Link, *, by: Actor, at: datetime) -> None:
    school = link.pupil.school
    record(kind, by=by, at=at, trust=school.trust.slug, school=school.slug, subject=f"pupil:{link.pupil_id}",
           facts={"pupil": link.pupil_id, "link": link.pk})  # fmt: skip
