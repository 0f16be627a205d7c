"""Signing in with a finger, a face or a PIN, on a device that the browser pretends to have."""

import pytest

from tests.journeys.visitor import check_usable

DEVICE = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
          "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
"""A phone whose owner agrees to whatever it asks."""


@pytest.fixture
def window(visit, own_server):
    """Priya at a browser that can make passkeys. They belong to a name: an address in numbers has none."""
    visitor = visit(at=own_server.replace("127.0.0.1", "localhost"))
    device = visitor.page.context.new_cdp_session(visitor.page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    visitor.sign_in("Ms Priya Nambiar")
    return visitor


def add_passkey(visitor):
    """Add this device, to be enough without a password; and show with it who one is, to see the recovery codes."""
    page = visitor.go("/account/2fa/webauthn/add/")
    check_usable(visitor)
    page.get_by_label("What to call it").fill("My work phone")
    page.get_by_label("Sign in with it alone").check()
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("link", name="use a passkey").click()
    check_usable(visitor)
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    check_usable(visitor)


def test_a_passkey_signs_somebody_in_without_a_password(window):
    add_passkey(window)
    page = window.go("/account/logout/")
    check_usable(window)
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name="What would you like to do?").wait_for()
    assert page.url.endswith("/millbeck/")


def test_a_passkey_can_be_renamed_and_removed(window):
    add_passkey(window)
    page = window.go("/account/2fa/webauthn/")
    page.get_by_role("link", name="Rename My work phone").click()
    check_usable(window)
    page.get_by_label("What to call it").fill("My own phone")
    page.get_by_role("button", name="Keep the name").click()
    page.get_by_role("link", name="Remove My own phone").click()
    check_usable(window)
    page.get_by_role("button", name="Remove it").click()
    assert page.get_by_text("No passkeys yet").is_visible()


def test_a_passkey_that_is_not_used_says_what_to_do(window):
    page = window.go("/account/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("The passkey was not used").wait_for()
    check_usable(window)
