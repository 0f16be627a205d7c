"""What is sent to keep the register: the particulars of an account, a check, who administers it and who posts."""

from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import Any, Final

from django import forms

from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.channels.particulars import (
    AUDIENCES,
    CHANNEL_KINDS,
    COMMENTS,
    LOGIN_PLACES,
    MASTER_RIGHTS,
    PLATFORMS,
)
from gatepost.channels.secrets import holds_secret, refusal_of
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import POSITIONS, ROLES, role_name
from gatepost.schools.seat import Seat

ROLE_CHOICES: Final = sorted(
    ((slug, role_name(slug)[:1].upper() + role_name(slug)[1:]) for slug in (*ROLES, *POSITIONS)),
    key=lambda choice: choice[1].casefold(),
)
"""Every role and position, by name."""


def _says(what: str) -> dict[str, str]:
    return dict.fromkeys(("required", "invalid", "invalid_choice"), what)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _choices(table: Mapping[str, str], empty: str = "Nobody has said") -> list[tuple[str, str]]:
    return [("", empty), *((slug, _capital(words)) for slug, words in table.items())]


class NoteField(forms.CharField):
    """A text that says where a secret is and never what it is. One that gives it away is refused and not shown back."""

    def validate(self, value: str) -> None:
        super().validate(value)
        if holds_secret(value):
            raise forms.ValidationError(refusal_of(value))

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what the field shows again: nothing, where it seems to hold a secret."""
        return "" if isinstance(data, str) and holds_secret(data) else super().bound_data(data, initial)


def noted(label: str, max_length: int, *, required: bool = False, area: bool = False, **more: Any) -> NoteField:
    """Return a field for a text of the register."""
    widget = forms.Textarea({"rows": 3}) if area else None
    return NoteField(label=label, max_length=max_length, required=required, widget=widget, **more)


class AccountForm(forms.Form):
    """An account to put on the register."""

    kind = forms.ChoiceField(
        label="What it is", choices=[(slug, _capital(words)) for slug, words in CHANNEL_KINDS.items()],
        error_messages=_says("Say what it is."), required=False,
    )  # fmt: skip
    platform = forms.ChoiceField(
        label="Platform", choices=[(slug, _capital(platform_name(slug))) for slug in PLATFORMS],
        error_messages=_says("Choose a platform of the list."),
    )  # fmt: skip
    name = noted("Name of the account", 120, required=True, error_messages=_says("Write what the account is called."))
    address = forms.URLField(
        label="Its address", max_length=300, required=False, assume_scheme="https",
        error_messages=_says("Paste the whole address. It begins with https://"),
    )  # fmt: skip
    audience = forms.ChoiceField(
        label="Who sees it", choices=[*AUDIENCES.items()], error_messages=_says("Say who sees it.")
    )

    def clean_kind(self) -> str:
        """Return what it is; an official account where nobody says."""
        return self.cleaned_data["kind"] or "account"


class ParticularsForm(AccountForm):
    """What the register says of an account."""

    handle = noted("Handle", 120)
    purpose = noted("What it is for", 300)
    owner_role = forms.ChoiceField(label="Owned by the role", choices=[("", "Nobody has said"), *ROLE_CHOICES],
                                   required=False)  # fmt: skip
    owner = forms.ChoiceField(label="Owned by the person", required=False)
    master_rights = forms.ChoiceField(label="Master rights are with", choices=_choices(MASTER_RIGHTS), required=False)
    master_holder = forms.ChoiceField(
        label="Role that holds the master rights", choices=[("", "Nobody has said"), *ROLE_CHOICES], required=False
    )
    editorial_oversight = forms.ChoiceField(label="Does the school oversee what is posted?", required=False,
                                            choices=_choices({"yes": "yes", "no": "no"}))  # fmt: skip
    authorised = forms.ChoiceField(label="Did the school or trust authorise it?", required=False,
                                   choices=_choices({"yes": "yes", "no": "no"}))  # fmt: skip
    most_admins = forms.IntegerField(
        label="How many administer it at most", required=False, min_value=1, max_value=99,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Give a number from 1 to 99."),
    )  # fmt: skip
    login_place = forms.ChoiceField(label="The login is kept", choices=_choices(LOGIN_PLACES), required=False)
    login_where = noted("Where exactly", 200)
    login_custodians = noted("Who can reach it", 200)
    recovery = noted("Recovery contacts", 200)
    comments = forms.ChoiceField(label="Comments", choices=_choices(COMMENTS), required=False)
    house_rules = noted("House rules", 500, area=True)
    apps = noted("Connected apps", 300)
    disclaimer = noted("Disclaimer", 300)
    trial_until = forms.DateField(
        label="On trial until", required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Give the last day of the trial, such as 31/07/2027."},
    )  # fmt: skip
    note = noted("Note", 500, area=True)

    def __init__(
        self, *args: Any, people: Iterable[Person], opened_on: date, only: Container[str] | None = None, **kwargs: Any
    ) -> None:  # fmt: skip
        """`only` are the particulars that are asked for; without it all are."""
        super().__init__(*args, **kwargs)
        self.fields = {name: one for name, one in self.fields.items() if only is None or name in only}
        self.people = {str(person.pk): person for person in people}
        self.opened_on = opened_on
        named = [(key, person.name) for key, person in self.people.items()]
        self.fields["owner"].choices = [("", "Nobody in particular"), *named]  # type: ignore[attr-defined]

    def clean_trial_until(self) -> date | None:
        """Return the end of the trial, which is not before the account was opened."""
        until: date | None = self.cleaned_data["trial_until"]
        if until is not None and until < self.opened_on:
            raise forms.ValidationError(f"The account was opened on {self.opened_on:%-d %B %Y}. Give a later day.")
        return until

    def said(self) -> dict[str, Any]:
        """Return the particulars as the register keeps them."""
        answered = {"yes": True, "no": False, "": None}
        said = dict(self.cleaned_data)
        said |= {name: answered[said[name]] for name in ("editorial_oversight", "authorised") if name in said}
        return {**said, "owner": self.people.get(said["owner"])}


def particulars_of(channel: Channel) -> dict[str, Any]:
    """Return what the form shows of an account that is on the register."""
    shown = {name: getattr(channel, name) for name in ParticularsForm.base_fields}
    words = {True: "yes", False: "no", None: ""}
    yes_no = {name: words[shown[name]] for name in ("editorial_oversight", "authorised")}
    return {**shown, **yes_no, "owner": channel.owner_id or ""}


class CheckForm(forms.Form):
    """What somebody found when they looked at one thing on an account."""

    found = forms.ChoiceField(choices=(), error_messages=_says("Say what you found."))
    how = noted("How you looked, or where it can be seen", 200)

    def __init__(self, *args: Any, found: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["found"].choices = [*found.items()]  # type: ignore[attr-defined]


class WhoForm(forms.Form):
    """A person or a role, in one list: whoever is to administer an account, or to post on it."""

    who = forms.ChoiceField(label="Who", error_messages=_says("Choose somebody, or a role, from the list."))

    def __init__(self, *args: Any, people: Iterable[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {f"person-{one.person.pk}": one.person for one in people}
        named = [(key, person.name) for key, person in self.people.items()]
        roles = [(f"role-{slug}", name) for slug, name in self.offered()]
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            ("", "Choose"), ("People", named), ("Whoever holds a role", roles),
        ]  # fmt: skip

    def offered(self) -> list[tuple[str, str]]:
        """Return the roles to choose from."""
        return ROLE_CHOICES

    def chosen(self) -> tuple[Person | None, str]:
        """Return the person, or the role."""
        who = self.cleaned_data["who"]
        person = self.people.get(who)
        return person, "" if person else who.removeprefix("role-")


class AdminForm(WhoForm):
    """Somebody who is to have administrator rights."""

    reason = noted("Why they need it", 200)


class PosterForm(WhoForm):
    """Somebody who is to post. A role that lets nobody post is not offered; with `everybody`, for a group, all are."""

    def __init__(self, *args: Any, everybody: bool = False, **kwargs: Any) -> None:
        self.everybody = everybody
        super().__init__(*args, **kwargs)

    def offered(self) -> list[tuple[str, str]]:
        """Return the positions, and the roles that let somebody post."""
        return [(slug, name) for slug, name in ROLE_CHOICES
                if self.everybody or slug in POSITIONS or Permission.HAND_OVER in ROLES[slug].may]  # fmt: skip
