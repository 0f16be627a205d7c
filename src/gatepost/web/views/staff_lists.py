"""A list of staff: in from a file, once somebody has looked at what it would change."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.exchange.printed import as_text
from gatepost.duties.actions.staff_lists import take_in
from gatepost.duties.staff_difference import difference
from gatepost.duties.staff_list import opened
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.tables.refused import Unreadable
from gatepost.web.forms.account_tables import MOST_TEXT
from gatepost.web.forms.staff_lists import StaffListForm
from gatepost.web.page import school_page
from gatepost.web.posting import post_only


@school_page(Permission.MANAGE_PEOPLE)
def staff_list(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Give a list in, and see what it would change."""
    form = StaffListForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form)
    try:
        return _looked_at(request, seat, form.table())
    except Unreadable as refusal:
        form.add_error("file", str(refusal))
        return _asked(request, form)


@post_only("staff_list")
@school_page(Permission.MANAGE_PEOPLE)
def staff_list_take(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take in the list that was looked at; where people have changed since, show what it would change now."""
    data = request.POST.get("table", "")[:MOST_TEXT].encode("utf-8", "replace")
    try:
        found = take_in(data, seat=seat, at=timezone.now(), seen=request.POST.get("seen", ""))
    except Unreadable as refusal:
        form = StaffListForm({})
        form.add_error("file", str(refusal))
        return _asked(request, form)
    except UnableTo as refusal:
        return _looked_at(request, seat, data, why=str(refusal))
    told = f"{found.count('new')} new, {found.count('changed')} changed, {found.count('leaving')} leaving"
    messages.success(request, f"Taken in: {told}.")
    return redirect("leavings" if found.count("leaving") else "people", school=seat.school.slug)


def _asked(request: HttpRequest, form: StaffListForm) -> HttpResponse:
    wrong = bool(form.errors) and request.method == "POST"
    return render(request, "staff_lists/import.html", {"form": form, "wrong": wrong}, status=422 if wrong else 200)


def _looked_at(request: HttpRequest, seat: Seat, data: bytes, *, why: str = "") -> HttpResponse:
    """Show what a list would change. Raises Unreadable."""
    found, text = difference(data, seat=seat, at=timezone.now()), as_text(opened(data))
    if len(text) > MOST_TEXT:
        raise Unreadable("That is far more than a list of staff. Leave out columns that are not needed.")
    by_state = [(title, [one for one in found.changes if one.state == state]) for state, title in _TITLES.items()]
    shown: dict[str, Any] = {
        "found": found, "table": text, "why": why, "same": found.count("same"),
        "groups": [(title, rows) for title, rows in by_state if rows],
    }  # fmt: skip
    return render(request, "staff_lists/difference.html", shown, status=422 if found.errors or why else 200)


_TITLES = {"new": "New", "leaving": "Leaving", "changed": "Changed"}
_HERE = "<slug:school>/people/list/"

urlpatterns = [
    path(_HERE, staff_list, name="staff_list"),
    path(f"{_HERE}take/", staff_list_take, name="staff_list_take"),
]
