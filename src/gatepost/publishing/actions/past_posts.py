"""One earlier post: say what it shows, decide about it, take that back, and say that it is down."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from gatepost.audit.actions.events import record
from gatepost.channels.models.channel import platform_name
from gatepost.consents.queries import chosen
from gatepost.duties.actions import duties
from gatepost.duties.queries import about
from gatepost.publishing.actions.back_catalogue import open_campaign
from gatepost.publishing.actions.takedowns import due_at
from gatepost.publishing.asking import policy_now
from gatepost.publishing.back_catalogue import DUTY, pupils_of
from gatepost.publishing.models import PastPost
from gatepost.publishing.past_desk import PastDesk, past_desk
from gatepost.publishing.states import PAST_MOVES, SHOWS
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import ROLES
from gatepost.schools.seat import Seat

TO_GO: Final = {"remove": "Take an earlier post down from {}", "replace": "Replace an earlier post on {}"}
"""Decision → the task that follows from it."""
_GONE: Final = {"remove": "removed", "replace": "replaced"}
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Describing:
    """What somebody says that a post shows: a value of SHOWS, the ids of pupils, and whether it is nobody's pupil."""

    shows: str
    pupils: tuple[int, ...]
    nobody: bool


@transaction.atomic
def describe(post: PastPost, *, seat: Seat, shows: str, pupils: Iterable[int], nobody: bool, at: datetime) -> PastPost:
    """Say how an earlier post shows people and who is in it. `nobody` says that it is nobody of the school."""
    held = _locked(post, seat)
    _described(held, seat, shows=shows, pupils=pupils, nobody=nobody)
    _record("pastpost.described", held, seat, at=at)
    return held


@transaction.atomic
def decide(
    post: PastPost, *, seat: Seat, decision: str, reason: str, at: datetime, said: Describing | None = None
) -> PastPost:
    """Keep an earlier post, have it replaced, or have it removed. `said` is what it shows, where that is said with it.

    What is to go becomes a task of whoever decides, with the clock of every take-down. To keep one takes a reason
    where something is found, and takes knowing who is in it.
    """
    held = _locked(post, seat)
    if decision not in _DECISIONS:
        raise UnableTo("Choose to keep it, to replace it or to remove it.")
    _check_move(held, decision)
    if said is not None:
        _described(held, seat, shows=said.shows, pupils=said.pupils, nobody=said.nobody)
    desk = past_desk(held, pupils_of(held), policy=policy_now(seat.school, at=at), at=at)
    if decision == "keep":
        _check_can_keep(desk, reason)
    held.state, held.reason, held.found = decision, _words(reason), []
    held.decided_at, held.decided_by, held.decided_as = at, seat.person, _as(seat)
    if decision == "keep":
        held.found, held.settled_at = sorted(one.key for one in desk.matched.against), at
    held.save(update_fields=[*_DECISION, "found"])
    if decision in TO_GO:
        duties.open_duty(
            seat.school, owner=seat.person, kind=DUTY, what=TO_GO[decision].format(_where(held)), about=held.subject,
            due_at=due_at(seat.school, at=at), by=seat.actor, at=at,
        )  # fmt: skip
    _record("pastpost.decided", held, seat, at=at, decision=_DECISIONS[decision])
    return held


@transaction.atomic
def reopen(post: PastPost, *, seat: Seat, at: datetime) -> PastPost:
    """Take the decision about an earlier post back. A task that followed from it is closed."""
    held = _locked(post, seat)
    _check_move(held, "to_do")
    _close_duty(held, seat, at=at, proof="No longer needed: the decision was taken back.")
    held.state, held.reason, held.found, held.proof = "to_do", "", [], ""
    held.decided_at = held.decided_by = held.settled_at = None
    held.decided_as = ""
    held.save(update_fields=[*_DECISION, "found", "proof"])
    _record("pastpost.reopened", held, seat, at=at)
    return held


@transaction.atomic
def down(post: PastPost, *, seat: Seat, proof: str, at: datetime) -> PastPost:
    """Say that an earlier post is gone, or replaced, and how one can tell."""
    held = _locked(post, seat)
    seat.check_may(Permission.TAKE_DOWN)
    gone = _GONE.get(held.state)
    if gone is None:
        raise UnableTo("This post is not one that is to come down.")
    if not _words(proof):
        raise UnableTo("Say how one can tell that it is gone, such as: the address now says that the page is missing.")
    _close_duty(held, seat, at=at, proof=_words(proof))
    held.state, held.proof, held.settled_at = gone, _words(proof), at
    held.save(update_fields=["state", "proof", "settled_at"])
    _record("pastpost.gone", held, seat, at=at)
    return held


_DECISION: Final = ("state", "reason", "decided_at", "decided_by", "decided_as", "settled_at")
_DECISIONS: Final = {"keep": "keep it", "replace": "replace it", "remove": "take it down"}


def _locked(post: PastPost, seat: Seat) -> PastPost:
    seat.check_may(Permission.LOOK_BACK)
    if post.school_id != seat.school.pk:
        raise NotAllowed("This post belongs to another school.")
    open_campaign(post.campaign, seat)
    rows = PastPost.objects.of(seat.school).select_for_update(of=("self",))
    return rows.select_related("channel", "campaign", "school__trust").get(pk=post.pk)


def _check_move(post: PastPost, to: str) -> None:
    if to not in PAST_MOVES[post.state]:
        raise UnableTo("Somebody has decided about this post already. Look at it again, and take that back first.")


def _described(post: PastPost, seat: Seat, *, shows: str, pupils: Iterable[int], nobody: bool) -> None:
    if post.state != "to_do":
        raise UnableTo("Take the decision back first, and then change what the post shows.")
    if shows not in {"", *SHOWS}:
        raise UnableTo("Choose one of the answers on the list to say how it shows people.")
    found = chosen(seat.school, pupils)
    if found and (nobody or shows in {"no_picture", "no_people"}):
        raise UnableTo("You ticked who is in it, and also that nobody is. Change one of them.")
    post.shows, post.people_said = shows, bool(found) or nobody
    post.save(update_fields=["shows", "people_said"])
    post.pupils.set(found)


def _check_can_keep(desk: PastDesk, reason: str) -> None:
    if desk.unknown:
        raise UnableTo("Say how it shows people, and who is in it, before you keep it.")
    if desk.cannot:
        raise UnableTo("Somebody in the picture can’t be shown, so it can’t stay as it is. Replace it or remove it.")
    if desk.needs_reason and not _words(reason):
        raise UnableTo("Something was found in this post. Write why it can stay, or have it replaced or removed.")


def _close_duty(post: PastPost, seat: Seat, *, at: datetime, proof: str) -> None:
    for duty in about(seat.school, post.subject).filter(kind=DUTY, done_at__isnull=True):
        duties.finish(duty, person=seat.person, by=seat.actor, at=at, proof=proof)


def _words(said: str) -> str:
    """Return what somebody wrote, as it is kept: not every database takes a character of no width at all."""
    return said.replace("\x00", "").strip()[:_LONGEST]


def _as(seat: Seat) -> str:
    """Return the role by which somebody looks through earlier posts, the first in the table of roles."""
    return next(slug for slug, role in ROLES.items() if slug in seat.roles and Permission.LOOK_BACK in role.may)


def _where(post: PastPost) -> str:
    # What somebody typed as an account's name may be anybody's: the record and the task name the platform then.
    return str(post.channel) if post.channel is not None else platform_name(post.platform)


def _record(kind: str, post: PastPost, seat: Seat, *, at: datetime, **facts: Any) -> None:
    school = seat.school
    record(kind, by=seat.actor, at=at, trust=school.trust.slug, school=school.slug, subject=post.subject,
           facts={"where": _where(post), **facts})  # fmt: skip
