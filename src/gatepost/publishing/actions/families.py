"""What a family answers by its link, with what follows from it for posts."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.consents.actions import wordings
from gatepost.consents.families import Page, Question, page_of
from gatepost.consents.models import Link
from gatepost.publishing.actions.withdrawals import record_answer
from gatepost.schools.errors import UnableTo


@transaction.atomic
def answer(link: Link, *, chosen: Mapping[str, bool], shown: str, by: Actor, at: datetime) -> int:
    """Record what a family chose, yes or no by the keys of questions. `shown` says which words stood on the page.

    What must stop or come down does, in the same transaction. Returns how many answers changed. Raises UnableTo where
    the link is open no more, where the words have changed since, or where somebody who is not asked would say yes.
    """
    held = Link.objects.of(link.pupil.school_id).select_for_update(of=("self",)).get(pk=link.pk)
    if not held.is_open(at):
        raise UnableTo("This link does not work any more. Nothing was changed.")
    page = page_of(link, at=at)
    changing = [one for one in page.questions if one.key in chosen and is_new(one, yes=chosen[one.key])]
    if page.words != shown:
        raise UnableTo("What we tell you about photos has changed a moment ago. Read it again, then answer.")
    if changing and not page.has_a_say:
        raise UnableTo("We ask your child about this now. You can talk to the school office about it.")
    if any(chosen[one.key] for one in changing if not one.asked):
        raise UnableTo("We do not ask about this any more. Load the page again to see what we ask.")
    if not page.may_say_yes and any(chosen[one.key] for one in changing):
        raise UnableTo("We ask somebody else for a yes to this. You can say no here; the office can tell you more.")
    for one in changing:
        _record(link, page, one, yes=chosen[one.key], by=by, at=at)
    return len(changing)


def _record(link: Link, page: Page, one: Question, *, yes: bool, by: Actor, at: datetime) -> None:
    school = page.pupil.school
    wording = one.wording or wordings.keep(school, tier=one.tier, element=one.element, text=one.text, by=by, at=at)
    record_answer(
        page.pupil, element=one.element, tier=one.tier, platform=one.platform, state=state(one, yes=yes),
        given_by=link.given_by, contact=link.contact, asked_of=link.given_by, wording=wording, method=link.way,
        by=by, at=at,
    )  # fmt: skip


def is_new(question: Question, *, yes: bool) -> bool:
    """Return whether an answer says something else than its giver's last one; also where there is none."""
    return not question.own or question.says_yes != yes


def state(question: Question, *, yes: bool) -> str:
    """Return what an answer is called: a slug of STATES."""
    if yes:
        return "granted"
    if not question.asks_consent:
        return "objected"
    return "withdrawn" if question.own == "granted" else "refused"
