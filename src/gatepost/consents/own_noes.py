"""When somebody's own no barred something, whatever anybody else said: what they may be told came of their answer.

What others said, the DSL's flag, a last day at school and a yes that ran out are all left out: beside one's own answers
they would tell of somebody else's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils import timezone

from gatepost.consents.answering import PARENTS, Custom, who_answers
from gatepost.consents.customs import custom_of
from gatepost.consents.deciding import Bases, Permissions, Said, decided
from gatepost.consents.elements import BY_LINK, ELEMENTS, NOES, TIERS
from gatepost.consents.models import Answer, Link, Pupil
from gatepost.consents.own_answers import answers_of

_NO_YES_NEEDED: Final[Bases] = {(tier, "", element): "public_task" for tier in TIERS for element in ELEMENTS}
"""With these, everything is held that nobody objected to: what is not was barred by a no."""


@dataclass(frozen=True, slots=True)
class OwnNo:
    """A moment at which a no of somebody came on record, and, by tier, what their own answers left from then on."""

    at: datetime
    left: Mapping[str, Permissions]

    def bars(self, elements: Iterable[str], *, tier: str, platform: str) -> bool:
        """Return whether any of these elements could be shown there no more, because of what they answered."""
        here = self.left[tier].on(platform)
        return not all(here.allows(element) for element in elements)


def own_noes(link: Link, *, custom: Custom | None = None) -> list[OwnNo]:
    """Return each moment at which the holder of a link said no, oldest first. One query, and three where they did.

    `custom` is whom the school asks, where the caller knows: then it is one.
    """
    return _noes(list(answers_of(link)), link.pupil, custom)


def noes_of(form: Sequence[Answer]) -> list[OwnNo]:
    """Return the moment at which a form came on record, where it says no to anything, and what the form alone leaves.

    What its giver said at other times is left out: whoever recorded the form need not know of it. No query: a parent's
    no counts here also where the school asks the pupil alone, but for a pupil of whom that was decided by itself.
    """
    return _noes(form, form[0].pupil, PARENTS) if form else []


def _noes(rows: Sequence[Answer], pupil: Pupil, custom: Custom | None) -> list[OwnNo]:
    moments = sorted({one.recorded_at for one in rows if one.state in NOES})
    if not moments:
        return []
    asked = custom or custom_of(pupil.school, on=timezone.localdate(moments[-1]))
    found = []
    for at in moments:
        day = timezone.localdate(at)
        who = who_answers(asked, year=pupil.year, dob=pupil.dob, on=day, chosen=pupil.who_answers)
        said = _known(rows, at=at)
        left = {tier: decided(said, tier=tier, bases=_NO_YES_NEEDED, who=who, on=day) for tier in TIERS}
        found.append(OwnNo(at, left))
    return found


def _known(rows: Sequence[Answer], *, at: datetime) -> list[Said]:
    """Return what was on record at a moment and counted: a yes of a later day does not yet, as in `effective`."""
    return [
        Said(one.tier, one.platform, one.element, one.state, one.given_by, one.contact_id,
             relationship=one.relationship, listed=one.importing_id is not None, own_page=one.method in BY_LINK)
        for one in rows if one.recorded_at <= at and (one.given_at <= at or one.state != "granted")
    ]  # fmt: skip
