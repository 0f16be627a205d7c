"""Signing in: allauth's pages that we show and, in a demonstration, sign-in by role."""

from allauth.account import views as account
from allauth.mfa.base import views as codes
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import list_usersessions
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import include, path, re_path
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.generic import RedirectView

from gatepost.schools.models import Person
from gatepost.web.browsers import signed_in
from gatepost.web.demo import cast_list
from gatepost.web.numbers import number

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_required
def your_sign_in(request: HttpRequest) -> HttpResponse:
    """Show how whoever is signed in signs in, and what more would make it safer."""
    held = list(Authenticator.objects.filter(user=request.user))
    kinds = {kind: [one for one in held if one.type == kind] for kind in ("totp", "webauthn", "recovery_codes")}
    return render(request, "account/yours.html", {"held": kinds})


@login_required
def sessions(request: HttpRequest) -> HttpResponse:
    """Show where whoever is signed in is signed in; what is posted signs them out everywhere else."""
    if request.method == "POST":
        return list_usersessions(request)  # type: ignore[no-any-return]
    found = signed_in(request.user, at=timezone.now())  # type: ignore[arg-type]
    return render(request, "usersessions/usersession_list.html", {"sessions": found, "session_count": len(found)})


@login_required
def session_end(request: HttpRequest, session: int) -> HttpResponse:
    """Sign out one of one's own browsers. Whoever comes by a link is shown the list."""
    if request.method == "POST":
        get_object_or_404(UserSession, pk=session, user=request.user).end()
        messages.success(request, "That browser is signed out.")
    return redirect("usersessions_list")


@require_http_methods(["GET", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    """Show the invented people of the demonstration, and be one of them. Elsewhere there is no such page."""
    if not settings.DEMO:
        raise Http404
    if request.method == "POST":
        chosen = request.POST.get("person", "")
        person = get_object_or_404(Person, pk=number(chosen), is_active=True)
        login(request, person, backend=_BACKEND)
        UserSession.objects.create_from_request(request)  # as allauth does, which is passed by here
        return redirect("schools")
    return render(request, "home/demo.html", {"stages": cast_list()})


_ACCOUNT = [
    path("", your_sign_in, name="your_sign_in"),
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path("password/reset/key/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key, name="account_reset_password_from_key",
    ),
    path("2fa/", RedirectView.as_view(pattern_name="your_sign_in"), name="mfa_index"),
    path("2fa/authenticate/", codes.authenticate, name="mfa_authenticate"),
    path("2fa/reauthenticate/", codes.reauthenticate, name="mfa_reauthenticate"),
    path("2fa/totp/", include("allauth.mfa.totp.urls")),
    path("2fa/recovery-codes/", include("allauth.mfa.recovery_codes.urls")),
    path("2fa/webauthn/", include("allauth.mfa.webauthn.urls")),
    path("sessions/", sessions, name="usersessions_list"),
    path("sessions/<int:session>/end/", session_end, name="session_end"),
]  # fmt: skip
"""allauth's own table has more: signing up, managing addresses, other firms' logins. None of it is ours."""

urlpatterns = [
    path("account/", include(_ACCOUNT)),
    path("demo/", demo, name="demo"),
]
