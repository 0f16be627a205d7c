"""Lists from the MIS: give one in, say how it is to be read, see what it would change, and take it in."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.consents.actions import broken_off, looks
from gatepost.consents.actions import imports as kept
from gatepost.consents.import_told import noes_left, noes_taken, remarks_of
from gatepost.consents.imports.choices import Choices, WrongChoice, choices_of, with_remembered
from gatepost.consents.imports.sample import COLUMNS as COLUMNS_OF_SAMPLE
from gatepost.consents.imports.sample import sample
from gatepost.consents.models import Importing
from gatepost.consents.queries import importings, on_roll, remembered
from gatepost.publishing.actions import imports as taking
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.tables.refused import Unreadable
from gatepost.tables.sheets import csv_of
from gatepost.web import running
from gatepost.web.forms.imports import FileForm, chosen
from gatepost.web.import_changes import COLUMNS, TITLES, sorts_of
from gatepost.web.import_page import counted, shown
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only

REFUSALS = (Unreadable, WrongChoice, UnableTo)
NO_POST = "No post had to be stopped or to come down."
BROKEN_OFF = (
    "Something went wrong on this server while the list was taken in. Take it in once more; if that fails too, tell "
    "whoever runs Gatepost, with the number of this list: {number}."
)


@school_page(Permission.RECORD_ANSWERS)
def imports(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Give a list in, and show those that came before."""
    form = FileForm(request.POST or None, request.FILES or None, initial={"kind": "consents"})
    why = ""
    if request.method == "POST" and form.is_valid():
        try:
            importing = _kept(seat, form)
        except REFUSALS as refusal:
            why = str(refusal)
        else:
            return redirect("importing", school=seat.school.slug, importing=importing.pk)
    wrong = request.method == "POST"
    page = paged(importings(seat.school), request)
    return render(request, "imports/imports.html", {"form": form, "why": why, "wrong": wrong, "page": page},
                  status=422 if wrong else 200)  # fmt: skip


@school_page(Permission.RECORD_ANSWERS)
def importing(request: HttpRequest, seat: Seat, importing: int) -> HttpResponse:
    """Show one list: how far it has come, what it would change and needs, or what came of it."""
    return _page(request, seat, _found(seat, importing))


@post_only("importing")
@school_page(Permission.RECORD_ANSWERS)
def import_choose(request: HttpRequest, seat: Seat, importing: int) -> HttpResponse:
    """Say what columns, words, types and pupils are meant."""
    found = _found(seat, importing)
    try:
        choices = chosen(request.POST, choices_of(found.choices))
    except WrongChoice as refusal:
        return _page(request, seat, found, why=str(refusal))
    if found.status in kept.OPEN:
        kept.choose(found, choices=choices, by=seat.actor, at=timezone.now())
    return redirect("importing", school=seat.school.slug, importing=importing)


@post_only("importing")
@school_page(Permission.RECORD_ANSWERS)
def import_take(request: HttpRequest, seat: Seat, importing: int) -> HttpResponse:
    """Take a list in: everything that is sure, or the noes alone. A long one goes on beside the page."""
    found = _found(seat, importing)
    work = partial(_take, found, seat, everything=request.POST.get("what") == "everything")
    try:
        if found.rows >= running.LONG:
            _beside(found, seat, work)
        else:
            _at_once(found, seat, work)
    except REFUSALS as refusal:
        return _page(request, seat, found, why=str(refusal))
    if found.rows < running.LONG and (told := _taken_first(_found(seat, importing), seat)):
        messages.success(request, told)
    return redirect("importing", school=seat.school.slug, importing=importing)


@post_only("importing")
@school_page(Permission.RECORD_ANSWERS)
def import_drop(request: HttpRequest, seat: Seat, importing: int) -> HttpResponse:
    """Put a list aside, and erase its file."""
    found = _found(seat, importing)
    if found.status in kept.OPEN:
        kept.drop(found, by=seat.actor, at=timezone.now())
        messages.success(request, "The list is put aside, and its file is erased.")
    return redirect("imports", school=seat.school.slug)


@school_page(Permission.RECORD_ANSWERS)
def import_rows(_request: HttpRequest, seat: Seat, importing: int) -> HttpResponse:
    """Give the rows with something wrong or unclear, as a CSV file."""
    found = _found(seat, importing)
    try:
        remarks = found.difference or remarks_of(_seen(seat, found))
    except REFUSALS:
        raise Http404 from None
    return _csv(f"list-{found.pk}-rows.csv", ("row", "what", "why"), sorted(_left_out(remarks, seat)))


@school_page(Permission.RECORD_ANSWERS)
def import_changes(_request: HttpRequest, seat: Seat, importing: int) -> HttpResponse:
    """Give all that a list would change, as a CSV file; without what is on record to whoever may not see that."""
    found = _found(seat, importing)
    try:
        sorts = sorts_of(_seen(seat, found), _choices(found), answers=_answers(seat))
    except REFUSALS:
        raise Http404 from None
    return _csv(f"list-{found.pk}-changes.csv", COLUMNS, [row for one in sorts for row in one.rows()])


@school_page(Permission.RECORD_ANSWERS)
def import_sample(_request: HttpRequest, seat: Seat) -> HttpResponse:
    """Give a list to try, about the invented pupils of a demonstration. Nowhere else is there one."""
    if not settings.DEMO:
        raise Http404
    today = timezone.localdate()
    rows = sample(on_roll(seat.school, on=today).order_by("class_name", "pk"), on=today)
    return _csv(f"{seat.school.slug}-permissions.csv", COLUMNS_OF_SAMPLE, rows)


def _csv(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(csv_of(columns, rows), content_type="text/csv; charset=utf-8", headers=headers)


def _left_out(remarks: Mapping[str, Any], seat: Seat) -> list[tuple[int, str, str]]:
    """Return the rows with something wrong, unclear or without effect, with why."""
    rows = [(one["row"], "to look at", one["why"]) for one in remarks.get("review", ())]
    rows += [(one["row"], "wrong", one["message"]) for one in remarks.get("errors", ())]
    return rows + [(one["row"], "the no stands", one["why"])
                   for one in remarks.get("stands", ()) if _answers(seat)]  # fmt: skip


def _answers(seat: Seat) -> bool:
    return seat.may(Permission.SEE_ANSWERS)


def _kept(seat: Seat, form: FileForm) -> Importing:
    """Read a list and keep it for an hour. Raises Unreadable, and keeps nothing, where it is none."""
    now, kind, data = timezone.now(), form.cleaned_data["kind"], form.data_of_file()
    name = form.cleaned_data["file"].name or ""
    choices = with_remembered(form.said(), remembered(seat.school, kind=kind))
    seen = taking.looked_at(seat.school, data, kind=kind, file_name=name, choices=choices, at=now)
    return kept.keep(
        data, school=seat.school, kind=kind, file_name=name, sha256=hashlib.sha256(data).hexdigest(),
        rows=seen.read.rows, choices=choices, by=seat.actor, at=now,
    )  # fmt: skip


def _take(found: Importing, seat: Seat, say: running.Say, *, everything: bool) -> None:
    taking.take_in(found, everything=everything, by=seat.actor, at=timezone.now(), say=say)


def _beside(found: Importing, seat: Seat, work: Callable[[running.Say], None]) -> None:
    """Take a list in beside the page, unless that is being done already."""
    if found.status != "running":
        running.forget(found.pk)
    if not running.progress(found.pk):
        broken_off.begin(found, by=seat.actor, at=timezone.now())
        running.run(found.pk, work, failed=partial(_failed, found, seat))


def _at_once(found: Importing, seat: Seat, work: Callable[[running.Say], None]) -> None:
    """Take a short list in while the page waits. Where the server stops meanwhile, that is found as for a long one."""
    broken_off.begin(found, by=seat.actor, at=timezone.now())
    try:
        with running.at_once(found.pk):
            work(lambda _: None)
    except Exception as problem:
        _failed(found, seat, problem)
        raise


def _failed(found: Importing, seat: Seat, problem: Exception) -> None:
    why = str(problem) if isinstance(problem, REFUSALS) else BROKEN_OFF.format(number=found.pk)
    broken_off.fail(found, why=why, by=seat.actor, at=timezone.now())


def _page(request: HttpRequest, seat: Seat, found: Importing, *, why: str = "") -> HttpResponse:
    progress = running.progress(found.pk) if found.status == "running" else ""
    told: dict[str, Any] = {"importing": found, "progress": progress, "why": why}
    if found.status in kept.OPEN and not progress:
        told["broken"] = {"failed": found.trouble, "running": broken_off.STOPPED}.get(found.status, "")
        try:
            told |= _waiting(seat, found)
        except REFUSALS as refusal:
            told |= {"why": why or str(refusal), "unread": True}
    if found.status == "done":
        told["counted"] = counted(found.counts, kind=found.kind, answers=_answers(seat))
        told["left_out"] = _left_out(found.difference, seat)
        told["take_downs"] = seat.may(Permission.SEE_TAKE_DOWNS)
    wrong = bool(told["why"])
    return render(request, "imports/importing.html", told, status=422 if wrong and request.method == "POST" else 200)


def _waiting(seat: Seat, found: Importing) -> dict[str, Any]:
    """Return what the page shows of a list that waits: what it would change, and what of it was taken in first."""
    seen, answers = _seen(seat, found), _answers(seat)
    told = shown(seen, _choices(found), answers=answers)
    asked = [{**one, "column": choice.column} for one, choice in zip(told["asked"], seen.choices, strict=True)]
    noes = told.get("noes", False) and noes_left(seen, found.counts, answers=answers)
    unsaid = any(one.kind == "missing" for one in seen.choices)
    return told | {
        "asked": asked, "noes": noes, "unsaid": unsaid, "taken": noes_taken(found.counts, answers=answers),
    }  # fmt: skip


def _taken_first(found: Importing, seat: Seat) -> str:
    """Return what came of taking the noes in first, as a sentence; an empty text where nothing waits any more."""
    taken = noes_taken(found.counts, answers=_answers(seat))
    if taken is None or found.status not in kept.OPEN:
        return ""
    posts = [f"{TITLES[sort]}: {found.counts[sort]}." for sort in kept.POSTS if found.counts.get(sort)]
    return " ".join([f"The noes of the list are taken in: {taken}.", *(posts or [NO_POST])])


def _seen(seat: Seat, found: Importing) -> Any:
    now = timezone.now()
    seen = taking.looked_at(
        seat.school, taking.file_of(found), kind=found.kind, file_name=found.file_name, choices=_choices(found), at=now
    )
    looks.look_through(seat.school, pupils=seen.about, subject=f"import:{found.pk}", by=seat.actor, at=now)
    return seen


def _choices(found: Importing) -> Choices:
    return choices_of(found.choices)


def _found(seat: Seat, pk: int) -> Importing:
    found = importings(seat.school).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


_HERE = "<slug:school>/imports/"
_ONE = f"{_HERE}<int:importing>/"

urlpatterns = [
    path(_HERE, imports, name="imports"),
    path(f"{_HERE}sample.csv", import_sample, name="import_sample"),
    path(_ONE, importing, name="importing"),
    path(f"{_ONE}choose/", import_choose, name="import_choose"),
    path(f"{_ONE}take/", import_take, name="import_take"),
    path(f"{_ONE}drop/", import_drop, name="import_drop"),
    path(f"{_ONE}rows/", import_rows, name="import_rows"),
    path(f"{_ONE}changes/", import_changes, name="import_changes"),
]
