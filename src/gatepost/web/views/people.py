"""Who works at a school and what they may do: the list, one person, and adding somebody."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.models import Channel
from gatepost.channels.queries import accounts_for
from gatepost.duties.actions import roles as ending
from gatepost.duties.by_role import administered, naming
from gatepost.duties.joining import needs
from gatepost.duties.leavings import open_leaving
from gatepost.schools.actions import staffing
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import POSITIONS, ROLES, role_name
from gatepost.schools.seat import Seat
from gatepost.schools.staff import roles_now, worker, working
from gatepost.web.forms.people import JoinForm, RoleForm
from gatepost.web.numbers import number
from gatepost.web.page import school_page
from gatepost.web.posting import paged, post_only


@school_page(Permission.MANAGE_PEOPLE)
def people(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show who works at the school, by name; `words` looks for names and posts, `role` for those who hold it."""
    words, role = request.GET.get("words", "").strip()[:80], request.GET.get("role", "")
    page = paged(working(seat.school, at=timezone.now(), words=words, role=role), request)
    roles = {slug: role_name(slug) for slug in (*ROLES, *POSITIONS)}
    query = request.GET.copy()
    query.pop("page", None)
    shown = {"page": page, "words": words, "role": role, "roles": roles, "today": timezone.localdate(),
             "search": f"{query.urlencode()}&" if query else ""}  # fmt: skip
    return render(request, "people/people.html", shown)


@school_page(Permission.MANAGE_PEOPLE)
def person(request: HttpRequest, seat: Seat, person: int) -> HttpResponse:
    """Show one person: the roles that they hold here, and the accounts on which they post."""
    return _person(request, seat, _worker(seat, person), RoleForm(central=_central(seat)))


@school_page(Permission.MANAGE_PEOPLE)
def person_add(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Add somebody to the school, with a first role."""
    form = JoinForm(request.POST or None, central=_central(seat))
    if request.method == "POST" and form.is_valid():
        known = _is_known(seat, form.cleaned_data["email"])
        try:
            added = staffing.join(seat=seat, at=timezone.now(), **form.cleaned_data)
        except UnableTo as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, _joined(added, form.cleaned_data["role"], seat, known=known))
            return redirect("person", school=seat.school.slug, person=added.pk)
    wrong = request.method == "POST"
    return render(request, "people/add.html", {"form": form, "wrong": wrong}, status=422 if wrong else 200)


@post_only("person")
@school_page(Permission.MANAGE_PEOPLE)
def role_give(request: HttpRequest, seat: Seat, person: int) -> HttpResponse:
    """Give somebody a role here."""
    found, form = _worker(seat, person), RoleForm(request.POST, central=_central(seat))
    if not form.is_valid():
        return _person(request, seat, found, form)
    role = form.cleaned_data["role"]
    staffing.give(found, role=role, seat=seat, at=timezone.now())
    messages.success(request, f"{found} is {role_name(role)} at {seat.school} now.")
    return redirect("person", school=seat.school.slug, person=person)


@post_only("person")
@school_page(Permission.MANAGE_PEOPLE)
def role_end(request: HttpRequest, seat: Seat, person: int) -> HttpResponse:
    """End a role that somebody holds here; which one is in the form."""
    found = _worker(seat, person)
    try:
        held = _held(seat, found, request.POST.get("held", ""))
        accounts = ending.end(held, seat=seat, at=timezone.now())
    except UnableTo as refusal:
        return _person(request, seat, found, RoleForm(central=_central(seat)), why=str(refusal))
    messages.success(request, f"{found} is not {role_name(held.role)} at {seat.school} any more.{_passwords(accounts)}")
    return redirect("person", school=seat.school.slug, person=person)


def _passwords(accounts: list[Channel]) -> str:
    named = ", ".join(map(str, accounts))
    return f" The password is to be changed of what they administered by it: {named}." if named else ""


def _is_known(seat: Seat, email: str) -> bool:
    return Person.objects.filter(trust=seat.school.trust_id, email__iexact=email).exists()


def _joined(added: Person, role: str, seat: Seat, *, known: bool) -> str:
    """Say who was added. Whoever was at the trust already keeps their name, whatever was typed."""
    if not known:
        return f"{added} is here. To sign in, they choose “Forgotten your password?” once."
    name = role_name(role)
    return f"This address was at {seat.school.trust} already: it is {added}’s. They are {name} at {seat.school} now."


def _person(request: HttpRequest, seat: Seat, found: Person, form: RoleForm, *, why: str = "") -> HttpResponse:
    now = timezone.now()
    roles = list(roles_now(seat.school, at=now).filter(person=found).select_related("school"))
    theirs = Seat(found, seat.school, frozenset(held.role for held in roles if found.is_active))
    by_role, accounts = administered(found, roles), _posts_on(found, seat, at=now)
    shown: dict[str, Any] = {
        "person": found, "roles": [(held, by_role.get(held.pk, ())) for held in roles], "form": form,
        "why": why, "today": timezone.localdate(now), "accounts": accounts, "central": _central(seat),
        "needs": needs(theirs, posts_on=accounts, at=now), "leaving": open_leaving(found, seat.school),
        "named": naming(found, seat.school),
    }  # fmt: skip
    return render(request, "people/person.html", shown, status=422 if why or form.errors else 200)


def _posts_on(found: Person, seat: Seat, *, at: datetime) -> list[Channel]:
    """Return the accounts on whose list they stand; in a messaging group one is, and posts nothing."""
    rows = accounts_for(found, seat.school, at=at)
    return [row for row in rows if getattr(row, "listed", False) and row.kind != "group"]


def _worker(seat: Seat, pk: int) -> Person:
    try:
        return worker(seat.school, pk)
    except Person.DoesNotExist:
        raise Http404 from None


def _held(seat: Seat, found: Person, pk: str) -> HeldRole:
    rows = roles_now(seat.school, at=timezone.now()).filter(person=found)
    held = rows.filter(pk=number(pk) or 0).first()
    if held is None:
        raise UnableTo("This role has ended already.")
    return held


def _central(seat: Seat) -> bool:
    return "central_team" in seat.roles


_HERE = "<slug:school>/people/"

urlpatterns = [
    path(_HERE, people, name="people"),
    path(f"{_HERE}add/", person_add, name="person_add"),
    path(f"{_HERE}<int:person>/", person, name="person"),
    path(f"{_HERE}<int:person>/give/", role_give, name="role_give"),
    path(f"{_HERE}<int:person>/end/", role_end, name="role_end"),
]
