"""The links that families have: reads for the office."""

from dataclasses import dataclass
from datetime import date, datetime

from gatepost.consents.models import Contact, Link, Pupil
from gatepost.consents.records import contacts_of
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may have a link about a pupil: a contact, or the pupil. `link` is the latest, None without one."""

    contact: Contact | None
    link: Link | None
    is_open: bool

    @property
    def key(self) -> str:
        """What a form calls them."""
        return str(self.contact.pk) if self.contact else "pupil"


def readers_of(pupil: Pupil, *, on: date, at: datetime) -> list[Reader]:
    """Return who may have a link about a pupil, the contacts by name and then the pupil. Two queries."""
    latest: dict[int | None, Link] = {}
    for link in Link.objects.of(pupil.school_id).filter(pupil=pupil).order_by("made_at", "pk"):
        latest[link.contact_id] = link
    found = [_reader(one, latest.get(one.pk), at) for one in contacts_of(pupil, on=on)]
    return [*found, _reader(None, latest.get(None), at)]


def _reader(contact: Contact | None, link: Link | None, at: datetime) -> Reader:
    return Reader(contact, link, link is not None and link.is_open(at))


def link_of(school: School, pupil: Pupil, pk: int) -> Link | None:
    """Return a link about a pupil of a school by its id; None where there is no such."""
    return Link.objects.of(school).filter(pupil=pupil, pk=pk).select_related("pupil__school__trust").first()
