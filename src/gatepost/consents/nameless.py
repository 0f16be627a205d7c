"""What some parent has said yes to on a form or a list that does not say which: every parent of the pupil reads it.

The school may rest on such a yes. Beside “you have not answered” alone a parent would take it that nothing is shown.
That it was given stays told, whatever anybody said after it: if it went away, that would tell of somebody else's no.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from gatepost.consents.models import Answer, Pupil
from gatepost.consents.own_answers import Place


@dataclass(frozen=True, slots=True)
class Nameless:
    """The yeses of nobody-knows-which parent that have not run out, oldest first."""

    given: Sequence[Answer]

    def day_of(self, place: Place) -> date | None:
        """Return the day of the last that was given for a place, or for its whole tier; None where none was."""
        tier, platform, element = place
        days = (
            timezone.localdate(one.given_at)
            for one in self.given
            if (one.tier, one.element) == (tier, element) and one.platform in ("", platform)
        )
        return max(days, default=None)


def nameless(pupil: Pupil, *, at: datetime) -> Nameless:
    """Return what parents without a name have said yes to by a moment. One query.

    A yes that names a relationship is left out: it may be another parent's.
    """
    rows = Answer.objects.of(pupil.school_id).filter(pupil=pupil, contact__isnull=True, given_by="parent")
    holds = Q(expires_on__isnull=True) | Q(expires_on__gte=timezone.localdate(at))
    return Nameless(list(rows.filter(holds, state="granted", relationship="", given_at__lte=at)))
