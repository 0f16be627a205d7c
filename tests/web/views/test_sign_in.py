"""Signing in, staying safe, and being somebody else in a demonstration."""

import re

import pytest
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.cast import PASSWORD, cast

pytestmark = pytest.mark.django_db

NOT_OURS = ["account_signup", "account_email", "account_confirm_email", "account_request_login_code",
            "account_signup_by_passkey", "mfa_signup_webauthn", "socialaccount_connections"]  # fmt: skip
GUEST_PAGES = ["account_login", "account_inactive", "account_reset_password", "account_reset_password_done",
               "account_reset_password_from_key_done"]  # fmt: skip
OWN_PAGES = ["your_sign_in", "account_logout", "account_reauthenticate", "account_change_password", "mfa_activate_totp",
             "mfa_list_webauthn", "mfa_add_webauthn", "usersessions_list"]  # fmt: skip


@pytest.fixture
def amara():
    """Amara, who drafts."""
    return cast().amara.person


def sign_in(client, person, password=PASSWORD):
    """Send the form of the sign-in page."""
    return client.post("/account/login/", {"login": person.email, "password": password})


def totp_code(secret):
    """What an app would show now."""
    return f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06}"


def show_again(client):
    """Type the password once more, as changes to how one signs in ask."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def turn_codes_on(client):
    """Set an app up, as the page asks, and return its secret."""
    show_again(client)
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": totp_code(secret)})
    return secret


def test_a_person_of_one_school_comes_to_its_home_page(client, amara):
    page = client.get(sign_in(client, amara).url)
    assert page.url == "/brookfield/"


@pytest.mark.parametrize("who", ["amara@brookfield.example", "nobody@brookfield.example"])
def test_a_wrong_password_says_the_same_as_an_unknown_address(client, amara, who):
    page = client.post("/account/login/", {"login": who, "password": "not this one"})
    assert "That address and password don’t belong together" in page.content.decode()


def test_a_login_that_is_guessed_is_locked_with_a_sentence(client, amara):
    pages = [sign_in(client, amara, password="not this one") for _ in range(8)]  # noqa: S106 - a wrong one
    assert pages[-1].status_code == 429
    assert "locked for a quarter of an hour" in pages[-1].content.decode()
    assert sign_in(client, amara).status_code == 429


def test_a_lock_is_of_one_person_only(client, amara):
    for _ in range(8):
        sign_in(client, amara, password="not this one")  # noqa: S106 - a wrong one
    ben = type(amara).objects.get(email="ben@brookfield.example")
    assert sign_in(client, ben).status_code == 302


@pytest.mark.parametrize("name", NOT_OURS)
def test_there_is_no_page_that_we_do_not_want(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("name", GUEST_PAGES)
def test_a_guest_sees_the_pages_of_signing_in_in_our_frame(client, name):
    page = client.get(reverse(name)).content.decode()
    assert 'class="gp-header"' in page
    assert "<h1>" in page


@pytest.mark.parametrize("name", OWN_PAGES)
def test_whoever_is_signed_in_sees_their_own_pages_in_our_frame(client, amara, name):
    sign_in(client, amara)
    show_again(client)
    page = client.get(reverse(name)).content.decode()
    assert 'class="gp-header"' in page
    assert "<h1>" in page


@pytest.mark.parametrize("name", OWN_PAGES)
def test_a_guest_sees_none_of_them(client, name):
    assert client.get(reverse(name)).status_code == 302


def test_codes_from_an_app_are_asked_for_at_the_next_sign_in(client, amara):
    sign_in(client, amara)
    secret = turn_codes_on(client)
    other = Client()
    assert sign_in(other, amara).url == reverse("mfa_authenticate")
    assert other.get("/").status_code == 302
    other.post(reverse("mfa_authenticate"), {"code": totp_code(secret)})
    assert other.get("/").url == "/brookfield/"


def test_a_code_opens_once_whatever_the_cache_has_forgotten(client, amara):
    sign_in(client, amara)
    code = totp_code(turn_codes_on(client))
    browsers = [Client(), Client()]
    for one in browsers:
        sign_in(one, amara)
        cache.clear()  # as for a process that has not heard of the other, and half a minute later for all of them
        page = one.post(reverse("mfa_authenticate"), {"code": code})
    assert [one.get("/").url.startswith("/brookfield/") for one in browsers] == [True, False]
    assert "This code has been used" in page.content.decode()


def test_a_code_that_let_somebody_in_does_not_confirm_a_change_too(client, amara):
    sign_in(client, amara)
    code = totp_code(turn_codes_on(client))
    other = Client()
    sign_in(other, amara)
    other.post(reverse("mfa_authenticate"), {"code": code})
    cache.clear()
    page = other.post(reverse("mfa_reauthenticate"), {"code": code})
    assert "This code has been used" in page.content.decode()


def test_a_wrong_code_says_what_to_do(client, amara):
    sign_in(client, amara)
    show_again(client)
    page = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "type that" in page.content.decode()


def test_a_recovery_code_opens_once(client, amara):
    sign_in(client, amara)
    turn_codes_on(client)
    code = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    codes = [Client(), Client()]
    for one in codes:
        sign_in(one, amara)
        one.post(reverse("mfa_authenticate"), {"code": code})
    assert [one.get("/").url.startswith("/brookfield/") for one in codes] == [True, False]


def test_turning_codes_off_is_asked_for_again(client, amara):
    sign_in(client, amara)
    turn_codes_on(client)
    assert "Turn codes off?" in client.get(reverse("mfa_deactivate_totp")).content.decode()
    client.post(reverse("mfa_deactivate_totp"))
    assert sign_in(Client(), amara).url == "/"


def test_a_change_to_ones_sign_in_asks_for_the_password_again(client, amara):
    sign_in(client, amara)
    asked = client.get(reverse("mfa_activate_totp"))
    assert asked.url.startswith(reverse("account_reauthenticate"))
    assert client.post(asked.url, {"password": PASSWORD}).url == reverse("mfa_activate_totp")


def test_whoever_has_nothing_to_say_who_they_are_with_is_told_so_and_nothing_of_roles(client, amara):
    amara.set_unusable_password()
    amara.save()
    client.force_login(amara, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(reverse("account_reauthenticate"))
    told = page.content.decode()
    assert (page.status_code, "you have no password, code or passkey" in told, "roles" in told) == (403, True, False)


def test_a_new_password_comes_by_a_link_that_works_once(client, amara, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": amara.email})
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]
    form = client.get(link).url
    new = "umbrella harbour seven lanterns"
    client.post(form, {"password1": new, "password2": new})
    assert sign_in(Client(), amara, password=new).status_code == 302
    assert "This link doesn’t work" in client.get(link).content.decode()


def test_a_new_password_opens_a_login_that_was_locked(client, amara, mailoutbox):
    for _ in range(8):
        client.post("/account/login/", {"login": amara.email.upper(), "password": "not this one"})
    client.post(reverse("account_reset_password"), {"email": amara.email})
    form = client.get(re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]).url
    new = "umbrella harbour seven lanterns"
    client.post(form, {"password1": new, "password2": new})
    assert sign_in(client, amara, password=new).status_code == 302


def test_no_letter_goes_to_somebody_who_is_not_on_the_register(client, amara, mailoutbox):
    page = client.post(reverse("account_reset_password"), {"email": "stranger@elsewhere.example"})
    assert (page.url, mailoutbox) == (reverse("account_reset_password_done"), [])


def test_changing_the_password_signs_one_out(client, amara):
    sign_in(client, amara)
    new = "umbrella harbour seven lanterns"
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert client.get("/").status_code == 302
    assert sign_in(client, amara, password=new).url == "/"


def test_one_can_sign_out_everywhere_else(client, amara):
    other = Client(headers={"user-agent": "Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1"})
    sign_in(other, amara)
    sign_in(client, amara)
    assert "Safari on an iPhone" in client.get(reverse("usersessions_list")).content.decode()
    client.post(reverse("usersessions_list"))
    assert [one.get("/").url for one in (client, other)] == ["/brookfield/", "/account/login/?next=/"]


def test_one_can_sign_out_one_other_browser(client, amara):
    other = Client()
    sign_in(other, amara)
    sign_in(client, amara)
    others = UserSession.objects.exclude(session_key=client.session.session_key).get()
    client.post(reverse("session_end", args=[others.pk]))
    assert [one.get("/").url for one in (client, other)] == ["/brookfield/", "/account/login/?next=/"]


def test_nobody_signs_somebody_else_out(client, amara):
    sign_in(client, amara)
    other = Client()
    sign_in(other, type(amara).objects.get(email="ben@brookfield.example"))
    theirs = UserSession.objects.get(session_key=client.session.session_key)
    assert other.post(reverse("session_end", args=[theirs.pk])).status_code == 404
    assert client.get("/").url == "/brookfield/"


def test_signing_in_leads_to_the_page_that_was_asked_for(client, amara):
    asked = client.get("/brookfield/posts/")
    page = client.get(asked.url).content.decode()
    assert '<input type="hidden" name="next" value="/brookfield/posts/">' in page
    said = {"login": amara.email, "password": PASSWORD, "next": "/brookfield/posts/"}
    assert client.post("/account/login/", said).url == "/brookfield/posts/"


def test_signing_in_leads_nowhere_else(client, amara):
    said = {"login": amara.email, "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post("/account/login/", said).url == "/"


def test_signing_out_is_a_form(client, amara):
    sign_in(client, amara)
    assert client.get(reverse("account_logout")).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get("/").status_code == 302


def test_somebody_who_has_left_cannot_sign_in(client, amara):
    type(amara).objects.filter(pk=amara.pk).update(is_active=False)
    sign_in(client, amara)
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_a_demonstration_there_is_no_sign_in_by_role(client, amara, settings, method):
    settings.DEMO = False
    assert getattr(client, method)("/demo/", {"person": amara.pk}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_in_a_demonstration_one_can_be_anybody(client, amara, settings):
    settings.DEMO = True
    assert "Be Amara Begum" in client.get("/demo/").content.decode()
    client.post("/demo/", {"person": amara.pk})
    assert client.get("/").url == "/brookfield/"


def test_in_a_demonstration_each_browser_is_listed_and_can_be_signed_out(client, amara, settings):
    settings.DEMO = True
    other = Client(headers={"user-agent": "Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1"})
    for one in (client, other):
        one.post("/demo/", {"person": amara.pk})
    assert "Safari on an iPhone" in client.get(reverse("usersessions_list")).content.decode()
    client.post(reverse("usersessions_list"))
    assert [one.get("/").url for one in (client, other)] == ["/brookfield/", "/account/login/?next=/"]


@pytest.mark.parametrize("person", ["", "x", "0", "99999999"])
def test_in_a_demonstration_nobody_is_nobody(client, settings, person):
    settings.DEMO = True
    assert client.post("/demo/", {"person": person}).status_code == 404


def test_being_somebody_takes_a_form_of_ours(amara, settings):
    settings.DEMO = True
    page = Client(enforce_csrf_checks=True).post("/demo/", {"person": amara.pk})
    assert page.status_code == 403
    assert "This page was open for too long" in page.content.decode()
