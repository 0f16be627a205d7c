"""What somebody can reach, and closing it when they leave or change jobs."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.duties.access import access_of, requests_of, things
from gatepost.duties.actions import leaving as closing
from gatepost.duties.leaving_checks import check_can_begin, check_can_take_back, check_somebody_else
from gatepost.duties.leaving_kinds import KINDS, MAY_STAY, WHYS
from gatepost.duties.leavings import due, items_of, leaving_at, open_leaving, open_leavings
from gatepost.duties.models import Leaving, LeavingItem
from gatepost.duties.taking_over import Takers, takers
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat
from gatepost.schools.staff import worker
from gatepost.web.forms.leavings import ClosingForm, LeavingForm
from gatepost.web.numbers import number
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only


@school_page(Permission.SEE_LEAVERS)
def leavings(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show who leaves or changes jobs and what of theirs is open, overdue first; the central team sees every school."""
    of = seat.school.trust if "central_team" in seat.roles else seat.school
    page = paged(open_leavings(of), request)
    rows = [(row, _late(row, timezone.now()), WHYS[row.why]) for row in page]
    return render(request, "leavings/list.html", {"page": page, "rows": rows})


@school_page(Permission.SEE_LEAVERS)
def person_access(request: HttpRequest, seat: Seat, person: int) -> HttpResponse:
    """Show everything that somebody can reach or owes; the central team sees it at every school of the trust."""
    found, central = _worker(seat, person), "central_team" in seat.roles
    access = access_of(found, school=None if central else seat.school)
    shown = {"person": found, "access": access, "now": timezone.now(), "requests": requests_of(access, seat.school)}
    return render(request, "leavings/access.html", shown)


@school_page(Permission.MANAGE_PEOPLE)
def leaving_begin(request: HttpRequest, seat: Seat, person: int) -> HttpResponse:
    """Say when somebody leaves or changes jobs, and what they keep. Whether it is to end at once is asked first."""
    found, form = _worker(seat, person), LeavingForm(request.POST or None)
    if request.method == "POST" and "again" not in request.POST and form.is_valid():
        try:
            if form.cleaned_data["last_day"] < timezone.localdate() and "sure" not in request.POST:
                return _sure(request, seat, found, form)
            row = closing.begin(found, seat=seat, at=timezone.now(), **form.cleaned_data,
                                stays=request.POST.getlist("stays"))  # fmt: skip
        except (UnableTo, NotAllowed) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Recorded. This is everything to close; tick what is closed.")
            return redirect("leaving", school=seat.school.slug, leaving=row.pk)
    return _asked(request, seat, found, form)


@school_page(Permission.SEE_LEAVERS)
def leaving(request: HttpRequest, seat: Seat, leaving: int) -> HttpResponse:
    """Show one list of what is to close."""
    return _page(request, seat, _found(seat, leaving))


@post_only("leaving")
@school_page(Permission.MANAGE_PEOPLE)
def leaving_close(request: HttpRequest, seat: Seat, leaving: int) -> HttpResponse:
    """Close what is ticked, or all that Gatepost can end, in one go."""
    row = _found(seat, leaving)
    form, chosen = ClosingForm(request.POST, people=_choices(_takers(row))), _chosen(request, row)
    if not form.is_valid():
        return _page(request, seat, row, form)
    to = Person.objects.filter(pk=form.cleaned_data["to"] or 0, trust=seat.school.trust_id).first()
    try:
        row = closing.finish(row, items=chosen, seat=seat, at=timezone.now(), proof=form.cleaned_data["proof"], to=to)
    except UnableTo as refusal:
        return _page(request, seat, row, form, why=str(refusal))
    messages.success(request, "Everything is closed." if row.done_at else "Closed. The rest still stands below.")
    return redirect("leaving", school=seat.school.slug, leaving=row.pk)


@post_only("leaving")
@school_page(Permission.MANAGE_PEOPLE)
def leaving_withdraw(request: HttpRequest, seat: Seat, leaving: int) -> HttpResponse:
    """Say that somebody does not leave after all."""
    row = _found(seat, leaving)
    try:
        closing.take_back(row, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return _page(request, seat, row, why=str(refusal))
    messages.success(request, f"Taken back. {row.person} stays.")
    return redirect("leavings", school=seat.school.slug)


def _sure(request: HttpRequest, seat: Seat, found: Person, form: LeavingForm) -> HttpResponse:
    """Say what happens at once with a day that is over, and ask. Raises what keeps it from being recorded at all."""
    now, said, stays = timezone.now(), form.cleaned_data, request.POST.getlist("stays")
    check_can_begin(found, seat=seat, at=now, **said)
    leaves = said["why"] == "leaves"
    school = None if leaves else seat.school
    kept = [] if leaves else [one for one in stays if one.partition(":")[0] in MAY_STAY]
    rows = [one for one in things(access_of(found, school=school), school=school, stays=kept) if one.about not in kept]
    heads = [one.person for one in seats(seat.school, at=now, roles=["headteacher"])]
    shown = {"person": found, **said, "stays": kept, "leaves": leaves, "last_head": heads == [found],
             "ends": [one for one in rows if KINDS[one.what].by_itself],
             "left": [one for one in rows if not KINDS[one.what].by_itself]}  # fmt: skip
    return render(request, "leavings/sure.html", shown)


def _asked(request: HttpRequest, seat: Seat, found: Person, form: LeavingForm) -> HttpResponse:
    rows = things(access_of(found, school=seat.school), school=seat.school)
    may_stay = [one for one in rows if one.what in MAY_STAY]
    shown = {"person": found, "form": form, "things": may_stay, "stays": request.POST.getlist("stays"),
             "wrong": bool(form.errors), "leaving": open_leaving(found, seat.school)}  # fmt: skip
    return render(request, "leavings/begin.html", shown, status=422 if form.errors else 200)


def _page(
    request: HttpRequest, seat: Seat, row: Leaving, form: ClosingForm | None = None, *, why: str = ""
) -> HttpResponse:
    items = items_of(row)
    able = takers(row, _left(items), at=timezone.now())
    form = form or ClosingForm(people=_choices(able))
    not_own = _refusal(check_somebody_else, row, seat)
    shown: dict[str, Any] = {
        "row": row, "form": form, "why": why, "what": WHYS[row.why], "nobody": able.why, **_parted(items, row),
        "ticked": [str(one) for one in _chosen(request, row)], "not_own": not_own,
        "not_back": _refusal(check_can_take_back, row, seat),
        "may": _may(seat, row), "may_hand": _may(seat, row) and not not_own,
    }  # fmt: skip
    return render(request, "leavings/leaving.html", shown, status=422 if why or form.errors else 200)


def _may(seat: Seat, row: Leaving) -> bool:
    return seat.may(Permission.MANAGE_PEOPLE) and row.withdrawn_at is None


def _left(items: Iterable[LeavingItem]) -> list[LeavingItem]:
    return [item for item in items if item.done_at is None and not item.stays]


def _parted(items: Iterable[LeavingItem], row: Leaving) -> dict[str, Any]:
    """Return the items by what becomes of them: what Gatepost ends, what is done by hand, what is closed or stays."""
    left = _left(items)
    return {
        "itself": [item for item in left if item.kind.by_itself], "hand": [i for i in left if not i.kind.by_itself],
        "closed": [item for item in items if item.done_at], "stays": [item for item in items if item.stays],
        "takers": any(item.kind.hands_over for item in left), "late": bool(left) and _late(row, timezone.now()),
    }  # fmt: skip


def _refusal(check: Callable[..., None], row: Leaving, seat: Seat) -> str:
    """Return why somebody may not do something with a list, with what to do instead; empty where they may."""
    try:
        check(row, seat=seat, at=timezone.now())
    except (UnableTo, NotAllowed) as refusal:
        return str(refusal)
    return ""


def _chosen(request: HttpRequest, row: Leaving) -> set[int]:
    """Return the ids of what is ticked; with the button for all that Gatepost can end, of that."""
    if request.POST.get("all") == "itself":
        return {item.pk for item in items_of(row) if item.kind.by_itself and item.done_at is None and not item.stays}
    return {number(one) or 0 for one in request.POST.getlist("item")}


def _takers(row: Leaving) -> Takers:
    left = [item for item in items_of(row) if item.done_at is None and not item.stays]
    return takers(row, left, at=timezone.now())


def _choices(found: Takers) -> dict[str, str]:
    return {str(one.pk): one.name for one in found.people}


def _late(row: Leaving, now: datetime) -> bool:
    return row.withdrawn_at is None and due(row.last_day) < now


def _worker(seat: Seat, pk: int) -> Person:
    try:
        return worker(seat.school, pk)
    except Person.DoesNotExist:
        raise Http404 from None


def _found(seat: Seat, pk: int) -> Leaving:
    try:
        return leaving_at(seat.school, pk)
    except Leaving.DoesNotExist:
        raise Http404 from None


_HERE = "<slug:school>/people/"

urlpatterns = [
    path(f"{_HERE}leaving/", leavings, name="leavings"),
    path(f"{_HERE}leaving/<int:leaving>/", leaving, name="leaving"),
    path(f"{_HERE}leaving/<int:leaving>/close/", leaving_close, name="leaving_close"),
    path(f"{_HERE}leaving/<int:leaving>/take-back/", leaving_withdraw, name="leaving_withdraw"),
    path(f"{_HERE}<int:person>/access/", person_access, name="person_access"),
    path(f"{_HERE}<int:person>/leaves/", leaving_begin, name="leaving_begin"),
]
