"""Signing in with a password and a code from an app: every page on the way can be used by everybody."""

import time

import pytest
from allauth.mfa.totp.internal.auth import hotp_value
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor, check_usable

WHO = "Mr Yusuf Demir"
FIRST, SECOND = "three lanterns by the pond", "four umbrellas on the bench"


@pytest.fixture
def window(visit):
    """Somebody who came in without a password, and has just chosen one."""
    visitor = visit(WHO)
    page = visitor.go("/account/password/set/")
    page.get_by_label("New password", exact=True).fill(FIRST)
    page.get_by_label("New password, once more").fill(FIRST)
    page.get_by_role("button", name="Keep it").click()
    visitor.sign_in(WHO)
    return visitor


def turn_codes_on(visitor: Visitor) -> str:
    """Type the password once more, set an app up, and return its secret."""
    page = visitor.go("/account/2fa/totp/activate/")
    check_usable(visitor)
    page.get_by_label("Your password").fill(FIRST)
    page.get_by_role("button", name="Go on").click()
    secret = page.locator("#authenticator_secret").inner_text()
    type_code(visitor, secret)
    page.get_by_role("button", name="Turn codes on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    check_usable(visitor)
    return secret


def type_code(visitor: Visitor, secret: str, *, later: int = 0) -> None:
    """Type what the app shows now, or what it shows next. (Each code opens once.)"""
    code = f"{hotp_value(secret, int(time.time()) // 30 + later):06}"
    visitor.page.get_by_label("code").first.fill(code)


def sign_in_again(visitor: Visitor, secret: str) -> None:
    """Sign out, and in again with the password and a code."""
    page = visitor.go("/account/")
    address = page.locator(".gp-head__sub").inner_text()
    visitor.go("/account/logout/").locator("main").get_by_role("button", name="Sign out").click()
    page.get_by_label("E-mail").fill(address)
    page.get_by_label("Password", exact=True).fill(FIRST)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One more step")
    check_usable(visitor)
    type_code(visitor, secret)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/brookfield/")


def test_a_password_and_a_code_open_the_door_and_are_changed(window):
    secret = turn_codes_on(window)
    window.page.get_by_role("link", name="Make new ones").click()
    check_usable(window)
    sign_in_again(window, secret)
    show_by_a_code(window, secret)
    page = window.go("/account/password/change/")
    check_usable(window)
    page.get_by_label("Your password now").fill(FIRST)
    page.get_by_label("New password", exact=True).fill(SECOND)
    page.get_by_label("New password, once more").fill(SECOND)
    page.get_by_role("button", name="Change it").click()
    page.wait_for_url("**/account/login/**")


def show_by_a_code(visitor: Visitor, secret: str) -> None:
    """Show with a code that it is oneself, and turn the codes off."""
    page = visitor.go("/account/2fa/reauthenticate/?next=/account/2fa/totp/deactivate/")
    check_usable(visitor)
    type_code(visitor, secret, later=1)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Turn codes off?")
    check_usable(visitor)
    page.get_by_role("button", name="Turn codes off").click()
    expect(page.get_by_text("Turn on")).to_be_visible()
