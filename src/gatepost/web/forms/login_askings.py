"""What is sent to ask for the login of an account."""

from collections.abc import Iterable
from typing import Any

from django import forms

from gatepost.channels.models import Channel
from gatepost.schools.errors import UnableTo


class LoginAskingForm(forms.Form):
    """Which account, and what for."""

    account = forms.ChoiceField(
        label="Which account?", error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose the account.")
    )
    purpose = forms.CharField(
        label="What do you need it for?", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what you need the login for.",
                        "max_length": "Write it shorter: 300 letters at most."},
    )  # fmt: skip

    def __init__(self, *args: Any, accounts: Iterable[Channel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.accounts = {str(one.pk): one for one in accounts}
        named = [("", "Choose"), *((key, str(one)) for key, one in self.accounts.items())]
        self.fields["account"].choices = named  # type: ignore[attr-defined]

    def channel(self) -> Channel:
        """Return the account. Raises UnableTo where the form says what is wrong."""
        if not self.is_valid():
            raise UnableTo("")
        return self.accounts[self.cleaned_data["account"]]

    def purpose_said(self) -> str:
        """Return what it is for."""
        return str(self.cleaned_data["purpose"])

    def refuse(self, why: str) -> None:
        """Say why it cannot be sent, where the form does not say it already."""
        if why:
            self.add_error(None, why)
