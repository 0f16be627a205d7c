"""The forms that ask for a one-time code: allauth's, with a memory of used codes that no two processes can pass."""

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms
from django.utils import timezone

from gatepost.schools.actions import codes
from gatepost.schools.errors import UnableTo


class SignIn(AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in."""

    def clean_code(self) -> str:
        """Return the code where it is right and has let nobody in."""
        return _used_up(self, super().clean_code())


class Again(ReauthenticateForm):  # type: ignore[misc]
    """A code asked for again, before a change to how one signs in."""

    def clean_code(self) -> str:
        """Return the code where it is right and has let nobody in."""
        return _used_up(self, super().clean_code())


def _used_up(form: Any, code: str) -> str:
    try:
        codes.use(form.user, code=code, by=form.user.actor, at=timezone.now())
    except UnableTo as refusal:
        raise forms.ValidationError(str(refusal)) from refusal
    return code
