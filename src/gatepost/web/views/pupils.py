"""Pupils: who is on the roll, what may be shown of each, recording what a family answered, and the DSL's flag."""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.consents.actions import flags, looks
from gatepost.consents.effective import looked_up
from gatepost.consents.elements import ELEMENTS, NOES, SPLIT, TIERS
from gatepost.consents.forms import forms_with_a_no
from gatepost.consents.listing import cannot_be_shown, how_many, places, pupils_of
from gatepost.consents.models import Answer, Pupil
from gatepost.consents.queries import classes
from gatepost.consents.records import contacts_ever, contacts_of, wordings_of
from gatepost.publishing.actions import withdrawals
from gatepost.publishing.outlets import platforms_named
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.pupils import AnswerForm
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only
from gatepost.web.pupil_page import answers_page, pupil_page
from gatepost.web.pupil_page import found as found_pupil


@school_page(Permission.SEE_PUPILS)
def pupils(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the roll, by name, with what may be shown in one tier; `words` looks for names, `class` for a class."""
    now, words = timezone.now(), request.GET.get("words", "").strip()[:80]
    group, tier = request.GET.get("class", "")[:40], _tier(request)
    page = paged(pupils_of(seat.school, words=words, class_name=group, at=now), request)
    _, held = looked_up(seat.school, [one.pk for one in page], at=now)
    looks.look_over(pupils=len(page), seat=seat, at=now)
    rows = [(one, next(each for each in places(held, one.pk) if each.tier == tier)) for one in page]
    query = request.GET.copy()
    query.pop("page", None)
    shown = {"page": page, "rows": rows, "words": words, "group": group, "tier": tier, "tiers": TIERS,
             "classes": classes(seat.school, on=timezone.localdate(now)), "elements": ELEMENTS,
             "search": f"{query.urlencode()}&" if query else ""}  # fmt: skip
    return render(request, "pupils/pupils.html", shown)


@school_page(Permission.SEE_PUPILS)
def pupils_cannot(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show who can’t be shown in a class: names alone."""
    now, group, tier = timezone.now(), request.GET.get("class", "")[:40], _tier(request)
    names = classes(seat.school, on=timezone.localdate(now))
    platforms = platforms_named(seat.school, on=timezone.localdate(now))
    platform = request.GET.get("platform", "") if tier == SPLIT else ""
    chosen = group if group in names else ""
    found = cannot_be_shown(seat.school, chosen, tier=tier, platform=platform, at=now) if chosen else []
    looks.look_over(pupils=how_many(seat.school, chosen, at=now) if chosen else 0, seat=seat, at=now)
    shown = {"group": chosen, "tier": tier, "tiers": TIERS, "classes": names, "found": found,
             "platform": platform, "platforms": platforms}  # fmt: skip
    return render(request, "pupils/cannot.html", shown)


@school_page(Permission.SEE_PUPILS)
def pupil(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Show what may be shown of a pupil; to the DSL the flag."""
    return pupil_page(request, seat, pupil)


@school_page(Permission.SEE_ANSWERS)
def pupil_answers(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Show what was answered about a pupil, and who answers."""
    return answers_page(request, seat, pupil)


@school_page(Permission.RECORD_ANSWERS)
def pupil_answer(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Record a form that came back, or what somebody said."""
    found, now = found_pupil(seat, pupil), timezone.now()
    form = _answer_form(request, seat, found, today=timezone.localdate(now))
    wrong = request.method == "POST"
    if wrong and form.is_valid():
        made = withdrawals.record_answers(found, said=form.said, by=seat.actor, at=now, **form.as_answer())
        return _what_came_of(request, seat, made)
    looks.look(found, seat=seat, at=now)
    forms = forms_with_a_no(seat.school, found.pk, recorded_by=seat.actor)[:_RECORDED]
    shown = {"pupil": found, "form": form, "wrong": wrong, "recorded": forms}
    return render(request, "pupils/answer.html", shown, status=422 if wrong else 200)


def _answer_form(request: HttpRequest, seat: Seat, pupil: Pupil, *, today: date) -> AnswerForm:
    """Return the form; whoever reads every answer may set one aside in it, also of somebody who is asked no more."""
    reads = seat.may(Permission.SEE_ANSWERS)
    return AnswerForm(
        request.POST or None, contacts=contacts_ever(pupil) if reads else contacts_of(pupil, on=today),
        wordings=wordings_of(seat.school)[:20], today=today, sets_aside=reads,
        initial={"tier": SPLIT, "given_on": today},
    )  # fmt: skip


def _what_came_of(request: HttpRequest, seat: Seat, made: Sequence[Answer]) -> HttpResponse:
    """Lead on from a form that was recorded: a no to what can be told of it, anything else to the pupil."""
    messages.success(request, "The answer is recorded.")
    pupil = made[0].pupil_id
    if any(one.state in NOES for one in made):
        return redirect("pupil_told", school=seat.school.slug, pupil=pupil, form=made[0].pk)
    return redirect("pupil", school=seat.school.slug, pupil=pupil)


@post_only("pupil")
@school_page(Permission.PROTECT_PUPILS)
def pupil_flag(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Say that a pupil is not to be shown, from now on."""
    found = found_pupil(seat, pupil)
    try:
        withdrawals.set_flag(found, reason=request.POST.get("reason", ""), seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return pupil_page(
            request, seat, found.pk, why=str(refusal), field="reason", typed=request.POST.get("reason", "")
        )
    messages.success(request, "This pupil is not shown from now on. Nobody but you reads why.")
    return redirect("pupil", school=seat.school.slug, pupil=found.pk)


@post_only("pupil")
@school_page(Permission.PROTECT_PUPILS)
def pupil_flag_end(request: HttpRequest, seat: Seat, pupil: int) -> HttpResponse:
    """Let what the family answered hold again."""
    found = found_pupil(seat, pupil)
    try:
        flags.end_flag(found, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return pupil_page(request, seat, found.pk, why=str(refusal), field="reason")
    messages.success(request, "It is ended. What the family answered holds again.")
    return redirect("pupil", school=seat.school.slug, pupil=found.pk)


_RECORDED = 10
"""How many of the forms that somebody recorded about a pupil are listed, the latest first."""


def _tier(request: HttpRequest) -> str:
    asked = request.GET.get("tier", SPLIT)
    return asked if asked in TIERS else SPLIT


_HERE = "<slug:school>/pupils/"

urlpatterns = [
    path(_HERE, pupils, name="pupils"),
    path(f"{_HERE}cannot/", pupils_cannot, name="pupils_cannot"),
    path(f"{_HERE}<int:pupil>/", pupil, name="pupil"),
    path(f"{_HERE}<int:pupil>/answers/", pupil_answers, name="pupil_answers"),
    path(f"{_HERE}<int:pupil>/answer/", pupil_answer, name="pupil_answer"),
    path(f"{_HERE}<int:pupil>/flag/", pupil_flag, name="pupil_flag"),
    path(f"{_HERE}<int:pupil>/flag/end/", pupil_flag_end, name="pupil_flag_end"),
]
