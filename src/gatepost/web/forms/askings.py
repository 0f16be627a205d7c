"""What is sent to ask for a new account."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from gatepost.channels.models.channel import platform_name
from gatepost.channels.particulars import AUDIENCES, CHANNEL_KINDS, PLATFORMS
from gatepost.channels.wishes import KINDS, Wish
from gatepost.schools.models import Person
from gatepost.web.forms.deciding import said, tri

_CHOOSE: Final = dict.fromkeys(("required", "invalid_choice"), "Choose one.")


class WishForm(forms.Form):
    """A new account that somebody would like to open."""

    platform = forms.ChoiceField(
        label="Platform", choices=[("", "Choose"), *((one, platform_name(one)) for one in PLATFORMS)],
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose the platform."),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="What will it be?", required=False, error_messages=_CHOOSE,
        choices=[("", "What is usual there"), *((one, CHANNEL_KINDS[one].capitalize()) for one in KINDS)],
    )  # fmt: skip
    name = forms.CharField(
        label="What it will be called", max_length=120,
        error_messages={"required": "Write what it will be called.", "max_length": "Write it shorter."},
    )  # fmt: skip
    uses_logo = tri("Will the school’s or the trust’s badge or logo be its picture, or stand on it?")
    purpose = forms.CharField(
        label="What is it for?", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what it is for.", "max_length": "Write it shorter: 300 letters at most."},
    )  # fmt: skip
    audience = forms.ChoiceField(label="Who will see it?", choices=AUDIENCES.items(), error_messages=_CHOOSE)
    first_admin = forms.ChoiceField(label="First administrator", error_messages=_CHOOSE)
    second_admin = forms.ChoiceField(label="Second administrator", error_messages=_CHOOSE)
    risks = forms.CharField(
        label="What could go wrong, and what will you do about it?", max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what could go wrong.", "max_length": "Write it shorter: 1,000 letters."},
    )  # fmt: skip
    ends_on = forms.DateField(
        label="Last day of the trial", required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write a day, such as 2027-07-16, or leave it out."},
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        named = [("", "Choose"), *((key, one.name) for key, one in self.people.items())]
        for name in ("first_admin", "second_admin"):
            self.fields[name].choices = named  # type: ignore[attr-defined]

    def wish(self) -> Wish:
        """Return what is asked for."""
        told = dict(self.cleaned_data)
        first, second = self.people[told.pop("first_admin")], self.people[told.pop("second_admin")]
        told["uses_logo"] = said(told["uses_logo"])
        return Wish(first_admin=first, second_admin=second, **told)
