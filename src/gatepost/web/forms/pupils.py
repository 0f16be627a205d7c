"""What is sent to record an answer, and to settle on what permissions rest."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from django import forms
from django.utils import timezone

from gatepost.channels.models.channel import platform_name
from gatepost.consents.checks import check_given_on, check_giver_is_told
from gatepost.consents.elements import BASES, BY_LINK, ELEMENTS, GIVERS, METHODS, SPLIT, STATES, TIERS
from gatepost.consents.models import Contact, Wording
from gatepost.consents.telling import HEADINGS
from gatepost.schools.errors import UnableTo

SAID: Final = {
    "": "Not on the form", "granted": "Yes", "refused": "No", "withdrawn": "No longer", "objected": "Objects",
}  # fmt: skip
SET_ASIDE: Final = (("unknown", "Set aside, as if never said"),)
"""What the DSL and the DPO may say of an answer, where the school has decided that it no longer counts."""
PLATFORMS: Final = ("facebook", "instagram", "linkedin", "youtube", "x", "tiktok", "bluesky", "mastodon", "threads")


def _says(what: str) -> dict[str, str]:
    return dict.fromkeys(("required", "invalid", "invalid_choice"), what)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _days(name: str, *, required: bool, says: str) -> forms.DateField:
    return forms.DateField(
        label=name, required=required, error_messages=_says(says),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip


class PlaceForm(forms.Form):
    """Where something would be seen: a tier, or one platform of the tier that may be split."""

    tier = forms.ChoiceField(
        label="Where", choices=[("", "Choose"), *((slug, _capital(name)) for slug, name in TIERS.items())],
        error_messages=_says("Choose where it would be seen."),
    )  # fmt: skip
    platform = forms.ChoiceField(
        label="Which platform", required=False,
        choices=[("", "All of them"), *((slug, _capital(platform_name(slug))) for slug in PLATFORMS)],
        error_messages=_says("Choose a platform of the list."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Refuse a platform where the tier has none."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("platform") and said.get("tier") not in (SPLIT, None):
            self.add_error("platform", f"Only {TIERS[SPLIT]} has platforms. Choose “All of them”.")
        return said


class AnswerForm(PlaceForm):
    """A form that came back: what it says about each element, of whom, and how it came."""

    giver = forms.ChoiceField(label="Whose answer is it?", error_messages=_says("Say whose answer it is."))
    relationship = forms.CharField(
        label="Who are they to the pupil, if not named?", max_length=60, required=False,
        error_messages={"max_length": "Write it in a word or two, such as mother."},
    )  # fmt: skip
    method = forms.ChoiceField(
        label="How did it come?",
        choices=[(slug, _capital(how.name)) for slug, how in METHODS.items() if slug not in BY_LINK],
        error_messages=_says("Say how it came."),
    )  # fmt: skip
    given_on = _days("Date on the form", required=True, says="Write the date on the form, day, month and year.")
    expires_on = _days("A yes holds until", required=False, says="Write the last day, or leave it out.")
    wording = forms.ChoiceField(label="Which form was it?", required=False)
    evidence = forms.CharField(
        label="Where the form is kept", max_length=200, required=False,
        error_messages={"max_length": "Write where it is in 200 characters at most, such as: folder 2026, page 12."},
    )  # fmt: skip

    def __init__(
        self, *args: Any, contacts: Iterable[Contact], wordings: Iterable[Wording], today: date,
        sets_aside: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self._today, self._contacts, self._wordings = today, {str(one.pk): one for one in contacts}, [*wordings]
        named = [(key, _called(one)) for key, one in self._contacts.items()]
        unnamed = [(one, _capital(name) + (", not named" if one == "parent" else "")) for one, name in GIVERS.items()]
        self.fields["giver"].choices = [("", "Choose"), *named, *unnamed]  # type: ignore[attr-defined]
        texts = [(str(one.pk), _text_of(one)) for one in self._wordings]
        self.fields["wording"].choices = [("", "I don’t know"), *texts]  # type: ignore[attr-defined]
        for slug, name in ELEMENTS.items():
            self.fields[f"about_{slug}"] = forms.ChoiceField(
                label=_capital(name), choices=[*SAID.items(), *(SET_ASIDE if sets_aside else ())], required=False,
                error_messages=_says("Choose what the form says."),
            )  # fmt: skip

    @property
    def about(self) -> Iterator[forms.BoundField]:
        """The fields of the elements."""
        return (self[f"about_{slug}"] for slug in ELEMENTS)

    def clean(self) -> dict[str, Any]:
        """Refuse a form that says nothing, and one from tomorrow."""
        said = super().clean()
        self._check_giver(said)
        if not self.said and not any(name.startswith("about_") for name in self.errors):
            self.add_error("about_photo", "Say what the form says about at least one thing.")
        self._check_day(said)
        if said.get("expires_on") and said["expires_on"] < (said.get("given_on") or self._today):
            self.add_error("expires_on", "The last day is before the date on the form. Write a later one, or none.")
        return said

    def _check_giver(self, said: dict[str, Any]) -> None:
        given_by, contact = self._giver()
        try:
            check_giver_is_told(given_by=given_by, contact=contact, relationship=said.get("relationship", ""))
        except UnableTo as refusal:
            self.add_error("relationship", str(refusal))

    def _check_day(self, said: dict[str, Any]) -> None:
        try:
            check_given_on(said.get("given_on") or self._today, today=self._today)
        except UnableTo as refusal:
            self.add_error("given_on", str(refusal))

    def _giver(self) -> tuple[str, Contact | None]:
        """Return whose answer it is: a slug of GIVERS, and the contact where a name was chosen."""
        chosen = self.cleaned_data.get("giver", "")
        contact = self._contacts.get(chosen)
        return "parent" if contact else chosen, contact

    @property
    def said(self) -> dict[str, str]:
        """Element → state, for what the form speaks of."""
        return {one: state for one in ELEMENTS if (state := self.cleaned_data.get(f"about_{one}")) in STATES}

    def as_answer(self) -> dict[str, Any]:
        """Return what all of its answers have in common, with the arguments of `record_answers`."""
        said, (given_by, contact) = self.cleaned_data, self._giver()
        return {
            "tier": said["tier"], "platform": said["platform"], "method": said["method"], "contact": contact,
            "given_by": given_by, "relationship": said["relationship"], "evidence": said["evidence"].strip(),
            "given_on": said["given_on"], "expires_on": said["expires_on"],
            "wording": next((one for one in self._wordings if str(one.pk) == said["wording"]), None),
        }  # fmt: skip


def _text_of(wording: Wording) -> str:
    """Return what a text is about, from which day, and which it was of these: no two of a school read alike."""
    where = platform_name(wording.platform) if wording.platform else HEADINGS.get(wording.tier, "The whole form")
    about = f"{where}, {ELEMENTS[wording.element]}" if wording.element else where
    return f"{about}: version {wording.number}, used from {timezone.localtime(wording.since):%-d %B %Y}"


def _called(contact: Contact) -> str:
    return f"{contact.name} ({contact.relationship})" if contact.relationship else contact.name


class BasisForm(PlaceForm):
    """The lawful basis of one element in one place."""

    element = forms.ChoiceField(
        label="What", choices=[("", "Choose"), *((slug, _capital(name)) for slug, name in ELEMENTS.items())],
        error_messages=_says("Choose what it is about."),
    )  # fmt: skip
    basis = forms.ChoiceField(
        label="Lawful basis", choices=[(slug, _capital(name)) for slug, name in BASES.items()],
        error_messages=_says("Choose a basis of the list."),
    )  # fmt: skip
    note = forms.CharField(label="Why, and where families are told", max_length=500, required=False,
                           widget=forms.Textarea(attrs={"rows": 3}))  # fmt: skip


class AskingForm(forms.Form):
    """Who is asked."""

    since = forms.ChoiceField(
        label="Pupils are asked", error_messages=_says("Choose from when pupils are asked."),
        choices=[("", "Never: parents and carers answer"), *((f"year {n}", f"From Year {n}") for n in range(1, 14)),
                 *((f"age {n}", f"From the age of {n}") for n in range(10, 19))], required=False,
    )  # fmt: skip
    with_parent = forms.BooleanField(label="A parent or carer is asked as well", required=False)

    def as_asking(self) -> dict[str, Any]:
        """Return the arguments of `set_asking`."""
        kind, _, number = self.cleaned_data["since"].partition(" ")
        chosen = int(number) if number else None
        return {"from_year": chosen if kind == "year" else None, "from_age": chosen if kind == "age" else None,
                "with_parent": self.cleaned_data["with_parent"] or chosen is None}  # fmt: skip


class WordingForm(forms.Form):
    """What families are told on the form."""

    text = forms.CharField(
        label="What families are told", max_length=8000, widget=forms.Textarea(attrs={"rows": 8}),
        error_messages=_says("Write what families are told."),
    )  # fmt: skip
