"""The policy in force, and the caller's own word that they have read it and accept it."""

from datetime import date, datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja import Path, Router, Schema

from gatepost.api.caller import caller
from gatepost.api.shapes import Line, Why
from gatepost.handbook.acknowledging import asked_by, said_by
from gatepost.handbook.actions.acknowledging import acknowledge
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

router = Router(tags=["policy"])
_REFUSED = {403: Why, 404: Why, 409: Why}


class PolicyOut(Schema):
    """The policy in force. `digest` names this version of it; `asked_by` are the clauses that ask staff to accept it.

    `accepted_at` is when the caller did, None where they have not.
    """

    title: str
    version: str
    effective_from: date
    digest: str
    asked_by: list[str]
    accepted_at: datetime | None


class AcceptIn(Schema):
    """The version that was read: `seen` is its digest."""

    seen: Line = ""


@router.get("/policy", response={200: PolicyOut, **_REFUSED})
def policy(request: HttpRequest, school: Path[str]) -> PolicyOut:
    """Return which policy is in force, and whether the caller has accepted it."""
    return _out(caller(request, school, Permission.SEE_POLICY))


@router.post("/policy/accept", response={200: PolicyOut, **_REFUSED})
def accept(request: HttpRequest, school: Path[str], body: AcceptIn) -> PolicyOut:
    """Say that one has read this version and accepts it: for oneself, and for nobody else."""
    seat = caller(request, school, Permission.SEE_POLICY)
    acknowledge(seat=seat, seen=body.seen, at=timezone.now())
    return _out(seat)


def _out(seat: Seat) -> PolicyOut:
    held = policy_in_force(seat.school, on=timezone.localdate())
    if held is None:
        raise UnableTo(f"{seat.school} has not adopted a policy yet. The head can adopt one.")
    said = said_by(seat.person, seat.school, held)
    return PolicyOut(
        title=held.own.title, version=held.own.version, effective_from=held.own.effective_from, digest=held.digest,
        asked_by=list(asked_by(held.policy)), accepted_at=said.at if said else None,
    )  # fmt: skip
