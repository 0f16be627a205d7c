"""Who administers an account and who posts there: named and taken off; and what was looked at on it."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from gatepost.channels.actions import looking, register
from gatepost.channels.check_kinds import CHECK_KINDS, FOUND
from gatepost.channels.listing import admin_on, poster_on, poster_role_on
from gatepost.channels.models import Administrator, Channel, Poster, PosterRole
from gatepost.duties.actions import chasing
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.roles import role_name
from gatepost.schools.seat import Seat
from gatepost.web.account_page import Wrong, account_page, channel_of, poster_form_of
from gatepost.web.forms.accounts import AdminForm, CheckForm
from gatepost.web.page import school_page
from gatepost.web.posting import post_only


@post_only("account")
@school_page(Permission.CHECK_CHANNELS)
def account_check(request: HttpRequest, seat: Seat, account: int, kind: str) -> HttpResponse:
    """Record that somebody looked at one thing on an account, and what they found."""
    if kind not in CHECK_KINDS:
        raise Http404
    channel = channel_of(seat, account)
    form = CheckForm(request.POST, found=FOUND)
    if not form.is_valid():
        why = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return account_page(request, seat, account, wrong=Wrong(why, kind, str(form["how"].value() or "")))
    said = form.cleaned_data
    try:
        chasing.record_check(channel, kind=kind, seat=seat, at=timezone.now(), **said)
    except UnableTo as refusal:
        return account_page(request, seat, account, wrong=Wrong(str(refusal), kind, said["how"]))
    messages.success(request, f"{CHECK_KINDS[kind].name} of {channel}: {FOUND[said['found']]}. It is kept.")
    return _back(seat, account)


@post_only("account")
@school_page(Permission.MANAGE_CHANNELS)
def admin_add(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Put a person or a role among the administrators of an account."""
    channel, now = channel_of(seat, account), timezone.now()
    form = AdminForm(request.POST, people=seats(seat.school, at=now), prefix="admin")
    if not form.is_valid():
        return account_page(request, seat, account, wrong=Wrong(admin_form=form))
    person, role = form.chosen()
    try:
        looking.add_admin(channel, person=person, role=role, reason=form.cleaned_data["reason"], seat=seat, at=now)
    except UnableTo as refusal:
        return account_page(request, seat, account, wrong=Wrong(str(refusal)))
    messages.success(request, f"{person or _whoever(role)} is among the administrators of {channel}.")
    return _back(seat, account)


@post_only("accounts")
@school_page(Permission.MANAGE_CHANNELS)
def admin_remove(request: HttpRequest, seat: Seat, admin: int) -> HttpResponse:
    """Take somebody off the administrators; where they left, the password is to be changed."""
    now, left = timezone.now(), request.POST.get("left") == "yes"
    try:
        row = admin_on(seat.school, admin, at=now)
    except Administrator.DoesNotExist:
        raise Http404 from None
    chasing.remove_admin(row, left=left, seat=seat, at=now)
    then = " Change its password now, and record it below." if left else ""
    messages.success(request, f"{row.person or _whoever(row.role)} does not administer {row.channel} any more.{then}")
    return _back(seat, row.channel_id)


@post_only("account")
@school_page(Permission.MANAGE_CHANNELS)
def poster_name(request: HttpRequest, seat: Seat, account: int) -> HttpResponse:
    """Put a person or a role on the list of those who post on an account."""
    channel, now = channel_of(seat, account), timezone.now()
    form = poster_form_of(channel, seats(seat.school, at=now), request.POST)
    if not form.is_valid():
        return account_page(request, seat, account, wrong=Wrong(poster_form=form))
    person, role = form.chosen()
    try:
        _name(channel, person, role, seat=seat, at=now)
    except UnableTo as refusal:
        return account_page(request, seat, account, wrong=Wrong(str(refusal)))
    does = "stands on the list of those in" if channel.kind == "group" else "posts on"
    messages.success(request, f"{person or _whoever(role)} {does} {channel}.")
    return _back(seat, account)


def _name(channel: Channel, person: Person | None, role: str, *, seat: Seat, at: datetime) -> None:
    if person is not None:
        register.name_poster(channel, person, by=seat.actor, at=at)
    else:
        register.name_poster_role(channel, role=role, by=seat.actor, at=at)


@post_only("accounts")
@school_page(Permission.MANAGE_CHANNELS)
def poster_remove(request: HttpRequest, seat: Seat, poster: int) -> HttpResponse:
    """Take somebody off the list of those who post."""
    now = timezone.now()
    try:
        listed = poster_on(seat.school, poster, at=now)
    except Poster.DoesNotExist:
        raise Http404 from None
    register.remove_poster(listed, by=seat.actor, at=now)
    messages.success(request, _off(str(listed.person), listed.channel))
    return _back(seat, listed.channel_id)


@post_only("accounts")
@school_page(Permission.MANAGE_CHANNELS)
def poster_role_remove(request: HttpRequest, seat: Seat, poster_role: int) -> HttpResponse:
    """Take a role off the list of those who post."""
    now = timezone.now()
    try:
        listed = poster_role_on(seat.school, poster_role, at=now)
    except PosterRole.DoesNotExist:
        raise Http404 from None
    register.remove_poster_role(listed, by=seat.actor, at=now)
    messages.success(request, _off(_whoever(listed.role), listed.channel))
    return _back(seat, listed.channel_id)


def _off(who: str, channel: Channel) -> str:
    if channel.kind == "group":
        return f"{who} is off the list of {channel}. Take them out of the group itself too."
    return f"{who} does not post on {channel} any more."


def _whoever(role: str) -> str:
    return f"Whoever is {role_name(role)}"


def _back(seat: Seat, account: int) -> HttpResponse:
    return redirect("account", school=seat.school.slug, account=account)


_HERE = "<slug:school>/accounts/"

urlpatterns = [
    path(f"{_HERE}<int:account>/checks/<slug:kind>/", account_check, name="account_check"),
    path(f"{_HERE}<int:account>/administrators/", admin_add, name="admin_add"),
    path(f"{_HERE}administrators/<int:admin>/remove/", admin_remove, name="admin_remove"),
    path(f"{_HERE}<int:account>/posters/", poster_name, name="poster_name"),
    path(f"{_HERE}posters/<int:poster>/remove/", poster_remove, name="poster_remove"),
    path(f"{_HERE}poster-roles/<int:poster_role>/remove/", poster_role_remove, name="poster_role_remove"),
]
