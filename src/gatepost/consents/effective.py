"""The one effective answer about a pupil, at a moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import F, FilteredRelation, Q
from django.utils import timezone

from gatepost.consents.models import Answer, Pupil
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class Permissions:
    """What may be shown of a pupil in one tier. Refused, unanswered and run out are all simply not in `held`.

    `given_by` and `in_writing` describe the answers that are held.
    """

    held: frozenset[str]
    given_by: str | None = None
    in_writing: bool = False

    def allows(self, element: str) -> bool:
        """Return whether this element may be shown."""
        return element in self.held


NOTHING = Permissions(frozenset())


def looked_up(
    school: School, ids: Iterable[int], *, at: datetime
) -> tuple[Mapping[int, Pupil], Mapping[str, Mapping[int, Permissions]]]:
    """Return pupils of a school by id, and by tier what may be shown of each at a moment. One query for all of it.

    A tier that nobody answered about is left out: there nothing is held.
    """
    wanted = list(ids)
    if not wanted:
        return {}, {}
    # A no counts from the moment at which it is on record, also for what began a moment before.
    known = Q(answers__given_at__lte=at) | ~Q(answers__state="granted")
    said = FilteredRelation("answers", condition=known)
    rows = Pupil.objects.of(school).filter(pk__in=wanted).annotate(
        said=said, **{name: F(f"said__{name}") for name in _ANSWER}
    )  # fmt: skip
    pupils: dict[int, Pupil] = {}
    last: dict[str, dict[int, dict[str, Answer]]] = {}
    for row in rows.order_by("pk", "said__given_at", "said__pk"):
        pupil = pupils.setdefault(row.pk, row)
        told = {name: getattr(row, name) for name in _ANSWER}
        if told["tier"] and (pupil.left_on is None or pupil.left_on >= timezone.localdate(at)):
            last.setdefault(told["tier"], {}).setdefault(row.pk, {})[told["element"]] = Answer(**told)
    today = timezone.localdate(at)
    return pupils, {
        tier: {key: _held(answers.values(), on=today) for key, answers in of.items()} for tier, of in last.items()
    }


_ANSWER: Final = ("tier", "element", "state", "given_by", "in_writing", "expires_on")


def _held(answers: Iterable[Answer], *, on: date) -> Permissions:
    yes = [one for one in answers if one.state == "granted" and (one.expires_on is None or one.expires_on >= on)]
    if not yes:
        return NOTHING
    givers = {one.given_by for one in yes}
    giver = "parent" if "parent" in givers else min(givers)
    return Permissions(frozenset(one.element for one in yes), giver, all(one.in_writing for one in yes))
