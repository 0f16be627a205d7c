"""The facts that only the author can give: which they may, where the page asks for them, and in what words."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gatepost.policy.controls.table import CONTROLS
from gatepost.policy.facts import FIELDS
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.publishing.content import Content
from gatepost.screening.findings import SETTLED

_KNOWN: Final = frozenset(
    """
    account account_name approved_by at audience author.approved_poster author.role author.spokesperson_authority
    author.training_done channel incident_active manager_permission text today
    working_hours
    """.split()
)
"""What Gatepost knows of itself: from the register, from sign-off, from the clock."""
_JUDGED: Final = frozenset(path for _, path, _, _ in SETTLED)
"""What would overrule a detector: nobody does that for their own post."""
_TYPES: Final = frozenset({"boolean", "date", "number", "prose", "string", "strings"})

_OF_POSTS: Final = frozenset(
    path for control in CONTROLS.values() if "post" in control.kinds for path in (*control.triggers, *control.reads)
)  # fmt: skip
"""What some clause may read of a post."""

ASKABLE: Final = frozenset(
    path for path, field in FIELDS.items()
    if path in _OF_POSTS and "[]" not in path and field.type in _TYPES and path not in _KNOWN | _JUDGED
)  # fmt: skip
"""The facts of a post as a whole that its author may give. Nobody says of their own post that it was approved."""

LABELS: Final = {
    "business.directly_related": "Does the business have a direct tie to the school or trust?",
    "business.relation": "What is the business to the school?",
    "deleted_from_device": "Has the picture been deleted from the personal device?",
    "objective": "What is this post for?",
    "other_channels": "How else will people hear of it?",
    "post_type": "What kind of post is it?",
    "uploaded_to_school_device": "Has the picture been moved to a school device?",
}
"""Fact → the question. Of others the table of facts has the words."""

NO_OTHER_WAY: Final = "none"
"""What `other_channels` says where its author says that there is no other way."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the author. `kind` is yes_no, choice, number, date, text or go; a `go` is asked at `anchor`."""

    path: str
    label: str
    kind: str
    choices: tuple[tuple[str, str], ...] = ()
    anchor: str = ""

    @property
    def name(self) -> str:
        """What the form calls it."""
        return f"said-{self.path}"


def asks(unknown: Iterable[str], content: Content) -> tuple[Ask, ...]:
    """Return the questions for facts that are not known, each once. What a page has a field for leads there."""
    found = (_ask(path, content) for path in unknown)
    return tuple({(one.label, one.anchor): one for one in found if one is not None}.values())


def missing(content: Content, read: Collection[str], *, known: Collection[str] = ()) -> tuple[str, ...]:
    """Return the facts without which a draft cannot be sent, as far as they are not given, in the order of the page.

    `read` are the facts that some clause in force reads. They are asked for at once, and not only when nothing worse
    is left. `known` are those that were found instead of given.
    """
    found = [] if content["channels"] else ["channel"]
    for number, picture in enumerate(content["pictures"]):
        if not picture["face_shown"]:
            found.append(f"media[{number}].face_shown")
        found += [
            f"media[{number}].{one}" for one in _READ
            if not picture[one] and f"media[].{one}" in read and f"media[{number}].{one}" not in known
        ]  # fmt: skip
        if picture["face_shown"] != "no_people" and not picture["people_said"]:
            found.append("people")
    return tuple(found)


def given(said: Mapping[str, Any]) -> tuple[Ask, ...]:
    """Return the questions that have been answered, so that the answers can be changed."""
    return tuple(_of_field(path) for path in said if path in ASKABLE and path != "other_channels")


def anchor(picture: int, field: str) -> str:
    """Return the id of a picture's field on the page."""
    return f"p{picture}-{field}"


def _ask(path: str, content: Content) -> Ask | None:
    match = _MEDIA.match(path)
    pictures: Sequence[Any] = content["pictures"]
    if match and match[2] in _PICTURE:
        number = int(match[1])
        if number >= len(pictures):
            return None
        which = "the picture" if len(pictures) == 1 else f"picture {number + 1}"
        return Ask(path, _PICTURE[match[2]].format(which), "go", anchor=anchor(pictures[number]["id"], match[2]))
    if path == "people" or path.startswith("people["):
        unsaid = next((one for one in pictures if not one["people_said"]), None)
        return Ask(path, "Say who is in each picture", "go", anchor=anchor(unsaid["id"], "pupils")) if unsaid else None
    if path in _ELSEWHERE:
        where, label = _ELSEWHERE[path]
        return Ask(path, label, "go", anchor=where)
    return _of_field(path) if path in ASKABLE else None


def _of_field(path: str) -> Ask:
    field = FIELDS[path]
    label = LABELS.get(path, f"{field.says}?")
    if field.type == "boolean":
        return Ask(path, label, "yes_no")
    if values := VALUES.get(field.values):
        words = sorted((value, value.replace("_", " ").capitalize()) for value in values)
        return Ask(path, label, "choice", tuple(words))
    return Ask(path, label, field.type if field.type in {"number", "date"} else "text")


def read(path: str, text: str) -> bool | float | str | None:
    """Return what was answered as the fact's value; None where it is no answer."""
    ask = _of_field(path)
    if ask.kind == "yes_no":
        return {"yes": True, "no": False}.get(text)
    if ask.kind == "number":
        return float(text) if _NUMBER.fullmatch(text) else None
    if ask.kind == "date":
        return text if _DAY.fullmatch(text) else None
    if ask.kind == "choice":
        return text if text in dict(ask.choices) or (path, text) == ("other_channels", NO_OTHER_WAY) else None
    return text.strip()[:_LONGEST] or None


_LONGEST: Final = 500
_MEDIA: Final = re.compile(r"^media\[(\d+)\]\.(\w+)$")
_NUMBER: Final = re.compile(r"-?\d{1,9}(\.\d{1,4})?")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_READ: Final = ("alt_text", "names_visible", "capture_device")
_PICTURE: Final = {
    "alt_text": "Describe {}",
    "capture_device": "Say what {} was taken with",
    "face_shown": "Say how {} shows the people in it",
    "names_visible": "Say which names can be read in {}",
    "reason": "Say why somebody must be recognisable in {}",
}
_ELSEWHERE: Final = {
    "channel": ("channels", "Choose where it will go"),
    "other_channels": ("other-ways", "Say how else people will hear of it"),
}
