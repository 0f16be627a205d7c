"""What taps have changed in a post: the words before and after, and which tap can still be taken back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gatepost.publishing.models import Change, Post, Version


@dataclass(frozen=True, slots=True)
class Passage:
    """What became of a text: `was` is now `now`, between `lead` and `trail`, a few words on either side."""

    lead: str
    was: str
    now: str
    trail: str


def passage(before: str, after: str) -> Passage:
    """Return where two texts differ, in whole words."""
    start = _start_of_word(before, _shared(before, after))
    shared = _shared(before[start:][::-1], after[start:][::-1])
    was, now = before[start : len(before) - shared], after[start : len(after) - shared]
    rest = before[len(before) - shared :]
    tail = _REST_OF_WORD.match(rest)
    word = tail[0] if tail and _ends_in_a_word(was, now) else ""
    return Passage(_lead(before[:start]), was + word, now + word, _trail(rest[len(word) :]))


def around(text: str, start: int, end: int) -> Passage:
    """Return a place of a text with what stands around it; nothing becomes of it."""
    return Passage(_lead(text[:start]), text[start:end], text[start:end], _trail(text[end:]))


@dataclass(frozen=True, slots=True)
class PutRight:
    """A tap as its author sees it. `back` says that it can be taken back by another."""

    change: Change
    back: bool


def changes_of(post: Post) -> list[Change]:
    """Return what taps have changed in a post, in their order. One query."""
    return list(Change.objects.of(post.school_id).filter(post=post).select_related("by"))


def changes_until(version: Version) -> list[Change]:
    """Return what taps had changed in a post when a version of it was sent, in their order. One query."""
    return [one for one in changes_of(version.post) if one.at <= version.sent_at]


def put_right(changes: Sequence[Change], *, text: str) -> list[PutRight]:
    """Return what taps have changed, the latest first. `text` is the draft's as it stands."""
    last = to_take_back(changes, text=text)
    return [PutRight(one, one is last) for one in reversed(changes)]


def to_take_back(changes: Iterable[Change], *, text: str) -> Change | None:
    """Return the tap that one more takes back: the last on the words, while they are as it left them; else None.

    A picture that was taken out is none of them: its file may be gone.
    """
    words = [one for one in changes if one.kind != "drop"]
    last = words[-1] if words else None
    if last is None or last.text_after != text or (last.kind == "mean" and last.pupil_id is None):
        return None
    return last


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _start_of_word(text: str, at: int) -> int:
    while 0 < at < len(text) and _IN_WORD.match(text[at]) and _IN_WORD.match(text[at - 1]):
        at -= 1
    return at


def _ends_in_a_word(was: str, now: str) -> bool:
    return bool(_IN_WORD.match(was[-1:]) or _IN_WORD.match(now[-1:]))


def _lead(text: str) -> str:
    line = text[-_AROUND * 2 :].rpartition("\n")[2]
    return line if len(line) <= _AROUND else f"…{line[-_AROUND:].partition(' ')[2]}"


def _trail(text: str) -> str:
    line = text[: _AROUND * 2].partition("\n")[0]
    return line if len(line) <= _AROUND else f"{line[:_AROUND].rpartition(' ')[0]}…"


_AROUND: Final = 40
"""Characters that are kept on either side."""
_IN_WORD: Final = re.compile(r"[\w’']")
_REST_OF_WORD: Final = re.compile(r"[\w’']*")
