"""What a list of steps after a break-in is made of: ours, and those of a platform in their place. No database."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, and what to do. `theirs` says that the platform's page says so."""

    name: str
    does: str
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Playbook:
    """The steps of a platform by slug, in order; the platform's public page of help, when it was read, and where."""

    steps: Mapping[str, Step]
    help: str
    checked: date | None = None
    copy: str = "an archived copy"


READ: Final = date(2026, 11, 21)
"""The day on which the platforms' pages were read."""

_FIRST: Final[Mapping[str, Step]] = {
    "evidence": Step(
        "Keep what you see",
        "Take pictures of what was posted, sent or changed, with the address and the time, before anything is removed. "
        "Not where a picture of a child may be sexual: take none, and ring the DSL.",
    ),
}
MIDDLE: Final[Mapping[str, Step]] = {
    "password": Step(
        "Change the password",
        "On a device that you trust. Choose one that is used nowhere else, and put it where the school keeps its "
        "logins. Whoever uses a login of their own changes theirs.",
    ),
    "email": Step(
        "Secure the mailbox behind it",
        "Whoever reads the mailbox can reset the password. Change its password too, and look for rules that forward "
        "its mail.",
    ),
    "sessions": Step("Sign out everywhere else", "In the account’s settings, end every session that is not yours."),
    "apps": Step("Take connected apps off", "Remove every app and service that you do not know or do not need."),
    "admins": Step(
        "Look at who administers it",
        "Compare the platform’s own list with the register. Take off whoever does not stand there.",
    ),
    "mfa": Step("Switch on two-step sign-in", "For everybody who signs in, and look whether the phone in it is yours."),
}
_LAST: Final[Mapping[str, Step]] = {
    "undo": Step(
        "Undo what they did",
        "Look at posts, stories, private messages, advertisements, the name, the picture and the address. Remove what "
        "is not yours once its picture is kept.",
    ),
    "report": Step(
        "Tell the platform",
        "By its page of help, above all if you can’t sign in any more. Never give a code or a password to anybody who "
        "writes to you.",
    ),
    "tell": Step(
        "Tell families another way",
        "With the words below: on the website, by e-mail or by text message. Tell anybody who got a private message.",
    ),
}


def book(
    page: str, theirs: Mapping[str, Step], *, checked: date | None = READ, without: Collection[str] = (),
    copy: str = "an archived copy",
) -> Playbook:  # fmt: skip
    """Return a list: ours, with the platform's own steps in the place of those that they are about.

    `without` names those of ours that there is nothing to do about on the platform.
    """
    middle = {slug: theirs.get(slug, step) for slug, step in MIDDLE.items() if slug not in without}
    own = {slug: step for slug, step in theirs.items() if slug not in {*MIDDLE, *_LAST}}
    last = {slug: theirs.get(slug, step) for slug, step in _LAST.items()}
    return Playbook({**_FIRST, **own, **middle, **last}, page, checked, copy)


def unread(page: str) -> Playbook:
    """Return our own list, for a platform whose page of help nobody has read."""
    return book(page, {}, checked=None)
