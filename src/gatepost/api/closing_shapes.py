"""What goes in and out about closing an account."""

from datetime import date, datetime
from typing import Any

from ninja import Schema

from gatepost.api.channel_shapes import Slug
from gatepost.api.shapes import Line
from gatepost.channels.closing import Step
from gatepost.channels.closings import GivenUp, Progress
from gatepost.channels.models import ClosingStep


class DayIn(Schema):
    """The day from which nothing is posted on an account, or the day on which it was closed."""

    day: date | None = None


class StepIn(Schema):
    """A step of closing: how one can tell that it is done; or, `skipped`, why it is left out."""

    step: Slug = ""
    proof: Line = ""
    skipped: bool = False


class ReasonIn(Schema):
    """Why."""

    reason: Line = ""


class ClosingStepOut(Schema):
    """A step: `state` is open, done or skipped. `asks` is what its proof says; who did it when, once it is done."""

    step: str
    name: str
    does: str
    asks: str
    may_be_skipped: bool
    state: str
    proof: str
    done_by: str | None
    done_at: datetime | None


class DoneOut(Schema):
    """A step that was done, or `skipped`, before the account was kept open after all."""

    step: str
    state: str
    proof: str
    done_by: str | None
    done_at: datetime


class GivenUpOut(Schema):
    """A closing that was given up: when the account was kept open, and what had been done by then."""

    at: datetime
    steps: list[DoneOut]


class ClosingOut(Schema):
    """How far the closing of an account is: `missing` are the steps in the way of its end, by slug.

    `earlier` is what was done before the account was kept open after all, the latest first.
    """

    account: int
    closing_on: date | None
    closed_on: date | None
    steps: list[ClosingStepOut]
    missing: list[str]
    earlier: list[GivenUpOut]


def closing_out(found: Progress) -> ClosingOut:
    """Return how far a closing is, as it goes out."""
    channel = found.channel
    return ClosingOut(
        account=channel.pk, closing_on=channel.closing_on, closed_on=channel.closed_on,
        steps=[_step(*row) for row in found.rows], missing=list(found.missing) if channel.closed_on is None else [],
        earlier=[_given_up(one) for one in found.earlier],
    )  # fmt: skip


def _step(slug: str, step: Step, row: ClosingStep | None) -> ClosingStepOut:
    done = _done(row) if row else {"state": "open", "proof": "", "done_by": None, "done_at": None}
    return ClosingStepOut(
        step=slug, name=step.name, does=step.does, asks=step.proof, may_be_skipped=step.optional, **done
    )  # fmt: skip


def _given_up(one: GivenUp) -> GivenUpOut:
    return GivenUpOut(at=one.at, steps=[DoneOut(step=row.step, **_done(row)) for _, row in one.rows])


def _done(row: ClosingStep) -> dict[str, Any]:
    return {"state": "skipped" if row.skipped else "done", "proof": row.proof, "done_at": row.done_at,
            "done_by": row.done_by.name if row.done_by else None}  # fmt: skip
