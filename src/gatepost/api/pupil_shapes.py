"""What goes in and out about pupils. Slugs are those of the reference on permissions."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

from gatepost.api.shapes import Id, Line, Words

Element = Literal["photo", "voice", "name", "full_name", "quote", "work"]
Tier = Literal["in_school", "parents", "web", "social", "press"]
State = Literal["granted", "refused", "withdrawn", "objected", "unknown"]


class PlaceOut(Schema):
    """One tier, or one platform of it: what can be shown there and what can’t."""

    tier: str
    platform: str
    can: list[str]
    cannot: list[str]


class PupilOut(Schema):
    """A pupil on the roll, with every place."""

    id: int
    name: str
    year: int | None
    class_name: str
    places: list[PlaceOut]


class CannotOut(Schema):
    """A pupil who can’t be shown."""

    id: int
    name: str


class AnswerOut(Schema):
    """One answer, as it was recorded. `contact` and `wording` are ids."""

    tier: str
    platform: str
    element: str
    state: str
    given_by: str
    contact: int | None
    relationship: str
    method: str
    in_writing: bool
    wording: int | None
    evidence: str
    given_at: datetime
    expires_on: date | None
    recorded_at: datetime


class AnswerIn(Schema):
    """What a form says about each element (`about`), in one place, and how it came.

    `contact` is who gave it; `relationship` says who that is to the pupil where nobody knows the name.
    """

    about: dict[Element, State] = Field(min_length=1)
    tier: Tier
    platform: Literal["", "facebook", "instagram", "linkedin", "youtube", "x", "tiktok", "bluesky", "mastodon",
                      "threads"] = ""  # fmt: skip
    given_by: Literal["parent", "pupil", "other"] = "parent"
    contact: Id | None = None
    relationship: Words = Field("", max_length=60)
    method: Literal["paper", "email", "mis", "in_person", "phone"]
    evidence: Words = Field("", max_length=200)
    given_on: date | None = None
    expires_on: date | None = None


class FlagIn(Schema):
    """Why a pupil is not to be shown. Only the DSL reads it."""

    reason: Line


class AnswererIn(Schema):
    """Who answers about one pupil; an empty word for as everybody at the school. Only the DSL and the DPO read why."""

    who: Literal["", "parent", "pupil", "both"]
    reason: Line


class LeaveIn(Schema):
    """The last day on the roll."""

    on: date


class RecordOut(Schema):
    """How many rows were written."""

    recorded: int


class ContactIn(Schema):
    """Somebody to ask. `parental_responsibility` is null where nobody has said."""

    name: Words = Field(min_length=1, max_length=160)
    relationship: Words = Field("", max_length=60)
    email: Words = Field("", max_length=254)
    parental_responsibility: bool | None = None


class ContactChangeIn(Schema):
    """What to change of somebody who may be asked; what is left out stays."""

    name: Words = Field("", max_length=160)
    relationship: Words = Field("", max_length=60)
    email: Words = Field("", max_length=254)
    parental_responsibility: bool | None = None


class ContactOut(Schema):
    """Somebody who is, or until `ended_on` was, asked about a pupil."""

    id: int
    name: str
    relationship: str
    email: str
    parental_responsibility: bool | None
    ended_on: date | None
