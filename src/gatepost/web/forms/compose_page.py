"""Everything that the page of a draft shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from gatepost.channels.checks import why_shut
from gatepost.channels.models import Channel
from gatepost.channels.queries import accounts_for
from gatepost.publishing.actions.composing import ELSEWHERE, Written
from gatepost.publishing.asked_facts import Ask, given
from gatepost.publishing.asking import Known
from gatepost.publishing.changes import changes_of, put_right
from gatepost.publishing.desk import Desk, desk
from gatepost.publishing.models import Post
from gatepost.publishing.platform_limits import too_much
from gatepost.publishing.queries import pictures_of
from gatepost.publishing.states import OTHER_WAYS
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.compose import Search
from gatepost.web.forms.compose_pictures import CHOICES, parts
from gatepost.web.marks import marked

Problems = Mapping[str, str]
"""The id of a field, or nothing, → what is wrong with it."""

FIRST: Final = "first"
"""Stands in place of a field's id for whatever keeps a draft from being sent."""

AUDIENCES: Final = {
    "public": "anyone can see it",
    "parents": "only parents and carers see it",
    "closed_group": "only a closed group sees it",
    "private_group": "only a closed group sees it",
    "staff": "only staff see it",
    "pupils": "only pupils see it",
}
"""Who can see an account → in words."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account on which the post may go out, and in sentences what its platform will not take of it.

    `shut` says why nothing can go out on one that was chosen before it was closed; empty otherwise.
    """

    channel: Channel
    chosen: bool
    too_much: tuple[str, ...]
    shut: str = ""

    @property
    def audience(self) -> str:
        """Who can see it."""
        return AUDIENCES.get(self.channel.audience, "")


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the author, with what was answered."""

    ask: Ask
    answer: str


def page_of(
    post: Post, seat: Seat, *, at: datetime, data: QueryDict, said: str = "", problems: Problems | None = None,
    typed: Written | None = None, search: Search | None = None, rewritten: bool = False, tapped: bool = False,
    both: Mapping[int, list[int]] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Return what the templates of the page are given.

    `typed` is what could not be saved and is shown again; `said` what was just done; `data` what was posted;
    `rewritten` says that the words are not those that were posted, `tapped` that a tap has just put something right;
    `both` are the pupils who were ticked in a picture that was said to show none, by picture.
    """
    pictures = list(pictures_of(post))
    every = list(accounts_for(seat.person, seat.school, at=at))
    beside = desk(post, at=at, known=Known(seat, every, pictures, getattr(post, "in_incident", None)))
    now = typed or _stored(post, beside)
    sent = {**(typed.pictures if typed else {})}
    for picture, pupils in (both or {}).items():
        sent[picture] = {**sent.get(picture, {}), "pupils": pupils, "nobody": True}
    taps = put_right(changes_of(post), text=post.text)
    return {
        "post": post,
        "desk": beside,
        "now": now,
        "said": said,
        "problems": [one for key, line in (problems or {}).items() for one in _listed(key, line, beside)],
        "elsewhere": ELSEWHERE in (problems or {}).values(),
        "saved": typed is None,
        "kept_open": next((key.removeprefix("keep-") for key in problems or () if key.startswith("keep-")), ""),
        "sent_back": getattr(post, "came_back", ""),
        "accounts": _accounts(every, now, len(pictures), on=timezone.localdate(at)),
        "parts": parts(pictures, beside, sent=sent, search=search, school=seat.school, at=at),
        "classes": _classes(seat, beside) if pictures else [],
        "choices": {name: list(words.items()) for name, words in CHOICES.items()},
        "ways": [(slug, words, slug in now.other_ways) for slug, words in OTHER_WAYS.items()],
        "no_other_way": now.said.get("other_channels") == "none",
        "words": marked(post.text, _places(beside)),
        "questions": [Question(ask, "") for ask in beside.asks],
        "answered": [Question(ask, _answer(now.said[ask.path])) for ask in given(dict(now.said))],
        "when": timezone.localtime(now.go_out_at) if now.go_out_at else None,
        "typed": data,
        "marks": bool(_places(beside)),
        "most_pictures": settings.PICTURES_PER_POST,
        "may_see_pupils": seat.may(Permission.SEE_PUPILS),
        "rewritten": rewritten,
        "put_right": taps,
        "tapped": next((one.change for one in taps if one.back), None) if tapped else None,
    }


def _stored(post: Post, beside: Desk) -> Written:
    content = beside.assessment.content
    return Written(
        post.text, frozenset(content["channels"]), tuple(post.other_ways), post.said, post.go_out_at, post.edits
    )


def _accounts(every: Iterable[Channel], now: Written, pictures: int, *, on: date) -> list[Account]:
    """Return the accounts that are open, and one that is closed, or being closed, where it is chosen."""
    found = []
    for channel in every:
        chosen, shut = channel.pk in now.channels, why_shut(channel, on=on)
        if chosen or not shut:
            over = too_much(now.text, pictures=pictures, platform=channel.platform) if chosen else ()
            found.append(Account(channel, chosen, over, shut))
    return found


def _classes(seat: Seat, beside: Desk) -> list[str]:
    """Return the names of the classes on the roll, by year, for whoever may see pupils."""
    if not seat.may(Permission.SEE_PUPILS):
        return []
    pupils = (one for one in beside.assessment.roster.people if one.kind == "pupil" and one.class_name)
    found = {(int(one.year or 0), one.class_name) for one in pupils}
    return [name for _, name in sorted(found)]


def _places(beside: Desk) -> list[tuple[int, int, int]]:
    found = ((one.finding.where, one.finding) for one in beside.shown)
    return [(where.start, where.end, one.number) for where, one in found if where and not one.waived]


def _listed(key: str, line: str, beside: Desk) -> list[tuple[str, str]]:
    """Return a problem with the id of its place; for a draft that cannot be sent, everything that keeps it from it."""
    if key != FIRST:
        return [(key, line)]
    right = [(f"f{one.finding.number}", one.title) for one in beside.to_put_right]
    tell = [(_place(ask), ask.label) for ask in beside.asks]
    return [*right, *tell] or [("text", line)]


def _place(ask: Ask) -> str:
    return ask.anchor or (f"{ask.name}-yes" if ask.kind == "yes_no" else ask.name)


def _answer(value: Any) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
