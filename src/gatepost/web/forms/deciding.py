"""What somebody says who asks about an account, its login, or their own use of social media at work."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms

from gatepost.channels.deciding import Account
from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.channels.particulars import MASTER_RIGHTS
from gatepost.policy.facts.vocabulary import PLATFORMS
from gatepost.schools.roles import role_name

UNKNOWN: Final = "I don’t know"
_NOT_ACCOUNTS: Final = frozenset({"email", "sms", "text_message", "learning_platform", "teams", "twitter", "msn"})
_ON: Final = sorted(((one, platform_name(one)) for one in PLATFORMS - _NOT_ACCOUNTS), key=lambda pair: pair[1].lower())
_SAID: Final[Mapping[str, bool | None]] = {"": None, "yes": True, "no": False}
_TRI: Final = [("", UNKNOWN), ("yes", "Yes"), ("no", "No")]
ROLES: Final = (
    "teacher", "teaching_assistant", "head_of_department", "head_of_year", "head_of_pe", "head_of_music",
    "headteacher", "deputy_headteacher", "senior_deputy_head", "assistant_headteacher", "slt_member", "line_manager",
    "pa_to_headteacher", "office_manager", "business_manager", "technician", "av_technician", "it_technician",
    "librarian", "account_manager", "communications_officer", "trainee_teacher", "supply_teacher", "coach",
    "governor", "volunteer", "parent", "pupil", "central_team",
)  # fmt: skip
"""Whom a policy may know somebody as."""
_OF_ROLES: Final = sorted(((role, role_name(role)) for role in ROLES), key=lambda pair: pair[1].casefold())
PERIODS: Final = {
    "": UNKNOWN, "before_work": "Before work", "registration": "Registration", "lesson": "A lesson", "ppa": "PPA time",
    "break": "Break", "lunch": "Lunch", "after_work": "After work", "evening": "The evening", "weekend": "The weekend",
    "holiday": "A holiday",
}  # fmt: skip
DEVICES: Final = {"": UNKNOWN, "personal": "Their own", "work": "The school’s"}


def tri(label: str) -> forms.ChoiceField:
    """Return a question with yes, no and I don’t know."""
    wrong = {"invalid_choice": "Choose an answer of the list."}
    return forms.ChoiceField(label=label, choices=_TRI, required=False, error_messages=wrong)


def said(value: str) -> bool | None:
    """Return what an answer of such a question means."""
    return _SAID[value]


def choices(label: str, known: Iterable[tuple[str, str]], *, required: bool = False) -> forms.ChoiceField:
    """Return a list to choose from."""
    wrong = {"required": "Choose one.", "invalid_choice": "Choose an answer of the list."}
    return forms.ChoiceField(label=label, choices=list(known), required=required, error_messages=wrong)


class AccountFacts(forms.Form):
    """What is known of an account."""

    platform = choices("Platform", [("", UNKNOWN), *_ON])
    name = forms.CharField(
        label="What it is called", max_length=120, required=False,
        error_messages={"max_length": "Write it shorter: 120 letters at most."},
    )  # fmt: skip
    address = forms.CharField(
        label="Its address", max_length=300, required=False,
        error_messages={"max_length": "Copy the address of the page by itself: 300 letters at most."},
    )  # fmt: skip
    uses_name = tri("Does it use the school’s name?")
    uses_logo = tri("Does it show the school’s badge or logo?")
    master_rights = choices("Who holds the master rights?", [("", UNKNOWN), *MASTER_RIGHTS.items()])
    editorial_oversight = tri("Does the school see to everything that appears there?")
    admins = forms.IntegerField(
        label="How many administrators has it?", required=False, min_value=0, max_value=1000,
        error_messages={"invalid": "Write a number, or leave it out.", "min_value": "Write 0 or more.",
                        "max_value": "Write 1000 at most."},
    )  # fmt: skip
    authorised = tri("Has the school or trust authorised it?")
    in_privacy_notice = tri("Does the school’s privacy notice name it?")

    def as_account(self, **more: Any) -> Account:
        """Return the account as it was described."""
        told = dict(self.cleaned_data)
        told |= {name: said(told[name]) for name in _YES_OR_NO}
        return Account(**{name: told[name] for name in _KNOWN}, **more)


_YES_OR_NO: Final = ("uses_name", "uses_logo", "editorial_oversight", "authorised", "in_privacy_notice")
_KNOWN: Final = ("platform", "name", "address", "master_rights", "admins", *_YES_OR_NO)


class AskAccount(AccountFacts):
    """Is this account ours?"""

    asked_by = choices("Who wants to open it?", [("", "Nobody: it is there already"), *_OF_ROLES])

    def account(self) -> Account:
        """Return the account that is asked about."""
        return self.as_account(asked_by=self.cleaned_data["asked_by"])


class AskLogin(forms.Form):
    """May somebody have the login?"""

    account = choices("Which account?", [], required=True)
    who = choices("Who would have it?", [("", "I would"), *_OF_ROLES])
    name = forms.CharField(
        label="Their name, if they work here", max_length=120, required=False,
        error_messages={"max_length": "Write it shorter: 120 letters at most."},
    )  # fmt: skip
    agreed = tri("Has somebody agreed in writing?")

    def __init__(self, *args: Any, accounts: Iterable[Channel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].choices = [(str(one.pk), str(one)) for one in accounts]  # type: ignore[attr-defined]


class AskUse(forms.Form):
    """May I look at my own social media now?"""

    platform = choices("Platform", [("", UNKNOWN), *_ON])
    device = choices("Whose device?", DEVICES.items())
    period = choices("When?", PERIODS.items())
    working_hours = tri("Is it within working hours?")
    timetabled_teaching = tri("Is it a lesson that they teach?")
    own_time = tri("Is it their own time, such as a lunch break?")

    def facts(self) -> dict[str, Any]:
        """Return what is known, by the names of facts.md."""
        told = dict(self.cleaned_data)
        yes_or_no = ("working_hours", "timetabled_teaching", "own_time")
        return {"channel": told["platform"], "device": told["device"], "period": told["period"],
                **{name: said(told[name]) for name in yes_or_no}}  # fmt: skip
