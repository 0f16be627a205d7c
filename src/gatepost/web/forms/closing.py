"""The days that are sent to close an account."""

from typing import Any

from django import forms


class DayForm(forms.Form):
    """A day. `prefix` and `label` are set by each form, since a page has both."""

    label = ""
    day = forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=dict.fromkeys(("required", "invalid"), "Choose a day, such as 2027-07-16."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].label = self.label


class StartForm(DayForm):
    """The day from which nothing is posted on an account."""

    prefix = "start"
    label = "From which day is nothing posted there?"


class CloseForm(DayForm):
    """The day on which an account was closed."""

    prefix = "close"
    label = "On which day was it closed?"
