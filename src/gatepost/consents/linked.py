"""The links that families have: reads for the office."""

from dataclasses import dataclass
from datetime import date, datetime

from gatepost.consents.answering import who_answers
from gatepost.consents.customs import custom_of
from gatepost.consents.models import Contact, Link, Pupil
from gatepost.consents.records import contacts_of
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class Reader:
    """A contact, or the pupil. `link` is their latest, None without one; `is_asked` whether they get a new one."""

    contact: Contact | None
    link: Link | None
    is_asked: bool
    is_open: bool

    @property
    def key(self) -> str:
        """What a form calls them."""
        return str(self.contact.pk) if self.contact else "pupil"


def readers_of(pupil: Pupil, *, on: date, at: datetime) -> list[Reader]:
    """Return whom the school asks about a pupil: the contacts by name, then the pupil; and who has an open link still.

    Five queries.
    """
    latest: dict[int | None, Link] = {}
    rows = Link.objects.of(pupil.school_id).filter(pupil=pupil).select_related("contact").order_by("made_at", "pk")
    for link in rows:
        latest[link.contact_id] = link
    who = who_answers(custom_of(pupil.school, on=on), year=pupil.year, dob=pupil.dob, on=on, chosen=pupil.who_answers)
    every = [
        *(_reader(one, latest.get(one.pk), who, at) for one in contacts_of(pupil, on=on) if one.is_asked(on=on)),
        _reader(None, latest.get(None), who, at),
    ]
    return [one for one in every if one.is_asked or one.is_open]


def _reader(contact: Contact | None, link: Link | None, who: str, at: datetime) -> Reader:
    asked = who in ("parent" if contact else "pupil", "both")
    return Reader(contact, link, asked, link is not None and link.is_open(at))


def link_of(school: School, pupil: Pupil, pk: int) -> Link | None:
    """Return a link about a pupil of a school by its id; None where there is no such."""
    return Link.objects.of(school).filter(pupil=pupil, pk=pk).select_related("pupil__school__trust").first()
