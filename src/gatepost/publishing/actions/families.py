"""What a family answers by its link, with what follows from it for posts."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.consents.actions import answers, wordings
from gatepost.consents.choosing import changes, state_of
from gatepost.consents.families import Page, Question
from gatepost.consents.models import Link
from gatepost.consents.records import pupil_of
from gatepost.publishing.actions.withdrawals import recheck
from gatepost.publishing.outlets import page_of
from gatepost.schools.errors import UnableTo


@transaction.atomic
def answer(link: Link, *, chosen: Mapping[str, bool], shown: str, by: Actor, at: datetime) -> int:
    """Record what a family chose, yes or no by the keys of questions. `shown` says which words stood on the page.

    What must stop or come down does, in the same transaction. Returns how many answers changed. Raises UnableTo where
    nothing was chosen, where the link is open no more, where the words have changed since, or where somebody who is
    not asked would say yes.
    """
    held = Link.objects.of(link.pupil.school_id).select_for_update(of=("self",)).get(pk=link.pk)
    if not held.is_open(at):
        raise UnableTo("This link does not work any more. Nothing was changed.")
    if not chosen:
        raise UnableTo("You chose nothing, so nothing was changed. Choose yes or no, then save.")
    link.pupil = pupil_of(link.pupil.school, link.pupil_id)  # whom the school asks may have changed meanwhile
    page = page_of(link, at=at)
    changing = changes(page, chosen)
    if page.words != shown:
        raise UnableTo("What we tell you about photos has changed a moment ago. Read it again, then answer.")
    if not page.may_say_yes and any(yes for _, yes in changing):
        raise UnableTo("We ask somebody else for a yes to this. You can say no here; the office can tell you more.")
    for one, yes in changing:
        _record(link, page, one, yes=yes, by=by, at=at)
    if changing:  # once, after all of it: a no is not looked at without the yes that stands beside it
        recheck(page.pupil.school, pupils=[page.pupil.pk], at=at)
    return len(changing)


def _record(link: Link, page: Page, one: Question, *, yes: bool | None, by: Actor, at: datetime) -> None:
    school = page.pupil.school
    wording = one.wording or wordings.keep(school, tier=one.tier, element=one.element, text=one.text, by=by, at=at)
    answers.record(
        page.pupil, element=one.element, tier=one.tier, platform=one.platform, state=state_of(one, yes=yes),
        given_by=link.given_by, contact=link.contact, asked_of=link.given_by, wording=wording, method=link.way,
        by=by, at=at,
    )  # fmt: skip
