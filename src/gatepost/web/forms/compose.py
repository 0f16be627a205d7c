"""What an author sends from the page of a draft, read into plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final

from django.http import QueryDict
from django.utils import timezone

from gatepost.publishing.actions.composing import Written
from gatepost.publishing.asked_facts import ASKABLE, NO_OTHER_WAY, read
from gatepost.publishing.models import Picture, Post
from gatepost.publishing.said import acceptable

_SAID: Final = "said-"
_FIELDS: Final = ("alt_text", "face_shown", "names_visible", "capture_device", "reason")
WHEN: Final = "Write the day and the time at which it goes out, such as 27 November, 4pm; or leave both empty."
BOTH: Final = "You ticked that no pupil is in picture {}, and ticked who is in it. Change one of them."
PAST: Final = "Choose a time that is still to come, or leave both empty."


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent, and what could not be read of it: the id of a field → what to do.

    `both` holds, by picture, the pupils who were ticked together with “No pupil of the school is in it”.
    """

    written: Written
    problems: Mapping[str, str] = field(default_factory=dict)
    both: Mapping[int, list[int]] = field(default_factory=dict)


def sent(data: QueryDict, post: Post, pictures: list[Picture], *, at: datetime) -> Sent:
    """Return what was sent for a draft. A time that cannot be read leaves the one that the draft has."""
    when, problem = _when(data, post, at=at)
    written = Written(
        text=data.get("text", "").replace("\r\n", "\n").replace("\x00", ""),
        channels=frozenset(_numbers(data, "channels")),
        other_ways=tuple(sorted(set(data.getlist("other_ways")))),
        said=_said(data, post),
        go_out_at=when,
        edits=next(iter(_numbers(data, "edits")), 0),
        pictures={picture.pk: _about(data, picture) for picture in pictures},
    )
    both = {one.pk: found for one in pictures if (found := _both(data, one))}
    wrong = {f"p{one.pk}-nobody": BOTH.format(n) for n, one in enumerate(pictures, start=1) if one.pk in both}
    return Sent(written, wrong | ({"go_out_day": problem} if problem else {}), both)


def _numbers(data: QueryDict, name: str) -> list[int]:
    return [int(value) for value in data.getlist(name) if value.isdecimal() and len(value) < _DIGITS]


_DIGITS: Final = 12


def _when(data: QueryDict, post: Post, *, at: datetime) -> tuple[datetime | None, str]:
    day, clock = data.get("go_out_day", "").strip(), data.get("go_out_time", "").strip()
    if not day and not clock:
        return None, ""
    try:
        naive = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock or "09:00"))
    except ValueError:
        return post.go_out_at, WHEN
    chosen = timezone.make_aware(naive)
    if chosen == post.go_out_at:
        return chosen, ""
    return (chosen, "") if chosen > at else (post.go_out_at, PAST)


def _said(data: QueryDict, post: Post) -> dict[str, Any]:
    """Return the facts that were answered. What the page did not ask about stays as it was."""
    said = {path: value for path, value in post.said.items() if path in ASKABLE}
    for name in data:
        path = name.removeprefix(_SAID)
        if name.startswith(_SAID) and path in ASKABLE:
            value = read(path, str(data[name]))
            said.pop(path, None)
            if acceptable(path, value):
                said[path] = value
    if data.getlist("other_ways"):
        said.pop("other_channels", None)
    elif data.get("no_other_way"):
        said["other_channels"] = NO_OTHER_WAY
    elif "no_other_way_there" in data:
        said.pop("other_channels", None)
    return dict(sorted(said.items()))


def _both(data: QueryDict, picture: Picture) -> list[int]:
    """Return the pupils who were ticked in a picture that was said to show none; nothing where that is not so."""
    return _numbers(data, f"p{picture.pk}-pupils") if data.get(f"p{picture.pk}-nobody") else []


def _about(data: QueryDict, picture: Picture) -> dict[str, Any]:
    """Return what was sent of a picture. Who is in it is said once somebody is chosen, or that it is nobody."""
    pk = picture.pk
    about: dict[str, Any] = {
        name: str(data[f"p{pk}-{name}"]).strip().replace("\r\n", "\n") for name in _FIELDS if f"p{pk}-{name}" in data
    }
    chosen = _numbers(data, f"p{pk}-pupils")
    emptied = f"p{pk}-who" in data and bool(picture.pupils.all())
    if not _both(data, picture) and (chosen or data.get(f"p{pk}-nobody") or emptied):
        about["pupils"] = chosen
    return about


@dataclass(frozen=True, slots=True)
class Search:
    """Whom the author looks for: a class, or the beginning of a name. Neither stands in an address."""

    picture: int
    class_name: str
    words: str


def search(data: QueryDict, picture: int) -> Search:
    """Return whom the author looks for, for a picture."""
    return Search(picture, data.get(f"p{picture}-class", ""), data.get(f"p{picture}-find", "").strip()[:80])
