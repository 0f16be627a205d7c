"""What is sent to keep who may be asked about a pupil."""

from typing import Any, Final

from django import forms

from gatepost.consents.models import Contact

RESPONSIBLE: Final = {"": "Nobody has said", "yes": "Yes", "no": "No"}
"""What a form may say about parental responsibility."""
_SAID: Final[dict[str, bool | None]] = {"": None, "yes": True, "no": False}


class ContactForm(forms.Form):
    """A parent or carer, or somebody else to ask."""

    name = forms.CharField(
        label="Name", max_length=160,
        error_messages={"required": "Write their name.", "max_length": "Write a shorter name: 160 letters at most."},
    )  # fmt: skip
    relationship = forms.CharField(
        label="Who they are to the pupil", max_length=60, required=False,
        error_messages={"max_length": "Write it shorter: 60 letters at most."},
    )  # fmt: skip
    email = forms.EmailField(
        label="E-mail address", max_length=254, required=False,
        error_messages={"invalid": "Write the whole address, such as name@example.org, or leave it out."},
    )  # fmt: skip
    responsible = forms.ChoiceField(
        label="Do they have parental responsibility?", choices=[*RESPONSIBLE.items()], required=False,
        error_messages={"invalid_choice": "Choose an answer of the list."},
    )  # fmt: skip

    def as_contact(self) -> dict[str, Any]:
        """Return the fields of Contact."""
        said = dict(self.cleaned_data)
        return {**{name: said[name] for name in ("name", "relationship", "email")},
                "parental_responsibility": _SAID[said["responsible"]]}  # fmt: skip


def known(contact: Contact) -> dict[str, str]:
    """Return what a form opens with about somebody."""
    said = {value: key for key, value in _SAID.items()}[contact.parental_responsibility]
    return {"name": contact.name, "relationship": contact.relationship, "email": contact.email, "responsible": said}
