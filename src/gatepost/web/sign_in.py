"""How people come in: the school adds them, nobody adds themselves."""

import base64
import hashlib
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from axes.utils import reset
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest

from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import who_may

_SAYS = {
    "account_inactive": f"This person no longer works here. The {who_may(Permission.MANAGE_PEOPLE)} can say more.",
    "email_password_mismatch": "That address and password don’t belong together. Check both, or choose a new password.",
    "enter_current_password": "That is not your password now. Type the one that you sign in with.",
    "incorrect_password": "That password is not right. Try again.",
    "too_many_login_attempts": "There were too many tries. Wait a quarter of an hour, and try again.",
    "rate_limited": "There were too many tries. Wait a minute, and try again.",
}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's way in, without signing up."""

    error_messages: ClassVar = {**DefaultAccountAdapter.error_messages, **_SAYS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: the school adds its people."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Person | None:
        """Return who has this address and password. `login` is what axes counts failed tries by."""
        login = (credentials.get("email") or "").lower()
        found: Person | None = super().authenticate(request, login=login, **credentials)
        return found

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Return whether this is the person's password. Their address is on the person, not in allauth's table."""
        return self.authenticate(context.request, email=user.email, password=password) == user

    def set_password(self, user: Person, password: str) -> None:
        """Give somebody a new password, and with it a way past a lock that wrong ones have put on."""
        super().set_password(user, password)
        reset(username=user.email)


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]
    """allauth's codes and passkeys, in our words."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right. Wait for the app to show the next one, and type that.",
    }

    def encrypt(self, text: str) -> str:
        """Return the secret of a code app as it is stored: nobody who reads the database can make codes of it."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return what `encrypt` was given. After a change of GATEPOST_SECRET_KEY people set up their app again."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Person, type: str) -> str:  # noqa: A002 - as allauth calls it
        """Return what a passkey is called until its owner names it."""
        return "My passkey"


def _box() -> Fernet:
    """Return what seals the secrets of second steps, with a key that only the server's settings have."""
    key = hashlib.scrypt(settings.SECRET_KEY.encode(), salt=b"gatepost second step", n=2**10, r=8, p=1, dklen=32)
    return Fernet(base64.urlsafe_b64encode(key))
