"""A list of staff as it is sent."""

from typing import Final

from django import forms

from gatepost.tables.refused import MOST_BYTES

_NOT_SENT: Final = "The file did not come with the form. Choose it again."


class StaffListForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label="The file",
        error_messages={"required": "Choose a file.", "empty": "The file has nothing in it. Choose another.",
                        "invalid": _NOT_SENT, "missing": _NOT_SENT},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
    )  # fmt: skip

    def table(self) -> bytes:
        """Return the bytes of the list, one more than are allowed where the file is larger."""
        data: bytes = self.cleaned_data["file"].read(MOST_BYTES + 1)
        return data
