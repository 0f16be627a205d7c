"""The pages of one pupil: what may be shown, and, for those who may read it, what was answered."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gatepost.consents.actions import looks
from gatepost.consents.answering import who_answers
from gatepost.consents.customs import custom_of
from gatepost.consents.effective import looked_up
from gatepost.consents.elements import ELEMENTS, SPLIT, WHO_ANSWERS
from gatepost.consents.forms import forms_among
from gatepost.consents.listing import places
from gatepost.consents.models import Pupil
from gatepost.consents.records import answerers_of, answers_of, flags_of, pupil_of
from gatepost.handbook.queries import policy_in_force
from gatepost.publishing.outlets import platforms_named
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

_TOLD = 20
"""How many forms with a no are listed, the latest first."""


def found(seat: Seat, pk: int) -> Pupil:
    """Return a pupil of the school. Raises Http404."""
    try:
        return pupil_of(seat.school, pk)
    except Pupil.DoesNotExist:
        raise Http404 from None


def pupil_page(
    request: HttpRequest, seat: Seat, pk: int, *, why: str = "", field: str = "", typed: str = ""
) -> HttpResponse:
    """Return the page. With `why`, what could not be done, `field` is the id of what it is about, `typed` its words.

    Raises Http404 where there is no such pupil.
    """
    now = timezone.now()
    today = timezone.localdate(now)
    policy = policy_in_force(seat.school, on=today)
    pupils, held = looked_up(seat.school, [pk], at=now, policy=policy)
    if pk not in pupils:
        raise Http404
    pupil = pupils[pk]
    looks.look(pupil, seat=seat, at=now)
    platforms = platforms_named(seat.school, on=today)
    shown: dict[str, Any] = {
        "pupil": pupil, "why": why, "field": field, "typed": typed, "elements": ELEMENTS, "today": today,
        "has_left": pupil.left_on is not None and pupil.left_on < today,
        "places": places(held, pupil.pk, platforms=platforms), "split": SPLIT if platforms else "",
    }  # fmt: skip
    if seat.may(Permission.PROTECT_PUPILS):
        rows = list(flags_of(pupil))
        shown |= {"flags": rows, "flag": next((one for one in rows if one.until is None), None)}
    return render(request, "pupils/pupil.html", shown, status=422 if why else 200)


def answers_page(request: HttpRequest, seat: Seat, pk: int, *, why: str = "", typed: str = "") -> HttpResponse:
    """Return the page for the DSL and the DPO: what was answered, and who answers. Twelve queries, whoever is asked.

    With `why`, what could not be decided, and the reason that was typed. Raises Http404 where there is no such pupil.
    """
    pupil, now = found(seat, pk), timezone.now()
    today = timezone.localdate(now)
    looks.look(pupil, seat=seat, at=now)
    answers = list(answers_of(pupil)[:200])
    usual = who_answers(custom_of(seat.school, on=today), year=pupil.year, dob=pupil.dob, on=today)
    shown: dict[str, Any] = {
        "pupil": pupil, "why": why, "field": "who-reason", "typed": typed, "answers": answers,
        "answerers": list(answerers_of(pupil)), "usual": usual, "who_answers": WHO_ANSWERS,
        "told": forms_among(answers)[:_TOLD],
    }  # fmt: skip
    return render(request, "pupils/answers.html", shown, status=422 if why else 200)
