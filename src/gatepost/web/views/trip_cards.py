"""The trip card: on paper, and as a file that opens without a network and hides itself when its time is over."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone

from gatepost.consents.actions import trip_cards
from gatepost.consents.actions.trip_cards import Card
from gatepost.consents.models import Pupil
from gatepost.consents.queries import classes, on_roll
from gatepost.consents.trip_card import NAMED_BY
from gatepost.publishing.outlets import outlets
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.trip_cards import TripCardForm
from gatepost.web.page import school_page
from gatepost.web.posting import post_only


@school_page(Permission.SEE_PUPILS)
def trip_card(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Choose for whom; each `class` opens a class, so that some of it can be chosen."""
    return _choosing(request, seat, groups=request.GET.getlist("class"))


@post_only("trip_card")
@school_page(Permission.SEE_PUPILS)
def trip_card_make(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Make the card and show it, to print; or, where the button for it was used, hand it over as a file."""
    now = timezone.now()
    form, tiers = _form(request, seat), outlets(seat.school, on=timezone.localdate(now)).tiers
    if not form.is_valid():
        return _choosing(request, seat, groups=request.POST.getlist("class"), why=form.why, field=form.wrong)
    said = {name: form.cleaned_data[name] for name in ("title", "until", "named_by")}
    groups = form.cleaned_data["class"]
    try:
        card = trip_cards.make(form.ids, class_name=form.group, tiers=tiers, seat=seat, at=now, **said)
    except UnableTo as refusal:
        return _choosing(request, seat, groups=groups, why=str(refusal), field="until" if form.ids else "whole")
    shown = _shown(card, seat)
    return _file(card, shown) if request.POST.get("as") == "file" else render(request, "trip_cards/card.html", shown)


def _form(request: HttpRequest, seat: Seat) -> TripCardForm:
    today = timezone.localdate()
    names = classes(seat.school, on=today)
    known = [one for one in request.POST.getlist("class") if one in names]
    return TripCardForm(request.POST, classes=names, pupils=_of(seat, known, on=today))


def _choosing(
    request: HttpRequest, seat: Seat, *, groups: Iterable[str], why: str = "", field: str = ""
) -> HttpResponse:
    today = timezone.localdate()
    names = classes(seat.school, on=today)
    known = [one for one in names if one in {*groups}]
    shown = {"classes": names, "groups": known, "named_by": NAMED_BY, "why": why, "field": field if known else "class",
             "chosen": set(request.POST.getlist("pupil")), "typed": request.POST, "today": today,
             "until": request.POST.get("until") or _friday(today).isoformat(),
             "pupils": _of(seat, known, on=today)}  # fmt: skip
    return render(request, "trip_cards/choose.html", shown, status=422 if why else 200)


def _of(seat: Seat, groups: Collection[str], *, on: date) -> list[Pupil]:
    rows = on_roll(seat.school, on=on).filter(class_name__in=groups)
    return list(rows.order_by("class_name", "legal_first", "legal_last", "pk")) if groups else []


def _friday(today: date) -> date:
    """Return the last school day of the week, or of the next one from a Saturday on."""
    return today + timedelta(days=(4 - today.weekday()) % 7)


def _shown(card: Card, seat: Seat) -> dict[str, Any]:
    ends = timezone.make_aware(datetime.combine(card.until + timedelta(days=1), datetime.min.time()))
    return {"card": card, "school": seat.school, "ends": int(ends.timestamp() * 1000)}


def _file(card: Card, shown: dict[str, Any]) -> HttpResponse:
    """Return the card as one file with everything in it: nothing is loaded, so it opens where there is no network."""
    name = f"trip-card-until-{card.until.isoformat()}.html"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(render_to_string("trip_cards/offline.html", shown), headers=headers)


urlpatterns = [
    path("<slug:school>/trip-card/", trip_card, name="trip_card"),
    path("<slug:school>/trip-card/make/", trip_card_make, name="trip_card_make"),
]
