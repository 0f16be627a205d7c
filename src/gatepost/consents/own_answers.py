"""What one person's own answers about a pupil come to, by the rule of `deciding` for one giver."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from gatepost.consents.elements import BY_LINK, NOES, SPLIT
from gatepost.consents.models import Answer, Link

Place = tuple[str, str, str]
"""Tier, platform or "", element."""


@dataclass(frozen=True, slots=True)
class Own:
    """The last answer of one person to each question; `apart` are those that what they say of the tier leaves alone."""

    last: Mapping[Place, Answer]
    apart: frozenset[Place]

    def of(self, place: Place, *, on: date) -> Answer | None:
        """Return the answer that decides at a place, of theirs for it and for its whole tier; None without any."""
        tier, _, element = place
        whole = None if place in self.apart else self.last.get((tier, "", element))
        said = [one for one in (whole, self.last.get(place)) if one is not None]
        return min(said, key=lambda one: _says(one, on=on), default=None)


def answers_of(link: Link) -> QuerySet[Answer]:
    """Return every answer of the holder of a link, in the order in which they were given."""
    rows = Answer.objects.of(link.pupil.school_id).filter(pupil=link.pupil_id)
    mine = rows.filter(contact=link.contact_id) if link.contact_id else rows.filter(given_by="pupil")
    return mine.order_by("given_at", "pk")


def own_of(link: Link, *, at: datetime) -> Own:
    """Return what the holder of a link has answered by a moment. One query."""
    last: dict[Place, Answer] = {}
    apart: set[Place] = set()
    for one in answers_of(link).filter(given_at__lte=at):
        place = one.tier, one.platform, one.element
        last[place] = one
        if one.platform and one.state == "granted" and one.method in BY_LINK:
            apart.add(place)
        elif one.tier == SPLIT and not one.platform:
            apart = {each for each in apart if each[2] != one.element}
    return Own(last, frozenset(apart))


def ran_out(one: Answer, *, on: date) -> bool:
    """Return whether an answer is a yes that holds no more on a day."""
    return one.expires_on is not None and one.expires_on < on


_NO, _OPEN, _YES = range(3)


def _says(one: Answer, *, on: date) -> int:
    if one.state in NOES:
        return _NO
    return _YES if one.state == "granted" and not ran_out(one, on=on) else _OPEN
