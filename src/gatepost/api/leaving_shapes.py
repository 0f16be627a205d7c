"""What goes in and out when somebody leaves or changes jobs."""

from datetime import date, datetime
from typing import Annotated

from ninja import Field, Schema

from gatepost.api.channel_shapes import Slug
from gatepost.api.shapes import Id, Line, Words
from gatepost.duties.leaving_kinds import Thing
from gatepost.duties.leavings import due, items_of
from gatepost.duties.models import Leaving, LeavingItem


class LeaveIn(Schema):
    """Somebody's last day. `why` is leaves or moves; `stays` names what whoever moves keeps, such as `role:7`.

    `sure` is needed where the day is over: then it ends at once.
    """

    why: Slug = ""
    last_day: date | None = None
    sure: bool = False
    stays: list[Annotated[Words, Field(max_length=80)]] = Field(default_factory=list, max_length=1000)


class CloseIn(Schema):
    """Items to close, by id: how one can tell of what was done by hand, and who takes over accounts and tasks."""

    items: list[Id] = Field(default_factory=list, max_length=1000)
    proof: Line = ""
    to: Id | None = None


class ThingOut(Schema):
    """One thing that somebody who changes jobs may keep; `about` is what `stays` takes."""

    about: str
    says: str


class MayStayOut(Schema):
    """What somebody has at a school, before it is said that they leave; `leaving` is the list that is open already."""

    person: int
    name: str
    things: list[ThingOut]
    leaving: int | None


class LeavingRow(Schema):
    """A list that is open: `left` of `all` items are to be closed."""

    id: int
    school: str
    person: int
    name: str
    why: str
    last_day: date
    overdue: bool
    left: int
    all: int


class ItemOut(Schema):
    """One item: `state` is open, closed or stays. `by_itself` is ended by Gatepost; the rest a person does."""

    id: int
    what: str
    says: str
    state: str
    by_itself: bool
    hands_over: bool
    proof: str
    done_by: str | None
    done_at: datetime | None


class LeavingOut(Schema):
    """One list of what is to close. `ended_at` is when Gatepost ended what it can, after the last day."""

    id: int
    person: int
    name: str
    why: str
    last_day: date
    overdue: bool
    begun_by: str
    begun_at: datetime
    ended_at: datetime | None
    done_at: datetime | None
    withdrawn_at: datetime | None
    items: list[ItemOut]


def row_out(row: Leaving, *, at: datetime) -> LeavingRow:
    """Return an open list as it goes out."""
    return LeavingRow(
        id=row.pk, school=row.school.slug, person=row.person_id, name=row.person.name, why=row.why,
        last_day=row.last_day, overdue=_late(row, at), left=getattr(row, "left", 0), all=getattr(row, "all", 0),
    )  # fmt: skip


def leaving_out(row: Leaving, *, at: datetime) -> LeavingOut:
    """Return a list of what is to close as it goes out."""
    names = ("last_day", "begun_at", "ended_at", "done_at", "withdrawn_at", "why")
    return LeavingOut(
        id=row.pk, person=row.person_id, name=row.person.name, overdue=_late(row, at), begun_by=row.begun_by.name,
        items=[_item(one) for one in items_of(row)], **{name: getattr(row, name) for name in names},
    )  # fmt: skip


def thing_out(one: Thing) -> ThingOut:
    """Return one thing that somebody has as it goes out."""
    return ThingOut(about=one.about, says=one.says)


def _item(item: LeavingItem) -> ItemOut:
    state = "stays" if item.stays else "closed" if item.done_at else "open"
    return ItemOut(
        id=item.pk, what=item.what, says=item.says, state=state, by_itself=item.kind.by_itself,
        hands_over=item.kind.hands_over, proof=item.proof, done_by=item.done_by.name if item.done_by else None,
        done_at=item.done_at,
    )  # fmt: skip


def _late(row: Leaving, at: datetime) -> bool:
    return row.done_at is None and row.withdrawn_at is None and due(row.last_day) < at
