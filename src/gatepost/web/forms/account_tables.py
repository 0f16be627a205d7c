"""A table of accounts as it is sent: a file, or text that was copied."""

from typing import Any, Final

from django import forms

from gatepost.tables.refused import MOST_BYTES

MOST_TEXT: Final = 500_000
"""Letters of a table that was pasted, or that the page carries from looking at it to taking it in."""
_NOT_SENT: Final = "The file did not come with the form. Choose it again."


class TableForm(forms.Form):
    """A table of accounts: one of the two."""

    file = forms.FileField(
        label="The file", required=False,
        error_messages={"empty": "The file has nothing in it. Choose another.", "invalid": _NOT_SENT,
                        "missing": _NOT_SENT},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
    )  # fmt: skip
    text = forms.CharField(
        label="Or paste the table", required=False, max_length=MOST_TEXT, strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": "That is far more than a table of accounts. Paste the table alone."},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        said = super().clean() or {}
        if not self.errors and not said.get("file") and not str(said.get("text") or "").strip():
            self.add_error("file", "Choose a file, or paste the table.")
        return said

    def table(self) -> bytes:
        """Return the bytes of the table, one more than are allowed where the file is larger."""
        file = self.cleaned_data["file"]
        data: bytes = file.read(MOST_BYTES + 1) if file else self.cleaned_data["text"].encode("utf-8", "replace")
        return data
