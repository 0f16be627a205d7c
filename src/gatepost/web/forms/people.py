"""What is sent to change who works at a school."""

from typing import Any, Final

from django import forms

from gatepost.schools.roles import OVERSEEING, POSITIONS, ROLES

NAMES: Final = {slug: f"{role.name[:1].upper()}{role.name[1:]}: {role.says}" for slug, role in ROLES.items()}
"""Role → how the choice reads."""
_SEES: Final = ": sees the register of accounts"


def role_choices(*, central: bool) -> list[tuple[str, Any]]:
    """Return the roles and positions to choose from. Only the central team adds to the central team."""
    roles = [(slug, name) for slug, name in NAMES.items() if central or slug != "central_team"]
    positions = [(slug, f"{_capital(name)}{_SEES if slug in OVERSEEING else ''}")
                 for slug, name in sorted(POSITIONS.items(), key=_by_name)]  # fmt: skip
    return [
        ("", "Choose a role"),
        ("Roles, with what they let somebody do", roles),
        ("Positions that a policy may name at sign-off", positions),
    ]


def _by_name(entry: tuple[str, str]) -> str:
    return entry[1].casefold()


def _says(what: str) -> dict[str, str]:
    return dict.fromkeys(("required", "invalid", "invalid_choice"), what)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


class RoleForm(forms.Form):
    """A role to give."""

    role = forms.ChoiceField(label="Role", error_messages=_says("Choose a role of the list."))

    def __init__(self, *args: Any, central: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = role_choices(central=central)  # type: ignore[attr-defined]


class JoinForm(RoleForm):
    """Somebody new, with a first role."""

    name = forms.CharField(label="Name", max_length=120, error_messages=_says("Write their name, as colleagues do."))
    email = forms.EmailField(
        label="School e-mail address", max_length=254,
        error_messages=_says("Write the whole address with which they sign in, such as a.begum@school.example."),
    )  # fmt: skip
    post_title = forms.CharField(label="What they do", max_length=120, required=False)
    field_order = ("name", "email", "post_title", "role")


class EverywhereForm(JoinForm):
    """A role for every school, for somebody of the trust, or somebody new."""

    name = forms.CharField(label="Name, of somebody new", max_length=120, required=False)
    field_order = ("email", "role", "name", "post_title")
