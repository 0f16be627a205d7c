"""What is sent to report an account that may be taken for the school's, and to decide about one."""

from typing import Final

from django import forms

from gatepost.channels.decisions import DECISIONS
from gatepost.web.forms.deciding import AccountFacts

_LONG: Final = {"max_length": "Write it shorter: 500 letters at most."}


class ReportForm(AccountFacts):
    """An account that somebody came across."""

    note = forms.CharField(
        label="What did you see?", max_length=500, required=False, error_messages=_LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, says in (("platform", "Choose the platform."), ("name", "Write what it is called.")):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = says


class DecideForm(forms.Form):
    """What somebody decides about a reported account."""

    decision = forms.ChoiceField(
        label="What is it?", choices=[(slug, one.name) for slug, one in DECISIONS.items()],
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose one."),
    )  # fmt: skip
    reason = forms.CharField(
        label="Why?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={**_LONG, "required": "Say in a sentence why: whoever asks later will want to know."},
    )  # fmt: skip
    by_day = forms.DateField(
        label="By when is the next step to be done?", required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write a day, such as 2026-12-04, or leave it out."},
    )  # fmt: skip
