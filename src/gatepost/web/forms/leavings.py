"""What is sent when somebody leaves or changes jobs."""

from typing import Any, Final

from django import forms

_WHYS: Final = (
    ("leaves", "Leaves: they won’t work here any more. Everything of theirs ends."),
    ("moves", "Changes jobs: they keep what is ticked below, and the rest ends."),
)


class LeavingForm(forms.Form):
    """Why, and the last day."""

    why = forms.ChoiceField(
        label="What happens?", choices=_WHYS, widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose whether they leave or change jobs."),
    )  # fmt: skip
    last_day = forms.DateField(
        label="Their last day in this job", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=dict.fromkeys(("required", "invalid"), "Write the last day, such as 2027-07-16."),
    )  # fmt: skip


class ClosingForm(forms.Form):
    """How one can tell, and who takes over."""

    proof = forms.CharField(
        label="How can one tell?", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Write it shorter: 300 letters at most."},
    )  # fmt: skip
    to = forms.ChoiceField(
        label="Who takes over their accounts and tasks?", required=False,
        error_messages={"invalid_choice": "Choose somebody of the list."},
    )  # fmt: skip

    def __init__(self, *args: Any, people: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", "Choose"), *people.items()]  # type: ignore[attr-defined]
