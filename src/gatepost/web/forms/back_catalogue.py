"""What is sent as somebody looks through earlier posts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import QueryDict

from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.channels.particulars import PLATFORMS
from gatepost.publishing.actions.past_posts import Describing
from gatepost.publishing.models import PastPost
from gatepost.publishing.past_places import Place

BY_LINK: Final = "link"


class BeginForm(forms.Form):
    """A look through earlier posts to begin."""

    name = forms.CharField(
        label="What to call it", max_length=80,
        error_messages={"required": "Give it a name, such as: Back-catalogue, autumn 2026."},
    )  # fmt: skip
    due_on = forms.DateField(
        label="To be finished by", widget=forms.DateInput(attrs={"type": "date"}),
        error_messages=dict.fromkeys(("required", "invalid"), "Choose the day by which it is to be finished."),
    )  # fmt: skip


class AddForm(forms.Form):
    """Links or a file, and where the posts stand."""

    where = forms.ChoiceField(label="Where they were posted", required=False)
    account = forms.CharField(label="What that account is called", max_length=120, required=False)
    links = forms.CharField(
        label="Links, one a line", required=False, max_length=400_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    file = forms.FileField(label="Or a list, as CSV or Excel (.xlsx)", required=False)

    def __init__(self, *args: Any, channels: Iterable[Channel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channels = {f"account-{one.pk}": one for one in channels}
        own = [(key, str(one)) for key, one in self.channels.items()]
        others = [(slug, _capital(platform_name(slug))) for slug in PLATFORMS]
        self.fields["where"].choices = [  # type: ignore[attr-defined]
            (BY_LINK, "Each link tells"), ("Our accounts", own), ("An account that is not on our register", others),
        ]  # fmt: skip

    def place(self) -> Place | None:
        """Return the account on which all of them stand; None where each link tells."""
        where = self.cleaned_data["where"]
        if where in self.channels:
            return Place(self.channels[where].platform, self.channels[where])
        if where in {"", BY_LINK}:
            return None
        return Place(where, account=self.cleaned_data["account"].strip())


@dataclass(frozen=True, slots=True)
class Looked:
    """What somebody sent about one post: what it shows, who is in it, whom they look for, the reason, and the act."""

    shows: str = ""
    pupils: tuple[int, ...] = ()
    nobody: bool = False
    find: str = ""
    reason: str = ""
    act: str = ""

    @classmethod
    def sent(cls, data: QueryDict) -> "Looked":
        """Read a form."""
        ids = tuple(dict.fromkeys(int(one) for one in data.getlist("pupil") if one.isdecimal() and len(one) < _LONGEST))
        return cls(data.get("shows", ""), ids, data.get("nobody") == "yes", data.get("find", "").strip()[:80],
                   data.get("reason", ""), data.get("act", ""))  # fmt: skip

    @classmethod
    def of(cls, post: PastPost, pupils: Iterable[int]) -> "Looked":
        """Return what is known of a post."""
        ids = tuple(sorted(pupils))
        return cls(post.shows, ids, post.people_said and not ids)

    @property
    def looks(self) -> bool:
        """Whether they look for a pupil. The key for a new line does so too, wherever it is pressed."""
        return bool(self.find) and self.act in {"find", "say"}

    @property
    def describing(self) -> Describing:
        """What it says that the post shows."""
        return Describing(self.shows, self.pupils, self.nobody)


_LONGEST: Final = 18  # a longer number is no row of any database


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
