"""When somebody's own no barred something, whatever anybody else said: what they may be told came of their answer.

What others said, the DSL's flag, a last day at school and a yes that ran out are all left out: beside one's own answers
they would tell of somebody else's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils import timezone

from gatepost.consents.deciding import Bases, Permissions, Said, decided
from gatepost.consents.elements import BY_LINK, ELEMENTS, NOES, TIERS
from gatepost.consents.models import Answer, Link
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


def own_noes(link: Link) -> list[OwnNo]:
    """Return each moment at which the holder of a link said no, oldest first. One query."""
    return noes_of(list(answers_of(link)))


def noes_of(answers: Sequence[Answer]) -> list[OwnNo]:
    """Return each moment at which one of these answers, all of one giver, said no, and what they alone leave.

    Of the answers of one form, so, nothing that its giver said at other times is told.
    """
    found = []
    for at in sorted({one.recorded_at for one in answers if one.state in NOES}):
        said, day = _known(answers, at=at), timezone.localdate(at)
        # Whoever is asked for a yes, a no of anybody is one.
        left = {tier: decided(said, tier=tier, bases=_NO_YES_NEEDED, who="both", on=day) for tier in TIERS}
        found.append(OwnNo(at, left))
    return found


def _known(rows: Sequence[Answer], *, at: datetime) -> list[Said]:
    """Return what was on record at a moment and counted: a yes of a later day does not yet, as in `effective`."""
    return [
        Said(one.tier, one.platform, one.element, one.state, one.given_by, one.contact_id,
             relationship=one.relationship, listed=one.importing_id is not None, own_page=one.method in BY_LINK)
        for one in rows if one.recorded_at <= at and (one.given_at <= at or one.state != "granted")
    ]  # fmt: skip
