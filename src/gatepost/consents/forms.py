"""The forms about a pupil that somebody recorded and that said no to anything: whom to tell what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from gatepost.audit.actor import Actor
from gatepost.audit.queries import moments
from gatepost.consents.elements import BY_LINK, NOES
from gatepost.consents.models import Answer
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class Form:
    """What one giver said about a pupil at one time, as somebody recorded it. It has at least one answer."""

    answers: Sequence[Answer]

    @property
    def key(self) -> int:
        """What an address calls it: its first answer."""
        return self.answers[0].pk

    @property
    def first(self) -> Answer:
        """Its first answer: who gave it and when is the same in all."""
        return self.answers[0]

    @property
    def noes(self) -> tuple[Answer, ...]:
        """What it says no to."""
        return tuple(one for one in self.answers if one.state in NOES)


def forms_with_a_no(school: School, pupil: int, *, recorded_by: Actor | None) -> list[Form]:
    """Return the forms about a pupil, by id, that say no to anything, the latest recorded first. One query.

    With None it finds those that anybody recorded: whoever recorded one knows what it says. What came by a link or on a
    list from the MIS is not among them.
    """
    rows = Answer.objects.of(school).filter(pupil=pupil).select_related("contact", "pupil__school__trust")
    if recorded_by is not None:
        theirs = moments(school.trust.slug, f"pupil:{pupil}", kind="answer.recorded", by=recorded_by)
        rows = rows.filter(recorded_at__in=theirs)
    return forms_among(rows)


def forms_among(answers: Iterable[Answer]) -> list[Form]:
    """Return those forms among answers of one pupil."""
    forms: dict[tuple[datetime, int | None, str, str], list[Answer]] = {}
    for one in sorted(answers, key=lambda one: one.pk):
        if one.importing_id is None and one.method not in BY_LINK:
            whose = (one.recorded_at, one.contact_id, one.given_by, one.relationship)
            forms.setdefault(whose, []).append(one)
    found = [form for form in map(Form, forms.values()) if form.noes]
    return sorted(found, key=lambda form: (form.first.recorded_at, form.key), reverse=True)
