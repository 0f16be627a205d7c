"""What goes in and out. Times are ISO 8601 with a zone; outcomes and states are the stable slugs of the docs."""

from datetime import datetime
from typing import Any

from ninja import Field, Schema


class Why(Schema):
    """A refusal: the sentence that a person reads."""

    why: str


class PostIn(Schema):
    """What to change of a draft; what is left out stays. `edits` is the count that the caller last saw."""

    text: str | None = None
    channels: list[int] | None = None
    named: list[int] | None = None
    other_ways: list[str] | None = None
    said: dict[str, Any] | None = None
    go_out_at: datetime | None = None
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


class PictureIn(Schema):
    """What is said about a picture; what is left out stays. `pupils`, even none, says who is in it."""

    pupils: list[int] | None = None
    alt_text: str | None = None
    face_shown: str | None = None
    names_visible: str | None = None
    capture_device: str | None = None
    reason: str | None = None


class PictureOut(Schema):
    """A picture as it was written anew. `removed` is what the file carried beside it, in words."""

    id: int
    position: int
    sha256: str
    width: int
    height: int
    removed: list[str]
    alt_text: str
    face_shown: str
    people_said: bool


class KeyIn(Schema):
    """Which remedy."""

    key: str


class KeepIn(Schema):
    """Which finding is kept, and why."""

    key: str
    reason: str


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

    seen: str
    answers: dict[str, str] = Field(default_factory=dict)


class ReasonIn(Schema):
    """Why, in the words that others will read."""

    reason: str


class AddressIn(Schema):
    """Where the live post is."""

    address: str


class ProofIn(Schema):
    """How one can tell that it is gone."""

    proof: str


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

    reason: str
    whole_trust: bool = False


class IncidentIn(StopIn):
    """What staff may know of it, and which accounts and people speak."""

    channels: list[int] = Field(default_factory=list)
    people: list[int] = Field(default_factory=list)


class NoteIn(Schema):
    """How it ended."""

    note: str
