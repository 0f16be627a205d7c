"""What goes in and out. Times are ISO 8601 with a zone; outcomes and states are the stable slugs of the docs."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Final

from ninja import Field, Schema
from pydantic import AwareDatetime, BeforeValidator

_UNWRITABLE: Final = re.compile("[\x00\ud800-\udfff]")


def _writable(value: Any) -> Any:
    return _UNWRITABLE.sub("", value) if isinstance(value, str) else value


LARGEST: Final = 2**53
"""The largest id: what JSON holds exactly everywhere, and well within what a database does."""
Id = Annotated[int, Field(ge=1, le=LARGEST)]
"""Which row."""
Words = Annotated[str, BeforeValidator(_writable)]
"""What somebody wrote, without what no page shows and no database stores: NUL, and halves of characters."""
Line = Annotated[str, Field(max_length=500), BeforeValidator(_writable)]
"""A reason, a proof or an address."""
Body = Annotated[str, Field(max_length=10_000), BeforeValidator(_writable)]
"""The words of a post."""
Moment = Annotated[AwareDatetime, Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC))]
"""A time with its zone."""


class Why(Schema):
    """A refusal: the sentence that a person reads."""

    why: str


class PostIn(Schema):
    """What to change of a draft; what is left out stays. `edits` is the count that the caller last saw."""

    text: Body | None = None
    channels: list[Id] | None = None
    named: list[Id] | None = None
    other_ways: list[Words] | None = None
    said: dict[Words, bool | float | Line | None] | None = None
    go_out_at: Moment | None = None
    edits: int | None = None


class FindingOut(Schema):
    """One thing to put right, to explain or to be decided. `where` is `[start, end)` in code points of the text.

    `key` names it to `keep`; each of `remedies` is a key that `fix` takes.
    """

    key: str
    number: int
    answer: str
    kind: str
    outcome: str
    clauses: list[str]
    strength: str
    says: str
    where: list[int] | None
    may_be_kept: bool
    waived: str
    remedies: list[str]


class StepOut(Schema):
    """One approval that is asked for, and the clauses that say so; none where the policy names nobody."""

    asks: list[str]
    clauses: list[str]


class ChangeOut(Schema):
    """Something that was put right by a remedy. `undo` says that `fix/undo` takes it back, given its `id`."""

    id: int
    kind: str
    clause: str
    was: str
    now: str
    undo: bool


class PostOut(Schema):
    """A post: where it stands, and, for a draft, what the policy in force makes of it now."""

    id: int
    status: str
    text: str
    channels: list[int]
    edits: int
    version: int | None = None
    answers: dict[str, str] | None = None
    findings: list[FindingOut] = Field(default_factory=list)
    unknown: list[str] = Field(default_factory=list)
    steps: list[StepOut] = Field(default_factory=list)
    put_right: list[ChangeOut] = Field(default_factory=list)


class PictureIn(Schema):
    """What is said about a picture; what is left out stays. `pupils`, even none, says who is in it."""

    pupils: list[Id] | None = None
    alt_text: Words | None = None
    face_shown: Words | None = None
    names_visible: Words | None = None
    capture_device: Words | None = None
    reason: Words | None = None


class BoxOut(Schema):
    """A face or words in a picture: `box` is x, y, width and height in its pixels; `said` what a person said it is.

    `text` are the words that were read. Whose a face is, nothing here knows: `pupil` is whom a person chose.
    """

    key: str
    box: list[int]
    text: str
    said: str
    pupil: int | None


class BoxIn(Schema):
    """What a box shows: pupil (with its id), adult, elsewhere, no_face or no_name; nothing takes it back."""

    box: Words
    said: Words = ""
    pupil: Id | None = None


class BlurIn(Schema):
    """The keys of the boxes to cover for good."""

    boxes: list[Words]


class CropIn(Schema):
    """What stays of a picture, in its pixels."""

    x: int = Field(ge=0, le=100_000)
    y: int = Field(ge=0, le=100_000)
    width: int = Field(ge=1, le=100_000)
    height: int = Field(ge=1, le=100_000)


class PictureOut(Schema):
    """A picture as it was written anew. `removed` is what the file carried beside it, in words.

    `look` is how far the look into it has come: waiting, faces, done, failed, or none where nothing looks.
    """

    id: int
    position: int
    sha256: str
    width: int
    height: int
    removed: list[str]
    alt_text: str
    face_shown: str
    people_said: bool
    look: str
    boxes: list[BoxOut]


class KeyIn(Schema):
    """Which remedy."""

    key: Words


class ChangeIn(Schema):
    """Which change is taken back."""

    change: Id


class KeepIn(Schema):
    """Which finding is kept, and why."""

    key: Words
    reason: Line


class VersionOut(Schema):
    """A frozen version. `digest` is what an approval binds to; `questions` must each be answered yes to approve."""

    id: int
    post: int
    number: int
    status: str
    digest: str
    content: dict[str, Any]
    steps: list[StepOut]
    questions: list[str]
    deliveries: list[int]


class ApproveIn(Schema):
    """A yes. `seen` is the digest that the approver read; `answers` maps each question to yes or no."""

    seen: Words
    answers: dict[Words, Words] = Field(default_factory=dict)


class ReasonIn(Schema):
    """Why, in the words that others will read."""

    reason: Line


class BackIn(ReasonIn):
    """Why it goes back. `for_a_picture` tells whoever adds one like it to another post."""

    for_a_picture: bool = False


class AddressIn(Schema):
    """Where the live post is."""

    address: Line


class ProofIn(Schema):
    """How one can tell that it is gone."""

    proof: Line


class DeliveryOut(Schema):
    """One version on one channel."""

    id: int
    version: int
    channel: int
    status: str
    due_at: datetime
    address: str


class StopIn(Schema):
    """Why publishing stops; `whole_trust` is for the central team."""

    reason: Line
    whole_trust: bool = False


class IncidentIn(StopIn):
    """What staff may know of it, and which accounts and people speak."""

    channels: list[Id] = Field(default_factory=list)
    people: list[Id] = Field(default_factory=list)


class NoteIn(Schema):
    """How it ended."""

    note: Line
