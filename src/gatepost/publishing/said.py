"""What its author may say of a draft: for each fact, a value that the page can show again."""

from collections.abc import Mapping, Sized
from datetime import date
from typing import Any

from gatepost.publishing.asked_facts import ASKABLE, LABELS, Ask, anchor, given, read
from gatepost.publishing.content import Content
from gatepost.schools.errors import UnableTo


def acceptable(path: str, value: Any) -> bool:
    """Return whether a value is one that the page could have sent as the answer about this fact."""
    if path not in ASKABLE or not isinstance(value, bool | float | int | str):
        return False
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return read(path, text) == value and (_kind(path) != "date" or _is_a_day(text))


def check_acceptable(said: Mapping[str, Any]) -> None:
    """Raise UnableTo, saying what can be answered, for the first value that is none. One left empty is no answer."""
    for path, value in said.items():
        if path in ASKABLE and value not in (None, "") and not acceptable(path, value):
            raise UnableTo(_refusal(path))


def contradicts(face_shown: str, pupils: Sized) -> bool:
    """Return whether a picture is said to show nobody, and somebody is said to be in it."""
    return face_shown == "no_people" and len(pupils) > 0


def contradictions(content: Content) -> tuple[Ask, ...]:
    """Return a question for each picture of which both is said, leading to where it is chosen how it shows people."""
    pictures = content["pictures"]
    which = {one["id"]: f"picture {number}" if len(pictures) > 1 else "the picture" for number, one in
             enumerate(pictures, start=1) if contradicts(one["face_shown"], one["pupils"])}  # fmt: skip
    says = "You chose that nobody is in {}, and ticked who is in it. Change one"
    return tuple(Ask("people", says.format(name), "go", anchor=anchor(pk, "face_shown")) for pk, name in which.items())


def _kind(path: str) -> str:
    return next((ask.kind for ask in given({path: None})), "choice")


def _is_a_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _refusal(path: str) -> str:
    ask = next(iter(given({path: None})), None)
    label = ask.label if ask else LABELS[path]
    return f"{_HOW[_kind(path)]} to answer “{label}”"


_HOW = {
    "choice": "Choose one of the answers on the list",
    "date": "Write a day, such as 2026-11-27,",
    "number": "Write a number",
    "text": "Write at most 500 characters",
    "yes_no": "Say yes or no",
}
