"""Who may say that somebody leaves, and when. `check_can_…` raises the sentence that the user reads."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from django.utils import timezone

from gatepost.channels.secrets import check_no_secret
from gatepost.detectors.unseen import is_blank
from gatepost.duties.leaving_kinds import KINDS, WHYS
from gatepost.duties.leavings import open_leaving
from gatepost.duties.models import Leaving, LeavingItem
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.schools.staff import CENTRAL, central_team, managers

_FURTHEST: Final = timedelta(days=730)
_FEW: Final = 3


def check_can_begin(person: Person, *, last_day: date, why: str, seat: Seat, at: datetime) -> None:
    """Raise NotAllowed or UnableTo unless this person may say that somebody leaves or changes jobs on a day."""
    seat.check_may(Permission.MANAGE_PEOPLE)
    if why not in WHYS:
        raise UnableTo("Choose whether they leave or change jobs.")
    if person.trust_id != seat.school.trust_id or not person.is_active:
        raise UnableTo(f"{person} does not work at {seat.school} any more.")
    if abs(last_day - timezone.localdate(at)) > _FURTHEST:
        raise UnableTo("This day is more than two years away. Check its year.")
    if open_leaving(person, seat.school) is not None:
        raise UnableTo(
            f"It is recorded already when {person} leaves or changes jobs. Take that back, or close all "
            "that is on its list, first."
        )
    if why == "leaves":
        _check_reach(person, seat)
        _check_somebody_stays(person, seat, at=at)
    if last_day <= timezone.localdate(at):
        check_not_own(person, seat, at=at)


def check_not_own(person: Person, seat: Seat, *, at: datetime) -> None:
    """Raise UnableTo where somebody would end their own access now or tonight: by a slip nobody locks a school out."""
    if person.pk != seat.person.pk:
        return
    others = _others(seat, at=at)
    asked = f"or ask {others} to do it" if others else "and give the role to whoever comes next, first"
    raise UnableTo(
        "You can’t end your own access at once: you would be signed out, and could not take it back. Write a last day "
        f"that is still to come, after which it ends by itself, {asked}."
    )


def check_somebody_else(leaving: Leaving, *, seat: Seat, at: datetime) -> None:
    """Raise UnableTo where somebody would vouch themselves for what they can reach once they leave."""
    if leaving.person_id == seat.person.pk:
        raise UnableTo(
            f"You can’t vouch for this yourself, since it is you who {WHYS[leaving.why]}. {_ask(seat, at=at)}"
        )


def _ask(seat: Seat, *, at: datetime) -> str:
    others = _others(seat, at=at)
    return f"Ask {others} to do it." if others else "Give the role to whoever comes next, and let them do it."


def _others(seat: Seat, *, at: datetime) -> str:
    """Return who else can change roles, by name, a few at the most; empty where nobody can."""
    rows = managers(seat.school, at=at).exclude(person=seat.person).select_related("person")
    return " or ".join(sorted({held.person.name for held in rows})[:_FEW])


def _check_reach(person: Person, seat: Seat) -> None:
    """A school lets nobody go from another; the central team sees the whole trust."""
    elsewhere = HeldRole.objects.filter(person=person, until__isnull=True).exclude(school=seat.school)
    if CENTRAL not in seat.roles and elsewhere.exists():
        raise NotAllowed(
            f"{person} works at another school of the trust too. Choose “changes jobs” to end what they have at "
            f"{seat.school}. The central team can say that they leave altogether."
        )


def _check_somebody_stays(person: Person, seat: Seat, *, at: datetime) -> None:
    going = Leaving.objects.of_trust(seat.school.trust).filter(
        why="leaves", done_at__isnull=True, withdrawn_at__isnull=True
    )
    rest = managers(seat.school, at=at).exclude(person=person).exclude(person__in=going.values("person"))
    leads = managers(seat.school, at=at).filter(person=person).exists()
    if leads and not rest.exists():
        raise UnableTo(
            f"{person} is the last who can change roles at {seat.school}. Give the role to whoever comes next, first."
        )
    team = central_team(seat.school.trust, at=at)
    if (
        team.filter(person=person).exists()
        and not team.exclude(person=person).exclude(person__in=going.values("person")).exists()
    ):
        raise UnableTo(f"{person} is the last of the central team. Give the role to whoever comes next, first.")


def check_can_take_back(leaving: Leaving, *, seat: Seat, at: datetime) -> None:
    """Raise NotAllowed or UnableTo unless this person may say that somebody stays after all.

    Once anything has ended it is too late: what is left to do by hand would be on no list any more.
    """
    seat.check_may(Permission.MANAGE_PEOPLE)
    if leaving.ended_at is not None:
        raise UnableTo(f"The access of {leaving.person} has ended. If they come back, add them as somebody new.")
    if leaving.person_id == seat.person.pk != leaving.begun_by_id:
        raise UnableTo(
            f"{leaving.begun_by} recorded this of you, so you can’t take it back yourself. {_ask(seat, at=at)}"
        )
    by_itself = [what for what, kind in KINDS.items() if kind.by_itself]
    if leaving.items.filter(what__in=by_itself, done_at__isnull=False).exists():
        raise UnableTo(
            f"Some of what {leaving.person} could reach has ended, so this can’t be taken back. Close the rest of the "
            "list: it stays open until that is done. Then record anew, under People, who they are and what they may do."
        )


def check_can_close(items: Iterable[LeavingItem], *, proof: str) -> None:
    """Raise UnableTo where nothing was chosen, or it is not said how one can tell what only a person can know."""
    chosen = list(items)
    if not chosen:
        raise UnableTo("Tick what is closed now.")
    if any(not item.kind.by_itself for item in chosen) and is_blank(proof):
        raise UnableTo("Say how one can tell: what was done by hand is written down with it.")
    check_no_secret(proof)
