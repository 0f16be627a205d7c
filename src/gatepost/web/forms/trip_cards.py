"""What is sent to make a trip card."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from django import forms

from gatepost.consents.models import Pupil
from gatepost.consents.trip_card import NAMED_BY

_NO_CLASS: Final = "There is no such class on the roll. Choose one from the list."
_NO_DAY: Final = "Write the last day of the trip, day, month and year."
_NOBODY: Final = "Tick pupils of this class. Open the class again to see who is in it now."


class TripCardForm(forms.Form):
    """For whom of which classes, what the trip is called, until when, and how pupils are named.

    `ids` are the pupils: those that were ticked, and everybody only where that was chosen and nobody is ticked.
    """

    title = forms.CharField(max_length=80, required=False, error_messages={"max_length": "Keep it under 80 letters."})
    until = forms.DateField(error_messages=dict.fromkeys(("required", "invalid"), _NO_DAY))
    named_by = forms.ChoiceField(choices=[*NAMED_BY.items()], required=False,
                                 error_messages={"invalid_choice": "Choose first names or initials."})  # fmt: skip
    whole = forms.BooleanField(required=False)

    def __init__(self, *args: Any, classes: Iterable[str], pupils: Iterable[Pupil], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one, one) for one in classes]
        self.fields["class"] = forms.MultipleChoiceField(
            choices=named, error_messages=dict.fromkeys(("required", "invalid_choice", "invalid_list"), _NO_CLASS)
        )
        self.fields["pupil"] = forms.MultipleChoiceField(
            choices=[(str(one.pk), one.full_name) for one in pupils], required=False,
            error_messages=dict.fromkeys(("invalid_choice", "invalid_list"), _NOBODY),
        )  # fmt: skip
        # First what everything else hangs on, so that it is told of first.
        self.order_fields(["class", "pupil"])

    @property
    def ids(self) -> list[int]:
        """The pupils of the card, by id."""
        ticked = self.cleaned_data["pupil"]
        every = [key for key, _ in self.fields["pupil"].choices]  # type: ignore[attr-defined]
        return [int(one) for one in ticked or (every if self.cleaned_data["whole"] else ())]

    @property
    def group(self) -> str:
        """The class of the card; nothing where there are several."""
        chosen: list[str] = self.cleaned_data["class"]
        return chosen[0] if len(chosen) == 1 else ""

    @property
    def why(self) -> str:
        """The first thing that is wrong, as a sentence."""
        return next((str(one) for found in self.errors.values() for one in found), "")

    @property
    def wrong(self) -> str:
        """The field that `why` is about."""
        return next(iter(self.errors), "")

    @property
    def last_day(self) -> date:
        """The last day on which the card holds."""
        day: date = self.cleaned_data["until"]
        return day
