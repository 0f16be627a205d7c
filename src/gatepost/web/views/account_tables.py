"""The register as a table: out as a file, and in from a file or from text that was copied, once somebody has looked."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.exchange.logins import holds_logins
from gatepost.channels.exchange.printed import as_text, opened
from gatepost.channels.exchange.register import difference, stands
from gatepost.channels.exchange.sending import TYPES, file_of
from gatepost.duties.actions import account_tables
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.tables.grid import Table
from gatepost.tables.refused import Unreadable
from gatepost.web.forms.account_tables import MOST_TEXT, TableForm
from gatepost.web.page import school_page
from gatepost.web.posting import post_only


@school_page(Permission.MANAGE_CHANNELS)
def accounts_import(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Give a table in, and see what it would change."""
    form = TableForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form)
    try:
        return _looked_at(request, seat, form.table())
    except Unreadable as refusal:
        form.add_error("file" if form.cleaned_data["file"] else "text", str(refusal))
        return _asked(request, form)


@post_only("accounts_import")
@school_page(Permission.MANAGE_CHANNELS)
def accounts_take(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Take in the table that was looked at; where the register has changed since, show what it would change now."""
    table = request.POST.get("table", "")[:MOST_TEXT].encode("utf-8", "replace")
    try:
        found = account_tables.take_in(
            table, school=seat.school, by=seat.actor, at=timezone.now(), seen=request.POST.get("seen", "") or "nothing"
        )
    except Unreadable as refusal:
        form = TableForm({})
        form.add_error("file", str(refusal))
        return _asked(request, form)
    except UnableTo as refusal:
        return _looked_at(request, seat, table, why=str(refusal))
    messages.success(request, f"Taken in: {found.count('new')} new, {found.count('changed')} changed.")
    return redirect("accounts", school=seat.school.slug)


@school_page(Permission.SEE_CHANNELS)
def accounts_file(_request: HttpRequest, seat: Seat, ending: str) -> HttpResponse:
    """Give the register as a file. How to get at a login stands in it for those alone who keep it."""
    found, standings = stands(seat.school, at=timezone.now())
    data = file_of(found, standings, ending=ending, private=seat.may(Permission.CHECK_CHANNELS))
    name = f"{seat.school.slug}-accounts-{timezone.localdate():%Y-%m-%d}.{ending}"
    return HttpResponse(
        data, content_type=TYPES[ending], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _asked(request: HttpRequest, form: TableForm) -> HttpResponse:
    wrong = bool(form.errors) and request.method == "POST"
    return render(request, "accounts/import.html", {"form": form, "wrong": wrong}, status=422 if wrong else 200)


def _looked_at(request: HttpRequest, seat: Seat, data: bytes, *, why: str = "") -> HttpResponse:
    """Show what a table would change. Raises Unreadable."""
    found, table = difference(data, school=seat.school, at=timezone.now()), opened(data)
    text = as_text(table)
    if len(text) > MOST_TEXT:
        raise Unreadable("That is far more than a table of accounts. Leave out columns that are not needed.")
    shown: dict[str, Any] = {
        "found": found, "table": text, "why": why, "same": found.count("same"),
        "new": [row for row in found.rows if row.state == "new"],
        "changed": [row for row in found.rows if row.state == "changed"],
        "again": _again(request, table) if found.errors else None,
    }  # fmt: skip
    return render(request, "accounts/difference.html", shown, status=422 if found.errors or why else 200)


def _again(request: HttpRequest, table: Table) -> TableForm | None:
    """Return the form with what was pasted, to correct it there. A file stays with whoever has it; a login, nowhere."""
    pasted, form = request.POST.get("text", ""), TableForm()
    form.initial["text"], form.fields["text"].label = pasted, "The table"
    return form if pasted.strip() and not holds_logins(table) else None


_HERE = "<slug:school>/accounts/"

urlpatterns = [
    path(f"{_HERE}import/", accounts_import, name="accounts_import"),
    path(f"{_HERE}import/take/", accounts_take, name="accounts_take"),
    *(path(f"{_HERE}register.{one}", accounts_file, {"ending": one}, name=f"accounts_{one}") for one in TYPES),
]
