"""Asking the policy: is this account ours, may somebody have the login, may I look at my own page now."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from gatepost.channels import deciding
from gatepost.channels.deciding import Told
from gatepost.channels.queries import open_channels
from gatepost.channels.requester import login_for
from gatepost.channels.told import questions, who_agrees, words_of
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.deciding import AskAccount, AskLogin, AskUse, said
from gatepost.web.page import school_page


@school_page(Permission.SEE_POLICY)
def account_ask(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Say what the policy makes of an account that somebody describes. Nothing of it is kept."""
    form, policy, told = AskAccount(request.POST or None), _policy(seat), None
    if policy and form.is_bound and form.is_valid():
        told = deciding.about_account(form.account(), school=seat.school, policy=policy, at=timezone.now())
    return _page(request, "deciding/account.html", form, policy, told)


@school_page(Permission.SEE_POLICY)
def login_ask(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Say what the policy says to somebody's having the login of an account."""
    accounts = list(open_channels(seat.school, on=timezone.localdate()).select_related("school__trust"))
    form, policy, told = AskLogin(request.POST or None, accounts=accounts), _policy(seat), None
    if policy and form.is_bound and form.is_valid():
        channel = next(one for one in accounts if str(one.pk) == form.cleaned_data["account"])
        told = _login(seat, form, channel, policy)
    return _page(request, "deciding/login.html", form, policy, told, accounts=accounts)


@school_page(Permission.SEE_POLICY)
def use_ask(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Say what the policy says to somebody's own use of social media at work."""
    form, policy, told = AskUse(request.POST or None), _policy(seat), None
    if policy and form.is_bound and form.is_valid():
        told = deciding.about_use(form.facts(), policy=policy, at=timezone.now())
    return _page(request, "deciding/use.html", form, policy, told)


def _login(seat: Seat, form: AskLogin, channel: Any, policy: InForce) -> Told | None:
    answer, now = form.cleaned_data, timezone.now()
    try:
        wish = login_for(channel, seat=seat, role=answer["who"], name=answer["name"], agreed=said(answer["agreed"]),
                         at=now)  # fmt: skip
    except UnableTo as refusal:
        form.add_error("name", str(refusal))
        return None
    return deciding.about_login(wish, policy=policy, at=now)


def _policy(seat: Seat) -> InForce | None:
    return policy_in_force(seat.school, on=timezone.localdate())


def _page(
    request: HttpRequest, template: str, form: forms.Form, policy: InForce | None, told: Told | None, **more: Any
) -> HttpResponse:
    shown = {"form": form, "policy": policy, "told": told, **more}
    if told is not None:
        shown |= {"words": words_of(told), "questions": list(questions(told)), "who": who_agrees(told)}
    return render(request, template, shown, status=422 if form.errors else 200)


_HERE = "<slug:school>/accounts/ask/"

urlpatterns = [
    path(_HERE, account_ask, name="account_ask"),
    path(f"{_HERE}login/", login_ask, name="login_ask"),
    path(f"{_HERE}own-use/", use_ask, name="use_ask"),
]
